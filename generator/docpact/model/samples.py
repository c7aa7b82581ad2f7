"""A page's samples, each with what it is a sample of."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.model.json_text import UnreadableJsonError, parse_json
from docpact.model.vocabulary import EXAMPLES, RESPONSES, SAMPLE_BODY, SAMPLE_REQUEST, SAMPLE_RESPONSE, STATUS_LINE
from docpact.read.page import Note, Page, Paragraph, Sample, Section, Text

Role: TypeAlias = Literal["request", "response"]
SHELLS = frozenset({"sh", "bash", "shell", "console", "http"})
# RFC 9112, section 2.1: a start line, header fields, an empty line, a body.
MESSAGE = re.compile(r"\s*(?:HTTP/[\d.]+ (?P<status>\d{3})\b|[A-Z]+ \S+ HTTP/[\d.]+).*\n")
SHELL_PART = re.compile(
    r"'(?P<single>[^']*)'|\"(?P<double>[^\"\\]*)\"|(?P<bare>[^ \t\r\n'\"\\]+)|(?P<blank>[ \t\r\n]+)"
)
CURL = re.compile(r"\s*curl\b")
PLACEHOLDER = re.compile(r"<<[^>]*>>|\{\w*\}")
# A heading of these words says of no sample what it shows.
WITHOUT_TITLE = re.compile(rf"(?:{EXAMPLES.pattern}|{RESPONSES.pattern})\s*", re.IGNORECASE)
JSON_START = re.compile(r"\s*[\[{\"]|\s*(true|false|null|-?\d+)\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Curl:
    """A `curl` line, read."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str
    """Empty where none is sent or only a `<<body>>` stands for it."""
    sends_body: bool
    """Whether anything is sent, be it a `<<body>>`."""
    origin: Origin

    def header(self, name: str) -> str:
        """Return the header's value, empty where it isn't sent."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonSample:
    """A JSON sample, parsed."""

    role: Role
    status: int | None
    """The response's status; None where the page names none before it."""
    title: str
    value: Any
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSamples:
    """All samples of a page, in its order."""

    curls: tuple[Curl, ...]
    bodies: tuple[JsonSample, ...]
    responses: tuple[JsonSample, ...]
    statuses: tuple[tuple[int, Origin], ...]
    """Every status that the samples name, also those without a body."""


def read_samples(page: Page, report: Report) -> PageSamples:
    """Return the page's samples; one that cannot be read is reported and left out, one that was mended is reported."""
    reader = _SampleReader(report)
    for section in page.sections:
        reader.begin(page.title if not section.title or WITHOUT_TITLE.fullmatch(section.title) else section.title)
        for block in _flat(section):
            if isinstance(block, Paragraph):
                reader.paragraph(block.text)
            elif CURL.match(block.text):
                reader.curl(block)
            elif MESSAGE.match(block.text):
                reader.message(block)
            elif JSON_START.match(block.text) and block.language not in SHELLS:
                reader.json(block)
    return PageSamples(
        curls=tuple(reader.curls),
        bodies=tuple(sample for sample in reader.found if sample.role == "request"),
        responses=tuple(sample for sample in reader.found if sample.role == "response"),
        statuses=tuple(reader.statuses),
    )


