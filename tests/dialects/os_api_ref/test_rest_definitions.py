"""YAML files: read as they are written, with their lines, whatever is wrong with them."""

from __future__ import annotations

import pytest

from dialects.os_api_ref.pages import directive
from docpact.diagnostics import Diagnostic
from docpact.dialects.os_api_ref.definitions import Definition, Library
from docpact.dialects.os_api_ref.rest_parameters import read_rest_parameters
from docpact.dialects.os_api_ref.rest_status_code import read_rest_status_code
from docpact.read.page import Paragraph, SourceFile


def define(text: str) -> tuple[dict[str, Definition], list[str]]:
    """Return the definitions of a file, and `line code` of what is reported."""
    found: list[Diagnostic] = []
    definitions = Library(found.append).definitions(SourceFile("parameters.yaml", text))
    assert all(diagnostic.origin.path == "parameters.yaml" for diagnostic in found)
    return dict(definitions), [f"{diagnostic.origin.line} {diagnostic.code}" for diagnostic in found]


def test_a_definition_is_read_as_it_is_written() -> None:
    """Versions and names aren't numbers or truth values, although YAML might take them for such."""
    text = (
        "on:\n  in: body\n  type: string\n  required: yes\n  min_version: 2.20\n  description: >\n    One\n    two.\n"
    )
    found, reported = define(text)
    one = found["on"]
    assert (one.location, one.type, one.required, one.min_version) == ("body", "string", True, "2.20")
    assert isinstance(one.description[0], Paragraph)
    assert one.description[0].text.plain == "One two."
    assert (one.origin.line, one.description[0].text.origin.line, reported) == (1, 7, [])


def test_a_list_of_types_is_read_as_alternatives() -> None:
    """As JSON Schema writes them."""
    found, reported = define('note:\n  in: body\n  type: [string, "null"]\n')
    assert (found["note"].type, reported) == ("string or null", [])


def test_silence_is_not_a_slip() -> None:
    """Without `required` a parameter is optional; with a misspelt one nobody knows."""
    found, reported = define("a:\n  in: body\nb:\n  in: body\n  requried: true\n")
    assert [(one.required, one.silent) for one in found.values()] == [(None, True), (None, False)]
    assert reported == ["5 definition-key-unknown"]


def test_merged_mappings_are_merged() -> None:
    """A definition's own keys win over those of the anchor that it merges."""
    found, reported = define("a: &a\n  in: body\n  type: string\nb:\n  type: integer\n  <<: *a\n")
    assert (found["b"].location, found["b"].type, reported) == ("body", "integer", [])


@pytest.mark.parametrize(
    ("text", "names", "reported"),
    [
        ("a: 1\nb:\n  in: body\n", ["b"], ["1 definition-malformed"]),
        ("- a\n- b\n", [], ["1 yaml-unreadable"]),
        ("a:\n  in: body\na:\n  in: path\n", ["a"], ["1 definition-repeated"]),
        ("a:\n  in: [body\nb: 1\n", [], ["3 yaml-unreadable"]),
        ("a: &a\n  <<: *a\n  in: body\n", ["a"], []),
        ("", [], []),
        ("a: !!python/object/apply:os.system [true]\n", [], ["1 definition-malformed"]),
        ("[" * 3000, [], ["1 yaml-unreadable"]),
        ("a:\n  in: body\n\0", [], ["1 yaml-unreadable"]),
    ],
)
def test_a_bad_file_costs_what_is_bad(text: str, names: list[str], reported: list[str]) -> None:
    """Nothing of the YAML is constructed, and each fault is reported at its line."""
    found, lines = define(text)
    assert (list(found), lines) == (names, reported)


def test_aliases_do_not_multiply() -> None:
    """Ten levels of ten aliases are ten nodes."""
    text = "a0: &a0 {in: body}\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10))
    found, reported = define(text)
    assert list(found) == ["a0"]
    assert len(reported) == 9


@pytest.mark.parametrize(
    ("listed", "names", "reported"),
    [
        ("- shelf: a\n- x:y: a\n- no: a\n", ["shelf", "x:y", "no"], []),
        ("- shelf : a\n", ["shelf"], []),
        ("- shelf: b\n- room: a\n", ["room"], ["3 parameter-unknown"]),
        ("- room\n- shelf: a\n", ["shelf"], ["3 parameter-unknown"]),
        ("- room:\n- shelf: a\n", ["shelf"], ["3 parameter-unknown"]),
        ("- shelf: a\n- room: [\n", [], ["5 yaml-unreadable"]),
        ("", [], ["1 parameters-empty"]),
    ],
)
def test_a_list_names_definitions(listed: str, names: list[str], reported: list[str]) -> None:
    """Names stay as they are; an item that names no definition is reported at its line."""
    found: list[Diagnostic] = []
    file = SourceFile("parameters.yaml", "a:\n  in: body\n")
    entries = read_rest_parameters(directive("rest_parameters", listed, "parameters.yaml", file), Library(found.append))
    assert [entry.name for entry in entries] == names
    assert [f"{diagnostic.origin.line} {diagnostic.code}" for diagnostic in found] == reported


def test_a_list_without_its_file_is_reported() -> None:
    """The parameters are lost, which is an error."""
    found: list[Diagnostic] = []
    assert not read_rest_parameters(directive("rest_parameters", "- a: a", "gone.yaml"), Library(found.append))
    assert [diagnostic.code for diagnostic in found] == ["parameter-unknown"]


def test_status_codes_take_their_texts_from_the_file() -> None:
    """A reason is looked up below the code; one that isn't there gives way to the default."""
    text = "200:\n  default: |\n    Fine.\n409:\n  default: Taken.\n  full: The shelf is full.\n"
    found: list[Diagnostic] = []
    block = directive(
        "rest_status_code", "- 409: full\n- 409: odd\n- 418\n- 99\n", "error status.yaml", SourceFile("s.yaml", text)
    )
    statuses = list(read_rest_status_code(block, Library(found.append)))
    assert [(one.code, one.normal, one.text.plain) for one in statuses] == [
        ("409", False, "The shelf is full."),
        ("409", False, "Taken."),
        ("418", False, ""),
    ]
    assert [diagnostic.code for diagnostic in found] == ["status-reason-unknown", "status-unreadable"]
