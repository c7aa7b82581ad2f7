"""Text → docutils doctree, with Sphinx's markup understood, nothing executed and nothing printed."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from docutils import frontend, nodes, utils
from docutils.parsers.rst import Parser

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.read.quick_docutils import quick_docutils
from docpact.read.sphinx_markup import sphinx_markup

# Nothing in a page may read a file or carry markup through; a docutils.conf of the machine may not change the
# document; colouring literal blocks costs time for nothing; a line limit keeps a hostile page from stalling.
SETTINGS: dict[str, Any] = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "syntax_highlight": "none",
    "_disable_config": True,
    "report_level": 5,
    "halt_level": 5,
    "line_length_limit": 20_000,
    "warning_stream": "",
}
# docutils' information level says nothing that an author must act on.
LEAST_LEVEL = 2
# docutils repeats the offending text after these words; a diagnostic is one line.
COMPLAINT = re.compile(r"\s*\n.*", re.DOTALL)


def parse_doctree(text: str, path: str, report: Report) -> nodes.document:
    """Return the page's doctree; docutils' complaints become diagnostics at once, and none are printed.

    Transforms are not applied: what a reference leads to is the model's question.
    """
    document = utils.new_document(path, _settings().copy())

    def observe(message: nodes.system_message) -> None:
        if message["level"] >= LEAST_LEVEL:
            report(_diagnostic(message, path))

    document.reporter.attach_observer(observe)
    with sphinx_markup(), quick_docutils():
        Parser().parse(text, document)
    document.reporter.detach_observer(observe)
    return document


@cache
def _settings() -> Any:  # noqa: ANN401 - docutils has no types.
    """Return the settings of every page: docutils takes longer to make them than to parse a small page."""
    settings = frontend.get_default_settings(Parser)
    for name, value in SETTINGS.items():
        setattr(settings, name, value)
    return settings


def is_malformed_table(message: nodes.system_message) -> bool:
    """Tell whether docutils gave up on a table here, leaving its text in a literal block."""
    return message.astext().startswith("Malformed table") or "Malformed table" in message.astext()[:80]


def _diagnostic(message: nodes.system_message, path: str) -> Diagnostic:
    said = COMPLAINT.sub("", message.children[0].astext() if message.children else message.astext())
    code = "table-malformed" if "Malformed table" in said else "markup"
    return Diagnostic(code=code, message=f"docutils: {said.rstrip('.')}", origin=Origin(path, message.get("line") or 1))
