"""What stops a run. One family, raised anywhere, caught only in `cli`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from docpact.diagnostics import Diagnostic


@dataclass
class DocpactError(Exception):
    """A run that cannot go on: what happened, where, and what to do about it. Ends the process with exit code 2."""

    message: str
    """What happened, one sentence without a full stop."""
    where: str = ""
    """The file, `file:line`, folder or URL at fault; empty without one."""
    hint: str = ""
    """What the person can do, one sentence without a full stop; empty where the message says it."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was found in the input before the run stopped."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """The file of each path that the diagnostics' origins name."""

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"


class UsageError(DocpactError):
    """Arguments or configuration that make no sense."""


class InputError(DocpactError):
    """Input that cannot be read at all: no such folder, no operation on any page, a document that is not OpenAPI."""


class OutputError(DocpactError):
    """A file, folder or port that cannot be written to or taken."""


class ToolError(DocpactError):
    """A program that we run (the client generator, pytest) did not do its work."""


class ServerError(DocpactError):
    """A server that is not there, or answers something that is no API."""
