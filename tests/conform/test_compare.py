"""The documentation against what an implementation says of itself."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sarif_pydantic import Sarif

from docpact.cli import main
from docpact.conform import KINDS, Disagreement, compare_implementation, format_disagreements
from docpact.document import read_document

Node = dict[str, Any]
TEXT: Node = {"type": "string"}
ROOT = Path(__file__).resolve().parents[2]
BOTH = "GET /v1/loans/{userId}, POST /v1/loans/{userId}"


def documented() -> Node:
    """What the pages of a library say."""
    loan = {
        "type": "object", "required": ["id", "state"], "x-source": "loan.rst:3",
        "properties": {
            "id": {"type": "integer", "x-source": "loan.rst:9"},
            "state": {"type": "string", "enum": ["out", "back"], "x-source": "loan.rst:10"},
            "until": {"type": ["string", "null"], "format": "date", "x-source": "loan.rst:11"},
            "next": {"oneOf": [{"$ref": "#/components/schemas/Loan"}, {"type": "null"}]},
        },
    }  # fmt: skip
    listing: Node = {
        "x-source": "list.rst:1", "security": [{"token": []}],
        "parameters": [
            {"name": "state", "in": "query", "schema": TEXT},
            {"name": "X-Trace", "in": "header", "required": True, "schema": TEXT},
        ],
        "responses": {"200": answered({"type": "array", "items": reference("Loan")}), "404": {"description": "none"}},
    }  # fmt: skip
    user = {"name": "userId", "in": "path", "required": True, "schema": TEXT}
    listing["parameters"].append(user)
    making = {
        "x-source": "make.rst:1", "parameters": [user], "requestBody": {"required": True, **content(reference("Loan"))},
        "responses": {"201": answered(reference("Loan"))},
    }  # fmt: skip
    return {
        "openapi": "3.1.0", "info": {"title": "Loans", "version": "1"}, "servers": [{"url": "https://l.example/v1"}],
        "paths": {"/loans/{userId}": {"get": listing, "post": making}},
        "components": {"schemas": {"Loan": loan}, "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    }  # fmt: skip


def implemented() -> Node:
    """The same, as a framework describes itself: other names, other words, and the base path in the paths."""
    loan = {
        "title": "LoanRead", "type": "object", "required": ["id", "state"],
        "properties": {
            "id": {"title": "Id", "type": "integer"},
            "state": reference("LoanState"),
            "until": {"anyOf": [{"type": "string", "format": "date"}, {"type": "null"}], "title": "Until"},
            "next": {"anyOf": [reference("LoanRead"), {"type": "null"}]},
        },
    }  # fmt: skip
    parameters = [
        {"name": "user", "in": "path", "required": True, "schema": {"title": "User", "type": "string"}},
        {"name": "state", "in": "query", "schema": {"anyOf": [TEXT, {"type": "null"}], "title": "State"}},
        {"name": "x-trace", "in": "header", "required": True, "schema": {**TEXT, "title": "X-Trace"}},
    ]
    listing = {
        "operationId": "read_loans_loans__user__get", "security": [{"OAuth2PasswordBearer": []}],
        "parameters": parameters,
        "responses": {"200": answered({"type": "array", "items": reference("LoanRead")}), "404": {"description": "?"}},
    }  # fmt: skip
    making = {
        "parameters": parameters[:1], "requestBody": {"required": True, **content(reference("LoanRead"))},
        "responses": {"201": answered(reference("LoanRead"))},
    }  # fmt: skip
    scheme = {"type": "oauth2", "flows": {"password": {"scopes": {}, "tokenUrl": "token"}}}
    states = {"enum": ["out", "back"], "title": "LoanState", "type": "string"}
    return {
        "openapi": "3.1.0", "info": {"title": "FastAPI", "version": "0.1.0"},
        "paths": {"/v1/loans/{user}": {"get": listing, "post": making}},
        "components": {
            "schemas": {"LoanRead": loan, "LoanState": states}, "securitySchemes": {"OAuth2PasswordBearer": scheme},
        },
    }  # fmt: skip


def reference(name: str) -> Node:
    """A reference to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def content(schema: Node) -> Node:
    """A body of JSON."""
    return {"content": {"application/json": {"schema": schema}}}


