"""Who may call: nobody without credentials, nobody with wrong ones, nobody whose key lacks the scope."""

from __future__ import annotations

import pytest
import requests

from suite import current
from suite.build import Request, build_request
from suite.checks import read_json
from suite.document import Operation
from suite.guard import NotAllowedError
from suite.results import ContractFailure

REFUSED = frozenset({401, 403})
WRONG_KEY = "wrong-key-of-a-contract-test"
IGNORED = "ignored_auth"
SCOPES = "ignored_scopes"


def _secured() -> list[Operation]:
    suite = current.suite
    asked = [o for o in suite.called if suite.document.security(o)] if suite.options.authorization else []
    # What may be called every 20 seconds only is called for its answers, not for its refusals.
    return [o for o in asked if not (suite.options.guarded and o.interval)]


def _scoped() -> list[Operation]:
    suite = current.suite
    return [o for o in suite.called if suite.options.scope_keys and suite.document.scopes(o)]


@pytest.mark.parametrize("operation", [pytest.param(o, id=o.label) for o in _secured()])
def test_credentials_are_required(operation: Operation) -> None:
    """Without credentials, and with a key that nobody has, nothing is answered."""
    suite = current.suite
    request = _request(operation)
    word, _, _ = suite.options.authorization.rpartition(" ")
    for key, said in (("", "without credentials"), (f"{word} {WRONG_KEY}".strip(), "with a wrong key")):
        response = _send(operation, request, key)
        if _is_let_in(response):
            message = f"{said} it answers {response.status_code}"
            curl = suite.curl(operation, request.path, request.body, query=request.query, authorized=False)
            curl = curl.replace("curl ", f"curl -H 'Authorization: {key}' ", 1) if key else curl
            raise ContractFailure(
                operation.label,
                IGNORED,
                message,
                curl,
                expected="401",
                got=f"{response.status_code}",
                cause=said,
            )


@pytest.mark.parametrize("operation", [pytest.param(o, id=o.label) for o in _scoped()])
def test_scopes_are_enforced(operation: Operation) -> None:
    """A key with a documented scope is let in, one without is not."""
    suite = current.suite
    wanted = suite.document.scopes(operation)
    request = _request(operation)
    for scope, key in sorted(suite.options.scope_keys.items()):
        if scope in wanted and operation.method != "DELETE":
            response = _send(operation, request, key, check=SCOPES)
            if response.status_code in REFUSED:
                if _send(operation, request, suite.options.authorization).status_code == response.status_code:
                    return  # It isn't about scopes: the key that everything else is asked with is refused, too.
                message = f"a key with the scope {scope} is refused: {response.status_code}"
                _fail(operation, request, message, f"to be let in with {scope}", f"{response.status_code}")
            break
    strangers = [(scope, key) for scope, key in sorted(suite.options.scope_keys.items()) if scope not in wanted]
    for scope, key in strangers[:1]:
        response = _send(operation, request, key, check=SCOPES)
        if _is_let_in(response):
            message = f"a key with the scope {scope} alone is let in; one of {', '.join(sorted(wanted))} is needed"
            _fail(operation, request, message, "403", f"{response.status_code}")


def _is_let_in(response: requests.Response) -> bool:
    """Tell whether something is answered; an envelope that says otherwise is another fault."""
    body = read_json(response)
    return response.ok and not (isinstance(body, dict) and body.get("success") is False)


def _fail(operation: Operation, request: Request, message: str, expected: str, got: str) -> None:
    curl = current.suite.curl(operation, request.path, request.body, query=request.query)
    raise ContractFailure(operation.label, SCOPES, message, curl, expected=expected, got=got)


def _request(operation: Operation) -> Request:
    request = build_request(current.suite.document, current.suite.seeds, operation)
    if request is None:
        # Credentials come before ids: one that nobody has will do.
        binding = {name: _made_up(operation, name) for name in operation.placeholders}
        request = Request(path=operation.fill(binding), query={}, body=None)
    return request


def _made_up(operation: Operation, name: str) -> object:
    schema = current.suite.document.parameters(operation, "path").get(name, {}).get("schema", {})
    return 1 if schema.get("type") == "integer" else "00000000-0000-4000-8000-000000000001"


def _send(operation: Operation, request: Request, key: str, check: str = IGNORED) -> requests.Response:
    suite = current.suite
    suite.count(operation, check)
    try:
        return suite.call(
            operation, request.path, request.body, query=request.query, authorization=key, hold=check == IGNORED
        )
    except NotAllowedError as error:
        pytest.skip(str(error))
