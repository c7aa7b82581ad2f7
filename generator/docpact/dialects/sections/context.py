"""An operation's blocks with the words that stand over each, and what they say together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from docpact.dialects.sections.arguments import is_argument
from docpact.dialects.sections.captions import Caption, Direction, Place, is_example_title, parse_caption
from docpact.dialects.sections.kinds import Topic
from docpact.dialects.sections.line_titles import is_method
from docpact.dialects.sections.name_paragraphs import grouped_entries
from docpact.dialects.sections.request_line import LINE_ALONE, REQUEST_LINE
from docpact.dialects.sections.statuses import status_alone
from docpact.read.page import (
    Block,
    Definition,
    DefinitionList,
    Directive,
    FieldList,
    List,
    Note,
    Paragraph,
    Sample,
    Section,
    Style,
    Table,
    Text,
)

T = TypeVar("T")

# A sentence that ends so, or has these words, speaks of what follows it; another describes the operation.
INTRODUCES = re.compile(
    r":$|\b(following|below|tables?|listed|these|as follows|accepts?|takes|supports?|contains?|consists?|includes?"
    r"|available|expects?|returns?|returned|possible|allowed|are|has)\b",
    re.IGNORECASE,
)
MOST_WORDS = 9
"""A line that is a label has no more."""
MOST_TERM_WORDS = 5
HOLDERS = (Table, Sample, List, DefinitionList, FieldList)
# `:status 404: text`, beside `:param name: text`.
STATUS_FIELD = re.compile(r"(?:status(?: ?code)?|code|http|error|response)\s+[1-5]\d\d\b.*|[1-5]\d\d", re.IGNORECASE)
STATUS_ENTRY = re.compile(r"\W*(?:HTTP\s+)?[1-5]\d\d\b(?![.\w])")
NUMBERING = re.compile(r"^\W*(?:table|list|figure)\s+[\d.-]+\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the words over a block say together: of each aspect what the nearest says."""

    direction: Direction | None = None
    place: Place | None = None
    status: str = ""
    example: bool = False
    errors: bool = False
    parameters: bool = False
    attributes: bool = False
    """The words call them properties of something, not parameters of a call."""
    form: bool = False
    scopes: bool = False
    statuses: bool = False
    near: str = ""
    """The nearest words."""
    need: bool | None = None
    """Whether the words call all that stands there required, or optional."""

    @property
    def speaks(self) -> bool:
        """Tell whether the words say anything about where fields travel."""
        return bool(self.direction or self.place or self.parameters or self.attributes)


NOTHING = About()


@dataclass(frozen=True, slots=True, kw_only=True)
class InContext:
    """A block with the words over it."""

    block: Block
    texts: tuple[str, ...]
    """The nearest first: its caption, the sentence before it, the label, the titles."""
    about: About
    in_head: bool
    """Whether it stands in the operation's own section, not in one of its parts."""


@dataclass(frozen=True, slots=True)
class _Over:
    """What stands over the blocks that are walked through."""

    titles: tuple[str, ...]
    labels: tuple[str, ...] = ()
    """Terms and labels of lists, inner ones first."""
    in_head: bool = True


def blocks_in_context(topic: Topic) -> Iterator[InContext]:
    """Yield the topic's blocks in order, lists whole; those that only hold others are opened."""
    titles: list[tuple[int, str]] = []
    for section in topic.structured:
        while titles and titles[-1][0] >= section.depth:
            titles.pop()
        head = _is_head(section, topic)
        if not head:
            titles.append((section.depth, section.title))
        over = _Over(tuple(title for _, title in reversed(titles)), in_head=head and not titles)
        yield from _walk(section.blocks, over)


def _is_head(section: Section, topic: Topic) -> bool:
    """Tell whether the section's title names the operation, or what stands over it."""
    return (
        section.depth == 0 or section is topic.structured[0] or section.title == topic.head or is_method(section.title)
    )


