"""Each fact with its evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from docpact.cli import main
from docpact.config import Config
from docpact.model import explain
from docpact.model.explain import Fact
from docpact.pipeline import read_api

ENDPOINT = """
    Update
    ======

    .. warning::

        Not more than once every 20 seconds.

    .. code-block:: sh

        PATCH https://api.example/api/v1/thing/{id}

    **URI Parameters**

    +------+--------+-------------+
    | Name | Type   | Description |
    +======+========+=============+
    | id   | number | which       |
    +------+--------+-------------+

    **Body Parameters**

    +-------+-------------------+--------------------+
    | Name  | Type              | Description        |
    +=======+===================+====================+
    | alias | string            | what to call it    |
    +-------+-------------------+--------------------+
    | count | string            | how many (max 9)   |
    +-------+-------------------+--------------------+
    | note  | string (optional) | what else          |
    +-------+-------------------+--------------------+

    Responses
    ---------

    +--------+----------------------------------------+-------------+
    | Name   | Type                                   | Description |
    +========+========================================+=============+
    | 200 OK | :doc:`Thing <../datastructures/thing>` | fine        |
    +--------+----------------------------------------+-------------+

    Scopes
    ------

    +-------------+-------------+
    | Name        | Description |
    +=============+=============+
    | Thing.Write | change      |
    +-------------+-------------+

    Examples
    --------

    **Sample request**

    .. code-block:: sh

        curl -X PATCH "https://api.example/api/v1/thing/1" -d "<<body>>"

    Body:

    .. code-block:: js

        {
            "alias": "a",
            "count": 3
        }

    **Sample response**

    HTTP status code: ``200``

    .. code-block:: js

        {
            "names": ["a", null]
        }
"""
THING = """
    Thing
    =====

    +-------+--------+-------------+
    | Name  | Type   | Description |
    +=======+========+=============+
    | names | string | its names   |
    +-------+--------+-------------+
    | size  | number | how big     |
    +-------+--------+-------------+
"""
Tree = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def facts(tree: Tree) -> Callable[[str], dict[str, Fact]]:
    """The facts about a name, by subject and aspect."""
    root = tree({"endpoints/update.rst": ENDPOINT, "datastructures/thing.rst": THING})
    _, api = read_api([root], Config(root=root), [])
    return lambda target: {f"{fact.subject} {fact.aspect}": fact for fact in explain(api, target)}


@pytest.mark.parametrize(
    ("subject", "aspect", "value", "sources"),
    [
        ("update.id", "type", "integer", ["table"]),
        ("update.id", "required", "required", ["request line", "row without a mark"]),
        ("update.body.count", "type", "integer", ["sample request", "table"]),
        ("update.body.count", "limits", "maximum 9", ["table"]),
        ("update.body.count", "required", "required", ["sample request", "row without a mark"]),
        ("update.body.note", "required", "optional", ["table", "sample request"]),
        ("Thing.names", "array", "a list", ["sample response", "table"]),
        ("Thing.size", "required", "optional", ["sample response", "row without a mark"]),
    ],
)
def test_evidence(
    subject: str, aspect: str, value: str, sources: list[str], facts: Callable[[str], dict[str, Fact]]
) -> None:
    """The believed place, the others, and what was made of them."""
    fact = facts(subject)[f"{subject} {aspect}"]
    assert fact.value == value
    assert [str(place.source) for place in fact.places] == sources
    assert [place.believed for place in fact.places] == [True, *(False for _ in sources[1:])]
    assert fact.reason


def test_what_is_believed_is_what_is_emitted(facts: Callable[[str], dict[str, Fact]]) -> None:
    """For every fact, the winner says what the value is."""
    for target in ("update", "Thing"):
        for name, fact in facts(target).items():
            if fact.reason:
                assert fact.places[0].says == fact.value, name


def test_an_operation_as_a_whole(facts: Callable[[str], dict[str, Fact]]) -> None:
    """By its id, or by method and path, in any case."""
    found = facts("update")
    assert found == facts("patch /thing/{ID}")
    assert found["update request line"].value == "PATCH /thing/{id}"
    assert found["update rate limit"].value == "20 s between two calls"
    assert found["update rate limit"].places[0].origin.line == 6
    assert found["update scope"].value == "Thing.Write"
    assert found["update response"].value == "200, Thing"


def test_the_command(tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints places and words; a misspelt name is answered with the nearest."""
    root = str(tree({"endpoints/update.rst": ENDPOINT, "datastructures/thing.rst": THING}))
    assert main(["explain", "thing.names", root]) == 0
    shown = capsys.readouterr().out
    assert '  > endpoints/update.rst:75: sample response: "names": ["a", null]\n' in shown
    assert "    datastructures/thing.rst:7: table says one: string\n" in shown
    assert "    samples show what travels over the wire" in shown
    assert main(["explain", "Thing.name", root]) == 2
    assert "did you mean `Thing.names`" in capsys.readouterr().err


def test_the_winner_is_emitted_on_the_real_documentation(shared: Path) -> None:
    """For every type, list, mark and null of it."""
    root = shared / "corpora" / "tedee-v37"
    _, api = read_api([root], Config(root=root), [])
    wrong: list[str] = []
    for component in api.components:
        for fact in explain(api, component.name):
            if fact.reason and fact.aspect != "limits" and fact.places[0].says != fact.value:
                wrong += [f"{fact.subject} {fact.aspect}: {fact.value}, {fact.places[0].says}"]
    assert wrong == []
