"""The files with recorded traffic: archives and logs, one by one or whole folders of them, also packed with gzip."""

from __future__ import annotations

import gzip
import stat
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from docpact.contract.traffic.har import BrokenOffError, read_har
from docpact.contract.traffic.json_lines import FIELDS, Lines
from docpact.contract.traffic.suite import Recorded
from docpact.errors import UsageError

HAR, LINES = ".har", (".jsonl", ".ndjson", ".log")
PACKED = ".gz"


@dataclass(slots=True)
class Traffic:
    """The exchanges of some files, read one at a time."""

    files: Sequence[Path]
    fields: Mapping[str, str] = field(default_factory=dict)
    """Part of an exchange → where lines of JSON have it, in place of what is looked for otherwise."""
    troubles: list[str] = field(default_factory=list)
    """What of the files couldn't be read, a line each."""

    def __iter__(self) -> Iterator[Recorded]:
        """Yield the exchanges; raises `UsageError` for a file that nothing of can be read."""
        for path in self.files:
            yield from self._read(path)

    def _read(self, path: Path) -> Iterator[Recorded]:
        count = 0
        try:
            with _open(path) as stream:
                lines = None if _ending(path) == HAR else Lines(stream, path.name, self.fields)
                for exchange in lines if lines is not None else read_har(stream, path.name):
                    count += 1
                    yield exchange
        except BrokenOffError as error:
            if not count:
                raise UsageError(str(error), hint="export it again as HAR 1.2") from None
            self.troubles.append(str(error))
        except (OSError, EOFError, zlib.error) as error:
            raise UsageError(f"cannot be read: {error}", where=str(path)) from None
        else:
            self._note_lines(path, count, lines)

    def _note_lines(self, path: Path, count: int, lines: Lines | None) -> None:
        if lines is None or not lines.skipped:
            return
        if not count:
            hint = "say where they stand: --traffic-field status=response.code"
            raise UsageError("no line has a method, a URL or path, and a status", where=str(path), hint=hint)
        self.troubles.append(
            f"{path.name}: {lines.skipped} lines are no exchange, the first is line {lines.first_skipped}"
        )


def find_files(named: Sequence[Path]) -> tuple[Path, ...]:
    """Return the files that arguments name: a folder stands for all archives and logs in it and below.

    Raises `UsageError` for one that doesn't exist, has an unknown ending, or is a folder without any.
    """
    found: list[Path] = []
    for path in named:
        if path.is_dir():
            inside = sorted(one for one in path.rglob("*") if one.is_file() and _ending(one) in {HAR, *LINES})
            if not inside:
                raise UsageError("has no recorded traffic", where=str(path), hint=f"known are {_known()}")
            found += inside
        elif not path.exists():
            raise UsageError("does not exist", where=str(path))
        elif _ending(path) not in {HAR, *LINES}:
            raise UsageError("ends in no known format", where=str(path), hint=f"known are {_known()}")
        elif not stat.S_ISREG(path.stat().st_mode):
            raise UsageError("is no regular file", where=str(path))
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def parse_field(text: str) -> tuple[str, str]:
    """Return the part of an exchange and where lines have it; raises `UsageError` for anything else."""
    name, _, path = text.partition("=")
    if name not in FIELDS or not path:
        hint = f"write PART=KEY.KEY; parts are {', '.join(FIELDS)}"
        raise UsageError(f"`{text}` names no field", where="--traffic-field", hint=hint)
    return name, path


def _open(path: Path) -> IO[bytes]:
    if path.suffix.lower() != PACKED:
        return path.open("rb")
    return gzip.open(path, "rb")  # type: ignore[return-value] # It reads bytes, as its mode says.


def _ending(path: Path) -> str:
    return Path(path.stem).suffix.lower() if path.suffix.lower() == PACKED else path.suffix.lower()


def _known() -> str:
    return ", ".join((HAR, *LINES)) + f", each also with {PACKED}"
