"""What every step of the model needs, made once and never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import FieldStatement
from docpact.model.collect.links import LinkIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where names and links lead, and where faults are reported."""

    links: LinkIndex
    names: Mapping[str, str]
    """Key of a structure or enum → component name."""
    sections: Mapping[str, tuple[FieldStatement, ...]]
    """Label, in lower case → the fields in the section that it stands before."""
    report: Report

    def fault(self, code: str, message: str, origin: Origin, *related: Origin | None) -> None:
        """Report a diagnostic; related places that nobody knows are left out."""
        known = tuple(place for place in related if place is not None)
        self.report(Diagnostic(code=code, message=message, origin=origin, related=known))
