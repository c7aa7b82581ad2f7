"""Statements about pages: how links find them, and how their blocks were read."""

from __future__ import annotations

from dataclasses import dataclass

from docpact.diagnostics import Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStatement:
    """A page, as links find it."""

    name: str
    path: str
    """The source file's path in the tree; links are relative to its folder."""
    labels: tuple[str, ...] = ()
    """The explicit targets on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockReading:
    """One block of a page, and what was made of it."""

    origin: Origin
    kind: str
    """`table`, `paragraph` …; `operation` for the beginning of one."""
    words: str
    """Its first words."""
    over: str
    """The words that stand over it."""
    role: str
    """What it was taken as; empty where it is left to the description, or nobody reads it."""
    rule: str
    """The rule that took it, in its own words."""
