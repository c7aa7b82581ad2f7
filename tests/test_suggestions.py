"""What an author probably meant."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docpact.config import Config
from docpact.misspellings import COLUMN_WORDS, HEADING_WORDS, find_meant
from docpact.pipeline import extract
from docpact.suggestions import find_near

Tree = Callable[[Mapping[str, str]], Path]

BOAT = """\
Boat
====

=====  =======  ===========
Name   Type     Description
=====  =======  ===========
name   string   its name
genre  string   its kind
=====  =======  ===========
"""
LIST = """\
Get a boat
==========

::

    GET /boats/{{boat_id}}?{query}=1

URI Parameters
--------------

=======  =======  ===========
Name     Type     Description
=======  =======  ===========
boat_id  integer  which boat
size     {size}  how big
=======  =======  ===========

Responses
---------

.. list-table::
   :header-rows: 1

   * - Name
     - Type
     - Description
   * - 200
     - :doc:`Boat <{link}>`
     - a boat

Examples
--------

.. code-block:: js

    {{"name": "Tern", "{member}": "sloop"}}

See {role}.
"""


def suggestions(docs: Path) -> dict[str, str]:
    """Code → what is suggested for it."""
    found = extract([docs], Config(root=docs)).diagnostics
    return {diagnostic.code: diagnostic.suggestion for diagnostic in found if diagnostic.suggestion}


def documentation(
    *, size: str = "integer", link: str = "/data/boat", member: str = "genre", role: str = "x", query: str = "size"
) -> dict[str, str]:
    """A tree of two pages."""
    return {
        "data/boat.rst": BOAT,
        "boats.rst": LIST.format(size=size, link=link, member=member, role=role, query=query),
    }


@pytest.mark.parametrize(
    ("wrong", "code", "meant"),
    [
        ({"size": "intger "}, "type-unknown", "`integer`"),
        ({"link": "/data/bota"}, "link-dangling", "`data/boat`"),
        ({"member": "gerne"}, "field-undocumented", "`genre`"),
        ({"role": ":http:gte:`/boats`"}, "role-unknown", "`http:get`"),
    ],
)
def test_names_that_exist_are_suggested(wrong: dict[str, str], code: str, meant: str, tree: Tree) -> None:
    """For a type, a link, a property of a sample, a role: what is spelt most alike."""
    assert suggestions(tree(documentation(**wrong)))[code] == meant


@pytest.mark.parametrize(
    ("word", "meant"), [("bookId", "book_id"), ("lmiit", "limit"), ("book_id", ""), ("x", ""), ("y" * 500, "")]
)
def test_an_id_is_suggested_in_the_spelling_that_exists(word: str, meant: str) -> None:
    """`bookId` and `book_id` are one name to a reader; a name that exists needs no suggestion."""
    assert find_near(word, ["book_id", "limit"]) == meant


def test_nothing_is_suggested_where_nothing_is_alike(tree: Tree) -> None:
    """A guess that is far off helps nobody."""
    wrong = {"size": "Vessel ", "link": "/harbours.", "member": "length", "role": ":px:`x`"}
    assert suggestions(tree(documentation(**wrong))) == {}


def test_a_heading_over_a_table_that_finds_no_place_may_be_misspelt(tree: Tree) -> None:
    """The diagnostic of the table names the heading's word that was probably meant."""
    page = LIST.format(size="integer", link="/data/boat", member="genre", role="x", query="size").replace(
        "URI Parameters", "Paramaters"
    )
    found = extract([tree({"data/boat.rst": BOAT, "boats.rst": page})], Config(root=Path()))
    assert "heading-misspelt" in {diagnostic.code for diagnostic in found.diagnostics}


@pytest.mark.parametrize("word", ["resposnes", "exmaples", "paramters", "respones", "reqeust", "qurey"])
def test_a_slip_in_a_heading_is_seen(word: str) -> None:
    """Letters in another order, one missing."""
    assert find_meant(word, HEADING_WORDS) in HEADING_WORDS


@pytest.mark.parametrize("word", ["stats", "responded", "requested", "example", "reader", "resource", "patch", "boats"])
def test_another_word_is_no_slip(word: str) -> None:
    """Words that are like one of the rules', and right."""
    assert find_meant(word, HEADING_WORDS) == ""


@pytest.mark.parametrize(("word", "meant"), [("nmae", "name"), ("descripton", "description"), ("tpye", "type")])
def test_a_slip_in_a_column_is_seen(word: str, meant: str) -> None:
    """The table is read without that column."""
    assert find_meant(word, COLUMN_WORDS) == meant
