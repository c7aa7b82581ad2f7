"""Field lists, definition lists and bullets → rows about fields, nested by their indentation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.sections.arguments import read_argument, read_needs
from docpact.dialects.sections.listed_values import listed_values
from docpact.dialects.sections.name_paragraphs import is_about
from docpact.dialects.sections.names import NameText, parse_name
from docpact.dialects.sections.need import cell_need, described_need, has_default
from docpact.dialects.sections.rows import FieldRow, Rows, type_of_stated, with_members
from docpact.dialects.sections.type_in_words import type_in_words
from docpact.dialects.sections.type_text import parse_type
from docpact.dialects.statements import Source
from docpact.dialects.words.limits import parse_stated
from docpact.read.page import Block, DefinitionList, FieldList, List, Paragraph, Span, Style, Text

# `:param string name: text`, as Python's docstrings write it: what the field is comes before its name.
ROLE = re.compile(
    r"(?P<role>param|parameter|arg|argument|query|queryparam|qparam|path|url|header|reqheader|form|formparam|body|json"
    r"|jsonparam|reqjson|resjson|cookie|var)\s+(?:(?P<type>[\w\[\]<>-]+)\s+)?(?P<name>\S+)",
    re.IGNORECASE,
)
PLACE_OF_ROLE = {
    "query": "query", "queryparam": "query", "qparam": "query", "path": "path", "url": "path", "header": "header",
    "reqheader": "header", "form": "form", "formparam": "form", "body": "body", "json": "body", "jsonparam": "body",
    "reqjson": "body", "cookie": "cookie",
}  # fmt: skip
# What separates a bullet's name from its meaning.
MOST_CHARACTERS = 300
"""A name and its marks stand in these."""
SEPARATOR = re.compile(r"\s*(?:[:=\u2013\u2014]|--?(?=\s)|,|\()")
FIRST_WORD = re.compile(
    r"\s*(?P<name>[$@_A-Za-z][\w.$@:/\[\]-]*?)\s*(?P<after>\([^)]*\))?\s*(?::|--?\s|\u2013|\u2014)\s*"
)
# `key, the field to edit`
FIRST_WITH_COMMA = re.compile(r"\s*(?P<name>[$@_a-z][\w.$@-]*)(?P<after>(?!)x)?,\s+(?=(?:the|an?|optional|required)\b)")
# `limit=[integer]: how many`
TYPED_WORD = re.compile(r"\s*(?P<name>[$@_A-Za-z][\w.-]*)\s*=\s*[\[<(](?P<type>\w+)[\]>)]\s*[:,\u2013-]?\s*")
# `owner=$id`, `childCount=true`
PAIR = re.compile(r"(?P<name>[A-Za-z_][\w.\[\]-]*)=(?P<value>\S*)")
TYPE_OF_VALUE = re.compile(r"[<\[({](?P<type>int|integer|string|str|bool|boolean|float|number|date)[>\])}]")
# An entry that is nothing but a name, and marks in brackets.
ALONE = re.compile(r"[$@_A-Za-z][\w.$@:/\[\]-]*(?:\s*\([^()]*\))?")
IN_BRACKETS = re.compile(r"^\s*\(([^()]*)\)")


def list_rows(block: Block, report: Report) -> list[FieldRow]:
    """Return the rows of a list of fields; nothing for a block that is no list, or one whose entries have no names."""
    match block:
        case FieldList(fields=fields):
            rows = [_field_row(one.name, one.blocks, one.origin, report) for one in fields]
        case DefinitionList(definitions=definitions):
            rows = [_row(one.term, one.blocks, one.origin, report) for one in definitions]
        case List(entries=entries):
            rows = [*_with_needs([_bullet_row(entry, report) for entry in entries], entries)]
        case _:
            return []
    found = [row for row in rows if row is not None]
    return list(_unrepeated(found, report))


def read_list(block: FieldList | DefinitionList | List) -> Rows:
    """Return the rows of a list whose entries begin with names; none where most have none."""
    faults: list[Diagnostic] = []
    rows = list_rows(block, faults.append)
    size = len(_entries(block))
    return Rows(rows=tuple(rows), faults=tuple(faults)) if 2 * len(rows) > size else Rows()


def _entries(block: FieldList | DefinitionList | List) -> Sequence[object]:
    match block:
        case FieldList(fields=fields):
            return fields
        case DefinitionList(definitions=definitions):
            return definitions
        case List(entries=entries):
            return entries


def _field_row(name: Text, blocks: Sequence[Block], origin: Origin, report: Report) -> FieldRow | None:
    if found := ROLE.fullmatch(name.plain):
        text = Text((Span(found["name"]),), origin)
        return _row(
            text, blocks, origin, report, place=PLACE_OF_ROLE.get(found["role"].lower(), ""), kind=found["type"] or ""
        )
    return _row(name, blocks, origin, report)


def _row(  # noqa: PLR0913 - an entry's parts.
    term: Text, blocks: Sequence[Block], origin: Origin, report: Report, *, place: str = "", kind: str = ""
) -> FieldRow | None:
    named = parse_name(term)
    if not named.name or named.blank:
        message = f"`{term.plain[:40]}` is no name; what stands there is left out"
        report(Diagnostic(code="row-nameless", message=message, origin=origin))
        return None
    return _entry(named, tuple(blocks), origin, report, place=place, kind=kind)


def _with_needs(rows: Sequence[FieldRow | None], entries: Sequence[Sequence[Block]]) -> Iterator[FieldRow | None]:
    """Yield the rows with the needs that an entry states for those it names; the rest are the other."""
    firsts = [entry[0].text.plain for entry in entries if entry and isinstance(entry[0], Paragraph)]
    needs = next((found for words in firsts if (found := read_needs(words)) is not None), None)
    for row in rows:
        if row is None or needs is None or row.required is not None:
            yield row
        else:
            yield replace(row, required=needs.required if row.name in needs.names else not needs.required)


def _bullet_row(entry: Sequence[Block], report: Report) -> FieldRow | None:
    """Return the row of a bullet whose first words are a name: marked, or followed by a colon or dash."""
    first = entry[0] if entry else None
    if not isinstance(first, Paragraph) or read_needs(first.text.plain) is not None:
        return None
    labelled = read_argument(first.text.plain)
    split = _split_name(first.text if labelled is None else _without(first.text, labelled.length))
    if split is None:
        return None
    named, rest = split
    if LABEL_WORDS.fullmatch(named.name) and not rest.plain:
        report(
            Diagnostic(code="row-nameless", message=f"`{first.text.plain[:40]}` is a label", origin=first.text.origin)
        )
        return None
    own: tuple[Block, ...] = (Paragraph(rest),) if rest.plain else ()
    if labelled is None:
        return _entry(named, (*own, *entry[1:]), first.text.origin, report)
    row = _entry(named, (*own, *entry[1:]), first.text.origin, report, place=labelled.place)
    return replace(row, required=labelled.required if row.required is None else row.required)


# What heads a part of an operation, with nothing below it.
LABEL_WORDS = re.compile(r"Attributes|Parameters|Headers?|Body|Schema|Responses?|Requests?")


def _without(text: Text, length: int) -> Text:
    """Return the text without as many characters at its beginning."""
    spans: list[Span] = []
    for span in text.spans:
        skipped = min(length, len(span.text))
        length -= skipped
        if words := span.text[skipped:]:
            spans.append(_reworded(span, words))
    return Text(tuple(spans), text.origin)


def _reworded(span: Span, words: str) -> Span:
    """Return the span with other words."""
    return Span(words, span.style, span.link, span.role)


def _split_name(text: Text) -> tuple[NameText, Text] | None:
    lone = [span for span in text.spans if span.text.strip()]
    if len(lone) == 1 and (typed := TYPED_WORD.match(lone[0].text[:MOST_CHARACTERS])):
        name = parse_name(Text((Span(f"{typed['name']} ({typed['type']})"),), text.origin))
        return name, Text((Span(lone[0].text[typed.end() :]),), text.origin)
    spans = [span for span in text.spans if span.text]
    while spans and not spans[0].text.strip():
        spans = spans[1:]
    if not spans:
        return None
    if spans[0].style is Style.LITERAL and len(spans) > 1 and (pair := PAIR.fullmatch(spans[0].text.strip())):
        # ``` ``limit=<int>``: how many ```
        typed = TYPE_OF_VALUE.fullmatch(pair["value"])
        name = parse_name(Text((Span(f"{pair['name']} ({typed['type']})" if typed else pair["name"]),), text.origin))
        return name, Text(tuple(_after_marks(spans[1:], "")), text.origin)
    if spans[0].style in {Style.LITERAL, Style.STRONG, Style.EMPHASIS}:
        name = parse_name(Text((Span(spans[0].text.strip(" :")),), text.origin))
        rest = spans[1:]
        if not name.name or name.blank or not (not rest or SEPARATOR.match(rest[0].text) or len(rest) > 1):
            return None
        bracket = IN_BRACKETS.match("".join(span.text for span in rest))
        if bracket:
            name = parse_name(Text((Span(f"{name.name} ({bracket[1]})"),), text.origin))
        return name, Text(tuple(_after_marks(rest, bracket[0] if bracket else "")), text.origin)
    found = FIRST_WORD.match(spans[0].text[:MOST_CHARACTERS]) or FIRST_WITH_COMMA.match(spans[0].text[:MOST_CHARACTERS])
    if typed := TYPED_WORD.match(spans[0].text[:MOST_CHARACTERS]):
        name = parse_name(Text((Span(f"{typed['name']} ({typed['type']})"),), text.origin))
        return name, Text((Span(spans[0].text[typed.end() :]), *spans[1:]), text.origin)
    if not found:
        alone = ALONE.fullmatch(text.plain)
        return (parse_name(text), Text((), text.origin)) if alone else None
    name = parse_name(Text((Span(f"{found['name']} {found['after'] or ''}".strip()),), text.origin))
    words = [Span(spans[0].text[found.end() :], spans[0].style, spans[0].link), *spans[1:]]
    return (name, Text(tuple(words), text.origin)) if name.name else None


def _after_marks(spans: Sequence[Span], marks: str) -> Iterator[Span]:
    """Yield the spans without the marks in brackets and the separator that they begin with."""
    skipped = len(marks)
    begun = False
    for span in spans:
        words = span.text[skipped:] if skipped < len(span.text) else ""
        skipped = max(0, skipped - len(span.text))
        words = words if begun else words.lstrip(" :=\u2013\u2014-,")
        begun = begun or bool(words)
        if words:
            yield Span(words, span.style, span.link)


def _entry(  # noqa: PLR0913 - an entry's parts.
    named: NameText, blocks: tuple[Block, ...], origin: Origin, report: Report, *, place: str = "", kind: str = ""
) -> FieldRow:
    about = next((block for block in blocks if isinstance(block, FieldList) and is_about(block)), None)
    if about is not None:
        rest = tuple(block for block in blocks if block is not about)
        return _told_apart(named, about, rest, origin, place=place)
    nested: list[FieldRow] = []
    kept: list[Block] = []
    for block in blocks:
        rows = held_rows(block, kept, named.type_words, report)
        nested += rows
        if not rows:
            kept.append(block)
    first = next((block.text for block in kept if isinstance(block, Paragraph)), Text((), origin))
    words = kind or named.type_words or _type_before_dash(first)
    cell = Text((Span(words),), origin)
    lone = "" if words else _lone_type(first)
    type_ = parse_type(cell) if words else parse_type(first) if lone else None
    required = named.required if named.required is not None else described_need(first.plain)
    if required is None and type_ is not None and type_.optional is not None:
        required = not type_.optional
    said = type_in_words(first) if type_ is None else None
    scalar = type_.type if type_ is not None else said.type if said is not None else None
    stated = parse_stated(" ".join([first.plain, named.remark, *_limits_below(kept)]).strip())
    stated = with_members(stated, scalar, () if nested else listed_values(first, kept))
    return FieldRow(
        name=named.name,
        type=type_,
        type_cell=cell if words else first,
        stated=stated,
        description=first,
        blocks=tuple(kept),
        required=required,
        defaulted=required is None and has_default(first.plain),
        said=said or (type_of_stated(stated, first) if type_ is None else None),
        place=place,
        nested=tuple(nested),
        source=Source.FIELD_LIST,
        origin=origin,
    )


def _limits_below(blocks: Sequence[Block]) -> Iterator[str]:
    """Yield the entries of a list below a description that say a default or limit: `Default: 25`."""
    for block in blocks:
        for entry in block.entries if isinstance(block, List) else ():
            first = entry[0] if entry else None
            if isinstance(first, Paragraph) and LIMIT.match(first.text.plain):
                yield first.text.plain


LIMIT = re.compile(r"(?:default|min|max|minimum|maximum)\b", re.IGNORECASE)


def _told_apart(named: NameText, about: FieldList, rest: tuple[Block, ...], origin: Origin, *, place: str) -> FieldRow:
    """Return the row of a name whose type, need and description stand in fields of their own."""
    said = {one.name.plain.lower(): one for one in about.fields}

    def words(*names: str) -> Text:
        found = next((said[name] for name in said if name.split()[0] in names or name in names), None)
        first = next((block.text for block in found.blocks if isinstance(block, Paragraph)), None) if found else None
        return first if first is not None else Text((), origin)

    kind, description = words("type", "data"), words("description", "descriptions", "note", "notes")
    needs, optional = words("required", "mandatory").plain, words("optional").plain
    need = cell_need(needs) if needs else None
    if not needs and optional:
        need = None if cell_need(optional) is None else not cell_need(optional)
    if need is None:
        need = named.required if named.required is not None else described_need(description.plain)
    default = words("default").plain
    limits = f"{description.plain} default: {default}" if default else description.plain
    own = next((one.blocks for name, one in said.items() if name.startswith("description")), ())
    values = next((name for name in said if VALUES_FIELD.fullmatch(name)), "")
    listed = (
        listed_values(words(values), said[values].blocks, whole=True) if values else listed_values(description, own)
    )
    type_ = parse_type(kind) if kind.plain else None
    return FieldRow(
        name=named.name,
        type=type_,
        type_cell=kind,
        stated=with_members(parse_stated(limits), type_.type if type_ is not None else None, listed),
        description=description,
        blocks=(*own, *rest),
        required=need,
        defaulted=need is None and (bool(default) or has_default(description.plain)),
        said=type_in_words(description) if not kind.plain else None,
        place=place or words("in", "location").plain.lower(),
        parent=words("parent").plain.strip("`*\"' "),
        source=Source.FIELD_LIST,
        origin=origin,
    )


VALUES_FIELD = re.compile(r"(?:(?:valid|allowed|possible|accepted|supported) )?(?:values?|options|enum|choices)")
# `(string, optional) what it is`, `string - what it is`, `string`
TYPE_FIRST = re.compile(
    r"^\s*[(\[]?(?P<type>(?:array|list) of \w+|string|integer|int|number|float|double|boolean|bool|object|array|list"
    r"|uuid|datetime|date|timestamp)\b(?:\s*[,;]\s*(?:optional|required))?\s*(?:[)\]]|[:.,;\u2013\u2014-]\s|$)",
    re.IGNORECASE,
)


def _type_before_dash(text: Text) -> str:
    found = TYPE_FIRST.match(text.plain[:MOST_CHARACTERS])
    return found["type"] if found else ""


def _lone_type(text: Text) -> str:
    """Return the words of a description that is nothing but a link: to the type."""
    marked = [span for span in text.spans if span.text.strip(" .")]
    return text.plain if len(marked) == 1 and marked[0].link else ""


# What stands below these words is what the field may be, not what it has.
VALUES = re.compile(
    r"\b(values?|options?|one of|either|can be|possible|supported|allowed|valid)\b|\bto [a-z]+\s*:$", re.IGNORECASE
)


def held_rows(block: Block, before: Sequence[Block], kind: str, report: Report) -> Sequence[FieldRow]:
    """Return the properties that a block inside an entry lists: field lists do; others where words say so."""
    if isinstance(block, FieldList):
        return list_rows(block, report)
    if not isinstance(block, DefinitionList | List):
        return ()
    said = next((b.text.plain for b in reversed(before) if isinstance(b, Paragraph)), "")
    values = VALUES.search(said)
    structured = re.search(
        r"\b(object|fields?|propert|attributes?|members?|keys?|array|list|contain|dict)", said, re.IGNORECASE
    )
    composed = kind.lower().startswith(("object", "array", "list", "dict", "map"))
    return read_list(block).reported(report) if (structured or composed) and not values else ()


def _unrepeated(rows: Sequence[FieldRow], report: Report) -> Iterator[FieldRow]:
    seen: set[str] = set()
    for row in rows:
        if row.name.lower() in seen:
            message = f"`{row.name}` is described twice in one list; the first is taken"
            report(Diagnostic(code="row-repeated", message=message, origin=row.origin))
        else:
            seen.add(row.name.lower())
            yield row
