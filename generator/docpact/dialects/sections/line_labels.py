"""Methods and paths behind labels: in fields, terms, entries, rows, or under titles of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docpact.diagnostics import Origin, Report
from docpact.dialects.sections.candidates import outside_examples
from docpact.dialects.sections.captions import EXAMPLE
from docpact.dialects.sections.line_blocks import joined_lines
from docpact.dialects.sections.line_titles import METHOD_ALONE, is_method
from docpact.dialects.sections.request_line import LINE_ALONE, PATH_ALONE
from docpact.dialects.sections.spots import (
    LABELLED,
    LINE_LABEL,
    Spot,
    first_words,
    is_marked_label,
    make_lines,
    raw_lines,
)
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Sample, Section, Style, Table

METHOD_LABEL = re.compile(r"\b(methods?|verbs?|(?:operation|request|http|call) types?)\b", re.IGNORECASE)
PATH_LABEL = re.compile(r"\b(ur[il]|path|endpoint|route|resource|address|syntax)s?\b", re.IGNORECASE)


def labelled_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find fields, terms, entries and rows such as `Request: GET /books`."""
    for index, block in blocks:
        if isinstance(block, Paragraph):
            continue
        lines = [
            line
            for label, value, origin in labelled_values(block)
            if LINE_LABEL.search(label) and not EXAMPLE.search(label) and (found := LINE_ALONE.fullmatch(value))
            for line in make_lines(found["methods"], found["url"], origin, report)
        ]
        if lines:
            yield Spot(index=index, lines=tuple(lines), rule="labelled value")


def stated_path(section: Section) -> str:
    """Return the path that a section states for the methods below it: `Endpoint: /books`; empty without one."""
    for block in section.blocks[:2]:
        if not isinstance(block, Paragraph) or len(block.text.plain.split()) > MOST_LABEL_WORDS:
            continue
        marked = [span.text.strip() for span in block.text.spans if span.style is not Style.PLAIN and span.text.strip()]
        labelled = [value for label, value, _ in labelled_values(block) if PATH_LABEL.search(label)]
        paths = [word for word in (*marked, *labelled) if word.startswith("/") and PATH_ALONE.fullmatch(word)]
        if len(set(paths)) == 1 and PATH_LABEL.search(block.text.plain):
            return paths[0]
    return ""


def method_and_path_apart(
    section: Section, blocks: Sequence[tuple[int, Block]], title_path: str, report: Report
) -> Iterator[Spot]:
    """Find a method and a path in fields of their own, or a method in one and the path as title."""
    methods, paths = _methods_and_paths(blocks)
    if is_method(section.title) and not title_path:
        alone = METHOD_ALONE.fullmatch(section.title)
        methods.insert(0, (-1, alone["methods"].upper() if alone else "", section.heading.origin))
    if not paths and title_path and not is_method(section.title):
        paths = [(index, title_path) for index, _, _ in methods]
    if len(paths) == 1 and len(methods) > 1:
        paths = paths * len(methods)
    for (index, method, origin), (other, path) in zip(methods, paths, strict=False):
        lines = make_lines(method, path, origin, report)
        if lines:
            yield Spot(index=max(index, other), lines=lines, rule="method and path apart")


def _methods_and_paths(
    blocks: Sequence[tuple[int, Block]],
) -> tuple[list[tuple[int, str, Origin]], list[tuple[int, str]]]:
    """Return the methods and the paths that labels stand before, and paths that are literal blocks, by their blocks."""
    labelled_by = _below_labels(blocks)
    methods: list[tuple[int, str, Origin]] = []
    paths: list[tuple[int, str]] = []
    for index, block in blocks:
        for label, value, origin in (*labelled_values(block), *labelled_by.get(index, ())):
            alone = METHOD_ALONE.fullmatch(value)
            if METHOD_LABEL.search(label) and alone:
                methods.append((index, alone["methods"].upper(), origin))
            elif PATH_LABEL.search(label) and PATH_ALONE.fullmatch(value) and "/" in value:
                paths.append((index, value))
        if isinstance(block, Sample) and len(joined_lines(block)) == 1 and joined_lines(block)[0][0].startswith("/"):
            paths.append((index, joined_lines(block)[0][0]))
    return methods, paths


