"""A flat list of names takes the nesting of the samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from docpact.diagnostics import Origin
from docpact.dialects.nesting import Nested, nest_fields, same_resource
from docpact.dialects.shapes import read_shape
from docpact.dialects.statements import FieldStatement, SampleStatement, Source, TypeStatement
from docpact.read.page import Text

HERE = Origin("index.rst", 1)
CONTAINERS = ("shelf", "shelves", "books", "room", "rooms", "book_rooms", "author")
"""The names that the lists of these tests type as objects."""


def nest(
    names: str,
    *samples: Any,  # noqa: ANN401 - any JSON value.
    resources: Sequence[str] = (),
    elsewhere: Any = None,  # noqa: ANN401
) -> Nested:
    """Nest a list of names, given as words."""
    listed = [
        FieldStatement(
            name=name,
            location="response",
            type=TypeStatement(
                words=Text((), HERE),
                open=name in CONTAINERS,
                map=name in CONTAINERS,
                type=None if name in CONTAINERS else "string",
            ),
            source=Source.DIRECTIVE,
            origin=HERE,
        )
        for name in names.split()
    ]
    shown = [SampleStatement(direction="response", title="", value=value, origin=HERE) for value in samples]
    known = {name: read_shape(value) for name, value in (elsewhere or {}).items()}
    return nest_fields(listed, shown, resources=frozenset(resources), elsewhere=known)


def tree(fields: Sequence[FieldStatement]) -> dict[str, Any]:
    """Return the names as a tree."""
    return {one.name: tree(one.fields) for one in fields}


SHELF = {"shelf": {"id": "1", "label": "a", "books": [{"isbn": "x", "label": "b"}]}}


@pytest.mark.parametrize(
    ("names", "samples", "expected"),
    [
        pytest.param("shelf id label", [SHELF], {"shelf": {"id": {}, "label": {}}}, id="wrapper first"),
        pytest.param("id label", [SHELF], {"shelf": {"id": {}, "label": {}}}, id="wrapper only in the sample"),
        pytest.param("id label", [{"id": 1, "label": ""}], {"id": {}, "label": {}}, id="no wrapper"),
        pytest.param(
            "shelf id books isbn label",
            [SHELF],
            {"shelf": {"id": {}, "books": {"isbn": {}, "label": {}}}},
            id="a name in two places is beside the one before",
        ),
        pytest.param(
            "shelf label books isbn label id",
            [SHELF],
            {"shelf": {"label": {}, "books": {"isbn": {}, "label": {}}, "id": {}}},
            id="a name that is listed twice is in both places",
        ),
        pytest.param(
            "shelf isbn books",
            [SHELF],
            {"shelf": {"books": {"isbn": {}}}},
            id="what comes before a container is in it where nothing else is shown",
        ),
        pytest.param(
            "id label shelf",
            [SHELF],
            {"shelf": {"id": {}, "label": {}}},
            id="a wrapper that comes last",
        ),
        pytest.param("ID", [SHELF], {"shelf": {"ID": {}}}, id="another case is the same place, and the name is kept"),
        pytest.param("shelf id depth", [SHELF], {"shelf": {"id": {}, "depth": {}}}, id="unseen goes where most are"),
        pytest.param("shelf id", [{"shelf": {}}], {"shelf": {"id": {}}}, id="only the wrapper is shown"),
        pytest.param(
            "shelf id next",
            [{"shelf": {"id": 1}, "next": "/2"}],
            {"shelf": {"id": {}}, "next": {}},
            id="some names are beside the wrapper",
        ),
        pytest.param(
            "shelf author author.name",
            [{"shelf": {"author": None}}],
            {"shelf": {"author": {"name": {}}}},
            id="a dot leads into a listed name",
        ),
        pytest.param("shelf a.b", [{"shelf": {"a.b": 1}}], {"shelf": {"a.b": {}}}, id="a dot in a name of the sample"),
        pytest.param("shelf a.b", [{"shelf": {"c": 1}}], {"shelf": {"a.b": {}}}, id="a dot that leads nowhere"),
        pytest.param(
            "shelves isbn",
            [{"shelves": [{"books": [{"isbn": 1}]}]}],
            {"shelves": {"books": {"isbn": {}}}},
            id="lists are looked through",
        ),
        pytest.param(
            "shelves id",
            [{"shelves": {"7": {"id": 1}, "8": {"id": 2}}}],
            {"shelves": {"id": {}}},
            id="keys that are identifiers are no names",
        ),
    ],
)
def test_names_stand_where_the_sample_has_them(names: str, samples: list[Any], expected: dict[str, Any]) -> None:
    """The list is read from top to bottom, with the sample beside it."""
    assert tree(nest(names, *samples).fields) == expected


def test_a_wrapper_is_called_as_in_the_sample() -> None:
    """`rooms` listed and `room` shown are one, and its type is that of the sample."""
    found = nest("rooms id", {"room": {"id": 1}})
    assert tree(found.fields) == {"room": {"id": {}}}
    assert [(one.name, name) for one, name in found.renamed] == [("rooms", "room")]
    assert not found.wrappers


@pytest.mark.parametrize(
    ("names", "shown", "renamed"),
    [
        ("id rooms", "room", True),
        ("book_rooms id", "side_room", True),
        ("id book_rooms", "side_room", False),
        ("rooms id", "place", False),
        ("id author", "room", False),
    ],
)
def test_a_wrapper_is_called_alike(names: str, shown: str, *, renamed: bool) -> None:
    """Forms of one word are one anywhere in the list; the first of a list may share the noun alone."""
    assert bool(nest(names, {shown: {"id": 1}}).renamed) is renamed


def test_an_unlike_first_name_is_no_wrapper() -> None:
    """A first name that merely isn't shown stays a property."""
    found = nest("author id", SHELF)
    assert tree(found.fields) == {"shelf": {"author": {}, "id": {}}}
    assert not found.renamed
    assert [one.name for one in found.wrappers] == ["shelf"]


