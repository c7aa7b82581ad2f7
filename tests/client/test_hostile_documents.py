"""Whatever a document says, it stays text: generated, imported, and nothing has run.

CVE-2020-15141 and CVE-2020-15142 were this: a path that led out of the folder, and descriptions that became code.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docpact.client import generate_client
from docpact.client.distribution import DEPENDENCIES
from docpact.client.python_text import is_name, to_class_name, to_docstring, to_identifier
from docpact.config import Client
from docpact.errors import UsageError

CANARY = "CANARY"
RUN = f"__import__('pathlib').Path('{CANARY}').touch()"
PAYLOADS = {
    "quote": f"' + {RUN} + '",
    "double quote": f'" + {RUN} + "',
    "triple quote": f'"""\n{RUN}\n"""',
    "triple single": f"'''\n{RUN}\n'''",
    "backslash": f'\\"""\n{RUN}\n\\',
    "trailing backslash": "ends with \\",
    "trailing quote": 'ends with "',
    "newline": f"line\n{RUN}\nline",
    "carriage return": f"line\r{RUN}\rline",
    "line separators": f"line\u2028{RUN}\u2029\x85\x0b\x0c{RUN}",
    "path": f"../../../{CANARY}",
    "absolute path": f"/tmp/{CANARY}",  # noqa: S108 - where it must not go.
    "braces": "{" + RUN + "}",
    "format": "{0.__class__.__init__.__globals__}",
    "percent": "%s %(name)s",
    "dunder": "__init__",
    "dunder class": "__class__",
    "keyword": "import",
    "soft keyword": "match",
    "constant": "None",
    "builtin": "list",
    "right to left": f"user\u202e {RUN} \u2066",
    "homoglyph": "sеlf",  # noqa: RUF001 - the second letter is Cyrillic.
    "fullwidth": "\uff45\uff56\uff41\uff4c",
    "null byte": f"a\x00{RUN}",
    "surrogate pair": "\U0001f511",
    "markdown": f"<script>{RUN}</script> [x](javascript:{RUN}) `` ` | ```python {RUN}",
    "fence": f"x\n```python\n{RUN}\n```\n",
    "toml": f'x"\ndependencies = ["evil"]\n[tool.hatch.build.hooks.custom]\npath = "{CANARY}"\n',
    "link": f"[x](#operation/{RUN}) [y](#schema/__class__) [z](#operation/x\n{RUN})",
    "comment": f"# noqa\n{RUN}",
    "semicolon": f"; {RUN};",
    "empty": "",
    "self": "self",
    "own name": "Connection",
    "own function": "_as_member",
    "own attribute": "prepare",
    "own constant": "UNSET",
}


def hostile_thing(payload: str, kind: str) -> dict[str, Any]:
    """A structure with the payload wherever it may stand."""
    return {
        "title": payload,
        "description": payload,
        "type": "object",
        "properties": {
            "id": {"type": "integer", "description": payload},
            payload or "name": {"type": "string", "description": payload, "default": payload},
            "kind": {"anyOf": [{"$ref": f"#/components/schemas/{kind}"}, {"type": "integer"}], "description": payload},
            "word": {"type": "string", "enum": [payload, "other"], "description": payload},
            "when": {"type": "string", "format": "date-time", "title": payload},
        },
        "required": ["id"],
    }


def hostile_operation(payload: str, schema: str) -> dict[str, Any]:
    """An operation, likewise."""
    refer = {"schema": {"$ref": f"#/components/schemas/{schema}"}}
    query = {"type": "string", "default": payload}
    return {
        "operationId": payload or "op",
        "summary": payload,
        "description": payload,
        "tags": [payload or "tag"],
        "parameters": [{"name": payload or "q", "in": "query", "description": payload, "schema": query}],
        "responses": {"200": {"description": payload, "content": {"application/json": refer}}},
        "security": [{"key": [payload]}],
        "x-source": payload,
    }