@dataclass(slots=True)
class _SampleReader:
    """What the paragraphs before a sample say that it is."""

    report: Report
    curls: list[Curl] = field(default_factory=list)
    found: list[JsonSample] = field(default_factory=list)
    statuses: list[tuple[int, Origin]] = field(default_factory=list)
    role: Role = "response"
    title: str = ""
    """The heading that says what the samples show; a page with one example has none but `Examples`."""
    status: int | None = None

    def begin(self, title: str) -> None:
        self.role, self.title, self.status = "response", title, None

    def paragraph(self, text: Text) -> None:
        words = text.plain
        if match := STATUS_LINE.search(words):
            self.role, self.status = "response", int(match[1] or match[2])
            self.statuses.append((self.status, text.origin))
        elif SAMPLE_RESPONSE.search(words):
            self.role, self.title = "response", _caption(words, self.title)
        elif SAMPLE_BODY.fullmatch(words):
            self.role = "request"
        elif SAMPLE_REQUEST.search(words):
            self.role, self.status = "request", None

    def curl(self, block: Sample) -> None:
        if curl := parse_curl(block.text, block.origin, self.report):
            self.curls.append(curl)
            self.found += _inline_body(curl, self.title)
        self.role = "request"

    def message(self, block: Sample) -> None:
        """Take an HTTP message: a response's status, and the body after the empty line."""
        start = MESSAGE.match(block.text)
        status = start["status"] if start else None
        if status:
            self.role, self.status = "response", int(status)
            self.statuses.append((self.status, block.origin))
        else:
            self.role, self.status = "request", None
        head, _, body = block.text.partition("\n\n")
        if JSON_START.match(body):
            line = block.origin.line + head.count("\n") + 2
            self.json(replace(block, text=body, origin=Origin(block.origin.path, line)))

    def json(self, block: Sample) -> None:
        value = read_json(block, self.report)
        if value is not None:
            sample = JsonSample(
                role=self.role, status=self.status, title=self.title, value=value[0], origin=block.origin
            )
            self.found.append(sample)
        # After a body comes what it is answered.
        self.role = "response"


def read_json(sample: Sample, report: Report) -> tuple[Any] | None:
    """Return the sample's value in a tuple of one (it may be null); None where it cannot be read."""
    try:
        value, mends = parse_json(sample.text)
    except UnreadableJsonError as error:
        report(Diagnostic(code="sample-unreadable", message=str(error), origin=sample.origin))
        return None
    for mend in mends:
        origin = Origin(sample.origin.path, sample.origin.line + mend.line)
        report(Diagnostic(code="sample-json", message=f"the sample has {mend.what}", origin=origin))
    return (value,)


def parse_curl(text: str, origin: Origin, report: Report) -> Curl | None:
    """Return what a `curl` line sends; None, and a diagnostic, where its quotes don't close."""
    try:
        words = split_words(text.replace("\\\n", " "))
    except ValueError as error:
        report(Diagnostic(code="sample-curl", message=f"the curl line cannot be read: {error}", origin=origin))
        return None
    method, url, body = "", "", ""
    headers: list[tuple[str, str]] = []
    rest = iter(words[1:])
    for word in rest:
        if word in {"-X", "--request"}:
            method = next(rest, "")
        elif word in {"-H", "--header"}:
            name, _, value = next(rest, "").partition(":")
            headers.append((name.strip(), value.strip()))
        elif word in {"-d", "--data", "--data-raw", "--data-binary"}:
            body = next(rest, "")
        elif not word.startswith("-") and not url:
            url = word
    return Curl(
        method=method or ("POST" if body else "GET"),
        url=url,
        headers=tuple(headers),
        body="" if PLACEHOLDER.fullmatch(body.strip()) else body,
        sends_body=bool(body),
        origin=origin,
    )


def split_words(text: str) -> list[str]:
    """Return the words of a command as a shell splits them; raises `ValueError` where a quote doesn't close.

    `shlex` goes letter by letter: it is asked where a backslash stands, or a quote without its other half.
    """
    words: list[str] = []
    place, inside = 0, False
    for part in SHELL_PART.finditer(text):
        if part.start() != place:
            break
        place = part.end()
        if part["blank"]:
            inside = False
            continue
        piece = part["single"] or part["double"] or part["bare"] or ""
        if inside:
            words[-1] += piece
        else:
            words.append(piece)
        inside = True
    return words if place == len(text) else shlex.split(text)


def _inline_body(curl: Curl, title: str) -> Iterator[JsonSample]:
    if curl.body:
        try:
            value, _ = parse_json(curl.body)
        except UnreadableJsonError:
            return
        yield JsonSample(role="request", status=None, title=title, value=value, origin=curl.origin)


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