def _walk(blocks: Sequence[Block], over: _Over) -> Iterator[InContext]:  # noqa: C901 - one case a type of block.
    label, sentence, outer = "", "", ""
    for block in grouped_entries(blocks):
        match block:
            case Paragraph(text=text):
                words = text.plain
                if REQUEST_LINE.match(words):
                    # "GET /books returns these fields:" introduces them.
                    sentence = "" if LINE_ALONE.fullmatch(words) else _introduction(words)
                elif is_label(text):
                    # A label that places nothing, such as `User object:`, stands below one that does.
                    outer = label if _places(label) else outer
                    label, sentence = words, ""
                    outer = "" if _places(label) and not _only_lists(label) else outer
                else:
                    sentence = _introduction(words)
                yield _placed(block, over, (), (label, outer), sentence)
            case Directive(known=False, blocks=inner):
                yield from _walk(inner, over)
            case Note(blocks=(Paragraph(text=title), *inner)) if holds_parts(block):
                yield from _walk(
                    inner, replace(over, labels=(title.plain, *filter(None, (label, outer)), *over.labels))
                )
            case List() | DefinitionList() | FieldList():
                rest, holders = _holders(block, over, label, sentence)
                for term, inner in holders:
                    yield from _walk(inner, replace(over, labels=(term, *filter(None, (label, outer)), *over.labels)))
                if rest is not None:
                    yield _placed(rest, over, (), (label, outer), sentence)
            case Table(caption=caption) | Sample(caption=caption):
                yield _placed(block, over, (caption,), (label, outer), sentence)
                # It has introduced what it stands before.
                sentence = ""
            case _:
                yield _placed(block, over, (), (label, outer), sentence)


def holds_parts(note: Note) -> bool:
    """Tell whether an admonition, tab or the like is a part of the description: a title over tables or samples."""
    title = note.blocks[0] if note.blocks else None
    titled = isinstance(title, Paragraph) and (note.kind in TITLED or is_label(title.text))
    return titled and any(isinstance(block, HOLDERS) for block in note.blocks[1:])


# What docutils' and Sphinx's extensions call parts with titles.
TITLED = frozenset({
    "tab", "group-tab", "tab-item", "dropdown", "details", "collapse", "toggle", "card", "grid-item-card", "expander",
    "topic", "sidebar",
})  # fmt: skip


def _places(label: str) -> bool:
    caption = parse_caption(label)
    return bool(caption.direction or caption.place or caption.parameters or caption.example or caption.statuses)


def _only_lists(label: str) -> bool:
    """Tell whether a label says that fields of something follow, `Each book has these fields:`, and not where."""
    caption = parse_caption(label)
    said = caption.direction or caption.place or caption.example or caption.statuses or caption.status
    return bool(ATTRIBUTES.search(label)) and not said and not CALLED_WITH.search(label)


CALLED_WITH = re.compile(r"\b(param(eter)?s?|arguments?|args?|filters?|options)\b", re.IGNORECASE)


def _placed(block: Block, over: _Over, captions: tuple[str, ...], labels: tuple[str, ...], sentence: str) -> InContext:
    texts = tuple(filter(None, (*captions, sentence, *labels, *over.labels, *over.titles)))
    return InContext(block=block, texts=texts, about=resolve_about(texts), in_head=over.in_head)


def resolve_about(texts: Sequence[str]) -> About:
    """Return what the texts say together, the nearest first."""
    if not texts:
        return NOTHING
    captions = [parse_caption(NUMBERING.sub("", text)) for text in texts]
    directed = next((i for i, one in enumerate(captions) if one.direction), len(captions))
    placed = next((i for i, one in enumerate(captions) if one.place), len(captions))
    direction = captions[directed].direction if directed < len(captions) else None
    place = captions[placed].place if placed < len(captions) else None
    # "Response" within "Request body" has left the place behind.
    if placed < len(captions) and directed < placed and captions[placed].direction not in {None, direction}:
        place = None
    status = next((one.status for one in captions if one.status), "")
    nearest = next((one for one in captions if one.parameters or one.direction or one.place), Caption())
    return About(
        direction=direction or ("response" if status else None),
        place=place,
        status=status,
        example=any(_shows_example(text, one) for text, one in zip(texts, captions, strict=True)),
        errors=any(one.errors for one in captions[:2]) or any(one.errors for one in captions if not one.direction),
        parameters=nearest.parameters,
        attributes=bool(ATTRIBUTES.search(texts[captions.index(nearest)])) if nearest in captions else False,
        form=any(one.form for one in captions),
        scopes=bool(captions) and captions[0].scopes,
        statuses=any(one.statuses for one in captions),
        near=texts[0] if texts else "",
        need=next((found for text in texts if (found := _label_need(text)) is not None), None),
    )


