"""References: everywhere that the specification allows them, and nowhere that harms."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from docpact.document import load_document, resolve
from docpact.errors import InputError
from document.texts import as_json, load, said, save, schemas

HEAD = "openapi: 3.1.0\ninfo: {title: t, version: '1'}\n"
TO_B = {"$ref": "#/components/schemas/B"}
GET = "{get: {responses: {'200': {description: d, content: {application/json: {schema: {$ref: '%s'}}}}}}}"


def answered(folder: Path, reference: str, more: str = "", **options: Any) -> Any:  # noqa: ANN401
    """What the schema of the only response is, with `reference` for it."""
    document = load(folder, f"{HEAD}paths:\n  /a: {GET % reference}\n{more}", **options)
    schema = document.operations[0].responses["200"]["content"]["application/json"]["schema"]
    return resolve(document.mapping, schema)


def test_a_document_split_by_path(tmp_path: Path) -> None:
    """Each file's references are relative to it; what two files share is one component."""
    path = save(
        tmp_path,
        openapi=f"{HEAD}paths:\n  /a: {{$ref: paths/a.yaml}}\n  /b: {{$ref: './paths/a.yaml'}}\n",
        paths__a="get: {responses: {'200': {$ref: '../parts.yaml#/found'}}}\n"
        "parameters: [{$ref: '../parts.yaml#/page'}]\n",
        parts="found: {description: d, content: {application/json: {schema: {$ref: 'book.yaml'}}}}\n"
        "page: {name: page, in: query, schema: {type: integer}}\n",
        book="type: object\nproperties: {next: {$ref: '#'}, other: {$ref: 'book.yaml'}}\n",
    )
    document = load_document(path)
    assert [operation.key for operation in document.operations] == ["GET /a", "GET /b"]
    assert [parameter["name"] for parameter in document.operations[0].parameters] == ["page"]
    book = {"$ref": "#/components/schemas/book"}
    assert schemas(document) == {"book": {"type": "object", "properties": {"next": book, "other": book}}}
    assert list(document.mapping["components"]["responses"]) == ["found"]


@pytest.mark.parametrize(
    ("reference", "more"),
    [
        ("#/components/schemas/A", "components: {schemas: {A: {type: integer}}}"),
        ("#/components/schemas/A~1b%20c", "components: {schemas: {'A/b c': {type: integer}}}"),
        ("#/components/schemas/A/properties/b", "components: {schemas: {A: {properties: {b: {type: integer}}}}}"),
        ("#/paths/~1b/get/parameters/0/schema",
         "  /b: {get: {parameters: [{name: n, in: query, schema: {type: integer}}], responses: {}}}"),
        ("#number", "components: {schemas: {A: {$anchor: number, type: integer}}}"),
        ("https://shop.example/n", "components: {schemas: {A: {$id: 'https://shop.example/n', type: integer}}}"),
        ("https://shop.example/n#m",
         "components: {schemas: {A: {$id: 'https://shop.example/n', $defs: {x: {$anchor: m, type: integer}}}}}"),
        ("#/components/schemas/A", "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {type: integer}}}"),
        ("#/components/schemas/A",
         "components: {schemas: {A: {$dynamicRef: '#n'}, B: {$dynamicAnchor: n, type: integer}}}"),
        ("#/x-parts/n", "x-parts: {n: {type: integer}}"),
        ("schemas/n.json", ""),
        ("schemas/n.json#", ""),
        ("schemas/../schemas/n.json", ""),
    ],
)  # fmt: skip
def test_ways_to_name_a_schema(tmp_path: Path, reference: str, more: str) -> None:
    """By place, by anchor, by its own URI, in another file."""
    save(tmp_path, schemas__n="").parent.joinpath("schemas", "n.json").write_text('{"type": "integer"}')
    assert answered(tmp_path, reference, more)["type"] == "integer"


def test_everywhere(tmp_path: Path) -> None:
    """Path items, parameters, bodies, responses, headers, links, examples, callbacks, webhooks and schemes."""
    document = load(tmp_path, f"""{HEAD}
paths:
  /a: {{$ref: '#/components/pathItems/A'}}
  /b: {{$ref: '#/paths/~1a'}}
webhooks:
  sold: {{$ref: '#/components/pathItems/Sold'}}
components:
  pathItems:
    A:
      post:
        parameters: [{{$ref: '#/components/parameters/P'}}]
        requestBody: {{$ref: '#/components/requestBodies/B'}}
        responses: {{'200': {{$ref: '#/components/responses/R'}}}}
        callbacks: {{done: {{$ref: '#/components/callbacks/C'}}}}
        security: [{{S: []}}]
    Sold: {{post: {{responses: {{}}}}}}
  parameters: {{P: {{name: p, in: query, schema: {{type: integer}}}}}}
  requestBodies: {{B: {{content: {{application/json: {{examples: {{e: {{$ref: '#/components/examples/E'}}}}}}}}}}}}
  responses:
    R:
      description: d
      headers: {{H: {{$ref: '#/components/headers/H'}}}}
      links: {{l: {{$ref: '#/components/links/L'}}}}
  callbacks: {{C: {{'{{$request.body#/url}}': {{$ref: '#/components/pathItems/Sold'}}}}}}
  headers: {{H: {{schema: {{type: string}}}}}}
  links: {{L: {{operationId: x}}}}
  examples: {{E: {{value: 1}}}}
  securitySchemes: {{S: {{$ref: '#/components/securitySchemes/T'}}, T: {{type: http, scheme: basic}}}}
""")  # fmt: skip
    assert [operation.key for operation in document.operations] == ["POST /a", "POST /b"]
    assert [hook.key for hook in document.webhooks] == ["POST sold"]
    operation = document.operations[1]
    assert (operation.parameters[0]["name"], operation.responses["200"]["description"]) == ("p", "d")
    assert document.resolve(operation.body["content"]["application/json"]["examples"]["e"]) == {"value": 1}
    assert "post" in document.resolve(document.mapping["components"]["callbacks"]["C"])["{$request.body#/url}"]
    assert document.schemes["S"]["scheme"] == "basic"
    assert said(document) == ""


