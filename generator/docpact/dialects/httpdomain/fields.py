"""Field lists → entries: what each field is about, its name, type and text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.httpdomain.direction import SENT as USUAL
from docpact.dialects.httpdomain.direction import Sign
from docpact.dialects.httpdomain.statuses import cut_text
from docpact.dialects.httpdomain.type_words import is_type_word
from docpact.dialects.httpdomain.vocabulary import (
    FIELDS,
    JSON_KINDS,
    SIGNED,
    SIGNED_TYPES,
    TYPE_FIELDS,
    UNTYPED,
    Kind,
)
from docpact.dialects.statements import Member
from docpact.read.page import Block, Field, FieldList, Link, Paragraph, Span, Text

# `limit (optional)`, `limit [required]`: a remark behind the name; `name[]` and `filter[name]` are names.
REMARK = re.compile(r"\s+[(\[](?P<words>[^()\[\]]*)[)\]]$")
NAME_BEHIND = re.compile(r"(?P<name>[A-Za-z_][\w.\[\]-]*):\s+")
# A field that docutils took for text, since it begins no line or no blank line ends the one before.
SWALLOWED = re.compile(r"(?:^|\s):(?P<name>[<>]?[a-z]+)(?P<argument>(?:\s+[^\s:`]+){1,4}):\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field about the operation."""

    kind: Kind
    type_words: str = ""
    type_link: Link | None = None
    name: str
    """Empty where the field has a type alone."""
    remark: str = ""
    """What stands in brackets behind the name."""
    blocks: tuple[Block, ...]
    values: tuple[Member, ...] = ()
    """The values that a list or table outside of the field gives for it."""
    about: Text | None = None
    """The paragraph before the field's list, where the list has fields without a direction."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFields:
    """What field lists hold."""

    entries: tuple[Entry, ...]
    others: tuple[Field, ...]
    """Fields that httpdomain has no meaning for: prose, as Sphinx shows them."""


def field_kind(name: str, sent: Sign = USUAL) -> Kind | None:
    """Return what a field of that name is about; None for a name that isn't the package's."""
    if name[:1] in {"<", ">"}:
        kinds = SIGNED.get(name[1:])
        return kinds and kinds[0 if name[:1] == sent else 1]
    return FIELDS.get(name)


def is_entry_list(block: FieldList) -> bool:
    """Tell whether a field list has fields of the package."""
    return any(field_kind(_first(field.name.plain)) is not None for field in block.fields)


def read_fields(lists: Sequence[tuple[FieldList, Text | None]], sent: Sign, report: Report) -> ReadFields:
    """Return the entries of all lists together, types given apart put to their fields.

    Each list comes with the paragraph before it. Sphinx merges the lists of a directive in the same way.
    """
    entries: list[Entry] = []
    types: list[tuple[Kind, str, Field]] = []
    others: list[Field] = []
    for block, about in lists:
        for field in block.fields:
            name, _, argument = field.name.plain.partition(" ")
            given = _type_kind(name, sent)
            kind = field_kind(name, sent)
            if given is not None and argument and " " not in argument and (kind is None or _is_type(field)):
                types.append((given, argument, field))
            elif kind is not None and argument.strip():
                named, argument = _named_behind(kind, argument.strip(), field, report)
                entries += _unfold(_entry(kind, argument, named, about, report), sent, report)
            else:
                others.append(field)
                _report_unknown(name, argument, field, report)
    return ReadFields(entries=_with_types(entries, types, report), others=tuple(others))


def _first(words: str) -> str:
    return words.split(" ", 1)[0]


def _type_kind(name: str, sent: Sign) -> Kind | None:
    if name[:1] in {"<", ">"}:
        kinds = SIGNED_TYPES.get(name[1:])
        return kinds and kinds[0 if name[:1] == sent else 1]
    return TYPE_FIELDS.get(name)


def _is_type(field: Field) -> bool:
    """Tell whether the field's text is a type and no more."""
    match field.blocks:
        case (Paragraph(text=text),):
            return is_type_word(text.plain.strip("."))
        case _:
            return False


