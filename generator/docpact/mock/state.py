"""What a mock remembers, kept in a file: JSON, so that it can be read, compared and edited."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docpact.errors import InputError
from docpact.files import write_text
from docpact.mock.shelf import Shelf
from docpact.mock.store import Store

FORMAT = "docpact mock state 1"


def dump_state(store: Store) -> str:
    """Return all that the store remembers, as JSON: the same state gives the same bytes."""
    collections = {
        path: {"last": found.last, "resources": [[list(keys), value] for keys, value in found.resources.items()]}
        for path, found in store.collections.items()
    }
    content = {"format": FORMAT, "collections": collections, "records": store.records}
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def load_state(store: Store, path: Path) -> None:
    """Put what the file holds in the place of what the store remembers; raises `InputError` for what is no state."""
    try:
        content: Any = json.loads(path.read_text("utf-8"))
        loaded = {
            name: (
                int(found["last"]),
                Shelf({tuple(map(str, keys)): dict(value) for keys, value in found["resources"]}),
            )
            for name, found in content["collections"].items()
        }
        records = {str(name): dict(value) for name, value in content["records"].items()}
        known = content["format"] == FORMAT
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        reason = type(error).__name__
        raise InputError(
            f"is no state of a mock ({reason})", where=str(path), hint="delete it to start without a state"
        ) from None
    if not known or "keys" not in records:
        raise InputError(
            "is the state of another document or version", where=str(path), hint="delete it to start without a state"
        )
    for name, collection in store.collections.items():
        last, resources = loaded.get(name, (collection.last, collection.resources))
        collection.replace(Shelf(resources), last)
    store.records = records


def save_state(store: Store, path: Path) -> None:
    """Write the state to the file; raises `OutputError` where that cannot be done."""
    write_text(path, dump_state(store), private=True)
