"""Facts with their evidence → text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from docpact.diagnostics import Origin
from docpact.dialects.statements import Source
from docpact.model.explain import Fact, Place
from docpact.plain_text import visible

SAMPLES = frozenset({Source.SAMPLE_RESPONSE, Source.SAMPLE_REQUEST, Source.NAMESAKE})
LONGEST_SAMPLE = 400


def format_explanation(facts: Sequence[Fact], files: Mapping[str, Path]) -> str:
    """Return the facts a block each: what is taken, every place that speaks of it, and why.

    `>` stands before the place that is believed.
    """
    blocks: list[str] = []
    for fact in facts:
        lines = [f"{fact.subject}: {fact.aspect}: {fact.value}"]
        lines += [_place(place, fact.subject.rpartition(".")[2], files) for place in fact.places]
        lines += [f"    {fact.reason}"] if fact.reason else []
        blocks.append("\n".join(map(visible, lines)))
    return "\n\n".join(blocks)


def _place(place: Place, member: str, files: Mapping[str, Path]) -> str:
    origin, words = _find_line(place, member, files)
    said = f" says {place.says}" if place.says and place.text else ""
    return f"  {'>' if place.believed else ' '} {origin}: {place.source}{said}: {place.text or words:.120}"


def _find_line(place: Place, member: str, files: Mapping[str, Path]) -> tuple[Origin, str]:
    """Return the place and its words; of a sample, the line that shows the member."""
    path = files.get(place.origin.path)
    try:
        lines = path.read_text("utf-8", errors="replace").split("\n") if path else []
    except OSError:
        lines = []
    first = place.origin.line
    shows = (n for n in range(first, min(len(lines), first + LONGEST_SAMPLE) + 1) if f'"{member}"' in lines[n - 1])
    line = next(shows, first) if place.source in SAMPLES else first
    words = " ".join(lines[line - 1].split()) if line <= len(lines) else ""
    return Origin(place.origin.path, line), words
