"""What a diagnostic's code means → text."""

from __future__ import annotations

from docpact.diagnostics import CODES, Severity

COSTS = {
    Severity.ERROR: "something of the pages is not in the document; extract, lint and build exit with 1",
    Severity.WARNING: "two places contradict one another, or one contradicts itself; a rule settled it",
    Severity.NOTE: "could be clearer; read as it was most probably meant",
}


def format_code(code: str, fixed_by: str = "") -> str:
    """Return what is wrong where the code is reported, what to do, and how to ignore it; `code` is one of `CODES`.

    `fixed_by` is the command that fixes it, where there is one.
    """
    entry = CODES[code]
    command = f"          `{fixed_by}` does it, where the page allows it\n" if fixed_by else ""
    return (
        f"{code} ({entry.severity}: {COSTS[entry.severity]})\n\n"
        f"  wrong   {entry.meaning}\n"
        f"  fix     {entry.hint}\n{command}"
        f"  ignore  `.. docpact: ignore {code}` above a block, a heading or the whole page;\n"
        f'          `ignore = ["{code}"]` under [lint] in docpact.toml'
    )
