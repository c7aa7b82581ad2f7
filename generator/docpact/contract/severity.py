"""Checks by how much harm it does when they fail: whose things are seen, whether they are kept, how they are read."""

from __future__ import annotations

CHECKS = {
    "secret_in_answer": "an answer repeats the credentials",
    "ignored_auth": "it works without good credentials",
    "ignored_scopes": "scopes aren't enforced as documented",
    "unknown_is_missing": "an id that is nobody's leads to something",
    "not_a_server_error": "the server fails",
    "no_answer": "no answer comes",
    "endless_answer": "an answer doesn't end",
    "deleted_is_gone": "what is deleted is still there",
    "read_after_write": "what was sent isn't what is read",
    "created_is_available": "what is created isn't there",
    "started_is_available": "what is started can't be followed",
    "listed_is_available": "what is listed can't be fetched",
    "unique_ids": "ids aren't unique",
    "idempotent_put": "a PUT does more the second time",
    "idempotent_delete": "a DELETE does more the second time",
    "steady_answer": "the same request is answered differently",
    "unsupported_method": "methods that aren't documented are answered wrongly",
    "status_code_conformance": "statuses that aren't documented",
    "response_schema_conformance": "bodies that aren't as documented",
    "content_type_conformance": "media types that aren't documented",
    "sample_accepted": "the documentation's samples are refused",
    "positive_data_acceptance": "good requests are refused",
    "negative_data_rejection": "bad requests are accepted",
    "media_type_rejection": "bodies of other media types are accepted",
    "missing_required_header": "it works without a required header",
    "envelope_coherence": "the envelope contradicts the HTTP status",
    "format_conformance": "values that aren't of their format",
    "filter_conformance": "filters don't filter",
    "paging_conformance": "pages aren't as asked for",
    "include_conformance": "what is to be included isn't, or always is",
    "response_headers_conformance": "headers that aren't as documented",
    "allow_header_conformance": "Allow names other methods than the documentation",
    "retry_after": "429 doesn't say when to come back",
    "max_response_time": "answers are slow",
    "deviation_is_overdue": "known deviations that should be mended by now",
    "deviation_is_gone": "known deviations that are mended",
}
"""Check → what its failure means, in words; those first whose failure does most harm."""

_RANKS = {check: number for number, check in enumerate(CHECKS)}


def rank(check: str) -> int:
    """Return how bad the failure of a check is; less is worse."""
    return _RANKS.get(check, len(CHECKS))


def in_words(check: str) -> str:
    """Return what the failure of a check means."""
    return CHECKS.get(check, check.replace("_", " "))
