"""How large a document is once its aliases are written out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docpact.errors import InputError

MOST_NODES = 1_000_000
MOST_LEVELS = 300


def check_size(document: Mapping[str, Any]) -> None:
    """Raise `InputError` for a document of too many values.

    A few lines of YAML can stand for any number: each alias counts as often as it is used, as it would be read.
    """
    count: int = 0
    todo: list[Iterator[Any]] = [iter((document,))]
    while todo:
        try:
            node: Any = next(todo[-1])
        except StopIteration:
            todo.pop()
            continue
        count += 1
        if count > MOST_NODES or len(todo) > MOST_LEVELS:
            where = "the document"
            raise InputError(f"has over {MOST_NODES:,} values or {MOST_LEVELS} levels", where=where)
        if isinstance(node, Mapping):
            todo.append(iter(node.values()))
        elif isinstance(node, list):
            todo.append(iter(node))
