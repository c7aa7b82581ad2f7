"""`docpact lint`: what is wrong with the documentation, and what of it can be fixed."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from docpact.cli.project import Wanted, find_wanted
from docpact.cli.terminal import FAILED, FINE, find_paint, format_severity_line, out, out_report, say
from docpact.diagnostics import Diagnostic, origin_names
from docpact.extraction import Extraction
from docpact.files import write_text
from docpact.fix import Fixed, find_fixes, fix_pages, format_fixes, write_fixed
from docpact.pipeline import extract_with_tree
from docpact.read import DocumentationTree
from docpact.report import (
    compare_baseline,
    format_findings,
    format_frames,
    format_statistics,
    plain,
    read_baseline,
)

ESCAPE = "\x1b["


def run(options: argparse.Namespace) -> int:
    """`docpact lint`."""
    wanted = find_wanted(options)
    if options.diff:
        return _show_fixes(_fix(wanted, options))
    if options.fix:
        fixed = _fix(wanted, options)
        write_fixed(fixed)
        say(f"{_count(len(fixed.settled), 'diagnostic')} fixed in {_count(len(fixed.after), 'file')}")
    tree, extraction = extract_with_tree(wanted.roots, wanted.config)
    shown = [d for d in extraction.diagnostics if _is_asked(d, extraction.files, wanted, options)]
    place = origin_names(extraction.files)
    for diagnostic in extraction.settled:
        say(f"settled by an overlay: {place(diagnostic.origin)} [{diagnostic.code}] {diagnostic.message}")
    more = [f"{len(extraction.settled)} settled by overlays"] if extraction.settled else []
    more += [f"{extraction.ignored} ignored by [lint] or comments"] if extraction.ignored else []
    if options.configured_baseline and not options.baseline:
        options.baseline = wanted.config.path(wanted.config.spec.diagnostics)
    if options.baseline:
        compared = compare_baseline(shown, read_baseline(options.baseline))
        shown = list(compared.new)
        if compared.gone and wanted.pages is None:
            more.append(f"{compared.gone} of the baseline are gone: docpact build takes them out")
    fixable, unsafe = _find_fixable(shown, tree)
    more += [f"{len(fixable)} fixable with --fix [*]"] if fixable else []
    more += [f"{len(unsafe)} with --fix --unsafe-fixes"] if unsafe else []
    _write(shown, extraction, fixable, options)
    new = "new: " if options.baseline and shown else ""
    say("; ".join([f"{new}{format_severity_line(shown)}", *more]))
    return FAILED if shown else FINE


def _is_asked(diagnostic: Diagnostic, files: Mapping[str, Path], wanted: Wanted, options: argparse.Namespace) -> bool:
    """Tell whether the arguments ask for a diagnostic: for its page, and for its code."""
    selected = not options.select or diagnostic.code in options.select
    return selected and diagnostic.code not in options.ignore and wanted.asks_for(files.get(diagnostic.origin.path))


def _fix(wanted: Wanted, options: argparse.Namespace) -> Fixed:
    return fix_pages(
        wanted.roots,
        wanted.config,
        lambda diagnostic, files: _is_asked(diagnostic, files, wanted, options),
        unsafe=options.unsafe_fixes,
    )


def _show_fixes(fixed: Fixed) -> int:
    """Print what would be fixed; 1 where something would be."""
    if fixed.after:
        out(format_fixes(fixed))
    say(f"{_count(len(fixed.settled), 'diagnostic')} would be fixed in {_count(len(fixed.after), 'file')}")
    return FAILED if fixed.after else FINE


def _find_fixable(
    diagnostics: Sequence[Diagnostic], tree: DocumentationTree
) -> tuple[frozenset[Diagnostic], frozenset[Diagnostic]]:
    """Return the diagnostics with a safe fix, and those with one that needs judgement."""
    fixes = find_fixes(diagnostics, tree, unsafe=True)
    safe = frozenset(fix.diagnostic for fix in fixes if fix.safe)
    return safe, frozenset(fix.diagnostic for fix in fixes) - safe


def _write(
    shown: Sequence[Diagnostic], extraction: Extraction, fixable: frozenset[Diagnostic], options: argparse.Namespace
) -> None:
    """Print the diagnostics, or write them where the arguments say."""
    paint = plain if options.output else find_paint()
    if options.statistics:
        text = format_statistics(shown, fixable)
    elif options.format == "full" or not (options.format or options.output):
        text = format_frames(shown, extraction.files, paint=paint, fixable=fixable)
    else:
        text = format_findings(shown, extraction.files, options.format or "text")
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        # The frames' own colours are escape sequences; what pages say in them is without any.
        out_report(text, "painted" if paint is not plain and text.startswith(ESCAPE) else options.format or "text")


def _count(number: int, name: str) -> str:
    return f"{number} {name}{'s' * (number != 1)}"
