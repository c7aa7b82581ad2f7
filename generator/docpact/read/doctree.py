"""Text → docutils doctree, with Sphinx's markup understood, nothing executed and nothing printed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser

from docpact.diagnostics import Diagnostic, Origin
from docpact.read.conf import CONF
from docpact.read.context import PageContext
from docpact.read.lines import split_lines
from docpact.read.machine import LONG, PageLines, run_parser
from docpact.read.sphinx_markup import sphinx_markup

# Nothing in a page may read a file or carry markup through; a docutils.conf of the machine may not change the
# document; colouring literal blocks costs time for nothing.
SETTINGS: dict[str, Any] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "syntax_highlight": "none",
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "warning_stream": "",
}
# docutils' information level says nothing that an author must act on.
LEAST_LEVEL = 2
FIELD = re.compile(r":[\w-]+:")
# What docutils says where it gives up on a table.
TABLE = re.compile(r'Malformed table|"(?:csv-table|list-table|table)" directive')


def parse_doctree(text: str, context: PageContext) -> nodes.document:
    """Return the page's doctree; docutils' complaints become diagnostics at once, and none are printed.

    Transforms are not applied: what a reference leads to is the model's question. Raises `LongLineError`.
    """
    settings = _settings().copy()
    settings.docpact = context
    document = utils.new_document(context.path, settings)
    lines = _lines(text, context)
    context.sources |= {context.path, CONF}

    def observe(message: nodes.system_message) -> None:
        if message["level"] >= LEAST_LEVEL:
            _report(message, context)

    document.reporter.attach_observer(observe)
    with sphinx_markup():
        context.read_names("\n".join(lines))
        run_parser(lines, document)
    document.reporter.detach_observer(observe)
    return document


def _lines(text: str, context: PageContext) -> PageLines:
    """Return the page's lines between the configuration's prologue and epilogue, each with its own place."""
    conf = context.settings.conf
    own = [(line, (context.path, number)) for number, line in enumerate(split_lines(text), context.first_line - 1)]
    fields = _count_fields([line for line, _ in own]) if conf.prolog[0] else 0
    # Sphinx puts the prologue after the fields that a page may begin with.
    lines = [*own[:fields], *_conf_lines(*conf.prolog), *own[fields:], *_conf_lines(*conf.epilog)]
    return PageLines([line for line, _ in lines], items=[place for _, place in lines])


def _conf_lines(text: str, first: int) -> list[tuple[str, tuple[str, int]]]:
    if not text:
        return []
    # A text that begins with a line feed stands below its quotes.
    lines = split_lines(text)
    return [
        ("", (CONF, first - 1)),
        *((line, (CONF, first - 1 + n)) for n, line in enumerate(lines)),
        ("", (CONF, first)),
    ]


def _count_fields(lines: list[str]) -> int:
    """Return how many lines the page's own fields take up, before its text."""
    count = 0
    while count < len(lines) and (FIELD.match(lines[count]) or (count and lines[count].startswith(" "))):
        count += 1
    return count


@cache
def _settings() -> Any:  # noqa: ANN401 - docutils has no types.
    """Return the settings of every page: docutils takes longer to make them than to parse a small page."""
    settings = frontend.get_default_settings(Parser)
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    return settings


def _report(message: nodes.system_message, context: PageContext) -> None:
    first, _, rest = (message.children[0].astext() if message.children else message.astext()).partition("\n")
    said = f"{first} {rest.partition(chr(10))[0]}" if first.endswith(":") else first
    said = said.strip().rstrip(".")
    code = "table-malformed" if TABLE.search(said) else "markup"
    if said.startswith(LONG):
        context.report(Diagnostic(code="markup-unsupported", message=said, origin=_origin(message, context)))
        return
    if code == "markup" and context.quiet:
        return
    context.report(Diagnostic(code=code, message=f"docutils: {said}", origin=_origin(message, context)))


def _origin(message: nodes.system_message, context: PageContext) -> Origin:
    source = message.get("source")
    return Origin(source if source in context.sources else context.path, message.get("line") or 1)
