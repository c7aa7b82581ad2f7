"""What a run found: failures once each, the count of requests; never a secret."""

from __future__ import annotations

import json
import os
import re
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from suite.options import AUTHORIZATION

HIDDEN = "[hidden]"
LONGEST_MESSAGE = 2000
# schemathesis hides the header's value itself; the person who copies the line has it in the environment.
FILTERED = re.compile(r"-H '(Authorization): \[Filtered\]'", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """One failure of one operation."""

    operation: str
    check: str
    message: str
    curl: str
    """A command that sends the request again."""


class ContractFailure(AssertionError):  # noqa: N818 - a failed assertion, not an error.
    """What a test of ours found."""

    def __init__(self, operation: str, check: str, message: str, curl: str = "") -> None:
        super().__init__(f"{operation}: {check}: {message}")
        self.failed = Failed(operation=operation, check=check, message=message, curl=curl)


class Results:
    """Collects what is found."""

    def __init__(self, secrets: Sequence[str]) -> None:
        self.secrets = secrets
        self.failures: dict[tuple[str, str], Failed] = {}
        self.left_out: dict[str, str] = {}
        """Operation → why it wasn't called."""
        self.tested: set[str] = set()
        self.error = ""
        self._start = time.monotonic()

    def add(self, failed: Failed) -> None:
        """Remember a failure: one for each operation and check, the last that was seen, which is the smallest."""
        shown = Failed(
            operation=failed.operation,
            check=failed.check,
            message=self.redact(failed.message)[:LONGEST_MESSAGE],
            curl=self.redact(FILTERED.sub(rf'-H "\1: ${AUTHORIZATION}"', failed.curl)),
        )
        self.failures[failed.operation, failed.check] = shown

    def redact(self, text: str) -> str:
        """Return the text without any secret, by its value: names of headers tell nothing about what is in a body."""
        for secret in self.secrets:
            text = text.replace(secret, HIDDEN)
        return text

    def write(self, path: Path, requests: int) -> None:
        """Write everything as JSON, whole or not at all."""
        content = {
            "operations": sorted(self.tested),
            "requests": requests,
            "seconds": round(time.monotonic() - self._start, 1),
            "failures": [asdict(self.failures[key]) for key in sorted(self.failures)],
            "left_out": dict(sorted(self.left_out.items())),
            "error": self.redact(self.error),
        }
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(content, stream, indent=2)
        Path(name).replace(path)

    def format(self) -> list[str]:
        """Return the failures for people: what, how, and the line that sends it again."""
        lines: list[str] = []
        for failed in (self.failures[key] for key in sorted(self.failures)):
            lines += [f"{failed.operation}: {failed.check}"]
            lines += [f"    {line}" for line in failed.message.splitlines() if line.strip()]
            lines += [f"    {failed.curl}"] if failed.curl else []
        return lines
