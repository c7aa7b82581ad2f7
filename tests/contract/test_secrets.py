"""Secrets are in no output: in no form that a server or an encoding gives them, whole or cut off."""

from __future__ import annotations

import base64
import html
import json
import os
import shlex
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from starlette.types import Receive, Scope, Send

from contract.servers import run_tests
from contract_suite.credentials import Credentials
from contract_suite.redaction import HIDDEN, Redactor, find_secrets
from docpact.contract.reports import format_contract, write_report
from docpact.contract.result import ContractResult
from docpact.files import write_text
from docpact.mock import running

CANARY = "Qx7/+zW=k'9\"v&Lm2<pR\\8tYb3>N"
"""A key with what each encoding writes otherwise."""
HEADER = f"Bearer {CANARY}"


def _each(form: str) -> Callable[[str], str]:
    return lambda text: "".join(form.format(ord(character)) for character in text)


FORMS: dict[str, Callable[[str], str]] = {
    "as it is": str,
    "percent": lambda text: quote(text, safe=""),
    "percent, small": lambda text: quote(text, safe="").lower(),
    "percent twice": lambda text: quote(quote(text, safe=""), safe=""),
    "percent, each": _each("%{:02X}"),
    "query": quote_plus,
    "JSON": lambda text: json.dumps(text)[1:-1],
    "JSON twice": lambda text: json.dumps(json.dumps(text))[3:-3],
    "JSON with slashes": lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
    "JSON, each": _each("\\u{:04x}"),
    "hexadecimal escapes": _each("\\x{:02x}"),
    "repr": lambda text: repr(text)[1:-1],
    "HTML": html.escape,
    "HTML, each": _each("&#{};"),
    "HTML, each, hexadecimal": _each("&#x{:x};"),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64, moved by one": lambda text: base64.b64encode(b"x" + text.encode()).decode(),
    "base64, moved by two": lambda text: base64.b64encode(b"xy" + text.encode() + b"z").decode(),
    "base64 for URLs": lambda text: base64.urlsafe_b64encode(text.encode()).decode(),
    "base64, percent": lambda text: quote(base64.b64encode(text.encode()).decode(), safe=""),
    "hexadecimal": lambda text: text.encode().hex(),
    "capitals": str.upper,
    "small letters": str.lower,
    "shell": shlex.quote,
}


def pieces(form: str) -> list[str]:
    """The pieces of a form that would give it away: nine of its characters in a row."""
    return [form[start : start + 9] for start in range(len(form) - 8)]


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("before", ["", "x", " ", "%", "\\", "&", "\\n", "key="])
def test_every_form_is_hidden(name: str, before: str) -> None:
    """In the middle of other text, which stays."""
    redactor = Redactor(find_secrets(HEADER))
    form = FORMS[name](CANARY)
    redacted = redactor.redact(f"first {before}{form} last")
    assert HIDDEN in redacted
    assert redacted.startswith("first")
    assert redacted.endswith("last")
    inner = pieces(form)[2:-2] if name.startswith("base64") else pieces(form)
    assert [piece for piece in inner if piece in redacted] == []


@pytest.mark.parametrize("length", range(15, len(CANARY)))
def test_what_is_cut_off_is_hidden(length: int) -> None:
    """At its end or at its beginning."""
    redactor = Redactor(find_secrets(HEADER))
    assert redactor.redact(f"said {CANARY[:length]}") == f"said {HIDDEN}"
    assert redactor.redact(f"{CANARY[-length:]} said") == f"{HIDDEN} said"


def test_other_text_stays() -> None:
    """A scheme's name is no secret, nor is what only begins as one does."""
    redactor = Redactor(Credentials(authorization=HEADER).secrets)
    for text in ("Bearer", "a Bearer token is missing", CANARY[:5], "100 %", "\\", "&amp;", "İ ß %C3%9F"):
        assert redactor.redact(text) == text


