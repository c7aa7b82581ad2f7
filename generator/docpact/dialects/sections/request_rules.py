"""Where request lines stand: one rule a function, each with its reason. The rules look at one section at a time.

A rule yields spots. A spot is certain where the words are nothing but a method and a path; a mention in a sentence is
not, and counts only where the section has no certain spot and describes something.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.captions import EXAMPLE, parse_caption
from docpact.dialects.sections.columns import bare_words
from docpact.dialects.sections.request_line import (
    ADDRESS,
    LINE_ALONE,
    LINE_TURNED,
    METHOD,
    METHODS,
    PATH_ALONE,
    REQUEST_LINE,
    VERSION,
    RequestLine,
    parse_address,
)
from docpact.read.page import (
    Block,
    DefinitionList,
    Directive,
    FieldList,
    List,
    Note,
    Paragraph,
    Row,
    Sample,
    Section,
    Span,
    Style,
    Table,
    Text,
)

# `GET /books: all books`, `All books (GET /books)`
TITLE_BEFORE = re.compile(
    rf"(?P<methods>{METHODS})\s+(?P<url>{ADDRESS}?){VERSION}(?:\s+|:\s*|(?=\())[-\u2013\u2014:(]*\s*(?P<rest>[^)]+)\)?"
)
TITLE_AFTER = re.compile(
    rf"(?P<rest>.+?)\s*[-\u2013\u2014:(\[]\s*(?P<methods>{METHODS})\s+(?P<url>{ADDRESS}?){VERSION}\s*[\])]?"
)
METHOD_ALONE = re.compile(rf"(?:HTTP\s+)?(?P<methods>{METHODS})(?:\s+(?:method|request)s?)?\s*[.:]?", re.IGNORECASE)
METHOD_CAPITALS = re.compile(METHODS)
METHOD_LABEL = re.compile(r"\b(methods?|verbs?|(?:operation|request|http|call) types?)\b", re.IGNORECASE)
PATH_LABEL = re.compile(r"\b(ur[il]|path|endpoint|route|resource|address|syntax)s?\b", re.IGNORECASE)
LINE_LABEL = re.compile(
    r"\b(requests?|ur[il]|path|endpoint|route|resource|syntax|methods?|call|http|operation|usage|api|command|verb|format)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(r"\s*(?P<label>[A-Za-z][\w ./-]{0,40}?)\s*:\s*(?P<value>\S.*)", re.DOTALL)
LONGEST_LINE = 1_000
"""No request line has more characters."""
SYNTAX = re.compile(r"\b(syntax|definition|format|synopsis|prototype)\b", re.IGNORECASE)
HEADER_LINE = re.compile(r"\s*[A-Za-z][A-Za-z0-9-]*:\s*\S")
# A title that is a path without a slash before it: `books`, `books/{{id}}`, `search.json`.
TITLE_PATH = re.compile(r"/?[\w.{}<>:-]+(?:/[\w.{}<>:()-]*)*")
FILE_NAME = re.compile(r"[\w-]+(?:/[\w-]+)*\.(?:json|xml|php|cgi|aspx?|do|html?|txt|csv)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place that names operations."""

    index: int
    """Of the block in its section; -1 for the heading."""
    lines: tuple[RequestLine, ...]
    rule: str
    certain: bool = True
    title: str = ""
    """What else the line says, in place of a heading."""
    own: tuple[Block, ...] | None = None
    """What stands in the entry that the line begins; None where the line is no entry."""


def find_spots(section: Section, path: str, report: Report) -> list[Spot]:
    """Return the section's spots in its order. `path` is that of the nearest title that is one; empty without."""
    found = [*_heading(section, path, report)]
    blocks = _outside_examples(section)
    found += _block_is_line(blocks, report, section.title)
    for rule in RULES:
        found += rule(blocks, report)
    found += _method_and_path_apart(section, blocks, path, report)
    certain = [spot for spot in found if spot.certain]
    return sorted(certain or found, key=lambda spot: spot.index)


