"""`docpact client`: a client from documents that know nothing of the tool."""

from __future__ import annotations

import copy
import importlib
import json
import os
import re
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import httpx
import pytest

from client.any_api import DOCUMENT
from docpact.cli import main
from docpact.client.refusals import read_refusals
from docpact.client.renaming import rename_components, rename_members
from docpact.document import load_document
from docpact.mock import create_app, describe_credentials, running

NAMES = ("petstore31.json", "train-travel.json", "galaxy.json", "museum.yaml", "jupyterhub.json", "kinto.json",
         "httpbin.json", "twilio_verify.json", "prefect.json", "box.json")  # fmt: skip
# Generating one of these takes longer than all others together.
LARGE = frozenset({"box.json", "prefect.json"})
IMPORT_ALL = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    """The folder with the invented document's client, importable, and what the command said."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "odd.json").write_text(json.dumps(DOCUMENT), "utf-8")
    command = [sys.executable, "-m", "docpact", "client", "odd.json", "-o", "made"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    sys.path.insert(0, str(folder / "made"))
    try:
        yield folder / "made", done.stderr
    finally:
        sys.path.remove(str(folder / "made"))
        for name in [name for name in sys.modules if name.split(".")[0] == "odd_things_client"]:
            del sys.modules[name]


@pytest.fixture
def call(written: tuple[Path, str]) -> Callable[..., tuple[Any, httpx.Request]]:
    """Calls an operation with a given response, and returns what came of it, and the request."""
    assert written
    package = importlib.import_module("odd_things_client")

    def made(name: str, response: httpx.Response, /, *given: object, **named: object) -> tuple[Any, httpx.Request]:
        sent: list[httpx.Request] = []

        def answer(request: httpx.Request) -> httpx.Response:
            request.read()
            sent.append(request)
            return response

        with package.OddThings(transport=httpx.MockTransport(answer)) as api:
            group, method = name.split(".")
            found = getattr(getattr(api, group), method)(*given, **named)
            return (list(found) if hasattr(found, "__next__") else found), sent[0]

    return made


def test_what_cannot_be_generated_is_named_and_the_rest_is_there(written: tuple[Path, str]) -> None:
    """One line for the operation that no client can have, with its place."""
    _, said = written
    (warning,) = [line for line in said.splitlines() if "warning" in line]
    assert warning.startswith("docpact: warning: odd.json:")
    assert "the client has no TRACE /things/{id}: openapi-python-client knows the methods of" in warning
    assert said.splitlines()[-1] == "wrote made: 10 of 11 operations, import odd_things_client"


def test_every_module_imports_and_is_typed(written: tuple[Path, str]) -> None:
    """Python finds nothing to warn of, and mypy nothing to refuse."""
    folder, _ = written
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, "odd_things_client"]
    subprocess.run(command, cwd=folder, check=True)
    checked = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "odd_things_client"]
    done = subprocess.run(checked, cwd=folder, capture_output=True, text=True, check=False)
    assert "Success: no issues found" in done.stdout, done.stdout


def test_properties_keep_their_names_on_the_wire(call: Callable[..., tuple[Any, httpx.Request]]) -> None:
    """Names that hide the generated code's own, or become one in Python, are told apart; `to_dict` gives what came."""
    body = {
        "id": 1, "d": "x", "cls": "c", "additionalProperties": "a", "to_dict": "t", "foo-bar": 2, "foo.bar": 3,
        "@id": "u", "thing": "th", "order": "ASC", "inside": [{"id": 2, "d": "y", "inside": []}], "new": True,
    }  # fmt: skip
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        thing, _ = call("things.get_thing", httpx.Response(200, json=body), 1)
    assert (thing.id, thing.d_value, thing.cls_value, thing.additional_properties_value) == (1, "x", "c", "a")
    assert {thing.foo_bar, thing.foo_bar_2} == {2, 3}
    assert (thing.id_2, thing.thing, thing.order.value) == ("u", "th", "ASC")
    assert thing.inside[0].inside == []
    assert thing.to_dict() == body


def test_parameters_are_written_as_the_document_says(call: Callable[..., tuple[Any, httpx.Request]]) -> None:
    """Lists in one value or in several, objects with brackets, JSON, headers of any type, cookies."""
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        importlib.import_module("odd_things_client._runtime.members").WARNED.clear()
        requests = [
            call(
                "things.get_thing", httpx.Response(200, json={"id": 1, "d": ""}), 1,
                filter_={"size": 3, "new": True}, ids=[1, 2], tags=["a", "b"], names=["c", "d"], shape={"x": [1]},
                if_modified_since="Sat, 01 Mar 2025 10:00:00 GMT", x_list="a, b", desk=4, params_value="p",
            )[1]
            for _ in range(2)
        ]  # fmt: skip
    request = requests[-1]
    assert [str(one.message) for one in warned] == ["the API deprecates the operation get_thing"]
    assert request.url.params.multi_items() == [
        ("filter[size]", "3"), ("filter[new]", "true"), ("ids", "1,2"), ("tags", "a|b"), ("names", "c"), ("names", "d"),
        ("shape", '{"x": [1]}'), ("params", "p"),
    ]  # fmt: skip
    sent = {name: request.headers[name] for name in ("If-Modified-Since", "X-List", "Cookie", "Accept")}
    assert sent == {
        "If-Modified-Since": "Sat, 01 Mar 2025 10:00:00 GMT", "X-List": "a, b", "Cookie": "desk=4",
        "Accept": "application/json",
    }  # fmt: skip


