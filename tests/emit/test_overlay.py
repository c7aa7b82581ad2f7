"""Overlays change what a person wants changed, with a reason, and nothing silently."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docpact.diagnostics import Diagnostic, Origin
from docpact.emit import apply_overlays, load_overlays, settle_diagnostics
from docpact.errors import InputError

DOCUMENT: dict[str, Any] = {
    "info": {"title": "A"},
    "tags": [{"name": "one"}, {"name": "two"}],
    "paths": {
        "/a": {"get": {"tags": ["one"], "deprecated": True}},
        "/b": {"get": {"tags": ["two"]}, "post": {"tags": ["two"]}},
    },
}


def overlay(folder: Path, *actions: dict[str, Any], name: str = "a.yaml") -> None:
    """Write an overlay with those actions."""
    folder.mkdir(exist_ok=True)
    content = {"overlay": "1.0.0", "info": {"title": "x", "version": "1"}, "actions": list(actions)}
    (folder / name).write_text(yaml.safe_dump(content), "utf-8")


def applied(folder: Path, *actions: dict[str, Any]) -> dict[str, Any]:
    """The document with one overlay applied."""
    overlay(folder, *({"description": "because", **action} for action in actions))
    return apply_overlays(DOCUMENT, load_overlays(folder))


@pytest.mark.parametrize(
    ("action", "place", "expected"),
    [
        ({"target": "$.info", "update": {"version": "2"}}, ("info",), {"title": "A", "version": "2"}),
        ({"target": "$", "update": {"info": {"title": "B"}}}, ("info",), {"title": "B"}),
        ({"target": "$.paths['/a'].get", "update": {"deprecated": False}}, ("paths", "/a", "get", "deprecated"), False),
        ({"target": "$.paths.*.*", "update": {"x": {"y": 1}}}, ("paths", "/b", "post", "x"), {"y": 1}),
        ({"target": "$.tags", "update": {"name": "three"}}, ("tags", 2), {"name": "three"}),
        ({"target": "$.tags[?@.name=='one']", "remove": True}, ("tags",), [{"name": "two"}]),
        ({"target": "$.tags[*]", "remove": True}, ("tags",), []),
        ({"target": "$.paths['/b'].post", "remove": True}, ("paths", "/b"), {"get": {"tags": ["two"]}}),
        (
            {"target": "$.paths['/a'].get", "update": {"tags": ["more"]}},
            ("paths", "/a", "get", "tags"),
            ["one", "more"],
        ),
    ],
)
def test_actions(action: dict[str, Any], place: tuple[str | int, ...], expected: object, tmp_path: Path) -> None:
    """Overlay Specification 1.0.0, section 4.4.3: merged, appended or removed, at every node that the target finds."""
    node: Any = applied(tmp_path / "o", action)
    for part in place:
        node = node[part]
    assert node == expected


def test_the_document_itself_is_left_alone(tmp_path: Path) -> None:
    """Applying returns another."""
    before = yaml.safe_dump(DOCUMENT)
    applied(tmp_path / "o", {"target": "$.paths", "remove": True})
    assert yaml.safe_dump(DOCUMENT) == before


def test_overlays_are_applied_in_the_order_of_their_names(tmp_path: Path) -> None:
    """The later one has the last word."""
    for name, title in (("b.yaml", "second"), ("a.yaml", "first")):
        overlay(tmp_path, {"target": "$.info", "update": {"title": title}, "description": "x"}, name=name)
    assert apply_overlays(DOCUMENT, load_overlays(tmp_path))["info"]["title"] == "second"


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ({"target": "$.nowhere", "update": {}, "description": "x"}, "finds nothing"),
        ({"target": "$.[", "update": {}, "description": "x"}, "is no JSONPath"),
        ({"target": "$.info", "update": {}}, "needs a `description`"),
        ({"update": {}, "description": "x"}, "needs a `target`"),
        ({"target": "$.info", "description": "x"}, "either `update` or `remove"),
        ({"target": "$.info", "update": {}, "remove": True, "description": "x"}, "either `update` or `remove"),
        ({"target": "$.info", "updaet": {}, "description": "x"}, "unknown key `updaet`"),
    ],
)
def test_bad_actions(action: dict[str, Any], message: str, tmp_path: Path) -> None:
    """File, number of the action, and what is wrong with it."""
    overlay(tmp_path, {"target": "$.info", "update": {"x": 1}, "description": "fine"}, action)
    with pytest.raises(InputError, match=message) as raised:
        apply_overlays(DOCUMENT, load_overlays(tmp_path))
    assert raised.value.where.endswith("a.yaml action 2")


def test_files_that_are_no_overlays(tmp_path: Path) -> None:
    """They are named."""
    (tmp_path / "a.yaml").write_text("openapi: 3.1.0\n")
    with pytest.raises(InputError, match="is no overlay"):
        load_overlays(tmp_path)


def test_an_action_can_settle_a_diagnostic(tmp_path: Path) -> None:
    """It is told apart from the open ones; a claim to settle what isn't there is an error."""
    mine = Diagnostic(code="type-contradicted", message="m", origin=Origin("a.rst", 1))
    other = Diagnostic(code="type-contradicted", message="m", origin=Origin("b.rst", 1))
    action = {"target": "$.info", "update": {}, "description": "x", "x-settles": ["type-contradicted a.rst"]}
    overlay(tmp_path, action)
    assert settle_diagnostics([mine, other], load_overlays(tmp_path)) == ([other], [mine])
    with pytest.raises(InputError, match=r"there is no `type-contradicted a\.rst`"):
        settle_diagnostics([other], load_overlays(tmp_path))


NAMES = st.text("abc", min_size=1, max_size=3)
VALUES = st.recursive(st.integers() | NAMES, lambda inner: st.dictionaries(NAMES, inner, max_size=3), max_leaves=8)


@given(document=st.dictionaries(NAMES, VALUES, min_size=1), update=st.dictionaries(NAMES, VALUES))
def test_what_an_update_says_is_there_afterwards(document: dict[str, Any], update: dict[str, Any]) -> None:
    """And what it doesn't speak of is as it was."""
    from docpact.emit.overlay import Action  # noqa: PLC0415 - the property needs actions without files.

    action = Action(target="$", description="x", update=update, settles=(), where="")
    after = apply_overlays(document, [action])
    again = apply_overlays(after, [action])
    assert again == after
    assert set(after) == {*document, *update}
    for name in set(document) - set(update):
        assert after[name] == document[name]