def heading_path(heading: Text) -> str:
    """Return the path that a title is: marked as a literal, beginning with a slash, or a file's name; else empty."""
    words = heading.plain
    marked = [span for span in heading.spans if span.text.strip()]
    literal = bool(marked) and all(span.style is Style.LITERAL for span in marked)
    if METHOD_CAPITALS.fullmatch(words):
        return ""
    if (literal and TITLE_PATH.fullmatch(words)) or FILE_NAME.fullmatch(words):
        return words if words.startswith(("/", "http", "{", "<")) else f"/{words}"
    return words if words.startswith("/") and PATH_ALONE.fullmatch(words) else ""


def is_method(words: str) -> bool:
    """Tell whether a title is nothing but a method."""
    return bool(METHOD_ALONE.fullmatch(words)) and any(word.isupper() for word in words.split())


def _heading(section: Section, path: str, report: Report) -> Iterator[Spot]:
    """Find a title that is a method and a path, alone or beside a summary, or a method below a path as title."""
    words = section.title[:LONGEST_LINE]
    for pattern in (LINE_ALONE, LINE_TURNED, TITLE_BEFORE, TITLE_AFTER):
        if found := pattern.fullmatch(words):
            rest = found.groupdict().get("rest") or ""
            if EXAMPLE.search(rest):
                return
            lines = _lines(found["methods"], found["url"], section.heading.origin, report)
            yield Spot(index=-1, lines=lines, rule="title", title=rest.strip(" -:\u2013\u2014"))
            return
    if is_method(words) and path:
        found = METHOD_ALONE.fullmatch(words)
        lines = _lines(found["methods"] if found else "", path, section.heading.origin, report)
        yield Spot(index=-1, lines=lines, rule="method below a title that is a path")


def _block_is_line(blocks: Sequence[tuple[int, Block]], report: Report, title: str) -> Iterator[Spot]:
    """Find literal blocks of nothing but request lines.

    A line with header lines below it is a message, and so an example, unless the title says that it is the syntax.
    """
    syntax = [block for _, block in blocks if isinstance(block, Sample)][:1] if SYNTAX.search(title) else []
    for index, block in blocks:
        if not isinstance(block, Sample) or EXAMPLE.search(block.caption):
            continue
        lines = _joined(block)
        found = [(LINE_ALONE.fullmatch(line), origin) for line, origin in lines]
        if lines and all(match for match, _ in found):
            parsed = tuple(
                one
                for match, origin in found
                if match
                for one in _lines(match["methods"], match["url"], origin, report)
            )
            yield Spot(index=index, lines=parsed, rule="literal block")
        elif found and found[0][0] and _is_message(lines) and block in syntax:
            parsed = _lines(found[0][0]["methods"], found[0][0]["url"], found[0][1], report)
            yield Spot(index=index, lines=parsed, rule="start line under a title for syntax")
        elif found and not _is_message(lines):
            yield from _begins_with_line(index, lines, report)


def _begins_with_line(index: int, lines: Sequence[tuple[str, Origin]], report: Report) -> Iterator[Spot]:
    """Find the lines in a literal block that has a body below them, or comments around them."""
    own: list[RequestLine] = []
    for line, origin in lines:
        match = LINE_ALONE.fullmatch(line)
        if match:
            own += _lines(match["methods"], match["url"], origin, report)
        elif REQUEST_LINE.match(line):
            _malformed(line, origin, report)
    if own:
        unread = next((origin for line, origin in lines if PART_LINE.fullmatch(line)), None)
        if unread is not None:
            message = "what is described inside the literal block isn't read"
            report(Diagnostic(code="literal-unread", message=message, origin=unread))
        yield Spot(index=index, lines=tuple(own), rule="line of a literal block", certain=bool(own[0].placeholders))


# A line of a literal block that heads parameters or the response in plain text.
PART_LINE = re.compile(
    r"(?:(?:request|response|query|path|url|body|header|form|input|output|required|optional) )?"
    r"(?:parameters?|params|arguments?|args|fields|headers|body|responses?|returns|attributes|properties)\s*:",
    re.IGNORECASE,
)