def _named_behind(kind: Kind, argument: str, field: Field, report: Report) -> tuple[Field, str]:
    """Return the field and its argument, with the name that stands behind the colon: `:>json boolean: done: …`."""
    first = field.blocks[0] if field.blocks else None
    if kind in JSON_KINDS and isinstance(first, Paragraph) and is_type_word(argument):
        text = "".join(span.text for span in first.text.spans)
        if (found := NAME_BEHIND.match(text)) is not None:
            message = f"`{field.name.plain}` has a type and no name; `{found['name']}` behind the colon is read as it"
            report(Diagnostic(code="field-turned", message=message, origin=field.origin))
            rest = Paragraph(cut_text(first.text, found.end())[1], first.depth)
            return replace(field, blocks=(rest, *field.blocks[1:])), f"{argument} {found['name']}"
    return field, argument


def _entry(kind: Kind, argument: str, field: Field, about: Text | None, report: Report) -> Entry:
    remark = ""
    if found := REMARK.search(argument):
        argument, remark = argument[: found.start()], found["words"]
    words = argument.split()
    type_words, name = " ".join(words[:-1]), words[-1]
    if kind in UNTYPED or (kind is Kind.FORM and not is_type_word(type_words)):
        type_words, name = "", argument
    elif type_words and is_type_word(name) and not is_type_word(type_words) and len(words) == 2:  # noqa: PLR2004
        message = f"`{argument}` names the type last; `{type_words}` is taken for the name"
        report(Diagnostic(code="field-turned", message=message, origin=field.origin))
        type_words, name = name, type_words
    return Entry(
        kind=kind,
        type_words=type_words,
        name=name.strip("`'\",") or name,
        remark=remark,
        blocks=field.blocks,
        about=about if kind is Kind.JSON else None,
        origin=field.origin,
    )


def _unfold(entry: Entry, sent: Sign, report: Report) -> Iterator[Entry]:
    """Yield the entry, and those that its first paragraph has swallowed."""
    first = entry.blocks[0] if entry.blocks else None
    if not isinstance(first, Paragraph):
        yield entry
        return
    text = "".join(span.text for span in first.text.spans)
    found = next((m for m in SWALLOWED.finditer(text) if field_kind(m["name"], sent) is not None), None)
    kind = field_kind(found["name"], sent) if found else None
    if found is None or kind is None:
        yield entry
        return
    origin = Origin(entry.origin.path, first.text.origin.line + text[: found.start()].count("\n"))
    words = " ".join(found["argument"].split())
    message = f"`:{found['name']} {words}:` stands inside the text of `{entry.name}`; it is read as a field"
    report(Diagnostic(code="field-swallowed", message=message, origin=origin, related=(entry.origin,)))
    before, after = cut_text(first.text, found.start(), found.end())
    yield replace(entry, blocks=(Paragraph(before, first.depth),))
    rest = Field(
        name=Text((Span(found["argument"]),), origin), blocks=(Paragraph(after, 0), *entry.blocks[1:]), origin=origin
    )
    yield from _unfold(_entry(kind, found["argument"].strip(), rest, None, report), sent, report)


def _with_types(entries: list[Entry], types: list[tuple[Kind, str, Field]], report: Report) -> tuple[Entry, ...]:
    """Give each field the type that another field states for it; `:type x:` is written for any kind of field."""
    found = list(entries)
    for kind, name, field in types:
        places = [i for i, entry in enumerate(found) if entry.name == name and not entry.type_words]
        place = next((i for i in places if found[i].kind is kind), places[0] if places else None)
        if place is not None:
            texts = [block.text for block in field.blocks if isinstance(block, Paragraph)]
            link = next((span.link for text in texts for span in text.links), None)
            words = " ".join(text.plain for text in texts).rstrip(".")
            found[place] = replace(found[place], type_words=words, type_link=link)
        else:
            message = f"`:{field.name.plain}:` gives a type to a field that isn't listed or has one"
            report(Diagnostic(code="field-unknown", message=message, origin=field.origin))
    return tuple(found)


def _report_unknown(name: str, argument: str, field: Field, report: Report) -> None:
    """Report a field that looks like one of the package's: with a sign, or a name and a type behind it."""
    if name[:1] in {"<", ">"} or field_kind(name) is not None or (argument and field_kind(name.lower()) is not None):
        what = f":{name} {argument}:" if argument else f":{name}:"
        message = f"`{what}` is no field of httpdomain; it is left as text"
        report(Diagnostic(code="field-unknown", message=message, origin=field.origin))


def names_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return the names of the JSON properties among the entries."""
    return tuple(entry.name for entry in entries if entry.kind in JSON_KINDS)
