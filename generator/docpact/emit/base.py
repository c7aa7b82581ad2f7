"""The base document: what a person says of the API that no page says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docpact.config import Config
from docpact.emit.document import EVERYWHERE
from docpact.emit.yaml_text import load_yaml
from docpact.errors import InputError
from docpact.extensions import CONVENTIONS


def load_base(config: Config) -> Mapping[str, Any]:
    """Return the configured base document with what the configuration adds: the address of the pages, the conventions.

    Raises `InputError` where it can't be read, is no mapping, or names responses for every operation in another way
    than as a status and a name.
    """
    added: dict[str, Any] = {"externalDocs": {"url": config.docs.url}} if config.docs.url else {}
    if conventions := config.conventions.dump():
        added[CONVENTIONS] = conventions
    if not config.spec.base:
        return added
    where = str(config.path(config.spec.base))
    base = load_yaml(config.path(config.spec.base))
    if not isinstance(base, dict):
        raise InputError("the base document must be a mapping", where=where)
    for status, entry in (base.get(EVERYWHERE) or {}).items():
        named = entry if isinstance(entry, str) else isinstance(entry, dict) and entry.get("response")
        if not isinstance(status, str) or not isinstance(named, str):
            hint = "write `'401': Unauthorized`, or `'404': {response: NotFound, path: '*{*'}`"
            raise InputError(f"{EVERYWHERE}: `{status}` is no response", where=where, hint=hint)
    return {**base, **added}
