"""The report of a contract result as one HTML page: no script, no other file, no network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape

from docpact.contract.causes import Cause, group_causes, group_notes
from docpact.contract.reports.about import describe_run
from docpact.contract.reports.coverage import format_coverage_section
from docpact.contract.reports.page_style import STYLE
from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure, describe_check, rank_check

MILLISECONDS = 1000
# Whatever a server put into its responses is not run, and loads nothing.
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def format_page(result: ContractResult, docs: str = "") -> str:
    """Return the page: verdict, findings most severe first, operations by checks, timings; every text escaped.

    `docs` is the folder of the documentation's pages.
    """
    causes = group_causes(result.failures)
    verdict, wrong = _verdict(result, len(causes))
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>Contract of {escape(result.base_url)}</title><style>{STYLE}</style></head><body><main>",
        "<h1>Server and documentation</h1>",
        f'<p class="server mono">{escape(result.base_url)}</p>',
        f'<p class="verdict{" bad" if wrong else ""}">{escape(verdict)}</p>',
        *_facts(result),
        *_contents(causes),
        *_causes(causes, docs),
        *(format_coverage_section(result.coverage) if result.coverage is not None else ()),
        *_matrix(result, causes),
        *_timings(result),
        *_list("Notes that fail nothing", [f"{where}: {message}" for message, where in group_notes(result.notes)]),
        *_list("Known deviations", list(result.known)),
        *_left_out(result),
        *_list("Not tested", [*result.unreached]),
        *_list("Devices that no list shows", [*result.unknown_devices]),
        "</main></body></html>",
    ]
    return "\n".join(parts) + "\n"


def locate(source: str, docs: str) -> str:
    """Return a `file:line` relative to the project's folder: pages are in the documentation's, a document isn't."""
    file = source.rpartition(":")[0] or source
    return source if not docs or file.endswith((".yaml", ".yml", ".json")) else f"{docs.rstrip('/')}/{source}"