def _paragraph_is_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find paragraphs, and lines of them, that are a method and a path however they are marked."""
    for index, block in blocks:
        if isinstance(block, Paragraph):
            lines = _lines_of(block.text, report)
            if lines:
                yield Spot(index=index, lines=lines, rule="paragraph")


def _entry_is_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find lines that begin an entry of a list: what is indented below them is about the operation."""
    for index, block in blocks:
        for text, own in _entries(block):
            lines = _lines_of(text, report)
            if lines:
                yield Spot(index=index, lines=lines, rule="entry of a list", own=own)


def _labelled_line(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find fields, terms, entries and rows such as `Request: GET /books`."""
    for index, block in blocks:
        if isinstance(block, Paragraph):
            continue
        lines = [
            line
            for label, value, origin in labelled_values(block)
            if LINE_LABEL.search(label) and not EXAMPLE.search(label) and (found := LINE_ALONE.fullmatch(value))
            for line in _lines(found["methods"], found["url"], origin, report)
        ]
        if lines:
            yield Spot(index=index, lines=tuple(lines), rule="labelled value")


def _table_of_lines(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find tables of a method and a path a row, and what they do; other columns are of tables about other things."""
    for index, block in blocks:
        columns = line_columns(block) if isinstance(block, Table) else None
        if not isinstance(block, Table) or columns is None:
            continue
        spots = [spot for row in block.rows if (spot := _row_spot(index, block, row, columns, report)) is not None]
        explained = len(block.header) > 2  # noqa: PLR2004 - method and path.
        told = any(OUTCOME_HEAD.fullmatch(word) or INPUT_HEAD.fullmatch(word) for word in block.header)
        if explained and len(block.rows) > 1:
            # Without a column for responses it may be an overview of what other pages document.
            yield from (spot if told else replace(spot, certain=False, rule=OVERVIEW) for spot in spots)
        elif spots:
            lines = tuple(line for spot in spots for line in spot.lines)
            yield Spot(index=index, lines=lines, rule="table of methods and paths", certain=not explained)


OVERVIEW = "overview of methods and paths"


def line_columns(table: Table) -> tuple[int, int] | None:
    """Return the columns of methods and of paths; None where there are none, or others than of explanations."""
    heads = [bare_words(word) for word in table.header]
    methods = next((i for i, word in enumerate(heads) if METHOD_LABEL.search(word)), None)
    paths = next((i for i, word in enumerate(heads) if PATH_LABEL.search(word) and i != methods), None)
    if methods is None or paths is None:
        return None
    rest = [word for i, word in enumerate(heads) if i not in {methods, paths}]
    return (methods, paths) if all(EXPLAINS.fullmatch(word) for word in rest) else None


# What heads a column about what an operation does, or responds with.
EXPLAINS = re.compile(
    r"(?:(?:short|entity|request|http|response|return(?:ed)?|query|path|url|and|/| )*"
    r"(?:descriptions?|summary|meaning|purpose|actions?"
    r"|function|what it does|operation|effect|notes?|remarks|comments?|responses?|returns?|status(?:es)?|codes?|result"
    r"|body|name|title|usage|details|param(?:eter)?s?|arguments?|inputs?|payload))+",
    re.IGNORECASE,
)
OUTCOME_HEAD = re.compile(r".*\b(?:responses?|returns?|returned|status(?:es)?|codes?|result)\b.*", re.IGNORECASE)


INPUT_HEAD = re.compile(r".*\b(?:param(?:eter)?s?|arguments?|inputs?|payload|request body)\b.*", re.IGNORECASE)


def _row_spot(index: int, table: Table, row: Row, columns: tuple[int, int], report: Report) -> Spot | None:
    """Return the spot of a row, with what its other cells say as the operation's own blocks."""
    cells = [cell.plain for cell in row.cells]
    methods, paths = columns
    if max(columns) >= len(cells):
        return None
    if not (METHOD_CAPITALS.fullmatch(cells[methods]) and PATH_ALONE.fullmatch(cells[paths]) and "/" in cells[paths]):
        return None
    own: list[Block] = []
    for at, cell in enumerate(row.cells):
        if at in columns or not cell.plain:
            continue
        own += _cell_blocks(table.header[at], cell, row.blocks[at] if at < len(row.blocks) else ())
    lines = _lines(cells[methods], cells[paths], row.origin, report)
    return Spot(index=index, lines=lines, rule="table of methods and paths", own=tuple(own)) if lines else None


def _cell_blocks(head: str, cell: Text, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield what a cell says under the head of its column: fields and responses as lists, all else as prose."""
    outcome, sent = OUTCOME_HEAD.fullmatch(head), INPUT_HEAD.fullmatch(head)
    if not (outcome or sent):
        yield Paragraph(cell)
        return
    yield Paragraph(Text((Span("Responses" if outcome else head, Style.STRONG),), cell.origin))
    if any(isinstance(block, List | FieldList | DefinitionList) for block in blocks):
        yield from blocks
    else:
        yield List(((Paragraph(cell),),), cell.origin)


def _sentence(blocks: Sequence[tuple[int, Block]], report: Report) -> Iterator[Spot]:
    """Find sentences that name one method and one path, in one literal or in two."""
    for index, block in blocks:
        if isinstance(block, Sample | Table | FieldList | DefinitionList):
            return
        if not isinstance(block, Paragraph):
            continue
        marked = [span.text.strip() for span in block.text.spans if span.style is not Style.PLAIN and span.text.strip()]
        whole = [found for word in marked if (found := LINE_ALONE.fullmatch(word))]
        methods = [word for word in marked if METHOD_CAPITALS.fullmatch(word)]
        paths = [
            word for word in marked if word.startswith(("/", "http://", "https://")) and PATH_ALONE.fullmatch(word)
        ]
        if len(whole) == 1 and not methods:
            lines = _lines(whole[0]["methods"], whole[0]["url"], block.text.origin, report)
        elif len(methods) == 1 and len(set(paths)) == 1 and not whole:
            lines = _lines(methods[0], paths[0], block.text.origin, report)
        elif (asked := _asked(block.text)) and len(set(paths)) == 1 and not whole:
            # "Make a GET request to /books": the method needs no mark.
            lines = _lines(asked["method"].upper(), paths[0], block.text.origin, report)
        else:
            continue
        if lines:
            rule = SENTENCE_THAT_ASKS if _asked(block.text) else "sentence"
            yield Spot(index=index, lines=lines, rule=rule, certain=False)


def _asked(text: Text) -> re.Match[str] | None:
    """Return the beginning of a sentence that asks for a request, with its method; None for another sentence."""
    return ASKED.match(text.plain) or BARE.match(text.plain)


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


SENTENCE_THAT_ASKS = "sentence that asks for a request"
ASKED = re.compile(
    r"(?:To [^.]{1,80}, )?(?:make|send|issue|perform|submit|use|do|execute)s? (?:an? |the )?(?:HTTP )?"
    rf"(?P<method>{METHOD})\b(?: (?:HTTP )?(?:requests?|call|method))?",
    re.IGNORECASE,
)
# "POST to /books"
BARE = re.compile(rf"(?P<method>{METHOD})(?: requests?)?(?: (?:to|on|at|from))? (?=/|https?://)")
RULES: tuple[Callable[[Sequence[tuple[int, Block]], Report], Iterator[Spot]], ...] = (
    _paragraph_is_line, _entry_is_line, _labelled_line, _table_of_lines, _sentence,
)  # fmt: skip


def _method_and_path_apart(
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
        lines = _lines(method, path, origin, report)
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
        if isinstance(block, Sample) and len(_joined(block)) == 1 and _joined(block)[0][0].startswith("/"):
            paths.append((index, _joined(block)[0][0]))
    return methods, paths


def addresses_alone(section: Section) -> Iterator[tuple[str, str, Origin]]:
    """Yield labels, paths and places of addresses behind a label; none where a method stands as well."""
    blocks = _outside_examples(section)
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
        if isinstance(before, Paragraph) and _is_label(before.text) and isinstance(block, Paragraph | Sample):
            origin = block.text.origin if isinstance(block, Paragraph) else block.origin
            found[index] = [(before.text.plain.strip(" :"), _first_words((block,)), origin)]
    return found


def spot_of_titles(titled: Sequence[tuple[str, Section]], report: Report) -> Spot | None:
    """Return the spot of sections titled `Method` and `URL`, each with nothing but that."""
    pairs = [
        (title, _first_words(section.blocks), section.origin) for title, section in titled if len(section.blocks) == 1
    ]
    methods = [value for title, value, _ in pairs if METHOD_LABEL.search(title) and METHOD_ALONE.fullmatch(value)]
    paths = [(value, at) for title, value, at in pairs if PATH_LABEL.search(title) and value.startswith(("/", "http"))]
    if len(methods) != 1 or len(paths) != 1 or not PATH_ALONE.fullmatch(paths[0][0]):
        return None
    lines = _lines(methods[0].upper(), paths[0][0], paths[0][1], report)
    return Spot(index=-1, lines=lines, rule="titles for method and path")


def labelled_values(block: Block) -> Iterator[tuple[str, str, Origin]]:
    """Yield labels with their values: of fields, terms, entries, rows without a header, and lines `Label: value`."""
    match block:
        case Paragraph(text=text):
            for line in _raw_lines(text):
                if found := LABELLED.fullmatch(line):
                    yield found["label"], found["value"].strip(), text.origin
        case FieldList(fields=fields):
            yield from ((one.name.plain, _first_words(one.blocks), one.origin) for one in fields)
        case DefinitionList(definitions=definitions):
            yield from ((one.term.plain, _first_words(one.blocks), one.origin) for one in definitions)
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
        yield label, _first_words(entry[1:]), origin


MOST_LABEL_WORDS = 4
"""A label that stands alone above its value has no more."""


def is_line_part(label: str, value: str) -> bool:
    """Tell whether a labelled value is a method, a path, or both."""
    if METHOD_LABEL.search(label) and METHOD_ALONE.fullmatch(value):
        return True
    if PATH_LABEL.search(label) and "/" in value and PATH_ALONE.fullmatch(value):
        return True
    return bool(LINE_LABEL.search(label) and LINE_ALONE.fullmatch(value))


def _entries(block: Block) -> Iterator[tuple[Text, tuple[Block, ...]]]:
    match block:
        case DefinitionList(definitions=definitions):
            yield from ((one.term, one.blocks) for one in definitions)
        case FieldList(fields=fields):
            yield from ((one.name, one.blocks) for one in fields)
        case List(entries=entries):
            for entry in entries:
                if entry and isinstance(entry[0], Paragraph) and (len(entry) > 1 or len(entries) == 1):
                    yield entry[0].text, entry[1:]
        case _:
            pass


def _lines_of(text: Text, report: Report) -> tuple[RequestLine, ...]:
    """Return the request lines that a text consists of; a label before one is passed over."""
    found: list[RequestLine] = []
    whole = text.plain[:LONGEST_LINE]
    plain = all(span.style is Style.PLAIN for span in text.spans if span.text.strip())
    for line in [whole] if LINE_ALONE.fullmatch(whole) else _raw_lines(text):
        labelled = LABELLED.fullmatch(line)
        alone = LINE_ALONE.fullmatch(line) or LINE_TURNED.fullmatch(line) if line == whole or not plain else None
        if (
            alone is None
            and labelled
            and LINE_LABEL.search(labelled["label"])
            and not EXAMPLE.search(labelled["label"])
        ):
            alone = LINE_ALONE.fullmatch(labelled["value"])
        if alone:
            found += _lines(alone["methods"], alone["url"], text.origin, report)
        elif REQUEST_LINE.match(line) and not plain and "{" in line and " " not in line.split(None, 1)[1]:
            _malformed(line, text.origin, report)
    return tuple(found)


def _outside_examples(section: Section) -> list[tuple[int, Block]]:
    """Return the blocks that no label calls an example, unknown directives opened; notes name no operations."""
    found: list[tuple[int, Block]] = []
    example, shown = False, False
    for index, block in enumerate(section.blocks):
        if isinstance(block, Paragraph) and REQUEST_LINE.match(block.text.plain):
            # A line that is a label itself ends an example that has been shown.
            example = example and not (shown and _is_label(block.text))
        elif isinstance(block, Paragraph):
            words, shown = block.text.plain, False
            label = _is_label(block.text)
            if label or words.endswith(":"):
                example = parse_caption(words).example
            elif not label:
                example = False
        shown = shown or isinstance(block, Sample)
        if not example:
            found += [(index, inner) for inner in _opened(block)]
    return found


def _opened(block: Block) -> Iterator[Block]:
    """Yield what an unknown directive holds, or an admonition with nothing but a request line; else the block."""
    held = without_title(block) if isinstance(block, Note) else ()
    lone = held[0] if len(held) == 1 else None
    words = _first_words((lone,)) if lone is not None else ""
    if lone is not None and LINE_ALONE.fullmatch(words):
        yield lone
    elif isinstance(block, Directive) and not block.known:
        for inner in block.blocks:
            yield from _opened(inner)
    else:
        yield block


def without_title(note: Note) -> tuple[Block, ...]:
    """Return what an admonition holds below its title."""
    first = note.blocks[0] if note.blocks else None
    titled = isinstance(first, Paragraph) and len(note.blocks) > 1 and _is_label(first.text)
    return note.blocks[1:] if titled else note.blocks


def _is_label(text: Text) -> bool:
    marked = [span for span in text.spans if span.text.strip(" :")]
    return bool(marked) and all(span.style in {Style.STRONG, Style.EMPHASIS} for span in marked)


def _is_message(lines: Sequence[tuple[str, Origin]]) -> bool:
    """Tell whether the second line is a header field: then the first is the start line of a message."""
    return len(lines) > 1 and bool(HEADER_LINE.match(lines[1][0])) and not LINE_ALONE.fullmatch(lines[1][0])


def _joined(block: Sample) -> list[tuple[str, Origin]]:
    """Return the block's lines, a query string on lines of its own joined to its path."""
    found: list[tuple[str, Origin]] = []
    for offset, line in enumerate(block.text.splitlines()):
        words = line.strip().rstrip("\\").strip()[:LONGEST_LINE]
        if words[:1] in {"?", "&"} and found:
            found[-1] = (found[-1][0] + words, found[-1][1])
        elif words:
            found.append((words, Origin(block.origin.path, block.origin.line + offset)))
    return found


def _raw_lines(text: Text) -> list[str]:
    lines = "".join(span.text for span in text.spans).split("\n")
    return [" ".join(line.split())[:LONGEST_LINE] for line in lines if line.strip()]


def _first_words(blocks: Sequence[Block]) -> str:
    first = blocks[0] if blocks else None
    if isinstance(first, List) and len(first.entries) == 1:
        return _first_words(first.entries[0])
    return first.text.plain if isinstance(first, Paragraph) else first.text.strip() if isinstance(first, Sample) else ""


def _lines(methods: str, url: str, origin: Origin, report: Report) -> tuple[RequestLine, ...]:
    """Return a request line for each method; none, and a diagnostic, where the address is no path template."""
    url = url.rstrip("'\"`;.,")
    if not url.startswith(("/", "http://", "https://", "|", "{", "<")):
        url = url if _is_host(url) else f"/{url}"
    found = [parse_address(method, url, origin) for method in re.findall(METHOD, methods)]
    if any(one is None for one in found):
        _malformed(f"{methods} {url}", origin, report)
    return tuple(one for one in found if one is not None)


def _is_host(url: str) -> bool:
    first = url.split("/", 1)[0]
    return "/" in url and ("." in first or ":" in first)


def _malformed(line: str, origin: Origin, report: Report) -> None:
    message = f"`{line:.80}` has no path template: braces that don't match, or one name twice"
    report(Diagnostic(code="request-line-malformed", message=message, origin=origin))