def test_subtypes(tmp_path: Path) -> None:
    """A discriminator's values lead to components, be they mapped, named or only among the alternatives."""
    save(tmp_path, cat="type: object\n")
    document = load(tmp_path, f"""{HEAD}
paths:
  /a: {GET % "#/components/schemas/Pet"}
  /b: {GET % "#/components/schemas/Animal"}
components:
  schemas:
    Pet: {{oneOf: [{{$ref: '#/components/schemas/Dog'}}, {{$ref: cat.yaml}}, {{$ref: '#/components/schemas/Fish'}}],
           discriminator: {{propertyName: kind, mapping: {{d: Dog, c: cat.yaml}}}}}}
    Dog: {{type: object}}
    Fish: {{type: object}}
    Animal: {{discriminator: {{propertyName: kind}}}}
    Bear: {{allOf: [{{$ref: '#/components/schemas/Animal'}}]}}
    Panda: {{allOf: [{{$ref: '#/components/schemas/Bear'}}]}}
""")  # fmt: skip
    start = "#/components/schemas/"
    assert schemas(document)["Pet"]["discriminator"]["mapping"] == {
        "d": f"{start}Dog", "c": f"{start}cat", "Fish": f"{start}Fish",
    }  # fmt: skip
    assert schemas(document)["Animal"]["discriminator"]["mapping"] == {
        "Bear": f"{start}Bear", "Panda": f"{start}Panda",
    }  # fmt: skip


def test_words_beside_a_reference(tmp_path: Path) -> None:
    """In 3.1 a schema's count; in 3.0 they are ignored, which is said."""
    more = "components: {schemas: {A: {type: integer}, B: {$ref: '#/components/schemas/A', minimum: 3}}}"
    text = f"{HEAD}paths:\n  /a: {GET % '#/components/schemas/B'}\n{more}\n"
    assert schemas(load(tmp_path, text))["B"] == {"$ref": "#/components/schemas/A", "minimum": 3}
    old = load(tmp_path, text.replace("3.1.0", "3.0.3"))
    assert schemas(old)["B"] == {"$ref": "#/components/schemas/A"}
    assert "openapi.yaml:5#/components/schemas/B: `minimum` beside a reference is ignored" in said(old)


def test_references_where_there_are_none(tmp_path: Path) -> None:
    """Tools that split documents write them all the same: they are followed, which is said."""
    save(tmp_path, paths="/a: {get: {$ref: 'get.yaml'}}\n", get="responses: {200: {description: d}}\n")
    document = load(tmp_path, f"{HEAD}paths: {{$ref: paths.yaml}}\n")
    assert [operation.key for operation in document.operations] == ["GET /a"]
    assert said(document).count("OpenAPI has no reference here") == 1