@pytest.mark.parametrize(
    ("header", "parts"),
    [
        ("Basic " + base64.b64encode(b"admin:of-the-house").decode(), ["admin:of-the-house", "of-the-house"]),
        ('Signature keyId="svc",signature="CANARY0123456789=="', ["CANARY0123456789=="]),
    ],
)
def test_what_a_header_holds(header: str, parts: list[str]) -> None:
    """A name and password in base64, and quoted parameters, are secrets by themselves."""
    assert set(parts) <= set(find_secrets(header))
    redact = Redactor(find_secrets(header)).redact
    assert [redact(part) for part in parts] == [HIDDEN] * len(parts)


class Parrot:
    """Repeats the key in every form, after some padding, in a body, a header, a cookie, a redirect and a status."""

    base_path = ""

    def __init__(self, padding: int) -> None:
        self.padding, self.requests = padding, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond to one request; the first two as documented."""
        del scope, receive
        self.requests += 1
        forms = [form(CANARY) for form in FORMS.values()]
        form = forms[self.requests % len(forms)]
        body: dict[str, object] = {"a": "b"}
        if self.requests > 2:
            body = {"a": {"x" * self.padding + form: form, "all": ["x" * self.padding + f for f in forms]}}
        raw = quote(form, safe="").encode()
        headers = [
            (b"content-type", b"application/json"),
            (b"x-key", raw),
            (b"set-cookie", b"s=session-of-one; Path=/"),
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(body).encode()})


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document of two operations that show a text."""
    schema = {"type": "object", "properties": {"a": {"type": "string"}}, "additionalProperties": False}
    parameter = {"in": "query", "name": "q", "schema": {"type": "string"}}
    operation = {
        "parameters": [parameter],
        "responses": {"200": {"description": "o", "content": {"application/json": {"schema": schema}}}},
    }
    path = tmp_path / "d.json"
    paths = {"/x": {"get": operation}, "/y": {"get": operation}}
    raw = {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths}
    path.write_text(json.dumps(raw), "utf-8")
    return path


@pytest.mark.parametrize("padding", [0, 37, 160, 178, 190, 300])
def test_no_output_has_it(document: Path, tmp_path: Path, padding: int) -> None:
    """The text, each report and the recorded exchanges, wherever a message is cut."""
    record = tmp_path / "exchanges.jsonl"
    with running(Parrot(padding)) as url:
        result = run_tests(document, url, HEADER, depth="quick", record=record)
    outputs = write_all(result, tmp_path, record)
    assert result.failures
    for name, form in FORMS.items():
        inner = pieces(form(CANARY))[2:-2]
        for output, text in outputs.items():
            assert [piece for piece in inner if piece in text] == [], (name, output)
    assert "session-of-one" not in "".join(outputs.values())


def write_all(result: ContractResult, folder: Path, record: Path) -> dict[str, str]:
    """Write each report; return what each file has."""
    outputs = {"text": format_contract(result), "record": record.read_text("utf-8")}
    for ending in ("html", "xml", "sarif", "json", "har"):
        path = folder / f"report.{ending}"
        write_report(path, result, "", record)
        assert (path.stat().st_mode & 0o777) == 0o600
        outputs[ending] = path.read_text("utf-8")
    return outputs


def test_files_keep_to_the_umask(tmp_path: Path) -> None:
    """What isn't private has what the umask leaves; what is private has nobody else's rights, though it had before."""
    before = os.umask(0o027)
    try:
        write_text(tmp_path / "plain", "a")
        write_text(tmp_path / "private", "a")
    finally:
        os.umask(before)
    assert (tmp_path / "plain").stat().st_mode & 0o777 == 0o640
    for text in ("a", "b"):
        (tmp_path / "private").chmod(0o644)
        write_text(tmp_path / "private", text, private=True)
        assert (tmp_path / "private").stat().st_mode & 0o777 == 0o600
