"""Literal blocks → the HTTP messages and bodies that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.httpdomain.vocabulary import METHODS
from docpact.dialects.words.calls import parse_curl
from docpact.dialects.words.json_text import UnreadableJsonError, parse_json
from docpact.read.page import Sample

REQUEST = re.compile(
    rf"\s*(?P<method>{'|'.join(METHODS).upper()}|COPY)[ \t]+(?P<url>\S+)(?:[ \t]+HTTPS?/\d(?:\.\d)?)?[ \t]*\r?$"
)
RESPONSE = re.compile(r"\s*HTTPS?/\d(?:\.\d)?[ \t]+(?P<status>\d{3})\b.*$")
HEADER = re.compile(r"(?P<name>[A-Za-z][\w-]*)[ \t]*:[ \t]*(?P<value>.*)")
MEDIA_TYPE = re.compile(r"(?<![\w/])(?:application|text|image|audio|video|multipart|message|font|model|\*)/[\w.+*-]+")
# Languages whose blocks hold one JSON body; a block of JavaScript is one only if it looks like it.
JSON_LANGUAGES = frozenset({"json", "json5", "json-object", "jsonc"})
BODY_LANGUAGES = JSON_LANGUAGES | {"javascript", "js", "", "default", "none", "text"}
CURL = re.compile(r"\s*(?:\$\s*|#\s*)?(?=curl\s)")
# What authors write for "and so on": no value, so that nothing is lost without it.
ELLIPSIS = re.compile(
    r"(?m)(?P<keep>\"(?:[^\"\\\n]|\\.)*\"|\\.)|,?\s*(?:\.\.\.|…|<snip>|\[\.\.\.\])\s*,?(?=\s*(?:[\]}]|$|\"|\{))"
)
COMMENT = re.compile(r"(?m)(?P<keep>\"(?:[^\"\\\n]|\\.)*\"|\\.)|(?:^|(?<=[\s,{\[]))(?://|#).*$|/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A request, a response, or a body whose direction its place must tell."""

    method: str = ""
    """A request's; empty for the others."""
    url: str = ""
    status: str = ""
    """A response's; empty for the others."""
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = ""
    """As the message says, without its parameters; empty where it doesn't."""
    body: str = ""
    value: Any = None
    """The JSON value of the body, where it is JSON."""
    is_json: bool = False
    """Whether `value` is what the body says."""
    is_curl: bool = False
    """Whether it was a curl line: a shell's quotes hide what is sent."""
    origin: Origin
    """The start line's, or the body's where there is none."""

    def header(self, name: str) -> str:
        """Return the header's value, empty where it isn't there."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")


def read_messages(sample: Sample, report: Report) -> tuple[Message, ...]:
    """Return what the block shows: several messages where it holds a whole exchange, none for other code."""
    language = sample.language.lower()
    lines = sample.text.expandtabs().split("\n")
    starts = [i for i, line in enumerate(lines) if _is_start(line, language, first=not any(map(str.strip, lines[:i])))]
    if starts and not any(line.strip() for line in lines[: starts[0]]):
        ends = [*starts[1:], len(lines)]
        return tuple(
            _message(lines[start:end], Origin(sample.origin.path, sample.origin.line + start), report)
            for start, end in zip(starts, ends, strict=True)
        )
    if CURL.match(sample.text):
        return tuple(_curl(sample, report))
    first = sample.text.lstrip()[:1]
    if language in JSON_LANGUAGES or (language in BODY_LANGUAGES and first and first in "{["):
        quiet: Report = report if language in JSON_LANGUAGES else lambda _: None
        value, is_json = _json(sample.text, sample.origin, quiet)
        return (Message(body=sample.text, value=value, is_json=is_json, origin=sample.origin),) if is_json else ()
    return ()


def _curl(sample: Sample, report: Report) -> Iterator[Message]:
    """Yield what a curl line sends; its body is JSON only if it is so to the letter."""
    call = parse_curl(CURL.sub("", sample.text, count=1).split("\n\n")[0], sample.origin, report)
    if call is None:
        return
    value, is_json = None, False
    if call.body.lstrip()[:1] in {"{", "["}:
        value, is_json = _json(call.body, sample.origin, lambda _: None)
    yield Message(
        method=call.method,
        url=call.url,
        headers=call.headers,
        media_type=call.header("Content-Type").partition(";")[0].strip(),
        body=call.body,
        value=value,
        is_json=is_json,
        is_curl=True,
        origin=sample.origin,
    )


def _is_start(line: str, language: str, *, first: bool) -> bool:
    """Tell whether a message begins here; but for the first of a block, a request line must end with its version."""
    if RESPONSE.match(line):
        return True
    found = REQUEST.match(line)
    plain = language in {"http", "https", "rest"} or (first and language in BODY_LANGUAGES)
    return bool(found) and (plain or "HTTP" in line)


def _message(lines: list[str], origin: Origin, report: Report) -> Message:
    request, response = REQUEST.match(lines[0]), RESPONSE.match(lines[0])
    headers: list[tuple[str, str]] = []
    place = 1
    while place < len(lines) and lines[place].strip():
        line = lines[place]
        if (found := HEADER.match(line)) is not None:
            headers.append((found["name"], found["value"].strip()))
        elif headers and line[:1].isspace():
            headers[-1] = (headers[-1][0], f"{headers[-1][1]} {line.strip()}")
        else:
            # A body without the blank line before it.
            break
        place += 1
    body = "\n".join(lines[place:]).strip("\n").rstrip()
    start = place + next((i for i, line in enumerate(lines[place:]) if line.strip()), 0)
    content = next((value for name, value in headers if name.lower() == "content-type"), "")
    media = content.partition(";")[0].strip().lower()
    value, is_json = None, False
    if body and ("json" in media or (not media and body.lstrip()[:1] in "{[")) and not _is_placeholder(body):
        value, is_json = _json(body, Origin(origin.path, origin.line + start), report)
    return Message(
        method=request["method"] if request else "",
        url=request["url"] if request else "",
        status=response["status"] if response else "",
        headers=tuple(headers),
        media_type=media if MEDIA_TYPE.fullmatch(media) else "",
        body=body,
        value=value,
        is_json=is_json,
        origin=origin,
    )


def _json(text: str, origin: Origin, report: Report) -> tuple[Any, bool]:
    """Return the value and whether there is one; what had to be repaired is reported."""
    problem: UnreadableJsonError | None = None
    for attempt, what in _attempts(text):
        try:
            value, repairs = parse_json(attempt)
        except UnreadableJsonError as error:
            problem = problem or error
            continue
        if what:
            report(Diagnostic(code="sample-json", message=f"the sample has {what}", origin=origin))
        for repair in repairs:
            place = Origin(origin.path, origin.line + repair.line)
            report(Diagnostic(code="sample-json", message=f"the sample has {repair.what}", origin=place))
        return value, True
    place = Origin(origin.path, origin.line + (problem.line if problem else 0))
    report(Diagnostic(code="sample-unreadable", message=str(problem), origin=place))
    return None, False


def _attempts(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text as JSON might be in it, each with what was taken out: comments, and `...` for what was left out.

    The whole text comes first where it is JSON, and last where `...` would be repaired into a value.
    """
    without = COMMENT.sub(lambda found: found["keep"] or "", text)
    short = ELLIPSIS.sub(lambda found: found["keep"] or _joint(found), without)
    if short != without and not _parses(text):
        yield short, "`...` for what was left out"
    elif without != text and not _parses(text):
        yield without, "comments"
    yield text, ""


def _joint(found: re.Match[str]) -> str:
    """Return the comma that an ellipsis between two values stands for."""
    after = found.string[found.end() :].lstrip()[:1]
    return "," if after in {'"', "{"} and "," in found[0] else ""


def _parses(text: str) -> bool:
    try:
        _, repairs = parse_json(text)
    except UnreadableJsonError:
        return False
    return not repairs


def _is_placeholder(body: str) -> bool:
    """Tell whether the body only says that there is one: `{...}`, `[document]`."""
    return bool(re.fullmatch(r"[{\[(<]\s*(?:\.\.\.|…|[A-Za-z][\w ]*)\s*[}\])>]|\.\.\.", body.strip()))
