"""`docpact explain`: every place that speaks of a fact."""

from __future__ import annotations

import argparse
import re
from difflib import get_close_matches
from pathlib import Path

from docpact.cli.project import find_documentation
from docpact.cli.terminal import FINE, out
from docpact.diagnostics import CODES
from docpact.dialects import read_blocks_of
from docpact.errors import UsageError
from docpact.fix import FIXES
from docpact.model import explain
from docpact.pipeline import read_api, read_pages
from docpact.report import format_code, format_explanation, format_page_reading

CODE = re.compile(r"[a-z]+(-[a-z]+)+")


def run(options: argparse.Namespace) -> int:
    """`docpact explain`."""
    if options.page:
        return _explain_page(options)
    if not options.target:
        raise UsageError("nothing to explain", where="docpact explain", hint="name a TARGET, or a page with --page")
    if options.target in CODES:
        way = FIXES.get(options.target)
        command = f"docpact lint --fix{'' if way.safe else ' --unsafe-fixes'}" if way else ""
        out(format_code(options.target, command))
        return FINE
    near = get_close_matches(options.target, CODES, n=1, cutoff=0.8)
    if near and not options.docs and CODE.fullmatch(options.target):
        raise UsageError(f"there is no code `{options.target}`", hint=f"did you mean `{near[0]}`?")
    config, roots = find_documentation(options)
    tree, api = read_api(roots, config, [])
    out(format_explanation(explain(api, options.target), tree.files))
    return FINE


def _explain_page(options: argparse.Namespace) -> int:
    # With --page, what stands first is a folder: there is no TARGET.
    options.docs = [Path(options.target), *options.docs] if options.target else options.docs
    config, roots = find_documentation(options)
    pages = tuple(read_pages(roots, config).values())
    wanted = options.page.removesuffix(".rst")
    if all(page.name != wanted for page in pages):
        hint = "name it as diagnostics do, without the suffix: `endpoints/book/lend`"
        raise UsageError(f"no page `{wanted}`", where=", ".join(map(str, roots)), hint=hint)
    out(format_page_reading(read_blocks_of(pages, wanted, config.dialect)))
    return FINE
