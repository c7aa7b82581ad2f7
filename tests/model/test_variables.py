"""Paths that differ by the names of their variables alone are one path."""

from __future__ import annotations

from docpact.diagnostics import Diagnostic, Origin
from docpact.dialects.statements import FieldStatement, OperationStatement, Source, TagStatement
from docpact.model.variables import unify_variables


def an_operation(method: str, path: str, line: int, *listed: str) -> OperationStatement:
    """Return an operation with path parameters of those names."""
    at = Origin("shelves.rst", line)
    fields = tuple(
        FieldStatement(name=name, location="path", source=Source.TABLE, origin=at, required=True) for name in listed
    )
    return OperationStatement(
        method=method, path=path, page="shelves", name=method, title=method, tag=TagStatement(name="Shelves"),
        fields=fields, origin=at, page_origin=at,
    )  # fmt: skip


def test_one_path_has_one_name_for_each_variable() -> None:
    """The commonest is taken for path and parameters, and the others are reported at their request lines."""
    found: list[Diagnostic] = []
    united = unify_variables(
        [
            an_operation("PUT", "/shelves/{key}/books/{isbn}", 1, "KEY", "isbn"),
            an_operation("GET", "/shelves/{id}/books/{isbn}", 2, "id", "isbn"),
            an_operation("DELETE", "/shelves/{id}/books/{isbn}", 3),
            an_operation("GET", "/shelves/{key}", 4, "key"),
        ],
        found.append,
    )
    assert [one.path for one in united] == [*["/shelves/{id}/books/{isbn}"] * 3, "/shelves/{key}"]
    assert [[field.name for field in one.fields] for one in united] == [["id", "isbn"], ["id", "isbn"], [], ["key"]]
    assert [(d.code, d.origin.line, d.related[0].line) for d in found] == [("path-variables-differ", 1, 2)]


def test_of_two_names_the_first_is_taken() -> None:
    """The order of the pages decides, and nothing else."""
    united = unify_variables([an_operation("GET", "/a/{x}", 1), an_operation("PUT", "/a/{y}", 2)], lambda _: None)
    assert [one.path for one in united] == ["/a/{x}", "/a/{x}"]
