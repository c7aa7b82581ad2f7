"""A topic's samples, each with what it is a sample of."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from docpact.diagnostics import Origin, Report
from docpact.dialects.sections.captions import parse_caption
from docpact.dialects.sections.context import holds_parts, is_label
from docpact.dialects.sections.kinds import Topic
from docpact.dialects.sections.line_calls import call_texts
from docpact.dialects.sections.pseudo_json import read_sketch, without_comments
from docpact.dialects.sections.request_line import LINE_ALONE
from docpact.dialects.sections.statuses import status_alone, statuses_in_sentence
from docpact.dialects.sections.vocabulary import (
    EXAMPLES,
    RESPONSES,
    SAMPLE_BODY,
    SAMPLE_REQUEST,
    SAMPLE_RESPONSE,
    STATUS_LINE,
)
from docpact.dialects.statements import CallStatement, SampleStatement
from docpact.dialects.words.calls import (
    CURL,
    FORM,
    MULTIPART,
    body_media_type,
    form_names,
    is_json_type,
    is_lines_type,
    parse_curl,
    raw_media_type,
)
from docpact.dialects.words.json_samples import read_json, read_lines
from docpact.dialects.words.json_text import UnreadableJsonError, parse_json
from docpact.read.page import (
    Block,
    DefinitionList,
    Directive,
    FieldList,
    List,
    Note,
    Paragraph,
    Sample,
    Span,
    Style,
    Text,
    flat_blocks,
)

Role: TypeAlias = Literal["request", "response"]
SHELLS = frozenset({"sh", "bash", "shell", "console", "http"})
# RFC 9112, section 2.1: a start line, header fields, an empty line, a body.
# Its start line may lack the protocol: `201 Created`.
MESSAGE = re.compile(
    r"\s*(?:(?:HTTP/[\d.]+ )?(?P<status>[1-5]\d\d) [A-Z][A-Za-z' -]{1,40}(?=\n|\Z)"
    r"|HTTP/[\d.]+ (?P<bare>\d{3})\b|[A-Z]+ \S+ HTTP/[\d.]+)"
    r".*(?:\n|\Z)"
)
# A heading of these words says of no sample what it shows.
WITHOUT_TITLE = re.compile(rf"(?:{EXAMPLES.pattern}|{RESPONSES.pattern})\s*", re.IGNORECASE)
XML_START = re.compile(r"\s*<(?:\?xml|[A-Za-z][\w:.-]*[\s>/])")
INLINE = re.compile(
    r"(?<!\S)(?:(?:response|request|returned|example|sample|json) )*(?:content|body|response|returns?|json)\s*:\s*"
    r"(?P<body>\{.*\}|\[.*\])\s*$",
    re.IGNORECASE | re.DOTALL,
)
# "responds with 202 and `{"id": 1}`"
RETURNED = re.compile(r"\b(?:returns?|responds? with|answers? with|replies with|response is)\b", re.IGNORECASE)
IN_SENTENCE = re.compile(r"\{\s*\"?\w+\"?\s*:.+\}", re.DOTALL)
MOST_CHARACTERS = 2_000
# JavaScript's way to write `{"id": 1}`
BARE_KEY = re.compile(r"([{,]\s*)([A-Za-z_$][\w$]*)\s*:")
# `export ID=7` above a call
SETS_VARIABLE = re.compile(r"\s*(?:export|set) +[A-Za-z_]\w*=|\s*[A-Z_]+=\S*\s*\n")
PROMPT = re.compile(r"\s*[$%>]\s+(?=\w)")
# What a response that is printed below its call begins with.
PRINTED = re.compile(r"\s*(?:[{\[]|HTTP/)")
CONTENT_TYPE = re.compile(r"^Content-Type:[ \t]*([\w.+-]+/[\w.+-]+)", re.IGNORECASE | re.MULTILINE)
# `Content: {` below a request line
CONTENT = re.compile(r"\s*(?:content|body|payload|data)\s*:\s*(?=[{\[])", re.IGNORECASE)
JSON_LINE = re.compile(r"\n\s*[\[{]")
JSON_START = re.compile(r"\s*[\[{\"]|\s*(true|false|null|-?\d+)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSamples:
    """All samples of a topic, in its order."""

    calls: tuple[CallStatement, ...]
    samples: tuple[SampleStatement, ...]
    statuses: tuple[tuple[str, Origin], ...]
    """Every status that the samples name, also those without a body."""
    sketches: tuple[SampleStatement, ...] = ()
    """Samples that are no JSON but show which names stand in which; their values are null."""
    forms: tuple[str, ...] = ()
    """The media types of the forms that sample requests send."""
    raw: tuple[tuple[str, Origin], ...] = ()
    """The media types of bodies that are neither JSON nor a form's, where sample requests send such."""
    form_fields: tuple[tuple[str, bool, Origin], ...] = ()
    """Their names, each with whether a file is sent, and its place."""


