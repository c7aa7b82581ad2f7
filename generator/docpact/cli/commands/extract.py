"""`docpact extract`: the OpenAPI document of a documentation tree."""

from __future__ import annotations

import argparse
import json

from docpact.cache import open_cache
from docpact.cached import extract_cached
from docpact.cli.project import find_documentation
from docpact.cli.terminal import FAILED, FINE, format_document_line, format_severity_line, out_as_is, say
from docpact.diagnostics import Severity, format_diagnostic, origin_names
from docpact.files import write_text


def run(options: argparse.Namespace) -> int:
    """`docpact extract`."""
    config, roots = find_documentation(options)
    cache = None if options.no_cache else open_cache(config, roots)
    extraction = extract_cached(roots, config, cache)
    if options.output and options.output.suffix.lower() == ".json":
        write_text(options.output, f"{json.dumps(extraction.document, indent=2, ensure_ascii=False)}\n")
    elif options.output:
        write_text(options.output, extraction.text)
    else:
        out_as_is(extraction.text.rstrip("\n"), utf8=True)
    if not options.quiet:
        place = origin_names(extraction.files)
        for diagnostic in extraction.diagnostics:
            say(format_diagnostic(diagnostic, place))
    say(f"{format_document_line(extraction.document)}; {format_severity_line(extraction.diagnostics)}")
    # The document is written all the same: it lacks what the errors name.
    return FAILED if any(d.severity is Severity.ERROR for d in extraction.diagnostics) else FINE
