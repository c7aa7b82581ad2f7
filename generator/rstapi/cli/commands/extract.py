"""`rstapi extract`: the OpenAPI document of a documentation tree."""

from __future__ import annotations

import argparse

from rstapi.cache import Cache
from rstapi.cli.project import find_documentation
from rstapi.cli.terminal import FINE, format_document_line, format_severity_line, out, say
from rstapi.diagnostics import format_diagnostic
from rstapi.files import write_text
from rstapi.pipeline import extract


def run(options: argparse.Namespace) -> int:
    """`rstapi extract`."""
    config, roots = find_documentation(options)
    cache = Cache(options.output) if options.output and not options.no_cache else None
    extraction = extract(roots, config, cache)
    if options.output:
        write_text(options.output, extraction.text)
        if cache:
            cache.flush()
    else:
        out(extraction.text.rstrip("\n"))
    if not options.quiet:
        for diagnostic in extraction.diagnostics:
            path = extraction.files.get(diagnostic.origin.path, diagnostic.origin.path)
            say(format_diagnostic(diagnostic, str(path)))
    say(f"{format_document_line(extraction.document)}; {format_severity_line(extraction.diagnostics)}")
    return FINE