def read_samples(topic: Topic, report: Report) -> TopicSamples:
    """Return the topic's samples; an unreadable one is reported and left out, a repaired one is reported."""
    reader = _SampleReader(report, topic.title)
    for section in topic.structured or topic.sections:
        title = section.title
        reader.begin(topic.title if not title or WITHOUT_TITLE.fullmatch(title) else title)
        if section.depth > 0 and title != topic.head:
            reader.heading(title)
        _walk(section.blocks, reader)
    return TopicSamples(
        calls=tuple(reader.calls),
        samples=tuple(reader.found),
        statuses=tuple(reader.statuses),
        sketches=tuple(reader.sketches),
        forms=tuple(dict.fromkeys(reader.forms)),
        raw=tuple({media_type: (media_type, origin) for media_type, origin in reversed(reader.raw)}.values()),
        form_fields=tuple({one[0]: one for one in reversed(reader.form_fields)}.values())[::-1],
    )


@dataclass(slots=True)
class _SampleReader:
    """What the paragraphs before a sample say that it is."""

    report: Report
    operation: str
    """The operation's title: what a caption repeats of it says nothing about the sample."""
    calls: list[CallStatement] = field(default_factory=list)
    found: list[SampleStatement] = field(default_factory=list)
    statuses: list[tuple[str, Origin]] = field(default_factory=list)
    sketches: list[SampleStatement] = field(default_factory=list)
    forms: list[str] = field(default_factory=list)
    raw: list[tuple[str, Origin]] = field(default_factory=list)
    form_fields: list[tuple[str, bool, Origin]] = field(default_factory=list)
    role: Role = "response"
    fixed: bool = False
    """Whether the heading says which direction all samples below it have."""
    foreign: bool = False
    """Whether the next sample is introduced as something else than a body: an error, another format."""
    title: str = ""
    """The heading that says what the samples show; a page with one example has none but `Examples`."""
    status: str = ""

    def begin(self, title: str) -> None:
        self.role, self.title, self.status, self.fixed, self.foreign = "response", title, "", False, False

    def state(self) -> tuple[Role, str, str, bool]:
        """Return what is known of the next sample."""
        return self.role, self.title, self.status, self.foreign

    def restore(self, state: tuple[Role, str, str, bool]) -> None:
        """Forget what was learnt since."""
        self.role, self.title, self.status, self.foreign = state

    def heading(self, title: str) -> None:
        """Take the direction that a heading gives to the samples below it."""
        caption = parse_caption(title)
        if caption.direction is not None and not WITHOUT_TITLE.fullmatch(title):
            self.role, self.fixed = caption.direction, True

    def sample(self, block: Sample) -> None:
        """Take a literal block as what it looks like."""
        if block.caption:
            self.label(block.caption)
        text, origin = block.text, block.origin
        if SETS_VARIABLE.match(text):
            for call, at in call_texts(block):
                self.curl(Sample("", "", call, at))
            return
        prompt = PROMPT.match(text)
        if prompt or (CURL.match(text) and _is_session(text)):
            self.session(text[prompt.end() :] if prompt else text, origin)
        elif CURL.match(text):
            self.curl(block)
        elif MESSAGE.match(text):
            self.message(block)
        elif LINE_ALONE.fullmatch(text.strip().split("\n", 1)[0]):
            self.line_with_body(text, origin)
        elif JSON_START.match(text) and block.language not in SHELLS:
            self.json(text, origin)
        elif XML_START.match(text) and "json" not in block.language:
            self.text(text, "application/xml", origin)

    def session(self, text: str, origin: Origin) -> None:
        """Take a call behind a prompt, and what is printed below it: the response."""
        lines = text.splitlines()
        size = _call_size(lines)
        call = "\n".join(lines[:size])
        if CURL.match(call):
            self.curl(Sample("", "", call, origin))
        below = "\n".join(lines[size:])
        status = STATUS_LINE.search(below.split("\n\n", 1)[0])
        self.role, self.status = "response", (status[1] or status[2] or "") if status else ""
        if self.status:
            self.statuses.append((self.status, origin))
        start = JSON_LINE.search(f"\n{below}")
        if start:
            body = f"\n{below}"[start.start() :].lstrip("\n")
            skipped = size + below.count("\n") - body.count("\n")
            self.json(body, Origin(origin.path, origin.line + skipped))

    def line_with_body(self, text: str, origin: Origin) -> None:
        """Take a request line with a body below it."""
        first, _, rest = text.lstrip().partition("\n")
        line = LINE_ALONE.fullmatch(first)
        if headed := CONTENT.match(rest):
            rest = rest[headed.end() :]
        if line and JSON_START.match(rest):
            # A GET sends nothing: what stands below it comes back.
            self.role = "response" if line["methods"] in {"GET", "HEAD"} and not headed else "request"
            skipped = text.count("\n") - rest.count("\n")
            self.json(rest, Origin(origin.path, origin.line + skipped))

    def text(self, text: str, media_type: str, origin: Origin) -> None:
        """Take a body that isn't JSON as the text that it is."""
        if not self.foreign:
            # Of a stream of JSON, each line is a sample of one.
            for value in (is_lines_type(media_type) and read_lines(text)) or [text]:
                self.found.append(
                    SampleStatement(
                        direction=self.role,
                        status=self.status,
                        title=self.title,
                        media_type=media_type,
                        value=value,
                        origin=origin,
                    )
                )
        self.follow()

    def follow(self) -> None:
        """After a request comes the response, unless a heading says otherwise."""
        if not self.fixed:
            self.role = "response"

    def label(self, words: str) -> None:
        """Take the direction and status that a label or caption gives to the sample after it."""
        caption = parse_caption(words)
        own = parse_caption(re.sub(re.escape(self.operation), " ", words, flags=re.IGNORECASE))
        if caption.direction is not None:
            self.role = caption.direction
            if caption.direction == "request":
                self.status = ""
        if caption.status:
            self.role, self.status = "response", caption.status
        self.foreign = own.errors and not caption.status

    def paragraph(self, text: Text) -> None:
        words = text.plain
        self.foreign = False
        if match := STATUS_LINE.search(words):
            self.role, self.status = "response", match[1] or match[2]
            self.statuses.append((self.status, text.origin))
        elif SAMPLE_RESPONSE.search(words):
            self.role, self.title = "response", _caption(words, self.title)
        elif SAMPLE_BODY.fullmatch(words):
            # "Body" below a status is the response's.
            self.role = "response" if self.status and "request" not in words.lower() else "request"
        elif SAMPLE_REQUEST.search(words):
            self.role, self.status = "request", ""
        elif status := status_alone(text):
            self.role, self.status, self.foreign = "response", status, False
        elif is_label(text) or words.endswith(":"):
            self.label(words)
        self.inline(text)

    def inline(self, text: Text) -> None:
        """Take an object or list behind a label, `Content: {"id": 1}`, as a sample."""
        words = text.plain[:MOST_CHARACTERS]
        for index, span in enumerate(text.spans):
            before = "".join(one.text for one in text.spans[:index])
            if span.style is Style.LITERAL and IN_SENTENCE.fullmatch(span.text.strip()) and RETURNED.search(before):
                named = statuses_in_sentence(text)
                self.role, self.status = "response", named[0] if len(named) == 1 else self.status
                self.json(BARE_KEY.sub(r'\1"\2":', span.text.strip()), text.origin)
                return
        found = INLINE.search(words)
        before = words[: found.start()].strip() if found else ""
        status = status_alone(Text((Span(before),), text.origin)) if before else ""
        if found and (status or not before):
            self.role, self.status = ("response", status) if status else (self.role, self.status)
            body = found["body"]
            self.json(BARE_KEY.sub(r'\1"\2":', body), text.origin)

    def curl(self, block: Sample) -> None:
        if curl := parse_curl(block.text, block.origin, self.report):
            self.calls.append(curl)
            if media_type := body_media_type(block.text):
                self.forms.append(media_type)
                self.form_fields += [(name, file, block.origin) for name, file in form_names(block.text)]
            elif sent := raw_media_type(curl):
                self.raw.append((sent, block.origin))
            else:
                self.found += _inline_body(curl, self.title)
        self.role = "request"

    def message(self, block: Sample) -> None:
        """Take an HTTP message: a response's status, and the body after the empty line."""
        start = MESSAGE.match(block.text)
        status = start["status"] or start["bare"] if start else None
        if status:
            self.role, self.status = "response", status
            self.statuses.append((self.status, block.origin))
        else:
            self.role, self.status = "request", ""
        head, _, body = block.text.partition("\n\n")
        media_type = _media_type(head)
        if media_type in {FORM, MULTIPART} and not status:
            self.forms.append(media_type)
        elif body.strip() and media_type and not is_json_type(media_type):
            self.text(body, media_type, Origin(block.origin.path, block.origin.line + head.count("\n") + 2))
        elif JSON_START.match(body):
            line = block.origin.line + head.count("\n") + 2
            self.json(body, Origin(block.origin.path, line))

    def json(self, text: str, origin: Origin) -> None:
        if self.foreign:
            self.follow()
            return
        text = without_comments(text, origin, self.report)
        sketch = read_sketch(text, origin, self.report)
        if sketch is not None:
            self.sketches.append(self.statement(sketch[0], origin))
        else:
            value = read_json(text, origin, self.report)
            if value is not None:
                self.found.append(self.statement(value[0], origin))
        self.follow()

    def statement(self, value: Any, origin: Origin) -> SampleStatement:  # noqa: ANN401 - any JSON value.
        return SampleStatement(direction=self.role, status=self.status, title=self.title, value=value, origin=origin)


