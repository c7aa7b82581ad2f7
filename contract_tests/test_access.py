"""Who may call: nobody without credentials, nobody with wrong ones, nobody whose key lacks the scope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests

from contract_suite.conformance import read_json
from contract_suite.context import Context
from contract_suite.document import Operation
from contract_suite.envelope import is_success
from contract_suite.request import Request

REJECTED = frozenset({401, 403})
WRONG_KEY = "wrong-key-of-a-contract-test"
IGNORED = "ignored_auth"
BASIC = "basic"
OTHERS = {"Basic": "Y29udHJhY3Q6dGVzdA==", "Bearer": WRONG_KEY}
"""Schemes that a server may take without looking at what comes after them, each with credentials that nobody has."""
SHORTEST_HALVED = 4
SCOPES = "ignored_scopes"


def _secured(context: Context) -> Iterator[object]:
    """Yield the operations that need credentials."""
    has_any = context.credentials.authorization or context.credentials.keys
    for operation in context.selection.called if has_any else ():
        # An operation that may be called every 20 seconds only is called to be tested, not to be rejected.
        if context.document.security(operation) and not (context.plan.guarded and operation.interval):
            yield pytest.param(operation, id=operation.label)


def _scoped(context: Context) -> Iterator[object]:
    """Yield the operations that need a scope."""
    for operation in context.selection.called if context.credentials.scope_keys else ():
        if context.document.scopes(operation):
            yield pytest.param(operation, id=operation.label)


@pytest.mark.cases("operation", _secured)
def test_credentials_are_required(context: Context, operation: Operation) -> None:
    """Without credentials, and with a key that nobody has, a request is rejected."""
    request = _request(context, operation)
    word, _, _ = context.credentials.authorization.rpartition(" ")
    keys = [("", "without credentials"), (f"{word} {WRONG_KEY}".strip(), "with a wrong key")]
    # Somebody's server may lock an account that tries many keys.
    if not context.plan.guarded or operation is context.client.session.harmless:
        keys += find_nearly_right(context.credentials.authorization)
    for key, cause in keys:
        response = _send(context, request, key)
        if _is_accepted(context, response):
            raise context.client.fail(
                replace(request, authorization=key), IGNORED, f"{cause} the status is {response.status_code}",
                expected="401", got=f"{response.status_code}", cause=cause,
            )  # fmt: skip


@pytest.mark.cases("operation", _scoped)
def test_scopes_are_enforced(context: Context, operation: Operation) -> None:
    """A key with a documented scope is accepted, a key without one is rejected."""
    wanted = context.document.scopes(operation)
    sufficient = context.document.sufficient_scopes(operation)
    keys = sorted(context.credentials.scope_keys.items())
    request = _request(context, operation)
    for scope, key in keys:
        if scope in sufficient and operation.method != "DELETE":
            response = _send(context, request, key, check=SCOPES)
            if response.status_code in REJECTED:
                if _send(context, request, None).status_code == response.status_code:
                    return  # It isn't about scopes: the key of all other requests is rejected, too.
                message = f"a key with the scope {scope} is rejected: {response.status_code}"
                raise context.client.fail(
                    request, SCOPES, message, expected=f"to be accepted with {scope}", got=f"{response.status_code}"
                )
            break
    for scope, key in [(scope, key) for scope, key in keys if scope not in wanted][:1]:
        response = _send(context, request, key, check=SCOPES)
        if _is_accepted(context, response):
            message = f"a key with the scope {scope} alone is accepted; one of {', '.join(sorted(wanted))} is needed"
            raise context.client.fail(request, SCOPES, message, expected="403", got=f"{response.status_code}")


def find_nearly_right(authorization: str) -> list[tuple[str, str]]:
    """Return headers that are nearly the good one, each with its description.

    The case of a scheme's name doesn't matter (RFC 9110, section 11.1), so it isn't changed.
    """
    word, _, secret = authorization.rpartition(" ")
    start = f"{word} " if word else ""
    found = [(f"{start}{secret}x", "with a key that has one letter more")]
    if len(secret) >= SHORTEST_HALVED:
        found.append((f"{start}{secret[: len(secret) // 2]}", "with the first half of the key"))
    if secret.swapcase() != secret and word.lower() != BASIC:
        found.append((f"{start}{secret.swapcase()}", "with the key's letters in the other case"))
    if word:
        found.append((word, f"with the scheme {word} alone"))
        found += [
            (f"{scheme} {OTHERS[scheme]}", f"with the scheme {scheme}")
            for scheme in OTHERS if scheme.lower() != word.lower()
        ]  # fmt: skip
    return found


def _is_accepted(context: Context, response: requests.Response) -> bool:
    """Whether the request succeeded; a success whose envelope says failure is another check's failure."""
    envelope = context.document.envelope
    return is_success(response.status_code) and not (
        envelope is not None and envelope.says_failure(read_json(response))
    )


def _request(context: Context, operation: Operation) -> Request:
    request = context.requests.build(operation)
    if request is None:
        # Credentials are checked before ids: an id that nobody has will do.
        binding = {name: _invented_id(context, operation, name) for name in operation.placeholders}
        request = Request(operation=operation, path=operation.fill(binding))
    return request


def _invented_id(context: Context, operation: Operation, name: str) -> object:
    schema = context.document.parameters(operation, "path").get(name, {}).get("schema", {})
    return 1 if schema.get("type") == "integer" else "00000000-0000-4000-8000-000000000001"


def _send(context: Context, request: Request, key: str | None, check: str = IGNORED) -> requests.Response:
    context.client.count(request.operation, check)
    return context.client.send(replace(request, authorization=key), check=check == IGNORED)