def test_a_list_without_samples_is_nested_as_elsewhere() -> None:
    """What other samples show in a wrapper of that name holds here, too."""
    found = nest("shelf id books isbn", elsewhere={"shelf": SHELF["shelf"]})
    assert tree(found.fields) == {"shelf": {"id": {}, "books": {"isbn": {}}}}


def test_what_comes_before_a_container_is_beside_it() -> None:
    """Other samples show that there is such a name beside it; the order says that it is meant."""
    found = nest("shelf isbn books", SHELF, elsewhere={"shelf": {"isbn": 1}})
    assert tree(found.fields) == {"shelf": {"isbn": {}, "books": {}}}


def test_a_list_without_any_sample_begins_with_what_the_path_names() -> None:
    """The path's own word, typed as an object or array, is the wrapper of what follows; another word isn't."""
    assert tree(nest("shelf id", resources=["shelf"]).fields) == {"shelf": {"id": {}}}
    assert tree(nest("room id", resources=["shelf"]).fields) == {"room": {}, "id": {}}
    assert tree(nest("shelf", resources=["shelf"]).fields) == {"shelf": {}}
    assert tree(nest("rooms id rooms_links", resources=["os-rooms"]).fields) == {"rooms": {"id": {}}, "rooms_links": {}}


def test_a_name_without_a_second_place_is_repeated() -> None:
    """The first of two counts, and the second is handed back."""
    found = nest("shelf id id depth depth", SHELF)
    assert tree(found.fields) == {"shelf": {"id": {}, "depth": {}}}
    assert [one.name for one in found.repeated] == ["id", "depth"]


def test_a_wrapper_beside_its_plural_is_one() -> None:
    """A body has one wrapper; the other was copied from the list of many."""
    found = nest("rooms room id", {"room": {"id": 1}})
    assert tree(found.fields) == {"room": {"id": {}}}
    assert [one.name for one in found.repeated] == ["rooms"]


def test_a_list_at_the_root_is_told() -> None:
    """The properties are then those of its entries."""
    found = nest("id", [{"id": 1}])
    assert (tree(found.fields), found.lists) == ({"id": {}}, 1)


def test_an_object_with_identifiers_as_keys_is_a_map() -> None:
    """Its type says so, since the keys vary."""
    (shelves,) = nest("shelves id", {"shelves": {"7": {"id": 1}}}).fields
    assert shelves.type is not None
    assert shelves.type.map
    (shelf,) = nest("shelf id", {"shelf": {"id": 1}}).fields
    assert shelf.type is not None
    assert not shelf.type.map


def test_deep_samples_do_no_harm() -> None:
    """A sample nested beyond reason is cut off, not followed."""
    value: Any = {"id": 1}
    for _ in range(500):
        value = {"in": value}
    assert tree(nest("shelf id", value).fields) == {"shelf": {}, "id": {}}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("halves", "half", False),
        ("books", "book", True),
        ("policies", "policy", True),
        ("port-pairs", "port_pair", True),
        ("boxes", "box", True),
        ("addresses", "address", True),
        ("status", "state", False),
    ],
)
def test_plural_and_singular_are_one_word(one: str, other: str, *, same: bool) -> None:
    """English endings and the characters between words make no difference."""
    assert same_resource(one, other) is same


def test_an_object_is_not_where_the_samples_have_a_text() -> None:
    """One name at two places: what it is typed as tells which."""
    nested = nest("room author book_rooms", {"room": {"author": "x"}, "book_rooms": {"author": {"id": 1}}})
    assert tree(nested.fields) == {"room": {}, "book_rooms": {"author": {}}}


def test_a_name_with_several_dots_stands_in_the_longest_parent_that_is_listed() -> None:
    """What is between them is a wrapper; without a parent, a dot is a letter."""
    nested = nest("room room.owner.name other.name", {"room": {"id": 1}})
    assert tree(nested.fields) == {"room": {"owner": {"name": {}}, "other.name": {}}}


def test_key_and_value_after_an_object_are_the_entries_of_a_map() -> None:
    """Where its samples have other names; they are names where a sample has them."""
    nested = nest("room key value", {"room": {"a:b": "x", "c:d": "y"}})
    (room,) = nested.fields
    assert room.type is not None
    assert (room.type.map, room.type.type, room.fields) == (True, "string", ())
    assert tree(nest("room key value", {"room": {"key": "x", "value": "y"}}).fields) == {
        "room": {"key": {}, "value": {}}
    }
