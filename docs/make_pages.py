"""Makes the pages of this documentation that repeat what the tool knows, so that they cannot go stale.

`python docs/make_pages.py` writes them; a test compares.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docpact.config import load_config
from docpact.config_schema import make_config_schema
from docpact.contract.suite import CHECKS
from docpact.diagnostics import CODES
from docpact.emit import dump_yaml
from docpact.fix import FIXES
from docpact.mock import FAULTS
from docpact.pipeline import extract

ROOT = Path(__file__).resolve().parents[1]
PAGE = "endpoints/lock/unlock.rst"
FAULTS_PAGE = "docs/reference/faults.md"
DIAGNOSTICS = """\
# Diagnostics

What can be wrong with a page, by code. The form is `path:line: severity[code] message (see path:line) - hint`; the places in brackets
contradict the first. `docpact lint` also shows the line and what was probably meant; `docpact explain CODE` prints an entry of this table;
[configuration and comments](configuration.md#comments-on-a-page) keep a code back or change its severity.

- **error**: something was left out of the document
- **warning**: two places contradict one another, or one contradicts itself; a rule decided between them
- **note**: could be clearer; the most probable reading was used

| code | severity | what is wrong | what to do | fixed by `lint` with |
|---|---|---|---|---|
"""
CHECKS_HEAD = "| check | looks at | fails when |\n|---|---|---|\n"
INTRODUCTION = """\
# Write a page

A page of the embedded documentation, part by part, each with what becomes of it in the OpenAPI document. Copy the page, keep the
order of its parts, and ask `docpact lint` what it thinks. The whole dialect is in [the reference](../reference/dialect.md).

The page is `api_docs/{page}`; the document has it as `{method} {path}`.
"""
# The heading that a part of the page begins with → what is said of it, and where in the operation it ends up.
PARTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "",
        (
            "The title becomes the summary, the paragraphs after it the description (links lead to what they link), and the folder "
            "and the file's name the `operationId`. The request line in a literal block is what makes it an operation."
        ),
        ("operationId", "tags", "summary", "description"),
    ),
    (
        "**URI Parameters**",
        (
            "One table for path and query; a name in the path's braces is a path parameter. `(optional)`, `(nullable)` and limits such "
            "as `(min: 1)` stand in the type. What is sent as JSON goes into a second table, headed `**Body Parameters**`."
        ),
        ("parameters",),
    ),
    (
        "Responses",
        (
            "A row for each status; the type links the structure that the envelope holds, with `[]` for a list. What every operation "
            "may answer comes from the base document."
        ),
        ("responses",),
    ),
    ("Scopes", "Any one of them is enough.", ("security",)),
    (
        "Examples",
        (
            "Each request with its answer. Samples are evidence: they are held against the tables, and they become the document's "
            "examples, from which the mock server learns what there is."
        ),
        (),
    ),
)


def main() -> None:
    """Write the pages."""
    for name, text in make_pages().items():
        (ROOT / name).write_text(text, "utf-8")


def make_pages() -> dict[str, str]:
    """Return path → text."""
    return {
        "docs/reference/checks.md": make_checks(),
        "docs/reference/diagnostics.md": make_diagnostics(),
        FAULTS_PAGE: make_faults(),
        "docs/how-to/write-a-page.md": make_write_a_page(),
        "docs/reference/docpact.schema.json": json.dumps(make_config_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def make_diagnostics() -> str:
    """Return the catalogue of diagnostics as a table."""
    rows = [
        f"| `{code}` | {entry.severity} | {_cell(entry.meaning)} | {_cell(entry.hint)} | {_fix(code)} |\n"
        for code, entry in sorted(CODES.items())
    ]
    return DIAGNOSTICS + "".join(rows)


def _fix(code: str) -> str:
    """Return the option that fixes the code's diagnostics; empty without one."""
    return ("`--fix`" if FIXES[code].safe else "`--unsafe-fixes`") if code in FIXES else ""


def make_faults() -> str:
    """Return the page of faults: its introduction as it stands, and the catalogue as a table."""
    introduction, rule, _ = (ROOT / FAULTS_PAGE).read_text("utf-8").partition("|---|---|---|---|\n")
    rows = [f"| `{f.name}` | {f.family} | {_cell(f.description)} | `{f.expected_check}` |\n" for f in FAULTS.values()]
    return introduction + rule + "".join(rows)


def make_checks() -> str:
    """Return the page about the checks, its table of them replaced by the registry's."""
    text = (ROOT / "docs/reference/checks.md").read_text("utf-8")
    before, head, after = text.partition(CHECKS_HEAD)
    rest = after.partition("\n\n")[2]
    rows = [
        f"| `{check.name}`{' *' if check.ours else ''} | {check.scope} | {_cell(check.fails_when)} |\n"
        for check in CHECKS
    ]
    return f"{before}{head}{''.join(rows)}\n{rest}"


def make_write_a_page() -> str:
    """Return a page of the embedded documentation in parts, each with what the extractor makes of it."""
    config = load_config(ROOT / "docpact.toml")
    document = extract([config.path(config.docs.source)], config).document
    method, path, operation = next(
        (method, path, operation)
        for path, path_item in document["paths"].items()
        for method, operation in path_item.items()
        if operation["x-source"].startswith(PAGE)
    )
    text = (ROOT / config.docs.source / PAGE).read_text("utf-8")
    parts = [INTRODUCTION.format(page=PAGE, method=method.upper(), path=path)]
    starts = [text.index(f"\n{heading}\n") + 1 if heading else 0 for heading, _, _ in PARTS]
    for (heading, words, keys), start, end in zip(PARTS, starts, [*starts[1:], len(text)], strict=True):
        parts.append(f"## {heading.strip('*') or 'Title, description, request line'}\n\n{words}\n")
        parts.append(f"```rst\n{text[start:end].strip()}\n```\n")
        if keys:
            emitted = dump_yaml({key: _short(operation[key]) for key in keys})
            parts.append(f"becomes\n\n```yaml\n{emitted}```\n")
    return "\n".join(parts)


def _short(node: Any) -> Any:  # noqa: ANN401 - any JSON value.
    """Return the node without samples, which the page shows already."""
    if isinstance(node, list):
        return [_short(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    return {key: _short(value) for key, value in node.items() if key != "examples"}


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    main()
