"""The values that a description lists for its field: marked words of a sentence, plain words after a colon, bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docpact.dialects.statements import Member
from docpact.read.page import Block, DefinitionList, List, Paragraph, Span, Style, Text

# What announces a list of all values; `such as` and `for example` announce some of them.
ANNOUNCES = re.compile(
    r"(?:\bone of|\beither|\b(?:can|may|must|should) be|\bcan take|\bchoose (?:from|between)|\bchoices|\benum"
    r"|\b(?:values?|options?|states?|modes?|the following)(?: (?:are|is|include|can be|may be|must be)|\s*[:=])"
    r"|\b(?:whether|if) [^.]{1,40}\bis"
    r"|\b(?:valid|possible|allowed|supported|acceptable|accepted|available|permitted|legal)"
    r"(?: (?!defaults?\b)\w+){0,3}? ?(?:are|is|:)|\bonly|\bvalue range|\brange)"
    r"(?: (?:one of|the following|of|are|is|any of|either|values?|these))*\s*[:=]?\s*[(\[]?\s*$",
    re.IGNORECASE,
)
SOME = re.compile(
    r"\b(?:such as|e\.g\.?|for example|for instance|like|including|default\w*|examples?)\W*$", re.IGNORECASE
)
BETWEEN = re.compile(
    r"\s*(?:\((?:[^()]{0,60})\)\s*)?(?:[,;/|]\s*(?:or|and)?|\bor\b|\band\b)\s*(?:an?\s+|the\s+)?", re.IGNORECASE
)
VALUE = re.compile(r"[\"'\u2018\u201c]?(?P<value>[\w.+:/-]+)[\"'\u2019\u201d]?")
QUOTED = (
    r"(?:[\"\u201c](?P<double>[\w.+:/-]{1,40})[\"\u201d]|(?<!\w)['\u2018](?P<single>[\w.+:/-]{1,40})['\u2019](?!\w))"
)
# Plain words are values only where words say that values follow, with a colon or `are`.
PLAIN = re.compile(
    r"(?:\b(?:(?:valid|possible|allowed|supported|acceptable|accepted|available|permitted) (?:\w+ ){0,2}?"
    r"|(?:the )?)(?:values?|options?|choices|states|enum)(?: (?:are|is|include))?\s*(?::|(?<=are)|(?<=is))|\bone of:?"
    r"|\bone of the following(?: values)?:)\s*"
    r"(?P<list>[\w-]+(?:\s*(?:,|\||/|\bor\b|\band\b)+\s*(?:(?:or|and)\s+)?[\w-]+)+)\s*(?=[.;)\n(]|$)",
    re.IGNORECASE,
)
INTRODUCES_VALUES = re.compile(
    r"\b(?:values?|options?|one of|either|can be|may be|must be|choices|supported|allowed|valid|possible|range)\b"
    r"[^.]{0,80}:?\s*$"
    r"|\bto [a-z]+\s*:\s*$|\((?:choice|enum|multiple choice)\b[^)]*\)\s*$",
    re.IGNORECASE,
)
SETS_OF_TWO = ({"true", "false"}, {"yes", "no"}, {"0", "1"})
# Words that stand between values and are none.
NO_VALUES = frozenset({"a", "an", "any", "the", "none", "null", "other", "more", "etc", "these", "following", "of"})
MOST_CHARACTERS = 2_000
MOST_ENTRY_WORDS = 40
MOST_SPANS = 200
"""Values are listed early; more takes long to look through."""


def listed_values(
    description: Text, blocks: Sequence[Block], *, whole: bool = False, scalar: bool = False
) -> tuple[Member, ...]:
    """Return the values that the description lists, or the list below it; none where it lists no two.

    `whole` says that the text is the cell of a column for values, so that nothing needs to announce them; `scalar` that
    the field's type is known to be one of words or numbers, so that a list of marked words below it can only be its
    values. The author of `true` and `false` says that the value is a boolean, which is no enum.
    """
    found = list(_marked(description, whole=whole)) or list(_plain(description.plain[:MOST_CHARACTERS], whole=whole))
    found = found or list(_below(blocks, scalar=scalar))
    unique = list({value: Member(value=value, name=value, description=words) for value, words in found}.values())
    if len(unique) < 2 or {str(one.value).lower() for one in unique} in SETS_OF_TWO:  # noqa: PLR2004 - one is no list.
        return ()
    return tuple(unique)


def typed_members(members: Sequence[Member], kind: str | None) -> tuple[Member, ...]:
    """Return the members with whole numbers as such, where the field isn't of strings; none where they don't fit it."""
    digits = all(re.fullmatch(r"-?\d{1,18}", str(one.value)) for one in members)
    if kind in {"boolean", "number"} or (kind == "integer" and not digits):
        return ()
    if not digits or kind == "string":
        return tuple(members)
    return tuple(Member(value=int(one.value), name=one.name, description=one.description) for one in members)


def _marked(text: Text, *, whole: bool) -> Iterator[tuple[str, str]]:
    """Yield the marked or quoted words that an announcement stands before and only commas and the like between."""
    spans = list(_quotes_marked(text.spans))[:MOST_SPANS]
    for index, span in enumerate(spans):
        if not _is_value(span):
            continue
        before = "".join(one.text for one in spans[:index])
        found, after = _run(spans, index)
        # `(a or b)`, and `Sort order: a or b` where no more is said.
        bracketed = before.endswith("(") and after.startswith(")")
        bracketed = bracketed or (
            before.rstrip().endswith(":") and after in {"", "."} and not SOME.search(before[-40:])
        )
        announced = ANNOUNCES.search(before[-200:]) and not SOME.search(before[-40:])
        alone = not before.strip()
        if (alone and not whole and after[:1] not in {"", ".", ";"}) or not (alone or announced or bracketed):
            continue
        if len(found) > 1:
            yield from ((value.strip("\"'"), "") for value in found)
            return


def _run(spans: Sequence[Span], index: int) -> tuple[list[str], str]:
    """Return the marked words from there on that nothing but what separates values stands between, and what follows."""
    found = [spans[index].text.strip()]
    at = index + 1
    while at + 1 < len(spans) and spans[at].style is Style.PLAIN and BETWEEN.fullmatch(spans[at].text):
        if not _is_value(spans[at + 1]):
            break
        found.append(spans[at + 1].text.strip())
        at += 2
    return found, spans[at].text.lstrip() if at < len(spans) else ""


def _quotes_marked(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, quoted words as literals, adjacent plain text joined."""
    held = ""
    for span in spans:
        if span.style is Style.PLAIN:
            held += span.text
            continue
        yield from _split_quotes(held)
        held = ""
        yield span
    yield from _split_quotes(held)