def _media_type(head: str) -> str:
    """Return the media type that a message's header lines state, without parameters; empty where they state none."""
    found = CONTENT_TYPE.search(head)
    return found[1].lower() if found else ""


def _call_size(lines: list[str]) -> int:
    """Return how many lines the call takes: until its last line has no backslash and its quotes are closed."""
    for size in range(1, len(lines) + 1):
        joined = "\n".join(lines[:size])
        if joined.rstrip().endswith("\\"):
            continue
        try:
            shlex.split(joined.replace("\\\n", " "))
        except ValueError:
            continue
        return size
    return len(lines)


def _is_session(text: str) -> bool:
    """Tell whether the response is printed below the call."""
    lines = text.splitlines()
    if not any(PRINTED.match(line) for line in lines[1:]):
        return False
    return bool(PRINTED.match("\n".join(lines[_call_size(lines) :])))


def _inline_body(curl: CallStatement, title: str) -> Iterator[SampleStatement]:
    if curl.body and not curl.body.startswith("@"):
        try:
            value, _ = parse_json(curl.body)
        except UnreadableJsonError:
            return
        yield SampleStatement(direction="request", title=title, value=value, origin=curl.origin)


def _walk(blocks: Sequence[Block], reader: _SampleReader) -> None:
    """Let the reader see the paragraphs and samples in order; what an entry of a list says holds in that entry."""
    for block in blocks:
        match block:
            case Paragraph(text=text):
                reader.paragraph(text)
            case Sample():
                reader.sample(block)
            case Note(blocks=inner) if holds_parts(block):
                before = reader.state()
                _walk(inner, reader)
                reader.restore(before)
            case Note(blocks=inner):
                _walk([one for one in flat_blocks(inner) if isinstance(one, Sample)], reader)
            case Directive(known=False, blocks=inner):
                _walk(inner, reader)
            case List() | DefinitionList() | FieldList():
                before = reader.state()
                for entry in _entries(block):
                    reader.restore(before)
                    if len(entry) > 1 and isinstance(entry[0], Paragraph) and _is_short(entry[0].text):
                        reader.label(entry[0].text.plain)
                    _walk(entry, reader)
                reader.restore(before)
            case _:
                pass


def _is_short(text: Text) -> bool:
    """Tell whether an entry's first words may head it: `Response 200 (application/json)`."""
    return len(text.plain.split()) <= MOST_LABEL_WORDS


MOST_LABEL_WORDS = 4


def _entries(block: List | DefinitionList | FieldList) -> Iterator[tuple[Block, ...]]:
    match block:
        case List(entries=entries):
            yield from entries
        case DefinitionList(definitions=definitions):
            yield from ((Paragraph(one.term), *one.blocks) for one in definitions)
        case FieldList(fields=fields):
            yield from ((Paragraph(one.name), *one.blocks) for one in fields)


def _caption(words: str, title: str) -> str:
    """Return `Sample response for X` as `title: for X`; a caption that says no more than that adds nothing."""
    more = re.sub(r"^\W*((sample|example) (response|webhook)|response body)\W*", "", words, flags=re.IGNORECASE).strip(
        " :"
    )
    base = title.split(" (", 1)[0]
    return f"{base} ({more})" if more else title
