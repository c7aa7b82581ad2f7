"""What recorded traffic covers of the document: lines for the terminal, a section of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from docpact.contract.coverage import PARTS, Coverage, OperationCoverage, Part

NAMES = {
    "statuses": "statuses", "parameters": "parameters", "sent": "properties of requests", "properties": "properties",
}  # fmt: skip
"""Kind of part → what it is called."""
SINGLE = {
    "statuses": "status", "parameters": "parameter", "sent": "property of the request", "properties": "property",
}  # fmt: skip
MOST_NAMED = 5
MOST_UNKNOWN = 15


def format_coverage(coverage: Coverage) -> Iterator[str]:
    """Yield the lines: how much was seen, what never, what is on no page, and what wasn't judged."""
    seen, known = len(coverage.seen), len(coverage.operations)
    parts = ", ".join(
        f"{found} of {all_} {NAMES[part]}" for part in PARTS for found, all_ in [coverage.count(part)] if all_
    )
    yield f"seen: {seen} of {known} operations" + (f"; of these {parts}" if seen and parts else "")
    if coverage.never:
        yield f"    never seen: {_name(coverage.never)}"
    unknown = list(_find_unknown(coverage))
    if unknown:
        yield f"seen, and on no page ({len(unknown)}):"
        yield from (f"    {line}" for line in unknown[:MOST_UNKNOWN])
        if len(unknown) > MOST_UNKNOWN:
            yield f"    and {len(unknown) - MOST_UNKNOWN} more"
    if coverage.without_body:
        yield f"not judged: {coverage.without_body} bodies that weren't recorded whole"
    if coverage.without_response:
        yield f"not judged: {coverage.without_response} requests without a response"
    if coverage.elsewhere:
        hosts = [f"{host or 'no host'} ({count})" for host, count in coverage.elsewhere.items()]
        yield f"not judged: requests to other servers: {_name(hosts)}"


def format_coverage_section(coverage: Coverage) -> list[str]:
    """Return the section of the page: the lines, then a table of all operations, each with what was never seen."""
    rows = [
        f'<tr><th scope="row">{escape(label)}</th><td class="number">{operation.requests}</td>'
        f"{''.join(_format_cell(getattr(operation, part)) for part in PARTS)}</tr>"
        for label, operation in coverage.operations.items()
    ]
    head = "".join(f'<th scope="col">{NAMES[part]}</th>' for part in PARTS)
    unknown = "".join(f"<li>{escape(line)}</li>" for line in _find_unknown(coverage))
    heads = f'<tr><th scope="col">Operation</th><th scope="col">exchanges</th>{head}</tr>'
    return [
        "<h2>Coverage</h2>",
        *(f"<p>{escape(line)}</p>" for line in list(format_coverage(coverage))[:1]),
        *([f'<h3>Seen, and on no page</h3><ul class="plain">{unknown}</ul>'] if unknown else []),
        f'<div class="wide"><table><thead>{heads}</thead><tbody>{"".join(rows)}</tbody></table></div>',
    ]


def _format_cell(part: Part) -> str:
    known = len(part.seen) + len(part.never)
    if not known:
        return "<td></td>"
    title = f' title="never: {escape(", ".join(part.never))}"' if part.never and part.seen else ""
    return f"<td{title}>{len(part.seen)} of {known}</td>"


def _find_unknown(coverage: Coverage) -> Iterator[str]:
    """Yield what no page has: operations, then parts of operations."""
    for label, count in coverage.undocumented.items():
        yield f"{label} ({_times(count)})"
    for label, operation in coverage.operations.items():
        for part in PARTS:
            yield from (f"{label}: {text}" for text in _find_unknown_parts(operation, part))


def _find_unknown_parts(operation: OperationCoverage, part: str) -> Iterator[str]:
    unknown: Mapping[str, int] = getattr(operation, part).unknown
    for name, count in unknown.items():
        yield f"{SINGLE[part]} {name} ({_times(count)})"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _name(texts: Sequence[str]) -> str:
    rest = [f"and {len(texts) - MOST_NAMED} more"] if len(texts) > MOST_NAMED else []
    return ", ".join([*texts[:MOST_NAMED], *rest])
