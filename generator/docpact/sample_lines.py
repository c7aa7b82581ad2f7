"""Diagnostics about a sample → at the line of the property that they name, not at the sample's first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Origin, sort_diagnostics
from docpact.read.page import Page, Sample, walk_blocks

INSIDE = frozenset({"field-undocumented", "sample-invalid", "sample-time"})
"""The codes that name a property of a sample, and are reported where the sample begins."""
QUOTED = re.compile(r"`([^`]+)`")
VALUE = re.compile(r"`[^`]+`: (?P<text>\"[^\"]*\"|-?[0-9.]+|true|false|null) ")
"""The value at fault, where the message begins with it."""


def locate_in_samples(diagnostics: Sequence[Diagnostic], pages: Iterable[Page]) -> list[Diagnostic]:
    """Return the diagnostics, sorted; of those in `INSIDE`, each at the first line that shows its property."""
    samples: dict[str, list[Sample]] = {}
    if any(diagnostic.code in INSIDE for diagnostic in diagnostics):
        for page in pages:
            for section in page.sections:
                for block in walk_blocks(section.blocks):
                    if isinstance(block, Sample):
                        samples.setdefault(block.origin.path, []).append(block)
    return sort_diagnostics([_located(one, samples.get(one.origin.path, [])) for one in diagnostics])


def _located(diagnostic: Diagnostic, samples: Sequence[Sample]) -> Diagnostic:
    quoted = QUOTED.search(diagnostic.message) if diagnostic.code in INSIDE else None
    if quoted is None:
        return diagnostic
    # A place such as `result.0.name` ends with the property's name.
    steps = quoted[1].split(".")
    names = [name for name in (quoted[1], steps[-1]) if not name.isdecimal()]
    value = VALUE.match(diagnostic.message)
    # Of several elements of a list, only the value at fault tells which one is meant.
    first_one = all(step == "0" for step in steps if step.isdecimal())
    line = diagnostic.origin.line
    for sample in samples:
        rows = sample.text.split("\n")
        first = line - sample.origin.line
        if 0 <= first < len(rows):
            shown = [n for n in range(first, len(rows)) if any(f'"{name}"' in rows[n] for name in names)]
            exact = [n for n in shown if value and value["text"] in rows[n]]
            line = sample.origin.line + next(iter(exact or (shown if first_one else [])), first)
            break
    return replace(diagnostic, origin=Origin(diagnostic.origin.path, line))
