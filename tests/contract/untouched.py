"""What a run left changed on a server with a fault: shared by a test and `benchmarks/check/untouched.py`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from contract.servers import Faulty, run_tests
from docpact.contract.result import ContractResult
from docpact.emit import dump_yaml, load_document
from docpact.errors import ServerError
from docpact.mock import FAULTS, create_app, running, sample_authorization
from docpact.mock.document import Document

KINDS = ("/my/lock", "/my/mobile", "/my/personalaccesskey")
NAMED = ("40217", "7001")
"""The ids that the run may change: a lock, and one of its two PINs."""
COUNTERS = frozenset({"revision", "listVersion", "targetDeviceRevision"})
CHECK = "changes_taken_back"
State = dict[str, str]
"""Where each thing is → the thing, byte for byte as JSON."""


def write_part(whole: Path, folder: Path) -> Path:
    """Write the part of the document that a run here tests; return its file."""
    raw = load_document(whole)
    path = folder / "part.yaml"
    part = {**raw, "paths": {name: found for name, found in raw["paths"].items() if name.startswith(KINDS)}}
    path.write_text(dump_yaml(part), "utf-8")
    return path


def find_sites(path: Path, name: str) -> list[str]:
    """The operations of a document that have a place for a fault."""
    return [operation.signature for operation in FAULTS[name].operations(Document(load_document(path)))]


def find_touched(path: Path, fault: str) -> Iterator[str]:
    """Test a mock with a fault as somebody's server; yield what isn't as it was, and that nothing reports."""
    raw = load_document(path)
    app = create_app(raw, behaviours=["tedee"], faults=[fault])
    before = _read_state(app.engine.store)
    with running(Faulty(app, app.base_path)) as url:
        try:
            result = run_tests(
                path, url, sample_authorization(raw), remote=True, allow=["write"], devices=[*NAMED], depth="quick",
                budget=2000,
            )  # fmt: skip
        except ServerError:
            result = None  # The fault is at the very first request: nothing else was sent.
    after = _read_state(app.engine.store)
    for place in sorted(before.keys() | after.keys()):
        if before.get(place) != after.get(place) and not _is_excused(place, before, after, result):
            yield f"{fault}: {place}: {_describe(before.get(place), after.get(place))}"


def _describe(before: str | None, after: str | None) -> str:
    """What differs between two states of a thing."""
    one, two = json.loads(before or "{}"), json.loads(after or "{}")
    return ", ".join(
        f"{name} was {one.get(name)!r}, is {two.get(name)!r}" for name in sorted({*one, *two})
        if name not in COUNTERS and one.get(name) != two.get(name)
    )  # fmt: skip


def _is_excused(place: str, before: State, after: State, result: ContractResult | None) -> bool:
    """Whether a thing may differ: it may be changed and is equal but for counters, or a failure says that it is not."""
    _, _, key = place.rpartition(" ")
    if place in before and place in after:
        if key not in NAMED:
            return False
        if _without_counters(json.loads(before[place])) == _without_counters(json.loads(after[place])):
            return True
    found = result.failures if result else ()
    # What is left, and couldn't be restored or deleted, is named in a failure; so is a thing whose id nobody was told.
    return any(failure.check == CHECK for failure in found) and (place not in before or key in NAMED)


def _without_counters(value: Any) -> Any:  # noqa: ANN401 - any JSON value.
    if isinstance(value, Mapping):
        # Null and absent are two ways to show that there is no value.
        kept = ((name, inner) for name, inner in value.items() if name not in COUNTERS and inner is not None)
        return {name: _without_counters(inner) for name, inner in kept}
    return [_without_counters(entry) for entry in value] if isinstance(value, list) else value


def _read_state(store: Any) -> State:  # noqa: ANN401 - the mock's.
    return {
        f"{path} {' '.join(map(str, keys))}": json.dumps(resource, sort_keys=True)
        for path, collection in store.collections.items()
        for keys, resource in collection.resources.items()
    }
