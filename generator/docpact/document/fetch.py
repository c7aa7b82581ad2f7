"""A document from a URL: limited in size and time, and from no other host than the one that was named."""

from __future__ import annotations

import threading
from urllib.parse import urlsplit, urlunsplit

import httpx

from docpact.document.faults import fault
from docpact.document.limits import LARGEST_FILE, LONGEST_FETCH, MOST_REDIRECTS
from docpact.errors import InputError

FINE = 200
PORTS = {"http": 80, "https": 443}
ACCEPT = {"accept": "application/yaml, application/json, */*;q=0.1"}


def hide_credentials(url: str) -> str:
    """Return the URL without a name and password, and without a fragment; raises `InputError` where it isn't one."""
    try:
        parts = urlsplit(url)
        parts.port  # noqa: B018 - it raises for what is no number.
    except ValueError as error:
        raise fault("the URL", f"is no URL: {error}") from error
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment=""))


def fetch(url: str) -> bytes:
    """Return the body that is answered; raises `InputError` without one, or where it takes too long.

    The whole exchange has one deadline, kept from outside: a server that sends a byte now and then would outlive
    each limit of a single read.
    """
    name = hide_credentials(url)
    bodies: list[bytes] = []
    errors: list[InputError] = []

    def work() -> None:
        try:
            bodies.append(_fetch(url, name))
        except InputError as error:
            errors.append(error)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
            errors.append(fault(name, f"cannot be fetched: {str(error) or type(error).__name__}"))

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(LONGEST_FETCH)
    if errors:
        raise errors[0]
    if not bodies:
        raise fault(name, f"does not arrive within {LONGEST_FETCH:.0f} seconds")
    return bodies[0]


def _fetch(url: str, name: str) -> bytes:
    with httpx.Client(timeout=LONGEST_FETCH / 3, follow_redirects=False) as client:
        request = client.build_request("GET", url, headers=ACCEPT)
        for _ in range(MOST_REDIRECTS + 1):
            answer = client.send(request, stream=True)
            if answer.next_request is None:
                return _read_body(answer, name)
            answer.close()
            _check_redirection(request.url, answer.next_request.url, name)
            request = answer.next_request
    raise fault(name, f"redirects more than {MOST_REDIRECTS} times")


def _check_redirection(asked: httpx.URL, target: httpx.URL, name: str) -> None:
    """Raise `InputError` for another host or port, and for plain HTTP instead of HTTPS."""
    hint = "name that URL yourself if you trust it"
    secured = asked.scheme == "http" and target.scheme == "https" and asked.port is target.port is None
    same_port = (asked.port or PORTS.get(asked.scheme)) == (target.port or PORTS.get(target.scheme))
    if asked.host != target.host or not (same_port or secured):
        raise fault(name, f"redirects to another host, {target.host}", hint)
    if asked.scheme == "https" and target.scheme != "https":
        raise fault(name, "redirects from https to http", hint)


def _read_body(answer: httpx.Response, name: str) -> bytes:
    try:
        if answer.status_code != FINE:
            raise fault(name, f"is answered with status {answer.status_code}")
        found = bytearray()
        for piece in answer.iter_bytes():
            found += piece
            if len(found) > LARGEST_FILE:
                break
        return bytes(found)
    finally:
        answer.close()
