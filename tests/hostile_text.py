"""Texts that would become something else elsewhere, and the documents, pages and results that hold them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure, Note, Timing
from docpact.diagnostics import Diagnostic, Origin

IMAGE = "<img src=x onerror=\"document.title='taken'\">"
SCRIPT = "<script>document.title='taken'</script>"
PAYLOADS: dict[str, str] = {
    "backtick": f"a` {IMAGE} `b",
    "backticks": f"a `` {IMAGE} `` b ` c",
    "begins with a backtick": f"`{IMAGE}",
    "fence": f"x\n```\n{IMAGE}\n```\n~~~\n{SCRIPT}",
    "script": f"</p></script>{SCRIPT}{IMAGE}",
    "attribute": "x\" onmouseover=\"document.title='taken'\" y='",
    "style": "</style></title></textarea><svg/onload=document.title='taken'>",
    "comment": "<!-- --><!--><b>bold</b>",
    "link": "[click](javascript:document.title='taken') <javascript:alert(1)> [a]: http://tracker.example",
    "image": "![shot](http://tracker.example/p.png)",
    "address": "http://tracker.example/ www.tracker.example",
    "reference": "&lt;img&gt; &#60;script&#62;",
    "command": "::error file=README.md,line=1::said by a page",
    "command on a line": "a\n::stop-commands::x\r::set-output name=a::b\u2028::error::c\x85::d\x0b::e",
    "bracket command": "x ##[error]said ##vso[task.setvariable variable=a]b",
    "escapes": "\x1b[31mred\x1b]0;title\x07 \x1b]8;;http://tracker.example\x1b\\a \x9b2J \x08\x08",
    "newlines": "one\ntwo\r\nthree\rfour",
    "direction": "user\u202e txt.exe \u2066a\u2069 \u200fb \u200bc",
    "triple quote": '"""\ncanary = canary()\n"""',
    "trailing backslash": "a\\",
    "template": "{{ canary() }} {% canary %} ${canary} {0.__class__} %(canary)s",
    "toml": '"]\nevil = true\n[tool.evil]\nx = "',
    "yaml": "a: b\n- &x !!python/object:os.system {} # c\n--- \n? *x",
    "table": "a | b \\| c \\\\| d |",
    "mention": "@everyone @octo-cat see #123 GH-7 octo/cat#1",
    "headline": "# title\n=====\n> quote\n- item\n1. item",
    "emphasis": "*a* **b** __c__ _d_ ~~e~~ $f$",
}
UNSEEN = frozenset(
    "\x00\x07\x08\x0b\x0c\r\x1b\x1c\x1d\x1e\x7f\x85\x9b\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""What no output for people and none for code may hold."""


def make_document(payload: str, *, changed: bool = False) -> dict[str, Any]:
    """An API with the payload wherever free text or a name of the API's own may stand.

    `changed` gives what an old or another document says, so that all of it differs.
    """
    kind = "integer" if changed else "string"
    name = payload + "changed" * changed
    thing = {
        "title": name, "description": name, "type": "object", "required": ["id"],
        "properties": {
            "id": {"type": "integer", "description": name}, payload: {"type": kind, "description": name},
            f"only {name}": {"type": "string"}, "word": {"type": "string", "enum": [name, "other"]},
            "limited": {"type": "string", "pattern": name if name.isalnum() else "a", "default": name},
        },
    }  # fmt: skip
    path = "/things/" + payload.replace("{", "(").replace("}", ")")
    operation = {
        "operationId": name, "summary": name, "description": name, "tags": [name],
        "x-source": f"{payload}.rst:3",
        "parameters": [{"name": payload, "in": "query", "description": name, "schema": {"type": kind}}],
        "responses": {"200": {"description": name, "content": {"application/json": {
            "schema": {"$ref": "#/components/schemas/Thing"}, "examples": {"a": {"summary": name, "value": {"id": 1}}},
        }}}},
        "security": [{"key": []}],
    }  # fmt: skip
    return {
        "openapi": "3.1.0",
        "info": {"title": name, "version": "1", "description": name},
        "servers": [{"url": "http://127.0.0.1:9/v1", "description": name}],
        "tags": [{"name": name, "description": name}],
        "paths": {
            path: {"get": operation},
            f"/only/{'b' if changed else 'a'}/{path[8:]}": {"get": {**operation, "operationId": f"{name}2"}},
        },
        "components": {
            "schemas": {"Thing": thing},
            "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": name}},
        },
    }


def make_result(payload: str) -> ContractResult:
    """A contract result whose server repeats the payload everywhere."""
    failure = Failure(
        operation=f"GET /{payload}", check="response_schema_conformance", message=payload or "x", expected=payload,
        got=payload, source=f"{payload}.rst:3", cause=payload, curl=f"curl {payload}",
    )  # fmt: skip
    return ContractResult(
        base_url=f"http://127.0.0.1/{payload}", seed=0, requests=1, tested=(f"GET /{payload}",), failures=(failure,),
        left_out={f"DELETE /{payload}": payload}, notes=(Note(operation=payload, message=payload),), known=(payload,),
        timings={f"GET /{payload}": Timing(requests=1, seconds=1.0, slowest=1.0)}, trouble=payload, seconds=1.0,
    )  # fmt: skip


def make_diagnostics(payload: str) -> list[Diagnostic]:
    """What extraction says of a page that is called and writes so."""
    return [
        Diagnostic(
            code="field-undocumented", message=f"`{payload}` is in no table", origin=Origin(f"{payload}.rst", 3),
            related=(Origin(f"{payload}/other.rst", 4),),
        ),
        Diagnostic(code="sample-json", message=payload, origin=Origin("page.rst", 1)),
    ]  # fmt: skip


def write_pages(root: Path, payload: str) -> None:
    """Pages with the payload where a page can have it: literals, text, cells, values of an enum, names of a sample."""
    line = " ".join(payload.split())
    literal = line.replace("``", "` `").strip("`") or "x"
    text = "".join(f"\\{c}" if c in "\\*`|_<>:[]{}@#" else c for c in line)
    sample = json.dumps({"id": "x", payload: "y", "note": payload}, indent=2).replace("\n", "\n    ")
    pages = {
        "endpoints/thing/get.rst": f"""\
Get
===

Text {text} and ``{literal}`` end.

.. note:: {text}

* ``{literal}``

.. code-block:: sh

    GET https://api.example.com/api/v1/thing

**Responses**

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Description
   * - 200
     - :doc:`Thing <../../datastructures/thing>`
     - {text}

**Sample response**

.. code-block:: js

    {sample}
""",
        "datastructures/thing.rst": f"""\
Thing
=====

{text}

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Description
   * - id
     - string
     - ``{literal}``
   * - note
     - {text}
     - {text}
""",
        "enums/kind.rst": f"""\
Kind
====

.. list-table::
   :header-rows: 1

   * - Number
     - Name
     - Description
   * - ``{literal}``
     - n
     - {text}
   * - {text}
     - {text}
     - ``{literal}``
""",
    }
    for name, content in pages.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, "utf-8", newline="")
