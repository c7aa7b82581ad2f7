"""A topic's samples, each with what it is a sample of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from docpact.diagnostics import Origin, Report
from docpact.dialects.sections.kinds import Topic
from docpact.dialects.sections.vocabulary import (
    EXAMPLES,
    RESPONSES,
    SAMPLE_BODY,
    SAMPLE_REQUEST,
    SAMPLE_RESPONSE,
    STATUS_LINE,
)
from docpact.dialects.statements import CallStatement, SampleStatement
from docpact.dialects.words.calls import CURL, parse_curl
from docpact.dialects.words.json_samples import read_json
from docpact.dialects.words.json_text import UnreadableJsonError, parse_json
from docpact.read.page import Note, Paragraph, Sample, Section, Text

Role: TypeAlias = Literal["request", "response"]
SHELLS = frozenset({"sh", "bash", "shell", "console", "http"})
# RFC 9112, section 2.1: a start line, header fields, an empty line, a body.
MESSAGE = re.compile(r"\s*(?:HTTP/[\d.]+ (?P<status>\d{3})\b|[A-Z]+ \S+ HTTP/[\d.]+).*\n")
# A heading of these words says of no sample what it shows.
WITHOUT_TITLE = re.compile(rf"(?:{EXAMPLES.pattern}|{RESPONSES.pattern})\s*", re.IGNORECASE)
JSON_START = re.compile(r"\s*[\[{\"]|\s*(true|false|null|-?\d+)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSamples:
    """All samples of a topic, in its order."""

    calls: tuple[CallStatement, ...]
    samples: tuple[SampleStatement, ...]
    statuses: tuple[tuple[str, Origin], ...]
    """Every status that the samples name, also those without a body."""


def read_samples(topic: Topic, report: Report) -> TopicSamples:
    """Return the topic's samples; an unreadable one is reported and left out, a repaired one is reported."""
    reader = _SampleReader(report)
    for section in topic.sections:
        reader.begin(topic.title if not section.title or WITHOUT_TITLE.fullmatch(section.title) else section.title)
        for block in _flat(section):
            if isinstance(block, Paragraph):
                reader.paragraph(block.text)
            elif CURL.match(block.text):
                reader.curl(block)
            elif MESSAGE.match(block.text):
                reader.message(block)
            elif JSON_START.match(block.text) and block.language not in SHELLS:
                reader.json(block.text, block.origin)
    return TopicSamples(
        calls=tuple(reader.calls),
        samples=tuple(reader.found),
        statuses=tuple(reader.statuses),
    )


@dataclass(slots=True)
class _SampleReader:
    """What the paragraphs before a sample say that it is."""

    report: Report
    calls: list[CallStatement] = field(default_factory=list)
    found: list[SampleStatement] = field(default_factory=list)
    statuses: list[tuple[str, Origin]] = field(default_factory=list)
    role: Role = "response"
    title: str = ""
    """The heading that says what the samples show; a page with one example has none but `Examples`."""
    status: str = ""

    def begin(self, title: str) -> None:
        self.role, self.title, self.status = "response", title, ""

    def paragraph(self, text: Text) -> None:
        words = text.plain
        if match := STATUS_LINE.search(words):
            self.role, self.status = "response", match[1] or match[2]
            self.statuses.append((self.status, text.origin))
        elif SAMPLE_RESPONSE.search(words):
            self.role, self.title = "response", _caption(words, self.title)
        elif SAMPLE_BODY.fullmatch(words):
            self.role = "request"
        elif SAMPLE_REQUEST.search(words):
            self.role, self.status = "request", ""

    def curl(self, block: Sample) -> None:
        if curl := parse_curl(block.text, block.origin, self.report):
            self.calls.append(curl)
            self.found += _inline_body(curl, self.title)
        self.role = "request"

    def message(self, block: Sample) -> None:
        """Take an HTTP message: a response's status, and the body after the empty line."""
        start = MESSAGE.match(block.text)
        status = start["status"] if start else None
        if status:
            self.role, self.status = "response", status
            self.statuses.append((self.status, block.origin))
        else:
            self.role, self.status = "request", ""
        head, _, body = block.text.partition("\n\n")
        if JSON_START.match(body):
            line = block.origin.line + head.count("\n") + 2
            self.json(body, Origin(block.origin.path, line))

    def json(self, text: str, origin: Origin) -> None:
        value = read_json(text, origin, self.report)
        if value is not None:
            sample = SampleStatement(
                direction=self.role, status=self.status, title=self.title, value=value[0], origin=origin
            )
            self.found.append(sample)
        # After a body comes what it is answered.
        self.role = "response"


def _inline_body(curl: CallStatement, title: str) -> Iterator[SampleStatement]:
    if curl.body:
        try:
            value, _ = parse_json(curl.body)
        except UnreadableJsonError:
            return
        yield SampleStatement(direction="request", title=title, value=value, origin=curl.origin)


def _flat(section: Section) -> Iterator[Paragraph | Sample]:
    for block in section.blocks:
        if isinstance(block, Paragraph | Sample):
            yield block
        elif isinstance(block, Note):
            yield from (inner for inner in block.blocks if isinstance(inner, Sample))


def _caption(words: str, title: str) -> str:
    """Return `Sample response for X` as `title: for X`; a caption that says no more than that adds nothing."""
    more = re.sub(r"^\W*((sample|example) (response|webhook)|response body)\W*", "", words, flags=re.IGNORECASE).strip(
        " :"
    )
    base = title.split(" (", 1)[0]
    return f"{base} ({more})" if more else title
