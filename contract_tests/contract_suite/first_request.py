"""The first request of a run: whether there is a server, of this API, that accepts the credentials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import requests
from requests.exceptions import RequestException, SSLError

from contract_suite.credentials import KEYS
from contract_suite.document import Document, Operation
from contract_suite.errors import SuiteError
from contract_suite.guard import NotAllowedError
from contract_suite.key_place import AUTHORIZATION
from contract_suite.response_checks import describe_error
from contract_suite.transport import GuardedSession
from contract_suite.wanted_credentials import describe_wanted

HTML = "text/html"
REDIRECTS = range(300, 400)
LOGIN = re.compile(r"log-?in|sign-?in|auth|sso", re.IGNORECASE)
MOST_TRIED = 5
"""How many operations are called to tell a wrong base path from a missing operation."""


def find_harmless(document: Document) -> Operation | None:
    """Return an operation that reads, needs no id and no parameter, and has no limit on how often it is called."""
    return next(_find_all_harmless(document), None)


def _find_all_harmless(document: Document) -> Iterator[Operation]:
    reading = (o for o in document.operations if o.safety == "read" and "{" not in o.path and not o.interval)
    queries = ((o, document.parameters(o, "query").values()) for o in reading)
    yield from (o for o, query in queries if not any(parameter.get("required") for parameter in query))


def check_server(session: GuardedSession) -> None:
    """Send a harmless request; raises `SuiteError`, one line, where no server of this API accepts it."""
    put_key = f"put the {session.monitor.credentials.place.text} in {AUTHORIZATION}, keys that go elsewhere in {KEYS}"
    if wanted := describe_wanted(session.guard.document, session.harmless):
        put_key = f"{wanted}; or {put_key}"
    path = session.harmless.path if session.harmless else "/"
    url = session.guard.plan.base_url
    try:
        response = session.get_harmless() if session.harmless else session.get_root()
    except SSLError as error:
        raise SuiteError(
            f"{url}: no secure connection: {describe_error(error)} (is the certificate this host's?)"
        ) from None
    except RequestException as error:
        hint = "is the address right, is it running?"
        raise SuiteError(f"{url}: no server responds: {describe_error(error)} ({hint})") from None
    if response.status_code in REDIRECTS and LOGIN.search(response.headers.get("location", "")):
        raise SuiteError(f"{url}{path}: redirects to a login page ({put_key})")
    # What stands at the root is no part of the document, where no operation could be asked.
    if session.harmless and _is_page(response) and not _is_served_elsewhere(session):
        hint = "the base URL must have the path before all operations, such as /api/v1"
        raise SuiteError(f"{url}{path}: sends HTML with status {response.status_code}, so it is no API ({hint})")
    if response.status_code == requests.codes.unauthorized:
        # A server that rejects everything fails no check: such a run must not end well.
        rejected = "rejects the credentials with 401" if session.monitor.credentials.secrets else "responds 401"
        raise SuiteError(f"{url}{path}: {rejected} ({put_key})")
    if response.status_code == requests.codes.not_found:
        _check_base_path(session)


def _is_page(response: requests.Response) -> bool:
    return response.headers.get("content-type", "").startswith(HTML)


def _is_served_elsewhere(session: GuardedSession) -> bool:
    """Whether another operation that needs no id succeeds without a page: then one operation is wrong, not the URL."""
    others = [o for o in _find_all_harmless(session.guard.document) if o is not session.harmless][: MOST_TRIED - 1]
    for operation in others:
        with suppress(RequestException, NotAllowedError):
            response = session.send_restoring("GET", f"{session.guard.plan.base_url}{operation.path}")
            if response.status_code == requests.codes.ok and not _is_page(response):
                return True
    return False


def _check_base_path(session: GuardedSession) -> None:
    """Raise `SuiteError` where several operations that need no id all give 404: it's the URL then, not they."""
    document, url = session.guard.document, session.guard.plan.base_url
    others = [o for o in _find_all_harmless(document) if o is not session.harmless][: MOST_TRIED - 1]
    for operation in others:
        try:
            if session.send_restoring("GET", f"{url}{operation.path}").status_code != requests.codes.not_found:
                return
        except (RequestException, NotAllowedError):
            return
    if others:
        named = next((urlsplit(str(s.get("url", ""))).path for s in document.raw.get("servers", ())), "").rstrip("/")
        hint = f"the document's own server has the path {named}" if named else "such as /api/v1"
        raise SuiteError(f"{url}: {len(others) + 1} operations that need no id all give 404 (is the path before all "
                         f"operations right? {hint})")  # fmt: skip