def hostile_document(first: str, second: str) -> dict[str, Any]:
    """A small API with one payload or the other wherever free text or a name of the API's own may stand."""
    names = [first, second]
    thing, other = hostile_thing(first, "Kind"), hostile_thing(second, "Kind")
    kind = {"title": first, "description": second, "type": "integer", "enum": [0, 1], "x-enum-varnames": names}
    event = {"description": first, "type": "object", "properties": {"event": {"const": second, "type": "string"}}}
    told = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Event"}}}}
    sent = {"required": True, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Other"}}}}
    path = "/things/" + first.replace("{", "").replace("}", "")
    change = {**hostile_operation(second, "Other"), "parameters": [], "requestBody": sent}
    flows = {"clientCredentials": {"tokenUrl": first, "scopes": {second: first}}}
    key = {"type": "apiKey", "in": "header", "name": "X-Key", "x-prefix": second, "description": first}
    return {
        "openapi": "3.1.0",
        "info": {"title": first, "version": second or "1", "description": first},
        "servers": [{"url": second, "description": first}],
        "externalDocs": {"url": first},
        "tags": [{"name": name or "tag", "description": name} for name in names],
        "paths": {path: {"get": hostile_operation(first, "Thing")}, "/plain": {"post": change}},
        "webhooks": {first: {"post": {"requestBody": told}}},
        "components": {
            "schemas": {"Thing": thing, "Other": other, "Kind": kind, "Event": event},
            "securitySchemes": {"key": key, "oauth2": {"type": "oauth2", "flows": flows}},
        },
    }


def modules(package: Path) -> Iterator[tuple[str, ast.Module]]:
    """Each module's name and syntax tree."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), ast.parse(path.read_text("utf-8"))


HALF = len(PAYLOADS) // 2


@pytest.mark.parametrize(("first", "second"), [*zip([*PAYLOADS][:HALF], [*PAYLOADS][HALF:], strict=True)])
def test_a_hostile_document_gives_a_client_and_no_code(first: str, second: str, tmp_path: Path) -> None:
    """It is generated inside its folder, every module imports, and the canary is not there."""
    document: Mapping[str, Any] = hostile_document(PAYLOADS[first], PAYLOADS[second])
    with generate_client(document, Client(package="hostile_client")) as folder:
        assert {path.name for path in folder.iterdir()} == {"README.md", "pyproject.toml", "hostile_client"}
        project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))
        assert project.keys() == {"build-system", "project", "tool"}
        assert project["project"]["dependencies"] == [*DEPENDENCIES]
        readme = (folder / "README.md").read_text("utf-8")
        (program,) = re.findall(r"^```python\n(.*?)^```$", readme, re.DOTALL | re.MULTILINE)
        assert {ast.unparse(n.func) for n in ast.walk(ast.parse(program)) if isinstance(n, ast.Call)} <= {
            "Hostile", "print",
        }  # fmt: skip
        # What a page is called stays in its line, and can't begin a link of another kind.
        assert not re.search(r"\]\((?!\w)|<script", readme)
        found = dict(modules(folder / "hostile_client"))
        for tree in found.values():
            calls = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
            assert not {"__import__", "eval", "exec", "open", "compile"} & calls
        code = "\n".join(
            ["import importlib", f"for name in {sorted(found)!r}: importlib.import_module(name)",
             "import hostile_client, hostile_client.models as m", "[getattr(m, name) for name in m.__all__]",
             "api = hostile_client.Hostile(access_token='x', base_url='http://127.0.0.1:9')",
             "[getattr(api, name) for name in dir(api) if not name.startswith('_')]"]
        )  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(folder)},
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert not list(folder.rglob(CANARY))
    assert not list(tmp_path.iterdir())
    assert not Path(f"/tmp/{CANARY}").exists()  # noqa: S108 - as above.


@given(st.text() | st.sampled_from([*PAYLOADS.values()]), st.integers(0, 40))
def test_a_docstring_is_one_literal(text: str, indent: int) -> None:
    """Whatever the text: it is read back as text, and nothing stands behind it."""
    emitted = to_docstring(text, indent)
    body = ast.parse(emitted).body
    assert len(body) == 1
    assert isinstance(ast.literal_eval(emitted), str)
    assert not {"\x00", "\u202e", "\u2066", "\r"} & set(emitted)


@given(st.text() | st.sampled_from([*PAYLOADS.values()]), st.sets(st.sampled_from(["a", "a_2", "unnamed", "match_"])))
def test_a_name_is_a_name(text: str, taken: set[str]) -> None:
    """An identifier, no keyword, none that is taken, nothing of Python's own; the same again for the same text."""
    for name in (to_identifier(text, taken), to_class_name(text, taken)):
        assert is_name(name)
        assert name not in taken
    assert to_identifier(text, taken) == to_identifier(text, taken)


@pytest.mark.parametrize("name", ["class", "a b", "a.b", "../x", "__x", "naïve", "x;y", ""])
def test_a_package_or_class_of_no_possible_name(name: str) -> None:
    """Is refused before anything is made."""
    with pytest.raises(UsageError, match=r"docpact.toml \[client\]"), generate_client({}, Client(package=name)):
        pass
    if name:
        with pytest.raises(UsageError, match="`name` cannot be"), generate_client({}, Client(package="x", name=name)):
            pass
