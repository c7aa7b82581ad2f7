"""Changes → a changelog: what they have in common is said once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from docpact.diff.rules import RULES
from docpact.diff.types import Change, Impact
from docpact.plain_text import BACKTICKS, code_span, visible

SHOWN_OPERATIONS = 3
MARKUP = re.compile(r"[\\*_\[\]<>|~&$]")
TAGS = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
# What GitHub turns into mentions, references to issues and links, and a blank without width, which it shows as nothing.
LINKING = re.compile(r"@(?=\w)|#(?=\d)|\bGH(?=-\d)|:(?=//)|\bwww(?=\.)", re.IGNORECASE)
BREAK = "&#8203;"
# A list of more than so many things that break nobody is folded.
LONGEST_OPEN = 10


def format_rules(changes: Sequence[Change], *, fold: bool = False) -> str:
    """Return the changes by rule, in their order: what a rule means, then where it holds.

    `fold` puts long lists of what breaks nobody behind a summary, for what is shown as a page.
    """
    shown: list[str] = []
    folded: list[str] = []
    for _, group in groupby(changes, key=lambda change: (change.rule, change.callers, change.readers)):
        found = list(group)
        head, lines = _head(found[0]), list(_lines(found))
        if fold and len(lines) > LONGEST_OPEN and found[0].impact is Impact.COMPATIBLE:
            folded.append(format_folded(f"{RULES[found[0].rule].meaning.removesuffix('.')}: {len(lines)}", lines))
        elif len(lines) == 1:
            shown.append(f"- {head}: {lines[0]}")
        else:
            shown.append("\n".join([f"- {head}", *(f"  - {line}" for line in lines)]))
    return "\n\n".join(filter(None, ["\n".join(shown), *folded]))


def format_folded(summary: str, lines: Sequence[str]) -> str:
    """Return a list behind a summary."""
    listed = "\n".join(f"- {line}" for line in lines)
    return f"<details><summary>{summary}</summary>\n\n{listed}\n\n</details>"


def format_words(changes: Sequence[Change]) -> str:
    """Return changes of words and samples behind a summary; nothing for none."""
    lines = [line for _, group in groupby(changes, key=lambda c: c.rule) for line in _lines(list(group))]
    return format_folded(f"Words and samples: {len(changes)}", lines) if lines else ""


def plain(text: str) -> str:
    """Return text of messages on one line: its code spans stay, everything else shows as it stands.

    What begins and ends a code span is found as CommonMark finds it, so that a backtick of a path or title opens
    nothing. Names and numbers after `@` and `#` notify nobody and link to nothing.
    Source: https://spec.commonmark.org/0.31.2/#code-spans
    """
    shown, at = [], 0
    line = visible(text)
    runs = list(BACKTICKS.finditer(line))
    while runs:
        opening = runs.pop(0)
        closing = next((index for index, run in enumerate(runs) if run[0] == opening[0]), None)
        shown.append(_outside(line[at : opening.start()]))
        if closing is None:
            shown.append("\\`" * len(opening[0]))
            at = opening.end()
        else:
            at = runs[closing].end()
            shown.append(line[opening.start() : at])
            del runs[: closing + 1]
    return "".join([*shown, _outside(line[at:])])


def _head(change: Change) -> str:
    whom = {"callers": change.callers, "readers": change.readers}
    concerned = [name for name, impact in whom.items() if impact is change.impact and impact is not Impact.COMPATIBLE]
    told = f"{change.rule}{': ' + ' and '.join(concerned) if concerned else ''}"
    return f"{RULES[change.rule].meaning.removesuffix('.')} _{told}_"


def _lines(changes: Sequence[Change]) -> Iterator[str]:
    """Yield a line for each operation or component: its places, and what is said of each."""
    for _, group in groupby(changes, key=lambda change: (change.holder, change.operations)):
        found = list(group)
        first = found[0]
        same_place = len({_place(change) for change in found}) == 1
        parts = [f"{_part(change)}{'' if same_place else _place(change)}" for change in found]
        said = "; ".join(filter(None, parts))
        place = _place(first) if same_place else ""
        yield f"**{plain(first.holder)}**{': ' if said else ''}{said}{place}{_used(first)}"


def _part(change: Change) -> str:
    """Return the place inside, and what is said of it."""
    step = change.subject.removeprefix(change.holder).lstrip(".:").strip().replace(":.", ".")
    message = "" if change.message == f"`{change.holder}`" else change.message
    return ": ".join(plain(text) for text in (step, message) if text)


def _place(change: Change) -> str:
    if not change.origin:
        return ""
    return f" ({code_span(visible(change.origin) + (' (before)' if change.gone else ''))})"


def _used(change: Change) -> str:
    if not change.operations:
        return ""
    more = len(change.operations) - SHOWN_OPERATIONS
    shown = ", ".join(change.operations[:SHOWN_OPERATIONS])
    return f" in {plain(shown)}{f' and {more} more' if more > 0 else ''}"


def _outside(text: str) -> str:
    escaped = MARKUP.sub(lambda mark: TAGS.get(mark[0], f"\\{mark[0]}"), text)
    return LINKING.sub(lambda mark: f"{mark[0]}{BREAK}", escaped)
