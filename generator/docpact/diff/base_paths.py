"""Paths of two documents, one of which may have in its server's address what the other has in its paths.

`/api/v2/lock` under no server and `/lock` under `https://a.example/api/v2` are the same operation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from docpact.diff.findings import Node

PARAMETER = re.compile(r"\{[^{}]*\}")


def align_base_paths(old: Node, new: Node) -> tuple[Node, Node]:
    """Return both with the base paths in their paths, if more of these are the same then; else as they are.

    A new version in the address (`/v2` after `/v1`) is no other path of each operation.
    """
    bases = _base_path(old), _base_path(new)
    if bases[0] == bases[1] or None in bases:
        return old, new
    whole = _move(old, bases[0] or ""), _move(new, bases[1] or "")
    return whole if _shared(*whole) > _shared(old, new) else (old, new)


def _base_path(document: Node) -> str | None:
    """Return the path that all servers have; None where they have several."""
    found = {_path_of(server) for server in document.get("servers") or ({"url": ""},)}
    return found.pop() if len(found) == 1 else None


def _path_of(server: Node) -> str:
    variables = server.get("variables")

    def fill(match: re.Match[str]) -> str:
        variable = variables.get(match[0][1:-1]) if isinstance(variables, Mapping) else None
        return str(variable.get("default", "")) if isinstance(variable, Mapping) else match[0]

    return urlsplit(PARAMETER.sub(fill, str(server.get("url", "")))).path.rstrip("/")


def _move(document: Node, base: str) -> Node:
    if not base:
        return document
    servers = [{**server, "url": str(server["url"]).rstrip("/").removesuffix(base)} for server in document["servers"]]
    found: dict[str, Any] = {
        **document,
        "paths": {f"{base}{path}": item for path, item in (document.get("paths") or {}).items()},
        "servers": [server for server in servers if server["url"]],
    }
    if not found["servers"]:
        del found["servers"]
    return found


def _shared(old: Node, new: Node) -> int:
    return len(_templates(old) & _templates(new))


def _templates(document: Node) -> set[str]:
    return {PARAMETER.sub("{}", path).lower() for path in document.get("paths") or {}}
