"""How much of a documentation is read → text: counts, what is not read, and what to do first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from docpact.diagnostics import CODES, Diagnostic, Origin
from docpact.survey import UNREADABLE, RequestLineSeen

SHOWN = 10
"""How many places are listed of each kind; of more, their number."""
NO_CODE = "it calls no documented operation"


def format_coverage(lines: Sequence[RequestLineSeen], place: Callable[[Origin], str], *, pages: bool) -> str:
    """Return how many request lines were seen, read and not read, by dialect and (`pages`) by page.

    `place` returns what an origin is called where the reader is.
    """
    rows = [_count("request lines", lines)]
    for dialect in sorted({line.dialect for line in lines}):
        own = [line for line in lines if line.dialect == dialect]
        rows.append(_count(f"  {dialect}", own))
    if pages:
        for path in sorted({line.origin.path for line in lines}):
            own = [line for line in lines if line.origin.path == path]
            rows.append(_count(f"  {place(own[0].origin).rpartition(':')[0]}", own))
    unread = [line for line in lines if line.code is not None]
    rows += ["", "not read:"] if unread else []
    for line in unread:
        rows.append(f"  {place(line.origin)}: {line.text}  [{line.code or NO_CODE}]")
    return "\n".join(rows)


def format_steps(
    lines: Sequence[RequestLineSeen],
    diagnostics: Sequence[Diagnostic],
    place: Callable[[Origin], str],
    *,
    configured: bool,
) -> str:
    """Return what to do first, the step that gains most at the head."""
    steps = [*_page_steps(diagnostics, place), *_line_steps(lines, place)]
    if not lines:
        steps.append("No page has a request line. Begin an operation with `GET /books/{id}` in a literal block")
    if not configured:
        steps.append("There is no configuration. `docpact init` writes one")
    counts = Counter(d.code for d in diagnostics if d.code not in {line.code for line in lines})
    for code, count in sorted(counts.items(), key=lambda entry: (-CODES[entry[0]].severity.rank, -entry[1], entry[0])):
        first = next(d for d in diagnostics if d.code == code)
        times = f"{count} times, first at" if count > 1 else "at"
        steps.append(f"{CODES[code].severity}[{code}] {times} {place(first.origin)}: {CODES[code].hint}")
    shown = [f"{number:3}. {step}" for number, step in enumerate(steps[:SHOWN], 1)]
    if len(steps) > SHOWN:
        shown.append(f"     and {len(steps) - SHOWN} more kinds: `docpact lint --statistics`")
    return "\n".join(["what to do first:", *shown]) if shown else ""


def _count(name: str, lines: Sequence[RequestLineSeen]) -> str:
    read = sum(line.code is None for line in lines)
    return f"{name}: {len(lines)} seen, {read} read, {len(lines) - read} not read"


def _page_steps(diagnostics: Sequence[Diagnostic], place: Callable[[Origin], str]) -> list[str]:
    """Return a step for each page that can't be read."""
    lost = [d for d in diagnostics if d.code in UNREADABLE]
    return [f"{place(d.origin).rpartition(':')[0]} is not read: {d.message}; {d.hint}" for d in lost]


def _line_steps(lines: Sequence[RequestLineSeen], place: Callable[[Origin], str]) -> list[str]:
    """Return a step for each reason why request lines aren't read, the commonest first."""
    steps: list[str] = []
    for code, count in Counter(line.code for line in lines if line.code).most_common():
        if code is None:
            continue
        first = next(line for line in lines if line.code == code)
        page = first.origin.path.rpartition(".")[0]
        lost = f"{count} request lines are" if count > 1 else "1 request line is"
        steps.append(
            f"{lost} not read [{code}], first at {place(first.origin)}: {CODES[code].hint}. "
            f"`docpact explain --page {page}` shows how the page is read"
        )
    return steps