def test_a_property_may_be_called_ref(tmp_path: Path) -> None:
    """What stands there is a schema then, not a text."""
    more = "components: {schemas: {A: {properties: {$ref: {type: string}}, example: {$ref: 'no.yaml'}}}}"
    assert answered(tmp_path, "#/components/schemas/A", more)["properties"] == {"$ref": {"type": "string"}}


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("#/components/schemas/No", "leads nowhere"),
        ("#no", "leads nowhere"),
        ("no.yaml", "leads to a file that does not exist"),
        ("openapi.yaml#/info/title", "leads to what is not a schema"),
        ("#/info/title/0", "leads to what is not a schema"),
        ("bad.yaml", "leads to bad.yaml:2: is not YAML"),
        ("../outside.yaml", "leads out of the document's folder"),
        ("link.yaml", "leads out of the document's folder"),
        ("/etc/passwd", "leads out of the document's folder"),
        ("file:///etc/passwd", "leads out of the document's folder"),
        ("file://host.example/etc/passwd", "leads nowhere"),
        ("%2e%2e/outside.yaml", "leads out of the document's folder"),
        ("pipe.yaml", "leads to a file that is no regular file"),
        ("ftp://shop.example/a", "leads nowhere"),
        ("data:application/json,true", "leads nowhere"),
        ("http://[", "leads nowhere"),
        ("\x00.yaml", "leads to no file|leads to a file that cannot be read"),
    ],
)
def test_what_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference: str, message: str) -> None:
    """In one line, with the place of the reference."""
    folder = tmp_path / "docs"
    save(tmp_path, outside="type: integer", docs__bad="a: [1")
    (folder / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    __import__("os").mkfifo(folder / "pipe.yaml")
    monkeypatch.chdir(folder)
    with pytest.raises(InputError, match=message) as error:
        answered(folder, reference.replace("\x00", "%00"))
    place = "openapi.yaml:4#/paths/~1a/get/responses/200/content/application~1json/schema: `"
    assert place in str(error.value)
    assert "\n" not in str(error.value)


def test_files_that_the_person_allows(tmp_path: Path) -> None:
    """One by one, or a folder of them."""
    save(tmp_path, shared__a="$ref: b.yaml\n", shared__b="type: integer\n")
    folder = tmp_path / "docs"
    folder.mkdir()
    assert answered(folder, "../shared/a.yaml", allow_ref=[tmp_path / "shared"])["type"] == "integer"
    with pytest.raises(InputError, match=r"b\.yaml` leads out of the document's folder"):
        answered(folder, "../shared/a.yaml", allow_ref=[tmp_path / "shared" / "a.yaml"])


def test_the_network_is_left_alone(tmp_path: Path) -> None:
    """Nobody is asked, not even whether there is anything."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/schema.json"
        for reference in (url, f"{url}#/a"):
            with pytest.raises(InputError, match="leads to the network, and nothing is fetched"):
                answered(tmp_path, reference)
        # A base that is on the network makes relative references lead there, too.
        more = f"components: {{schemas: {{A: {{$id: '{url}', properties: {{b: {{$ref: other.json}}}}}}}}}}"
        with pytest.raises(InputError, match="leads to the network"):
            answered(tmp_path, "#/components/schemas/A", more)
        with pytest.raises(TimeoutError):
            server.accept()


def test_circles(tmp_path: Path) -> None:
    """What leads back to itself is fine, unless nothing else is there."""
    more = "components: {schemas: {A: {properties: {b: {$ref: '#/components/schemas/A'}}}}}"
    assert answered(tmp_path, "#/components/schemas/A", more)["properties"]["b"] == {"$ref": "#/components/schemas/A"}
    path = save(tmp_path, openapi=f"""{HEAD}
paths:
  /a:
    post:
      responses: {{}}
      callbacks: {{again: {{'{{$url}}': {{$ref: '#/paths/~1a'}}}}}}
""")  # fmt: skip
    document = load_document(path)
    callback = document.operations[0].definition["callbacks"]["again"]["{$url}"]
    assert document.resolve(callback["post"]["callbacks"]["again"]["{$url}"])["post"]["responses"] == {}
    assert as_json(document)
    with pytest.raises(InputError, match="leads back to itself"):
        load(tmp_path, f"{HEAD}paths:\n  /a: {{get: {{$ref: '#/paths/~1a/get'}}}}\n")


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        ("A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}", {"A": TO_B, "B": {}}),
        ("A: {anyOf: [{$ref: '#/components/schemas/B'}, {}]}, B: {oneOf: [true, {$ref: '#/components/schemas/A'}]}",
         {"A": {"anyOf": [TO_B, {}]}, "B": {"oneOf": [True]}}),
        ("A: {allOf: [{$ref: '#/components/schemas/A'}], type: object}", {"A": {"type": "object"}}),
    ],
)  # fmt: skip
def test_circles_on_one_value_are_cut(tmp_path: Path, parts: str, left: Any) -> None:  # noqa: ANN401
    """Nothing is lost by it, and it is said."""
    document = load(
        tmp_path, f"{HEAD}paths:\n  /a: {GET % '#/components/schemas/A'}\ncomponents: {{schemas: {{{parts}}}}}\n"
    )
    assert schemas(document) == left
    assert "leads back to itself on the same value; that part is left out" in said(document)


def test_long_chains_end(tmp_path: Path) -> None:
    """A thousand components, each of which refers to the next only."""
    chain = ", ".join(f"A{n}: {{$ref: '#/components/schemas/A{n + 1}'}}" for n in range(1_000))
    with pytest.raises(InputError, match="more than 100 schemas refer to one another in a row"):
        answered(tmp_path, "#/components/schemas/A0", f"components: {{schemas: {{{chain}, A1000: {{}}}}}}")


def test_names_of_what_becomes_a_component(tmp_path: Path) -> None:
    """They say where it was, and none is taken from another."""
    save(tmp_path, defs="Book: {type: integer}\nbad name!: {type: string}\n")
    document = load(tmp_path, f"""{HEAD}
paths:
  /a: {GET % "defs.yaml#/Book"}
  /b: {GET % "defs.yaml#/bad%20name!"}
  /c: {GET % "#/components/schemas/Book/properties/title"}
components: {{schemas: {{Book: {{properties: {{title: {{type: boolean}}}}}}}}}}
""")  # fmt: skip
    assert {name: schema.get("type") for name, schema in schemas(document).items()} == {
        "Book": None, "Book_2": "integer", "bad_name": "string", "Book_title": "boolean",
    }  # fmt: skip