def _many(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _verdict(result: ContractResult, causes: int) -> tuple[str, bool]:
    if result.failures:
        operations = len({failure.operation for failure in result.failures})
        return f"{_many(causes, 'finding')} in {_many(operations, 'operation')}", True
    if result.trouble:
        return f"No verdict: {result.trouble}", True
    if result.doubt:
        return f"No verdict: {result.doubt}", True
    who = "Server" if result.coverage is None else "Recorded responses"
    return f"{who} and documentation agree.", False


def _facts(result: ContractResult) -> Iterator[str]:
    requests = f"{result.requests}" + (f" of a budget of {result.budget}" if result.budget is not None else "")
    facts = {
        "operations": f"{result.operations} called, {len(result.left_out)} not",
        "requests": requests,
        "time": f"{result.seconds:.0f} s",
        **{name: text for name, text in describe_run(result).items() if name != "server"},
        **({"ended early": result.trouble} if result.trouble else {}),
    }
    yield '<dl class="facts">'
    yield from (f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in facts.items())
    yield "</dl>"


def _contents(causes: tuple[Cause, ...]) -> Iterator[str]:
    if not causes:
        return
    yield '<h2>Findings, most severe first</h2><ol class="contents">'
    for number, cause in enumerate(causes, 1):
        yield f'<li><span class="number">{number}</span><a href="#finding-{number}">{escape(_title(cause))}</a>'
        yield f'<span class="count">{_many(len(cause.failures), "operation")}</span>'
        yield f"<code>{escape(cause.check)}</code></li>"
    yield "</ol>"


def _title(cause: Cause) -> str:
    words = describe_check(cause.check)
    return words[:1].upper() + words[1:]


def _causes(causes: tuple[Cause, ...], docs: str) -> Iterator[str]:
    if causes:
        yield "<h2>Expected and received</h2>"
    for number, cause in enumerate(causes, 1):
        first, others = cause.failures[0], cause.failures[1:]
        yield f'<article id="finding-{number}"><header><h3>{number}. {escape(_title(cause))}</h3>'
        yield f"<code>{escape(cause.check)}</code></header>"
        yield from _failure(first, docs)
        if others:
            yield f"<details><summary>The same at {_many(len(others), 'other operation')}</summary>"
            for failure in others:
                yield "<section>"
                yield from _failure(failure, docs, brief=failure.message == first.message)
                yield "</section>"
            yield "</details>"
        yield "</article>"


def _failure(failure: Failure, docs: str, *, brief: bool = False) -> Iterator[str]:
    """Yield one failure; a brief one leaves out what the first failure of the finding says."""
    yield f'<p class="operation">{_breakable(failure.operation)}</p>'
    if not brief:
        yield f'<p class="message">{escape(failure.message)}</p>'
    if not brief and failure.expected and failure.got:
        yield f'<dl class="sides"><div><dt>expected</dt><dd>{escape(failure.expected)}</dd></div>'
        yield f"<div><dt>got</dt><dd>{escape(failure.got)}</dd></div></dl>"
    if failure.source:
        yield f'<p class="source">documented at <code>{escape(locate(failure.source, docs))}</code></p>'
    if failure.recorded:
        yield f'<p class="source">recorded at <code>{escape(failure.recorded)}</code></p>'
    if failure.curl:
        yield f"<pre>{escape(failure.curl)}</pre>"


def _matrix(result: ContractResult, causes: tuple[Cause, ...]) -> Iterator[str]:
    failed = {(f.operation, f.check): number for number, cause in enumerate(causes, 1) for f in cause.failures}
    checks = sorted(
        {check for made in result.checked.values() for check in made} | {check for _, check in failed},
        key=lambda check: (rank_check(check), check),
    )
    groups: dict[str, list[str]] = defaultdict(list)
    for operation in sorted({*result.tested, *(o for o, _ in failed)}, key=lambda o: (o.split(" ")[-1], o)):
        groups[_resource(operation)].append(operation)
    if not groups:
        return
    yield '<h2>What was covered</h2><p class="legend">✓ passed every time · ✗ failed: links to the finding'
    yield " · (✓) passed, but no request to the operation ever succeeded · blank: the check does not apply</p>"
    yield '<div class="wide" tabindex="0"><table id="matrix"><thead><tr><th></th>'
    yield '<th scope="col" title="requests that succeeded"><span>successes</span></th>'
    yield from (f'<th scope="col" title="{escape(describe_check(c))}"><span>{escape(c)}</span></th>' for c in checks)
    yield "</tr></thead><tbody>"
    for group, operations in sorted(groups.items()):
        yield f'<tr class="group"><th scope="rowgroup">{_breakable(group)}</th>'
        yield f'<td colspan="{len(checks) + 1}"></td></tr>'
        for operation in operations:
            yield f'<tr><th scope="row">{_breakable(operation)}</th>'
            successes = result.count_successes(operation)
            yield f'<td class="number">{successes}</td>'
            made = result.checked.get(operation, {})
            yield from _cells(operation, checks, made, failed, passed="✓" if successes else "(✓)")
            yield "</tr>"
    yield "</tbody></table></div>"


def _breakable(operation: str) -> str:
    """Return an operation, escaped, that breaks between the parts of its path in a narrow window."""
    return escape(operation).replace("/", "<wbr>/")


def _resource(operation: str) -> str:
    """Return the resource of an operation: the words of its path before the first placeholder, two at most."""
    words = operation.rsplit(" ", maxsplit=1)[-1].strip("/").split("/")
    plain = next((words[:number] for number, word in enumerate(words) if word.startswith("{")), words)
    return "/" + "/".join(plain[:2])


def _cells(
    operation: str,
    checks: list[str],
    made: Mapping[str, int],
    failed: Mapping[tuple[str, str], int],
    *,
    passed: str,
) -> Iterator[str]:
    for check in checks:
        if number := failed.get((operation, check)):
            yield f'<td class="failed" title="{escape(check)}"><a href="#finding-{number}">✗</a></td>'
        elif count := made.get(check, 0):
            yield f'<td class="passed" title="{escape(check)}: made {_many(count, "time")}">{passed}</td>'
        else:
            yield "<td></td>"


def _timings(result: ContractResult) -> Iterator[str]:
    if not result.timings:
        return
    longest = max(timing.slowest for timing in result.timings.values()) or 1
    yield '<h2>Timings</h2><div class="wide" tabindex="0"><table class="timings"><thead><tr><th></th>'
    yield '<th scope="col">requests</th><th scope="col">mean ms</th><th scope="col">slowest ms</th>'
    yield '<th class="bars"></th></tr></thead><tbody>'
    for operation, timing in sorted(result.timings.items(), key=lambda entry: -entry[1].slowest):
        mean = timing.seconds / max(1, timing.requests) * MILLISECONDS
        yield f'<tr><th scope="row">{_breakable(operation)}</th><td class="number">{timing.requests}</td>'
        yield f'<td class="number">{mean:.1f}</td><td class="number">{timing.slowest * MILLISECONDS:.1f}</td>'
        width = timing.slowest / longest * 100
        yield f'<td class="bars"><span class="bar" style="width: {width:.1f}%"></span></td></tr>'
    yield "</tbody></table></div>"


def _left_out(result: ContractResult) -> Iterator[str]:
    reasons: dict[str, list[str]] = defaultdict(list)
    for operation, reason in result.left_out.items():
        reasons[reason].append(operation)
    yield from _list("Not called", [f"{reason}: {', '.join(found)}" for reason, found in sorted(reasons.items())])


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f'<h2>{escape(title)}</h2><ul class="plain">'
        yield from (f"<li>{escape(line)}</li>" for line in lines)
        yield "</ul>"
