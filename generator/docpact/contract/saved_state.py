"""Files that stay from one run to the next, in the person's own folders."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from pathlib import Path

from docpact.contract.result import ContractResult
from docpact.files import write_text


def cache_folder() -> Path:
    """Return the person's own folder for what can be regenerated, by the XDG base directory specification."""
    return _folder("XDG_CACHE_HOME", ".cache")


def state_folder() -> Path:
    """Return the person's own folder for what must outlast a run, by the XDG base directory specification."""
    return _folder("XDG_STATE_HOME", ".local/state")


def journal_path() -> Path:
    """Return the file that lists what runs created and have not deleted yet."""
    return state_folder() / "created.jsonl"


def save_failed(result: ContractResult, name: str) -> None:
    """Save which operations failed, under the server's name, for `--replay`; nothing where that cannot be written."""
    failed = sorted({failure.operation for failure in result.failures} & set(result.tested))
    try:
        write_text(_saved(name), json.dumps({"seed": result.seed, "operations": failed}) + "\n", private=True)
    except Exception:  # noqa: BLE001 - the run's result must not depend on whether a home can be written to.
        return


def read_failed(name: str) -> tuple[str, ...]:
    """Return the operations that failed in the last run against that server."""
    path = _saved(name)
    return tuple(json.loads(path.read_text("utf-8"))["operations"]) if path.is_file() else ()


def _saved(name: str) -> Path:
    return state_folder() / f"failures-{hashlib.sha256(name.encode()).hexdigest()[:16]}.json"


def _folder(variable: str, inside: str) -> Path:
    given = os.environ.get(variable) or os.environ.get("LOCALAPPDATA")
    try:
        return (Path(given) if given else Path.home() / inside) / "docpact"
    except RuntimeError:  # No home.
        return Path(tempfile.gettempdir()) / f"docpact-{os.getpid()}"
