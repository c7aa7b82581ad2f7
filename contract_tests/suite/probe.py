"""The first request: whether there is a server, of this API, that takes the credentials."""

from __future__ import annotations

import re

import requests
from requests.exceptions import RequestException, SSLError

from suite.document import Document, Operation
from suite.options import AUTHORIZATION, Options, SuiteError
from suite.session import GuardedSession

HTML = "text/html"
REDIRECTS = range(300, 400)
LOGIN = re.compile(r"log-?in|sign-?in|auth|sso", re.IGNORECASE)
PUT_KEY = f"put the whole Authorization header in {AUTHORIZATION}"


def find_harmless(document: Document) -> Operation | None:
    """Return an operation that reads, needs no id and no parameter, and may be called as often as one likes."""
    reading = (o for o in document.operations if o.safety == "read" and "{" not in o.path and not o.interval)
    queries = ((o, document.parameters(o, "query").values()) for o in reading)
    return next((o for o, query in queries if not any(parameter.get("required") for parameter in query)), None)


def probe(session: GuardedSession, options: Options, harmless: Operation | None) -> None:
    """Ask for something harmless; raises `SuiteError`, one line, where there is no server, or none of this API."""
    path = harmless.path if harmless else "/"
    url = options.base_url
    try:
        response = _ask(session, options, harmless)
    except SSLError as error:
        raise SuiteError(f"{url}: no secure connection: {say(error)} (is the certificate this host's?)") from None
    except RequestException as error:
        hint = "is the address right, is it running?"
        raise SuiteError(f"{url}: no server answers: {say(error)} ({hint})") from None
    if response.status_code in REDIRECTS and LOGIN.search(response.headers.get("location", "")):
        raise SuiteError(f"{url}{path}: sends to a login page ({PUT_KEY})")
    if response.headers.get("content-type", "").startswith(HTML):
        hint = "the base URL must have the path before all operations, such as /api/v37"
        raise SuiteError(f"{url}{path}: answers HTML with status {response.status_code}, so it is no API ({hint})")
    if response.status_code == requests.codes.unauthorized:
        # Whoever is refused everything finds nothing wrong: such a run must not end well.
        refused = "answers 401 to the credentials that were given" if options.authorization else "answers 401"
        raise SuiteError(f"{url}{path}: {refused} ({PUT_KEY})")


def probe_status(session: GuardedSession, options: Options, harmless: Operation) -> int:
    """Ask for something harmless and return the status; raises what requests raises where no answer comes."""
    return _ask(session, options, harmless).status_code


def say(error: RequestException) -> str:
    """Return what happened, without the addresses in memory that urllib3 puts in."""
    reason = str(error).rsplit("certificate verify failed: ", 1)
    return f"{type(error).__name__}: {reason[1].split(' (_ssl')[0]}" if len(reason) > 1 else type(error).__name__


def _ask(session: GuardedSession, options: Options, harmless: Operation | None) -> requests.Response:
    if harmless is None:
        return requests.get(f"{options.base_url}/", timeout=20, allow_redirects=False)
    headers = {"Authorization": options.authorization} if options.authorization else {}
    return session.get(f"{options.base_url}{harmless.path}", headers=headers)