def _label_need(text: str) -> bool | None:
    """Return what a label such as `Required:` or `Optional query parameters` says of all that stands under it."""
    found = NEED_LABEL.fullmatch(text.strip(" :*."))
    return found["word"].lower() != "optional" if found else None


NEED_LABEL = re.compile(
    r"(?:the |all )?(?P<word>required|mandatory|optional)"
    r"(?: (?:are|is|ones?|query|string|path|ur[il]|body|post|put|get|form|json|data|request|headers?|input|parameters?"
    r"|params?|arguments?|args?|fields?|attributes?|propert(?:y|ies)|keys?|values?|following|elements?|options?))*",
    re.IGNORECASE,
)
ATTRIBUTES = re.compile(r"\b(attributes?|propert(y|ies)|members?|elements?|fields?)\b", re.IGNORECASE)


# A heading that lost its underline is a paragraph with exactly these words.
LOST_HEADING = re.compile(
    r"(?:(?:Request|Response|Query(?: string)?|Path|URI|URL|Body|Header|Form|JSON|Required|Optional|Status|Error"
    r"|Example|Sample|HTTP|Input|Output|Returned) ){0,2}"
    r"(?:Parameters?|Arguments?|Attributes?|Requests?|Responses?|Body|Payload|Headers?|Examples?|Samples?|Scopes?|Codes?"
    r"|Errors?|Returns|Fields)",
    re.IGNORECASE,
)


def is_label(text: Text) -> bool:
    """Tell whether a paragraph is a label: bold from end to end, or a few words and a colon."""
    marked = [span for span in text.spans if span.text.strip(" :.")]
    words = text.plain
    if LOST_HEADING.fullmatch(words):
        return True
    if not marked or len(words.split()) > MOST_WORDS + 6:
        return False
    if all(span.style in {Style.STRONG, Style.EMPHASIS} for span in marked):
        return True
    if marked[0].style is Style.STRONG and (
        REMARK.fullmatch(words[len(marked[0].text.strip()) :]) or status_alone(text)
    ):
        return True
    short = len(words.split()) <= MOST_WORDS and words.endswith(":")
    return short and not any(span.link for span in marked)


# `**Body** (JSON)`
REMARK = re.compile(r"\s*\([^()]{1,40}\)\s*:?")


def _introduction(words: str) -> str:
    """Return the last sentence of a paragraph where it speaks of what follows; else nothing."""
    last = re.split(r"(?<=[.!?])\s+(?=[A-Z])", words)[-1]
    for sentence in (last, words):
        caption = parse_caption(sentence)
        named = caption.parameters or caption.statuses or caption.example
        speaks = named or caption.direction or caption.place
        if (named and INTRODUCES.search(sentence)) or (speaks and sentence.endswith(":")):
            return sentence
    return ""


def _shows_example(text: str, caption: Caption) -> bool:
    return caption.example and (is_example_title(text) or text.endswith(":") or len(text.split()) <= MOST_WORDS)


