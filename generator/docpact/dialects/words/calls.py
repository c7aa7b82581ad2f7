"""`curl` lines → the requests that they send."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator

from docpact.diagnostics import Diagnostic, Origin, Report
from docpact.dialects.statements import CallStatement

CURL = re.compile(r"\s*curl\b")
FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
PAIRS = re.compile(r"[\w.\[\]-]+=[^{\[]*")
FORM_OPTION = re.compile(r"\s(?:-F|--form)[\s=]")
DATA_OPTION = re.compile(r"\s(?:-d|--data|--data-urlencode|--data-raw)[\s=]+(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
OCTETS = "application/octet-stream"
# `--data-binary @photo.jpg`
FILE = re.compile(r"@\S+")
PLACEHOLDER = re.compile(r"<<[^>]*>>|\{\w*\}")


# Options whose value is no URL.
WITH_VALUE = frozenset({
    "-o", "--output", "-c", "--cookie-jar", "-A", "--user-agent", "-e", "--referer",
    "--cacert", "--cert", "--key", "-m", "--max-time", "--connect-timeout", "-w", "--write-out", "-x", "--proxy", "-r",
})  # fmt: skip


FORM_FIELD = re.compile(r"\s(?:-F|--form)[\s=]+[\"']?(?P<name>[\w.\[\]-]+)=(?P<value>[@<]?)")


def body_media_type(text: str) -> str:
    """Return the media type of the form that a `curl` line sends; empty where it sends none, or something else."""
    if FORM_OPTION.search(text):
        return MULTIPART
    values = [next(filter(None, found), "") for found in DATA_OPTION.findall(text)]
    if values and all(PAIRS.fullmatch(value.strip()) for value in values):
        return FORM
    return ""


def is_json_type(media_type: str) -> bool:
    """Tell whether a media type is JSON itself: `application/x-ndjson` is lines of it."""
    return media_type in {"application/json", "text/json"} or media_type.endswith("+json")


def is_lines_type(media_type: str) -> bool:
    """Tell whether a media type is one of JSON values, one a line."""
    return media_type in {"application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines"}


def raw_media_type(call: CallStatement) -> str:
    """Return the media type of a body that is neither JSON nor a form's; empty where none such is sent."""
    if not call.sends_body:
        return ""
    named = call.header("Content-Type").partition(";")[0].strip().lower()
    if named in {FORM, MULTIPART} or is_json_type(named):
        return ""
    # What is in a file of that name is JSON, and on no page.
    return named or (OCTETS if FILE.fullmatch(call.body) and not call.body.endswith(".json") else "")


def form_names(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the names that a `curl` line sends in a form, each with whether its value is a file."""
    if FORM_OPTION.search(text):
        for found in FORM_FIELD.finditer(text):
            yield found["name"], found["value"] in {"@", "<"}
    elif body_media_type(text):
        for values in DATA_OPTION.findall(text):
            for pair in next(filter(None, values), "").split("&"):
                yield pair.partition("=")[0].strip(), False


def parse_curl(text: str, origin: Origin, report: Report) -> CallStatement | None:
    """Return what a `curl` line sends; None, and a diagnostic, where its quotes don't close."""
    try:
        words = shlex.split(text.replace("\\\n", " "))
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
        elif word in {
            "-d",
            "--data",
            "--data-raw",
            "--data-binary",
            "--data-urlencode",
            "--data-ascii",
            "-F",
            "--form",
            "--json",
            "-T",
            "--upload-file",
        }:
            value = next(rest, "")
            value = f"@{value}" if word in {"-T", "--upload-file"} else value
            method = method or ("PUT" if word in {"-T", "--upload-file"} else "")
            body = f"{body}&{value}" if body else value
        elif word in {"-u", "--user"}:
            # curl makes this header of a name and a password, or of a key and nothing behind its colon.
            headers.append(("Authorization", f"Basic {next(rest, '')}"))
        elif word in {"-b", "--cookie"}:
            headers.append(("Cookie", next(rest, "")))
        elif word in WITH_VALUE:
            next(rest, "")
        elif not word.startswith("-") and not url:
            url = word
    return CallStatement(
        method=method or ("POST" if body else "GET"),
        url=url,
        headers=tuple(headers),
        body="" if PLACEHOLDER.fullmatch(body.strip()) else body,
        sends_body=bool(body),
        origin=origin,
    )