def answered(schema: Node) -> Node:
    """A response of JSON."""
    return {"description": "d", **content(schema)}


def compare(one: Node, two: Node) -> list[Disagreement]:
    """What a person would be told."""
    mappings = [read_document(copy.deepcopy(node), "d", serves=False).mapping for node in (one, two)]
    return list(compare_implementation(*mappings))


def test_other_words_are_no_disagreement() -> None:
    """Names of schemas, parameters of the path, schemes, null written otherwise, header case, the base path."""
    assert compare(documented(), implemented()) == []
    assert compare(implemented(), documented()) == []


def loans(node: Node) -> Node:
    """The path item of an implementation."""
    found: Node = node["paths"]["/v1/loans/{user}"]
    return found


def members(node: Node) -> Node:
    """The properties of an implementation's loan."""
    found: Node = node["components"]["schemas"]["LoanRead"]["properties"]
    return found


EDITS: dict[str, tuple[Callable[[Node], object], str]] = {
    "operation gone": (lambda n: loans(n).pop("post"), "operation POST /v1/loans/{userId}: is there | -"),
    "operation more": (
        lambda n: n["paths"].update({"/v1/more": {"get": {"responses": {}}}}), "operation GET /v1/more: - | is there",
    ),
    "path": (
        lambda n: n["paths"].update({"/v1/Loans/{user}": n["paths"].pop("/v1/loans/{user}")}),
        "path GET /v1/loans/{userId}: /v1/loans/{userId} | /v1/Loans/{user}",
    ),
    "parameter gone": (
        lambda n: loans(n)["get"]["parameters"].pop(1),
        "parameter GET /v1/loans/{userId}: query parameter `state`: is there | -",
    ),
    "parameter optional": (
        lambda n: loans(n)["get"]["parameters"][2].update(required=False),
        "parameter-required GET /v1/loans/{userId}: header parameter `x-trace`: required | optional",
    ),
    "body gone": (
        lambda n: loans(n)["post"].pop("requestBody"), "body POST /v1/loans/{userId}: request body: is there | -",
    ),
    "body optional": (
        lambda n: loans(n)["post"]["requestBody"].pop("required"),
        "body-required POST /v1/loans/{userId}: request body: required | optional",
    ),
    "status gone": (
        lambda n: loans(n)["get"]["responses"].pop("404"),
        "status GET /v1/loans/{userId}: response 404: is there | -",
    ),
    "no body": (
        lambda n: loans(n)["post"]["responses"]["201"].pop("content"),
        "response-body POST /v1/loans/{userId}: response 201: has a body | has none",
    ),
    "media type": (
        lambda n: loans(n)["post"]["responses"]["201"].update(content={"text/csv": {}}),
        "media-type POST /v1/loans/{userId}: response 201: application/json | -",
    ),
    "property gone": (lambda n: members(n).pop("until"), "property Loan.until: string | -"),
    "property more": (
        lambda n: members(n).update(tags={"type": "array", "items": TEXT}), "property Loan.tags: - | string[]",
    ),
    "required": (
        lambda n: n["components"]["schemas"]["LoanRead"]["required"].remove("state"),
        "property-required Loan.state: required | optional",
    ),
    "type": (lambda n: members(n).update(id=TEXT), "type Loan.id: integer | string"),
    "null": (
        lambda n: members(n).update(id={"type": ["integer", "null"]}), "null Loan.id: is never null | can be null",
    ),
    "values": (
        lambda n: n["components"]["schemas"]["LoanState"]["enum"].append("lost"),
        'values Loan.state: - | also "lost"',
    ),
    "format": (
        lambda n: members(n)["until"]["anyOf"][0].update(format="date-time"), "format Loan.until: date | date-time",
    ),
    "credentials": (
        lambda n: n["components"]["securitySchemes"].update(
            OAuth2PasswordBearer={"type": "apiKey", "in": "header", "name": "X-Key"}
        ),
        "credentials GET /v1/loans/{userId}: bearer token | header x-key",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EDITS)
def test_each_kind(name: str) -> None:
    """What either states alone, once, whichever of the two it is."""
    edit, line = EDITS[name]
    other = implemented()
    edit(other)
    found = compare(documented(), other)
    assert line in {one.key for one in found}
    kinds = {one.kind for one in found}
    assert kinds == {line.split(" ", maxsplit=1)[0]}
    turned = compare(other, documented())
    assert {one.kind for one in turned} == kinds
    assert {(one.documented, one.implemented) for one in turned} == {(one.implemented, one.documented) for one in found}


def test_every_kind_is_shown() -> None:
    """None is there for nothing."""
    assert {line.split(" ", maxsplit=1)[0] for _, line in EDITS.values()} == set(KINDS)


def test_every_kind_is_explained() -> None:
    """As the table says it."""
    text = (ROOT / "docs" / "how-to" / "compare-with-an-implementation.md").read_text("utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert rows == [f"| `{name}` | {kind.meaning} |" for name, kind in KINDS.items()]


def test_a_component_is_reported_once() -> None:
    """With the operations that hold it, and the line of the page that speaks of the property."""
    other = implemented()
    members(other)["id"] = TEXT
    (found,) = compare(documented(), other)
    assert found.operations == ("GET /v1/loans/{userId}", "POST /v1/loans/{userId}")
    assert str(found.origin) == "loan.rst:9"


def test_members_of_one_direction() -> None:
    """What only the server says is not missing from what is sent."""
    one, other = documented(), implemented()
    for node, name in ((one, "Loan"), (other, "LoanRead")):
        node["components"]["schemas"][name]["properties"]["at"] = {**TEXT, "readOnly": True}
    other["components"]["schemas"]["LoanCreate"] = copy.deepcopy(other["components"]["schemas"]["LoanRead"])
    del other["components"]["schemas"]["LoanCreate"]["properties"]["at"]
    loans(other)["post"]["requestBody"].update(content(reference("LoanCreate")))
    assert compare(one, other) == []


def run(folder: Path, *arguments: str) -> int:
    """The command's exit code, with both documents in a folder."""
    other = implemented()
    members(other).update(id=TEXT)
    loans(other)["get"]["responses"].pop("404")
    (folder / "docs.json").write_text(json.dumps(documented()), "utf-8")
    (folder / "server.json").write_text(json.dumps(other), "utf-8")
    return main(["compare", str(folder / "docs.json"), str(folder / "server.json"), *arguments])


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 1 where they differ."""
    assert run(tmp_path) == 1
    captured = capsys.readouterr()
    assert captured.out.splitlines() == [
        "list.rst:1: [status] GET /v1/loans/{userId}: response 404: only documentation: is there",
        f"loan.rst:9: [type] Loan.id: documentation: integer; implementation: string in {BOTH}",
    ]
    assert captured.err == "2 disagreements, 1 of them serious\n"


def test_a_baseline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is known is not said again; nothing else is left out."""
    known = tmp_path / "known.txt"
    assert run(tmp_path, "--write-baseline", str(known)) == 1
    assert known.read_text("utf-8").splitlines() == [
        "status GET /v1/loans/{userId}: response 404: is there | -", "type Loan.id: integer | string",
    ]  # fmt: skip
    assert run(tmp_path, "--baseline", str(known)) == 0
    assert capsys.readouterr().err.endswith("documentation and implementation agree; 2 are in the baseline\n")
    known.write_text("type Loan.id: integer | string\n", "utf-8")
    assert run(tmp_path, "--baseline", str(known)) == 1
    assert "[type]" not in capsys.readouterr().out.splitlines()[-1]


def test_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON, SARIF that its schema takes, and Markdown in which names are no markup."""
    assert run(tmp_path, "--format", "json") == 1
    first = json.loads(capsys.readouterr().out)[0]
    assert (first["kind"], first["line"], first["implemented"]) == ("status", 1, None)
    assert run(tmp_path, "--format", "sarif") == 1
    log = Sarif.model_validate_json(capsys.readouterr().out)
    assert [result.rule_id for result in log.runs[0].results or ()] == ["status", "type"]
    odd = Disagreement(kind="type", subject="A.<img src=x>|`b`\n", documented="a|b", implemented="")
    text = format_disagreements([odd], {}, "markdown")
    assert "<img" not in text
    assert text.splitlines()[-1].count("|") - text.splitlines()[-1].count("\\|") == 5