def _holders(
    block: List | DefinitionList | FieldList, over: _Over, label: str, sentence: str
) -> tuple[Block | None, list[tuple[str, tuple[Block, ...]]]]:
    """Return the list without the entries that only head what stands in them, and those entries."""
    known = resolve_about(tuple(filter(None, (sentence, label, *over.labels, *over.titles)))).speaks
    held: list[tuple[str, tuple[Block, ...]]] = []
    match block:
        case DefinitionList(definitions=definitions):
            heads, kept = _parted(definitions, lambda one: _definition_heads(one, known=known))
            held = [(one.term.plain, one.blocks) for one in heads]
            return (DefinitionList(tuple(kept), block.origin) if kept else None), held
        case FieldList(fields=fields):
            statuses, others = _parted(fields, lambda one: bool(STATUS_FIELD.fullmatch(one.name.plain)))
            named, rest = _parted(others, lambda one: _heads(one.name, one.blocks, known=known))
            held = [(one.name.plain, one.blocks) for one in named]
            held += [("status codes", (FieldList(tuple(statuses), block.origin),))] if statuses and rest else []
            rest = rest or statuses
            return (FieldList(tuple(rest), block.origin) if rest else None), held
        case List(entries=entries):
            leading, listed = _parted(entries, lambda entry: _entry_heads(entry, known=known))
            held = [(_first_words(entry), entry[1:]) for entry in leading]
            arguments, unnamed = _parted(listed, lambda entry: is_argument(_first_words(entry)))
            if arguments and (unnamed or not known):
                held.append(("parameters", (List(tuple(arguments), block.origin),)))
                listed = unnamed
            stated, unstated = _parted(listed, lambda entry: bool(STATUS_ENTRY.match(_first_words(entry)[:100])))
            if stated and unstated:
                # Two lists that nothing stands between are one to docutils.
                held.append(("status codes", (List(tuple(stated), block.origin),)))
                listed = unstated
            return (List(tuple(listed), block.origin, block.ordered) if listed else None), held


def _parted(found: Iterable[T], test: Callable[[T], bool]) -> tuple[list[T], list[T]]:
    """Return those that pass the test, and the others."""
    passed: list[T] = []
    others: list[T] = []
    for one in found:
        (passed if test(one) else others).append(one)
    return passed, others


def _heads(term: Text, blocks: Sequence[Block], *, known: bool) -> bool:
    """Tell whether a term is a heading of its own: a word for a part of an operation, over a list or sample."""
    words = term.plain.strip(" :")
    marked = [span for span in term.spans if span.text.strip()]
    if not blocks or len(words.split()) > MOST_TERM_WORDS or all(span.style is Style.LITERAL for span in marked):
        return False
    caption = parse_caption(words)
    spoken = caption.direction or caption.parameters or caption.place or caption.statuses or caption.example
    alone = len(words.split()) == 1 and known and not words[:1].isupper()
    speaks = bool(spoken or caption.status or OUTCOME.fullmatch(words))
    return speaks and not alone and any(isinstance(block, HOLDERS) for block in blocks)


def _definition_heads(one: Definition, *, known: bool) -> bool:
    inner = tuple(grouped_entries(one.blocks))
    return _heads(one.term, inner, known=known) or _heads_labels(one.term, inner)


def _entry_heads(entry: Sequence[Block], *, known: bool) -> bool:
    first = entry[0] if entry else None
    if not isinstance(first, Paragraph) or len(entry) < 2:  # noqa: PLR2004 - a label and what it heads.
        return False
    inner = tuple(grouped_entries(entry[1:]))
    if any(isinstance(block, Sample) for block in inner):
        return True
    if STATUS_ENTRY.match(first.text.plain[:100]):
        return False
    return _heads(first.text, inner, known=known) or _heads_labels(first.text, inner)


def _heads_labels(term: Text, blocks: Sequence[Block]) -> bool:
    """Tell whether an entry of a few words holds labels of its own, or a line that is a status."""
    words = term.plain.strip(" :")
    if len(words.split()) > MOST_TERM_WORDS or ":" in words:
        return False
    speaks = OUTCOME.fullmatch(words) or _places(words)
    lines = [block.text for block in blocks if isinstance(block, Paragraph)]
    return bool(speaks) and any(is_label(text) or status_alone(text) for text in lines)


# What an entry of a list about outcomes is headed.
OUTCOME = re.compile(r"(?:ab)?normal|success(?:ful)?|failures?|failed|errors?", re.IGNORECASE)


def _first_words(entry: Sequence[Block]) -> str:
    return entry[0].text.plain if entry and isinstance(entry[0], Paragraph) else ""