def _split_quotes(words: str) -> Iterator[Span]:
    end = 0
    for match in re.finditer(QUOTED, words[:MOST_CHARACTERS]):
        yield Span(words[end : match.start()])
        yield Span(match["double"] or match["single"], Style.LITERAL)
        end = match.end()
    if words[end:]:
        yield Span(words[end:])


def _is_value(span: Span) -> bool:
    return span.style is not Style.PLAIN and bool(VALUE.fullmatch(span.text.strip()))


def _plain(words: str, *, whole: bool) -> Iterator[tuple[str, str]]:
    found = PLAIN.search(words)
    listed = found["list"] if found else words if whole and re.fullmatch(WHOLE, words) else ""
    values = [one for one in re.split(r"\s*(?:[,|/\n]|\bor\b|\band\b)\s*", listed) if one]
    if values and not NO_VALUES.intersection(value.lower() for value in values):
        yield from ((value, "") for value in values)


# A cell of nothing but words and what stands between them.
WHOLE = r"[\w.-]+(?:\s*(?:,|\||/|\n|\bor\b|\band\b)\s*(?:or\s+|and\s+)?[\w.-]+)+\.?"


def _below(blocks: Sequence[Block], *, scalar: bool) -> Iterator[tuple[str, str]]:
    """Yield the values that a list's entries begin with, where the words before it announce values."""
    before = ""
    for block in blocks:
        if isinstance(block, Paragraph):
            before = block.text.plain
        elif isinstance(block, List | DefinitionList):
            firsts = list(_firsts(block))
            if not (INTRODUCES_VALUES.search(before[-200:]) or (scalar and all(map(_is_explained_value, firsts)))):
                continue
            entries = [_entry(entry) for entry in firsts]
            if all(entries):
                yield from (entry for entry in entries if entry)
                return


def _is_explained_value(text: Text) -> bool:
    """Tell whether an entry is a marked word, a colon or dash, and what it means."""
    spans = [span for span in text.spans if span.text.strip()]
    if len(spans) < 2 or spans[0].style not in {Style.STRONG, Style.LITERAL}:  # noqa: PLR2004 - a value and its meaning.
        return False
    return bool(
        VALUE.fullmatch(spans[0].text.strip(" :")) and re.match(r"\s*(?::|--?\s|\u2013|\u2014)|\s", spans[1].text)
    )


def _firsts(block: List | DefinitionList) -> Iterator[Text]:
    if isinstance(block, DefinitionList):
        yield from (one.term for one in block.definitions)
        return
    for entry in block.entries:
        yield entry[0].text if entry and isinstance(entry[0], Paragraph) else Text((), block.origin)


def _entry(text: Text) -> tuple[str, str] | None:
    """Return the value that an entry begins with, and what the entry says of it."""
    spans = [span for span in text.spans if span.text.strip()]
    if not spans or len(text.plain.split()) > MOST_ENTRY_WORDS:
        return None
    if spans[0].style is not Style.PLAIN and VALUE.fullmatch(spans[0].text.strip(" :")):
        value = spans[0].text.strip(" :\"'")
        return value, text.plain[len(spans[0].text) :].strip(" :\u2013\u2014-").strip()
    found = ENTRY.fullmatch(text.plain)
    return (found["value"], (found["rest"] or "").strip()) if found else None


ENTRY = re.compile(
    r"[\"'\u201c]?(?P<value>[\w.+/-]+?)[\"'\u201d]?\.?(?:\s*(?::|=|--?\s|\u2013|\u2014|\()\s*(?P<rest>.*))?", re.DOTALL
)