def test_forms_and_files_are_sent_as_such(call: Callable[..., tuple[Any, httpx.Request]]) -> None:
    """Fields of a form one by one, an object in one as JSON; a file with its name, and a boundary of its own."""
    found, request = call("form.post_form", httpx.Response(200, text="a,b"), name="n", sizes=["s", "m"])
    assert (found, request.content) == ("a,b", b"name=n&sizes=s&sizes=m")
    assert request.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert request.headers["Accept"] == "text/csv"
    package = importlib.import_module("odd_things_client")
    file = package.File(payload=BytesIO(b"--+++\r\n"), file_name="a.bin", mime_type="image/png")
    found, request = call("upload.upload", httpx.Response(302, headers={"Location": "/x"}), file=file, title="t")
    assert found is None
    boundary = request.headers["Content-Type"].partition("boundary=")[2]
    assert len(boundary) > 10
    assert b'name="file"; filename="a.bin"\r\nContent-Type: image/png\r\n\r\n--+++\r\n' in request.content


def test_bodies_of_any_kind_go_both_ways(call: Callable[..., tuple[Any, httpx.Request]]) -> None:
    """Bytes and texts are sent as they are and come back as they are; JSON comes first where there are several."""
    found, request = call("things.get_file", httpx.Response(200, content=b"\x89PNG"), "7")
    assert (found, request.headers["Accept"], request.url.path) == (b"\x89PNG", "image/png", "/v1/things/7/file")
    found, request = call("things.put_file", httpx.Response(204), "7", body=b"\x00")
    assert (found, request.content, request.headers["Content-Type"]) == (None, b"\x00", "application/octet-stream")
    package = importlib.import_module("odd_things_client")
    file = package.File(payload=BytesIO(b"abc"), mime_type="image/gif")
    _, request = call("things.put_file", httpx.Response(204), "7", body=file)
    assert (request.content, request.headers["Content-Type"]) == (b"abc", "image/gif")
    body = importlib.import_module("odd_things_client.models").Thing(id=5, d_value="")
    found, request = call("things.get_thing_2", httpx.Response(200, json={"id": 5, "d": ""}), 5, body=body)
    assert (found.id, request.headers["Content-Type"], json.loads(request.content)) == (
        5, "application/json", {"id": 5, "d": ""},
    )  # fmt: skip


def test_streams_are_read_piece_by_piece(call: Callable[..., tuple[Any, httpx.Request]]) -> None:
    """A structure a line; events with their type and id, or the structure that they hold; no line is cut wrongly."""

    def piecewise(text: str) -> httpx.Response:
        return httpx.Response(200, content=(bytes([byte]) for byte in text.encode()))

    lines = '{"id": 1, "d": "\u2028"}\n\r\n{"id": 2, "d": "é"}'
    found, request = call("lines.get_lines", piecewise(lines))
    assert [(thing.id, thing.d_value) for thing in found] == [(1, "\u2028"), (2, "é")]
    assert request.headers["Accept"] == "application/x-ndjson"
    events = ": hello\r\nid: 9\r\nevent: moved\r\ndata: a\r\ndata: b\r\n\r\rdata:c\n\ndata: lost"
    found, _ = call("events.get_events", piecewise(events))
    assert [(one.event, one.data, one.id) for one in found] == [("moved", "a\nb", "9"), ("message", "c", "9")]
    found, _ = call("typed_events.get_typed_events", piecewise('data: {"id": 3, "d": ""}\n\n'))
    assert [thing.id for thing in found] == [3]
    package = importlib.import_module("odd_things_client")
    with pytest.raises(package.UnexpectedResponse):
        call("lines.get_lines", piecewise("no json\n"))
    with pytest.raises(package.NotFound):
        call("lines.get_lines", httpx.Response(404, json={"detail": "gone"}))


def test_an_alternative_is_known_by_its_constant(call: Callable[..., tuple[Any, httpx.Request]]) -> None:
    """Cats and dogs have the same properties, and differ in the value of one."""
    for kind in ("cat", "dog"):
        found, _ = call("either.get_either", httpx.Response(200, json={"kind": kind, "name": "x"}))
        assert type(found).__name__ == kind.capitalize()


def test_the_server_is_the_first_one_with_its_variables(written: tuple[Path, str]) -> None:
    """A variable without a default has its first value."""
    assert written
    package = importlib.import_module("odd_things_client")
    assert repr(package.OddThings()) == "<OddThings https://north.example/v1>"


