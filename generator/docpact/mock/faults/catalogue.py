"""What a fault is, and how a family of them is written down: a function each, with its description as docstring."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from docpact.mock.document import Document
from docpact.mock.faults.mechanism import Answer, Ask, Deviating, Deviation, Request, Site
from docpact.mock.operations import Operation

Fits: TypeAlias = Callable[[Document, Operation], bool]
"""Tells whether a fault can show in an operation."""
Change: TypeAlias = Callable[[Site, Request, Answer], Answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way in which a server can differ from its document."""

    name: str
    family: str
    description: str
    """One sentence: what the server does."""
    expected_check: str
    """The contract check that should notice."""
    fits: Fits
    deviate: Deviation
    whole_path: bool = False

    def operations(self, document: Document) -> tuple[Operation, ...]:
        """Return the operations that it can show in, those without placeholders first."""
        return tuple(operation for operation in document.operations if self.fits(document, operation))

    def at(self, site: Site) -> Deviating:
        """Return the fault at work there."""
        return Deviating(name=self.name, site=site, deviate=self.deviate, whole_path=self.whole_path)


@dataclass(slots=True)
class Family:
    """Faults of one kind."""

    name: str
    faults: dict[str, Fault] = field(default_factory=dict)

    def around(
        self, check: str, fits: Fits, *, whole_path: bool = False
    ) -> Callable[[Deviation], Deviation]:  # fmt: skip
        """Add a fault that decides itself what it asks the mock, if anything."""

        def add(deviate: Deviation) -> Deviation:
            name = getattr(deviate, "__name__", "").replace("_", "-")
            self.faults[name] = Fault(
                name=name, family=self.name, description=inspect.getdoc(deviate) or "", expected_check=check,
                fits=fits, deviate=deviate, whole_path=whole_path,
            )  # fmt: skip
            return deviate

        return add

    def change(self, check: str, fits: Fits, *, whole_path: bool = False) -> Callable[[Change], Change]:
        """Add a fault that changes what the mock answers."""

        def add(change: Change) -> Change:
            name = getattr(change, "__name__", "").replace("_", "-")
            self.add(name, inspect.getdoc(change) or "", check, fits, change, whole_path=whole_path)
            return change

        return add

    def add(  # noqa: PLR0913 - a fault's own fields, in the order in which tables have them.
        self, name: str, description: str, check: str, fits: Fits, change: Change, *, whole_path: bool = False
    ) -> None:
        """Add a fault that changes what the mock answers."""

        async def deviate(site: Site, request: Request, ask: Ask) -> Answer:
            return change(site, request, await ask(request))

        self.faults[name] = Fault(
            name=name, family=self.name, description=description, expected_check=check,
            fits=fits, deviate=deviate, whole_path=whole_path,
        )  # fmt: skip
