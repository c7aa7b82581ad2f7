"""A contract result → one page that needs nothing else: no script, no other file, no network."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rstapi.contract import Cause, ContractResult, group_causes, rank

STYLE = """
:root { color-scheme: light dark; --line: #8884; --bad: #c0392b; --good: #1e8449; --soft: #8882 }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 75rem }
h1 { font-size: 1.5rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem }
.verdict { font-size: 1.1rem; font-weight: 600; border-left: .4rem solid var(--good); padding: .4rem .8rem }
.verdict.bad { border-color: var(--bad) }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem } dd { margin: 0; overflow-wrap: anywhere }
dt { opacity: .7 }
pre { background: var(--soft); padding: .6rem; overflow-x: auto; border-radius: .3rem; white-space: pre-wrap;
  overflow-wrap: anywhere; font-size: .85rem }
details, article { border: 1px solid var(--line); border-radius: .4rem; padding: .6rem .9rem; margin: .6rem 0 }
summary { cursor: pointer }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere } .check { color: var(--bad); font-family: monospace }
.wide { overflow-x: auto } table { border-collapse: collapse; font-size: .85rem }
td, th { border: 1px solid var(--line); padding: .15rem .4rem; text-align: center }
th[scope=row] { text-align: left; font-weight: 400; font-family: monospace; position: sticky; left: 0;
  background: Canvas; min-width: 11rem; max-width: 24rem; overflow-wrap: anywhere }
thead th { vertical-align: bottom; font-weight: 400 } thead th span { writing-mode: vertical-rl; rotate: 180deg }
.held { color: var(--good) } .failed { background: var(--bad); color: #fff } td.number { text-align: right }
@media (max-width: 40rem) { body { padding: .6rem; font-size: 15px }
  th[scope=row] { min-width: 8rem; font-size: .7rem } }
"""
MILLISECONDS = 1000


def format_page(result: ContractResult) -> str:
    """Return the page: verdict, failures by cause, operations by checks, timings; every text escaped."""
    verdict, wrong = _verdict(result)
    parts = [
        "<!DOCTYPE html>",
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Whatever a server managed to put into its answers, it is not run.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>Contract of {escape(result.base_url)}</title><style>{STYLE}</style></head><body>",
        "<h1>Server and documentation</h1>",
        f'<p class="verdict{" bad" if wrong else ""}">{escape(verdict)}</p>',
        *_facts(result),
        *_causes(result),
        *_matrix(result),
        *_timings(result),
        *_list("Notes", [f"{note.operation}: {note.message}" for note in result.notes]),
        *_list("Known deviations", list(result.known)),
        *_list("Not called", [f"{operation}: {reason}" for operation, reason in result.left_out.items()]),
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _verdict(result: ContractResult) -> tuple[str, bool]:
    if result.failures:
        operations = len({failure.operation for failure in result.failures})
        count = len(result.failures)
        return f"{count} failure{'s' * (count > 1)} in {operations} operation{'s' * (operations > 1)}", True
    if result.trouble:
        return f"No verdict: {result.trouble}", True
    return "They agree.", False


def _facts(result: ContractResult) -> Iterator[str]:
    asked = f"{result.requests}" + (f" of a budget of {result.budget}" if result.budget is not None else "")
    facts = {
        "Server": result.base_url,
        "Operations": f"{result.operations} called, {len(result.left_out)} not",
        "Requests": asked,
        "Time": f"{result.seconds:.0f} s",
        "Seed": f"{result.seed}",
        **({"Broken off": result.trouble} if result.trouble else {}),
    }
    yield "<dl>"
    yield from (f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in facts.items())
    yield "</dl>"


def _causes(result: ContractResult) -> Iterator[str]:
    causes = group_causes(result.failures)
    if causes:
        yield "<h2>Failures, worst first</h2>"
    for cause in causes:
        yield from _cause(cause)


def _cause(cause: Cause) -> Iterator[str]:
    first, others = cause.failures[0], cause.failures[1:]
    more = f" and {len(others)} more" if others else ""
    yield f'<article><h3>{escape(first.operation)}{more} <span class="check">{escape(cause.check)}</span></h3>'
    yield f"<pre>{escape(first.message)}</pre><dl>"
    facts = {"Documented": first.source, "Expected": first.expected, "Got": first.got}
    yield from (f"<dt>{name}</dt><dd>{escape(text)}</dd>" for name, text in facts.items() if text)
    yield "</dl>"
    if first.curl:
        yield f"<pre>{escape(first.curl)}</pre>"
    if others:
        yield f"<details><summary>The same at {len(others)} more</summary>"
        yield from (f"<p>{escape(f.operation)} {escape(f.source)}</p><pre>{escape(f.curl)}</pre>" for f in others)
        yield "</details>"
    yield "</article>"


def _matrix(result: ContractResult) -> Iterator[str]:
    failed = {(failure.operation, failure.check) for failure in result.failures}
    checks = sorted(
        {check for made in result.checked.values() for check in made} | {check for _, check in failed},
        key=lambda check: (rank(check), check),
    )
    rows = sorted({*result.tested, *(operation for operation, _ in failed)}, key=lambda o: (o.split(" ")[-1], o))
    if not rows:
        return
    yield '<h2>What was covered</h2><div class="wide" tabindex="0"><table id="matrix"><thead><tr><th></th>'
    yield from (f'<th scope="col"><span>{escape(check)}</span></th>' for check in checks)
    yield "</tr></thead><tbody>"
    for operation in rows:
        made = result.checked.get(operation, {})
        yield f'<tr><th scope="row">{escape(operation)}</th>'
        for check in checks:
            if (operation, check) in failed:
                yield f'<td class="failed" title="{escape(check)}">fails</td>'
            elif count := made.get(check, 0):
                yield f'<td class="held" title="{escape(check)}: made {count} times">✓</td>'
            else:
                yield "<td></td>"
        yield "</tr>"
    yield "</tbody></table></div>"


def _timings(result: ContractResult) -> Iterator[str]:
    if not result.timings:
        return
    yield '<h2>Timings</h2><div class="wide" tabindex="0"><table><thead><tr><th></th><th scope="col">requests</th>'
    yield '<th scope="col">mean ms</th><th scope="col">slowest ms</th></tr></thead><tbody>'
    for operation, timing in sorted(result.timings.items(), key=lambda entry: -entry[1].slowest):
        mean = timing.seconds / max(1, timing.requests) * MILLISECONDS
        yield f'<tr><th scope="row">{escape(operation)}</th><td class="number">{timing.requests}</td>'
        yield f'<td class="number">{mean:.1f}</td><td class="number">{timing.slowest * MILLISECONDS:.1f}</td></tr>'
    yield "</tbody></table></div>"


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"<h2>{escape(title)}</h2><ul>"
        yield from (f"<li>{escape(line)}</li>" for line in lines)
        yield "</ul>"