def test_names_are_changed_only_where_they_collide() -> None:
    """A component or property that is alone with its name keeps it."""
    schemas = {"data": {"type": "object", "properties": {"data": {}, "files": {}, "a-b": {}}}, "Data": {}, "File": {}}
    document = {"paths": {}, "components": {"schemas": schemas}}
    assert [*rename_components(document)["components"]["schemas"]] == ["data", "Data_2", "FileModel"]
    assert rename_members(document)[1] == {}


def test_refusals_are_read_without_the_generators_objects() -> None:
    """An operation with its reason, a component with its own; no address of an object, no part of the document."""
    output = """Warning(s) encountered while generating. Client was generated, but some pieces may be missing
WARNING parsing GET /a within x. Endpoint will not be generated.

Cannot <openapi_python_client.schema.untrusted_string.UntrustedString object at 0x7f2e> this

{
  "type": "x"
}

Unable to process schema /components/schemas/A~1b:

Properties clash

Failure to process schema has resulted in the removal of:
/components/schemas/A~1b
"""
    output += "\nUnable to process schema /components/schemas/Cat_type_0:\n\nno\n\nUnable to process schema x:\n\nno\n"
    document: dict[str, Any] = {"paths": {}, "components": {"schemas": {"A/b": {}, "Cat": {}}}}
    found = [(one.kind, one.name, one.reason) for one in read_refusals(output, document)]
    assert found == [
        ("operation", "GET /a", "Cannot … this"), ("schema", "A/b", "Properties clash"), ("schema", "Cat", "no"),
    ]  # fmt: skip
    said = "3 validation errors for OpenAPI\npaths./a/{b}.get.servers.0.url\n  Field required [type=missing, x]\n"
    found = [(one.kind, one.name, one.reason) for one in read_refusals(said, {"paths": {"/a/{b}": {"get": {}}}})]
    assert found == [("operation", "GET /a/{b}", "Field required")]


def test_a_schema_that_no_class_can_express_stays_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The operation that returns it is there, and the schema is named."""
    document = copy.deepcopy(DOCUMENT)
    document["paths"] = {"/either": document["paths"]["/either"]}
    parts = [{"$ref": "#/components/schemas/Word"}, {"type": "object", "properties": {"x": {"type": "integer"}}}]
    document["components"]["schemas"] |= {"Word": {"type": "string"}, "Either": {"allOf": parts}}
    (tmp_path / "odd.json").write_text(json.dumps(document), "utf-8")
    assert main(["client", str(tmp_path / "odd.json"), "-o", str(tmp_path / "made"), "--package", "odd_client"]) == 0
    said = capsys.readouterr().err
    assert "the schema Either has no type in the client, values are taken as they come" in said
    assert "def get_either(self, **_options: Unpack[CallOptions]) -> Any:" in (
        tmp_path / "made/odd_client/groups/either.py"
    ).read_text("utf-8")


def test_files_of_others_are_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with anything but a client of ours is refused; a second run replaces what the first has made."""
    document = copy.deepcopy(DOCUMENT)
    document["paths"] = {"/either": document["paths"]["/either"]}
    (tmp_path / "odd.json").write_text(json.dumps(document), "utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/notes.txt").write_text("mine", "utf-8")
    assert main(["client", str(tmp_path / "odd.json"), "-o", str(tmp_path / "mine")]) == 2
    assert "move notes.txt away, or name another folder" in capsys.readouterr().err
    for package in ("first_client", "second_client"):
        assert main(["client", str(tmp_path / "odd.json"), "-o", str(tmp_path / "made"), "--package", package]) == 0
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == [
        "README.md",
        "pyproject.toml",
        "second_client",
    ]


@pytest.mark.parametrize("arguments", [["--release", "new"], ["--package", "class"], ["--name", "lower case"]])
def test_names_that_cannot_be_are_refused(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line, exit code 2, and nothing is written."""
    (tmp_path / "odd.json").write_text(json.dumps(DOCUMENT), "utf-8")
    assert main(["client", str(tmp_path / "odd.json"), "-o", str(tmp_path / "made"), *arguments]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


@pytest.mark.parametrize("name", [pytest.param(n, marks=pytest.mark.slow if n in LARGE else ()) for n in NAMES])
def test_public_documents_give_a_client(name: str, shared: Path, tmp_path: Path) -> None:
    """It imports without a warning, and its first call is answered as documented."""
    source = shared / "documents" / name
    document = load_document(source)
    folder = tmp_path / "made"
    assert main(["client", str(source), "-o", str(folder), "--package", "foreign_client"]) == 0
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [sys.executable, "-W", "error", "-c", IMPORT_ALL, "foreign_client"]
    subprocess.run(command, env=environment, check=True)
    with running(create_app(document)) as url:
        header = re.search("`([^`]+: [^`]+)`", describe_credentials(document.mapping) or "")
        program = str(Path(__file__).parent / "first_call.py")
        called = [sys.executable, program, "foreign_client", url, header[1] if header else ""]
        done = subprocess.run(called, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
