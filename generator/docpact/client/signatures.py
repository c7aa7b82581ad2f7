"""How an API signs its webhooks, where its document says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docpact.client.runtime.signatures import ALGORITHMS
from docpact.document import resolve

EXTENSION = "x-webhook-signature"
"""On the document or on a webhook's operation, with the properties below; only `header` is needed."""
STANDARD = {
    "header": "webhook-signature", "encoding": "base64", "prefix": "v1,", "identifier": "webhook-id",
    "timestamp": "webhook-timestamp",
}  # fmt: skip
"""https://www.standardwebhooks.com"""
KNOWN = {"webhook-signature": STANDARD, "x-hub-signature-256": {"header": "X-Hub-Signature-256", "prefix": "sha256="}}
"""Headers that say how they are made by their name; the second is WebSub's."""
PROPERTIES = ("header", "algorithm", "encoding", "prefix", "identifier", "timestamp")


def read_signature(document: Mapping[str, Any]) -> dict[str, str] | None:
    """Return the properties of a signature; None where the document declares none that could be checked."""
    for declared in _declared(document):
        found = {name: value for name in PROPERTIES if isinstance(value := declared.get(name), str)}
        found["algorithm"] = found.get("algorithm", "sha256").lower().removeprefix("hmac-").replace("-", "")
        if (
            found.get("header")
            and found["algorithm"] in ALGORITHMS
            and found.get("encoding", "hex") in {"hex", "base64"}
        ):
            return found
    return None


def _declared(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    if isinstance(document.get(EXTENSION), Mapping):
        yield document[EXTENSION]
    for item in (document.get("webhooks") or {}).values():
        for operation in item.values() if isinstance(item, Mapping) else ():
            if not isinstance(operation, Mapping):
                continue
            if isinstance(operation.get(EXTENSION), Mapping):
                yield operation[EXTENSION]
            for parameter in operation.get("parameters") or ():
                found = resolve(document, parameter)
                if found.get("in") == "header" and (known := KNOWN.get(str(found.get("name")).lower())):
                    yield known
