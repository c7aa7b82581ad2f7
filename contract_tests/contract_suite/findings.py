"""What one process of a run found, and the JSON file that the process leaves for the one that started it."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

TEST_ERROR = "test_error"
"""The check under which the error of a test itself is written down: the server did nothing wrong."""
INTERRUPTED = "it was interrupted"
"""Why a run ended early that somebody ended by Ctrl-C."""
NO_REJECTIONS = "the document lists no response for rejected input"
"""The cause of undocumented rejections where no operation documents any: one gap of the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """One check that one operation fails."""

    operation: str
    """`GET /thing/{id}`."""
    check: str
    """The check's name in `checks.CHECKS`."""
    message: str
    curl: str
    """A command that sends the request again, with the credentials taken from the environment."""
    expected: str = ""
    got: str = ""
    source: str = ""
    """`file:line` of the documentation; empty where the document doesn't say."""
    cause: str = ""
    """What is probably behind it, in the same words for the same cause; empty where only the message says."""
    after: int = 0
    """How many requests had been sent when it was first seen."""
    recorded: str = ""
    """Where the exchange was recorded, of one that this run didn't send."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How long the responses of one operation took."""

    requests: int = 0
    seconds: float = 0.0
    """Of all requests together."""
    slowest: float = 0.0

    def __add__(self, other: Timing) -> Timing:
        return Timing(
            requests=self.requests + other.requests,
            seconds=self.seconds + other.seconds,
            slowest=max(self.slowest, other.slowest),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An observation that fails nothing, but is worth knowing."""

    operation: str
    message: str
    about: str = ""
    """What of the operation it is about; an operation has one note about each thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Everything that one process found."""

    operations: tuple[str, ...] = ()
    """The operations that were tested."""
    requests: int = 0
    seconds: float = 0.0
    failures: tuple[Failure, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Operation → why it was not called."""
    checked: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Operation → check → how often it was made."""
    timings: Mapping[str, Timing] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    """Operation → `file:line` of the documentation."""
    guarded: bool = False
    """Whether the server is somebody's, so that only permitted requests were sent."""
    selected: tuple[str, ...] = ()
    """The operations that were to be tested."""
    statuses: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Operation → status → how often it came as the response to a request with the credentials of the run."""
    unknown_devices: tuple[str, ...] = ()
    """The ids of `--device` that no list of the server shows."""
    trouble: str = ""
    """Why the run ended early; the findings up to then stand."""
    error: str = ""
    """Why the run could not begin; then nothing else is here."""


def write_findings(findings: Findings, path: Path) -> None:
    """Write the findings as JSON, whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        json.dump(asdict(findings), stream, indent=2)
    Path(name).replace(path)


def read_findings(path: Path) -> Findings:
    """Return the findings that `write_findings` wrote."""
    raw = json.loads(path.read_text("utf-8"))
    return Findings(
        **raw | {
            "operations": tuple(raw["operations"]),
            "failures": tuple(Failure(**failure) for failure in raw["failures"]),
            "timings": {operation: Timing(**timing) for operation, timing in raw["timings"].items()},
            "notes": tuple(Note(**note) for note in raw["notes"]),
            "selected": tuple(raw["selected"]),
            "unknown_devices": tuple(raw["unknown_devices"]),
        }
    )  # fmt: skip
