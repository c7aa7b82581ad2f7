"""Checks and their descriptions, most severe first.

The one registry: the order of findings, the headings of reports, the table in `docs/reference/checks.md` and which
failure hides which other one are made from it. To add a check, add its entry here and the function that
reports it; CONTRIBUTING has the recipe.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What a check looks at."""

    RESPONSE = "each response"
    REQUEST = "which requests are accepted"
    LIST = "lists and ids"
    LIFE_CYCLE = "several requests in a row"
    DEVIATIONS = "the list of known deviations"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that a server is held to."""

    name: str
    """The name in reports and in `deviations.toml`; schemathesis' own where the check is schemathesis'."""
    meaning: str
    """What a failure means, as the heading of a finding."""
    fails_when: str
    """When the check fails, for the reference."""
    scope: Scope
    ours: bool = True
    """Whether the check is ours; else it is schemathesis'."""
    explains: tuple[str, ...] = ()
    """The checks that the same response fails for the same reason: they are not reported beside this one."""
    replaces: tuple[str, ...] = ()
    """The checks that the same operation fails for the same reason, but that say less plainly what is wrong."""


CHECKS = (
    Check(
        name="changes_taken_back",
        meaning="what the run changed is not as it was",
        fails_when="something that a request changed or created on a server that isn't on this machine could not be "
        "changed back or deleted: somebody has to look after it",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="secret_in_response",
        meaning="a response repeats the credentials",
        fails_when="a response repeats the credentials of the request",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="error_leaks",
        meaning="a failure shows the inside of the server",
        fails_when="the body of a failure has a stack trace, or the path of a source file",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="ignored_auth",
        meaning="it works without good credentials",
        fails_when="it works without credentials, with wrong ones, or with a key that is nearly right",
        scope=Scope.REQUEST,
        replaces=("ignored_scopes",),
    ),
    Check(
        name="ignored_scopes",
        meaning="scopes aren't enforced as documented",
        fails_when="a key without a documented scope is accepted, or one with it is rejected; needs a "
        "[key for each scope](#a-key-for-each-scope)",
        scope=Scope.REQUEST,
    ),
    Check(
        name="unknown_is_missing",
        meaning="an id that no list has leads to something",
        fails_when="an id that no list has, one made from a known id, or that of another parent leads to something",
        scope=Scope.LIST,
        replaces=("deleted_is_gone",),
    ),
    Check(
        name="not_a_server_error",
        meaning="the server fails",
        fails_when="the status is 5xx",
        scope=Scope.RESPONSE,
        ours=False,
        explains=(
            "status_code_conformance", "content_type_conformance", "response_schema_conformance", "format_conformance",
            "envelope_coherence", "response_headers_conformance", "positive_data_acceptance",
            "negative_data_rejection", "unsupported_method", "missing_required_header",
        ),
        replaces=("steady_response",),
    ),
    Check(
        name="no_response",
        meaning="no response comes",
        fails_when="the connection breaks, or nothing comes in 20 seconds",
        scope=Scope.RESPONSE,
        replaces=("steady_response",),
    ),
    Check(
        name="endless_response",
        meaning="a response doesn't end",
        fails_when="the response has over 16 MB, or takes over 20 seconds to come",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="unreadable_response",
        meaning="a response can't be read",
        fails_when="the body is JSON nested over 200 deep, or with half of a character; or a check of it can't be made",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="deleted_is_gone",
        meaning="what is deleted is still there",
        fails_when="what was deleted is still fetched or listed",
        scope=Scope.LIFE_CYCLE,
        replaces=("filter_conformance", "paging_conformance"),
    ),
    Check(
        name="use_after_free",
        meaning="what is deleted is still there",
        fails_when="with `--deep`: a link leads to something that was deleted, and it is still there",
        scope=Scope.LIFE_CYCLE,
        ours=False,
    ),
    Check(
        name="read_after_write",
        meaning="what was sent isn't what is read",
        fails_when="a change was accepted, but isn't there afterwards, neither fetched nor listed, changed what it "
        "left out, or lost the letters of some alphabet; one that shows a moment later is a note",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="created_is_available",
        meaning="what is created isn't there",
        fails_when="what was created isn't shown, or not listed",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="ensure_resource_availability",
        meaning="what is created isn't there",
        fails_when="with `--deep`: a link leads to something that was just created, and it isn't there",
        scope=Scope.LIFE_CYCLE,
        ours=False,
    ),
    Check(
        name="started_is_available",
        meaning="what is started can't be followed",
        fails_when="the id of a started operation leads to nothing that tells how it went",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="listed_is_available",
        meaning="what is listed can't be fetched",
        fails_when="an id of a list can't be fetched, or leads to something else",
        scope=Scope.LIST,
        replaces=("read_after_write", "filter_conformance", "paging_conformance"),
    ),
    Check(
        name="places_agree",
        meaning="two places show the same thing differently",
        fails_when="a list shows something otherwise than the operation that fetches it, or says another total than it "
        "has entries",
        scope=Scope.LIST,
    ),
    Check(
        name="stale_change",
        meaning="a change of an old state is accepted",
        fails_when="a change with the revision from before another change is accepted, although a status is documented "
        "for that",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="unique_ids",
        meaning="ids aren't unique",
        fails_when="a list shows one id twice, or the response to a creation has the id of something else",
        scope=Scope.LIST,
        replaces=("paging_conformance",),
    ),
    Check(
        name="idempotent_put",
        meaning="a PUT does more the second time",
        fails_when="the same PUT does something else the second time",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="idempotent_delete",
        meaning="a DELETE does more the second time",
        fails_when="the same DELETE does something else the second time",
        scope=Scope.LIFE_CYCLE,
    ),
    Check(
        name="steady_response",
        meaning="the same request gets different responses",
        fails_when="the same GET, eight times in a row (twice elsewhere), sometimes succeeds and sometimes doesn't",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="unsupported_method",
        meaning="methods that aren't documented get wrong responses",
        fails_when="a method that the path doesn't document works, or 405 comes without `Allow` (on this machine only)",
        scope=Scope.REQUEST,
        ours=False,
    ),
    Check(
        name="status_code_conformance",
        meaning="statuses that aren't documented",
        fails_when="the operation documents no such status",
        scope=Scope.RESPONSE,
        ours=False,
        explains=(
            "content_type_conformance", "response_schema_conformance", "format_conformance",
            "response_headers_conformance", "positive_data_acceptance", "unsupported_method",
        ),
        replaces=("steady_response",),
    ),
    Check(
        name="response_schema_conformance",
        meaning="bodies that aren't as documented",
        fails_when="the body isn't what the schema says; an enum value that no page lists counts",
        scope=Scope.RESPONSE,
        ours=False,
        explains=("format_conformance",),
    ),
    Check(
        name="content_type_conformance",
        meaning="media types that aren't documented",
        fails_when="the media type isn't the documented one",
        scope=Scope.RESPONSE,
        ours=False,
        explains=("response_schema_conformance", "format_conformance", "envelope_coherence"),
    ),
    Check(
        name="sample_accepted",
        meaning="the documentation's samples are rejected",
        fails_when="a sample of the documentation, sent as it stands, is rejected as a bad request",
        scope=Scope.REQUEST,
        replaces=("positive_data_acceptance",),
    ),
    Check(
        name="positive_data_acceptance",
        meaning="good requests are rejected",
        fails_when="what is as documented is rejected; not for ids that the server doesn't list, nor for states and "
        "rules",
        scope=Scope.REQUEST,
        ours=False,
    ),
    Check(
        name="negative_data_rejection",
        meaning="bad requests are accepted",
        fails_when="what isn't as documented is accepted",
        scope=Scope.REQUEST,
        ours=False,
        explains=("response_schema_conformance",),
    ),
    Check(
        name="media_type_rejection",
        meaning="bodies of other media types are accepted",
        fails_when="a good body is accepted although it says that it is of a media type that isn't documented (on this "
        "machine only)",
        scope=Scope.REQUEST,
    ),
    Check(
        name="missing_required_header",
        meaning="it works without a required header",
        fails_when="a request without a required header is accepted",
        scope=Scope.REQUEST,
        ours=False,
    ),
    Check(
        name="envelope_coherence",
        meaning="the envelope contradicts the HTTP status",
        fails_when="the properties that `x-envelope` names contradict the HTTP status: another status, a success that "
        "is called a failure or the other way round, a failure without a message",
        scope=Scope.RESPONSE,
        explains=("response_schema_conformance", "format_conformance"),
    ),
    Check(
        name="format_conformance",
        meaning="values that aren't of their format",
        fails_when="a string is not of its format. A time may lack its offset: servers leave it out",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="filter_conformance",
        meaning="filters don't filter",
        fails_when="a list shows what doesn't fit its filter, lacks what fits, or is the same whatever the value",
        scope=Scope.LIST,
    ),
    Check(
        name="paging_conformance",
        meaning="pages aren't as requested",
        fails_when="a page has more entries than requested, fewer, none, or some of the page before; or one comes "
        "again behind the last one",
        scope=Scope.LIST,
    ),
    Check(
        name="include_conformance",
        meaning="properties that are to be included aren't, or always are",
        fails_when="a parameter that includes a property (`include-prefix`) makes no difference, or the wrong one",
        scope=Scope.LIST,
    ),
    Check(
        name="response_headers_conformance",
        meaning="headers that aren't as documented",
        fails_when="a documented header is missing or wrong",
        scope=Scope.RESPONSE,
        ours=False,
    ),
    Check(
        name="allow_header_conformance",
        meaning="Allow names other methods than the documentation",
        fails_when="405 comes with an `Allow` that lacks a documented method, or has another (on this machine only)",
        scope=Scope.RESPONSE,
        ours=False,
    ),
    Check(
        name="retry_after",
        meaning="429 doesn't say when to come back",
        fails_when="a 429 has no `Retry-After`, or neither seconds nor a date in it",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="max_response_time",
        meaning="responses are slow",
        fails_when="three successes of one operation take over two seconds each, and none less",
        scope=Scope.RESPONSE,
    ),
    Check(
        name="deviation_is_overdue",
        meaning="known deviations that should be fixed by now",
        fails_when="[deviations.toml](#known-deviations) lists what was to be fixed by now",
        scope=Scope.DEVIATIONS,
    ),
    Check(
        name="deviation_is_gone",
        meaning="known deviations that are fixed",
        fails_when="[deviations.toml](#known-deviations) lists what no longer fails",
        scope=Scope.DEVIATIONS,
    ),
)  # fmt: skip
BY_NAME = {check.name: check for check in CHECKS}
PARAMETER_CHECKS = frozenset({"filter_conformance", "paging_conformance", "include_conformance"})
"""The checks that fail where a query parameter is ignored: wrong values of it are then accepted for the same reason."""

_RANKS = {check.name: rank for rank, check in enumerate(CHECKS)}


def rank_check(name: str) -> int:
    """Return the check's place by severity, 0 for the most severe; a check that is not registered comes last."""
    return _RANKS.get(name, len(CHECKS))


def describe_check(name: str) -> str:
    """Return what a failure of the check means; its name in words where it is not registered."""
    return BY_NAME[name].meaning if name in BY_NAME else name.replace("_", " ")


def find_explained(names: set[str]) -> set[str]:
    """Return the checks that one response fails only because it fails another one of `names`."""
    return {explained for name in names if name in BY_NAME for explained in BY_NAME[name].explains}


def find_replaced(names: set[str]) -> set[str]:
    """Return the checks of one operation that another one of `names` says more plainly."""
    return {replaced for name in names if name in BY_NAME for replaced in BY_NAME[name].replaces}
