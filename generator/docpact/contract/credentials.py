"""Credentials from the command line and the configuration: values come from files and the environment, never shown."""

from __future__ import annotations

import base64
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from docpact.contract.suite import (
    Credentials,
    SuiteError,
    TokenRequest,
    find_key_place,
    fits_header,
    is_loopback,
    read_credentials,
)
from docpact.errors import UsageError

FROM_FILE = re.compile(r"((?:[A-Za-z]+ )?)@(.+)")
"""A value that stands in a file, with or without the word of a scheme before it: `Bearer @token.txt`."""
VARIABLE = re.compile(r"\$(?:\{([A-Za-z_][A-Za-z0-9_]*)\}|([A-Za-z_][A-Za-z0-9_]*))")
LARGEST_FILE = 64 * 1024
HEADER_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a command line or configuration says of credentials, as it stands there."""

    headers: Sequence[str] = ()
    """`Name: value`."""
    queries: Sequence[str] = ()
    """`name=value`."""
    cookies: Sequence[str] = ()
    basic: str = ""
    """`user:password`."""
    client_id: str = ""
    client_secret: str = ""
    token_url: str = ""
    scope: str = ""


NOTHING_GIVEN = Given()


def build_credentials(
    given: Given, document: Mapping[str, Any], environment: Mapping[str, str] = os.environ
) -> Credentials:
    """Return the credentials of a run: those of the environment's variables, and what is given besides.

    A value may be `@file`, and have `$NAME` or `${NAME}` of the environment in it. Raises `UsageError`, without the
    value, for one that can't be read or sent.
    """
    try:
        credentials = read_credentials(environment)
    except SuiteError as error:
        raise UsageError(str(error)) from None
    for location, name, value in _read_pairs(given, environment):
        credentials = _add(credentials, document, location, name, value)
    if given.basic:
        pair = _read_value(given.basic, "--basic", environment)
        if ":" not in pair:
            raise UsageError("has no colon", where="--basic", hint="write USER:$PASSWORD, or @file with both")
        encoded = base64.b64encode(pair.encode()).decode()
        credentials = replace(credentials, authorization=f"Basic {encoded}")
    return replace(credentials, token=_read_token(given, document, environment))


def _read_pairs(given: Given, environment: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for option, location, mark, texts in (
        ("--header", "header", ":", given.headers),
        ("--query", "query", "=", given.queries),
        ("--cookie", "cookie", "=", given.cookies),
    ):
        for text in texts:
            name, found, value = (part.strip() for part in text.partition(mark))
            if not found or not (HEADER_NAME.fullmatch(name) if mark == ":" else name):
                sample = "X-Api-Key: $KEY" if mark == ":" else "key=$KEY"
                raise UsageError("names nothing", where=option, hint=f"write '{sample}'")
            yield location, name, _read_value(value, f"{option} {name}", environment)


def _add(credentials: Credentials, document: Mapping[str, Any], location: str, name: str, value: str) -> Credentials:
    """Return the credentials with one more: as that of a security scheme where the document has such a one."""
    place = find_key_place(document)
    if location == "header" and name.lower() == "authorization":
        return replace(credentials, authorization=value)
    if (place.location, place.name.lower()) == (location, name.lower()):
        return replace(credentials, authorization=value)
    schemes = document.get("components", {}).get("securitySchemes", {})
    for scheme_name, scheme in schemes.items():
        of_scheme = scheme.get("type"), scheme.get("in"), str(scheme.get("name", "")).lower()
        if of_scheme == ("apiKey", location, name.lower()):
            return replace(credentials, keys={**credentials.keys, scheme_name: value})
    return replace(credentials, extra=(*credentials.extra, (location, name, value)))


def _read_token(
    given: Given, document: Mapping[str, Any], environment: Mapping[str, str]
) -> TokenRequest | None:  # fmt: skip
    if not given.client_id:
        if given.client_secret or given.token_url:
            raise UsageError("is missing", where="--client-id", hint="name the client whose secret it is")
        return None
    url = given.token_url or _find_token_url(document)
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError("is no URL" if url else "is missing", where="--token-url", hint="the document names none")
    if parts.scheme == "http" and not is_loopback(url):
        raise UsageError("would show the secret to the network", where=url, hint="use https")
    return TokenRequest(
        url=url,
        client_id=_read_value(given.client_id, "--client-id", environment),
        client_secret=_read_value(given.client_secret, "--client-secret", environment),
        scope=given.scope,
    )


def _find_token_url(document: Mapping[str, Any]) -> str:
    schemes = document.get("components", {}).get("securitySchemes", {}).values()
    flows = [scheme.get("flows", {}).get("clientCredentials", {}) for scheme in schemes]
    return next((str(flow["tokenUrl"]) for flow in flows if flow.get("tokenUrl")), "")


def _read_value(text: str, where: str, environment: Mapping[str, str]) -> str:
    """Return a value with what files and the environment hold; the messages of errors have none of it."""
    if match := FROM_FILE.fullmatch(text):
        text = match[1] + _read_file(Path(match[2]), where)
    else:

        def find(match: re.Match[str]) -> str:
            name = match[1] or match[2]
            if name not in environment:
                raise UsageError(f"the environment has no {name}", where=where)
            return environment[name].strip()

        text = VARIABLE.sub(find, text)
    if not text.strip():
        raise UsageError("has no value", where=where, hint="write the value, $NAME of the environment, or @file")
    if not fits_header(text):
        raise UsageError("has characters that can't be sent", where=where, hint="it must be printable ASCII")
    return text


def _read_file(path: Path, where: str) -> str:
    try:
        with path.expanduser().open(encoding="utf-8") as stream:
            return stream.read(LARGEST_FILE).strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}", where=where) from None