def addresses_alone(section: Section) -> Iterator[tuple[str, str, Origin]]:
    """Yield labels, paths and places of addresses behind a label; none where a method stands as well."""
    blocks = outside_examples(section)
    methods, _ = _methods_and_paths(blocks)
    if methods:
        return
    below = _below_labels(blocks)
    for index, block in blocks:
        for label, value, origin in (*labelled_values(block), *below.get(index, ())):
            if PATH_LABEL.search(label) and PATH_ALONE.fullmatch(value) and "/" in value:
                yield label, value, origin


def _below_labels(blocks: Sequence[tuple[int, Block]]) -> dict[int, list[tuple[str, str, Origin]]]:
    """Return for blocks right below a label, a bold paragraph, that label with their words."""
    found: dict[int, list[tuple[str, str, Origin]]] = {}
    for (_, before), (index, block) in pairwise(blocks):
        if isinstance(before, Paragraph) and is_marked_label(before.text) and isinstance(block, Paragraph | Sample):
            origin = block.text.origin if isinstance(block, Paragraph) else block.origin
            found[index] = [(before.text.plain.strip(" :"), first_words((block,)), origin)]
    return found


def spot_of_titles(titled: Sequence[tuple[str, Section]], report: Report) -> Spot | None:
    """Return the spot of sections titled `Method` and `URL`, each with nothing but that."""
    pairs = [
        (title, first_words(section.blocks), section.origin) for title, section in titled if len(section.blocks) == 1
    ]
    methods = [value for title, value, _ in pairs if METHOD_LABEL.search(title) and METHOD_ALONE.fullmatch(value)]
    paths = [(value, at) for title, value, at in pairs if PATH_LABEL.search(title) and value.startswith(("/", "http"))]
    if len(methods) != 1 or len(paths) != 1 or not PATH_ALONE.fullmatch(paths[0][0]):
        return None
    lines = make_lines(methods[0].upper(), paths[0][0], paths[0][1], report)
    return Spot(index=-1, lines=lines, rule="titles for method and path")


def labelled_values(block: Block) -> Iterator[tuple[str, str, Origin]]:
    """Yield labels with their values: of fields, terms, entries, rows without a header, and lines `Label: value`."""
    match block:
        case Paragraph(text=text):
            for line in raw_lines(text):
                if found := LABELLED.fullmatch(line):
                    yield found["label"], found["value"].strip(), text.origin
        case FieldList(fields=fields):
            yield from ((one.name.plain, first_words(one.blocks), one.origin) for one in fields)
        case DefinitionList(definitions=definitions):
            yield from ((one.term.plain, first_words(one.blocks), one.origin) for one in definitions)
        case List(entries=entries):
            for entry in entries:
                yield from _headed_value(entry)
                yield from (found for inner in entry for found in labelled_values(inner))
        case Table(rows=rows) if rows and all(len(row.cells) == 2 for row in rows):  # noqa: PLR2004 - label and value.
            if len(block.header) == 2 and block.header[1]:  # noqa: PLR2004
                yield block.header[0], block.header[1], block.origin
            yield from ((row.cells[0].plain, row.cells[1].plain, row.origin) for row in rows)
        case _:
            pass


def _headed_value(entry: Sequence[Block]) -> Iterator[tuple[str, str, Origin]]:
    """Yield the label that an entry is with the paragraph or literal block below it."""
    if len(entry) < 2 or not isinstance(entry[0], Paragraph) or not isinstance(entry[1], Paragraph | Sample):  # noqa: PLR2004 - label and value.
        return
    label = entry[0].text.plain.strip(" :")
    origin = entry[1].text.origin if isinstance(entry[1], Paragraph) else entry[1].origin
    if label and len(label.split()) <= MOST_LABEL_WORDS and ":" not in label:
        yield label, first_words(entry[1:]), origin


MOST_LABEL_WORDS = 4
"""A label that stands alone above its value has no more."""


def is_line_part(label: str, value: str) -> bool:
    """Tell whether a labelled value is a method, a path, or both."""
    if METHOD_LABEL.search(label) and METHOD_ALONE.fullmatch(value):
        return True
    if PATH_LABEL.search(label) and "/" in value and PATH_ALONE.fullmatch(value):
        return True
    return bool(LINE_LABEL.search(label) and LINE_ALONE.fullmatch(value))
