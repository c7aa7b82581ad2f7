"""What is wrong with a document: findings, which are reported, and faults, which stop the reading of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from docpact.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Finding:
    """Something in a document that is not understood, or is read as it was most probably meant."""

    where: str
    """The file, its line where one is known, and a JSON pointer: `openapi.yaml:12#/paths/~1a/get`."""
    message: str
    """What stands there and what was made of it, one sentence without a full stop."""

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


Report: TypeAlias = Callable[[Finding], None]
"""Where a function that finds something says so. A test passes `found.append`."""


def escape(step: str) -> str:
    """Return one step of a JSON pointer as it is written in one (RFC 6901, section 3)."""
    return step.replace("~", "~0").replace("/", "~1")


def unescape(step: str) -> str:
    """Return what one written step of a JSON pointer stands for (RFC 6901, section 4)."""
    return step.replace("~1", "/").replace("~0", "~")


@dataclass(frozen=True, slots=True)
class Place:
    """A value in one of the files that a document is made of."""

    file: str
    """As the person named it, or relative to the document's folder."""
    pointer: str = ""
    """A JSON pointer into the file; empty for the whole."""
    line: int = 0
    """Of the innermost mapping or list around it whose line is known, from 1; 0 where none is."""

    def __str__(self) -> str:
        return f"{self.file}{f':{self.line}' if self.line else ''}{f'#{self.pointer}' if self.pointer else ''}"


def fault(place: Place | str, message: str, hint: str = "") -> InputError:
    """Return the error that a document can't be read because of that."""
    return InputError(message, where=str(place), hint=hint)
