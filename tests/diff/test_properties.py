"""What holds of any two documents."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from diff.pairs import Node, answer, body, document
from docpact.diff import Change, Impact, compare_documents
from docpact.emit import load_document, validate_shape
from docpact.errors import InputError

NAMES = ("id", "name", "batteryLevel", "state")
# Which values these let through can't be told from two texts.
UNDECIDED = {"alternatives-changed", "condition-changed", "pattern-changed", "schema-changed"}
Drawn = st.SearchStrategy[Any]
FEW = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)


def scalars() -> Drawn:
    """Schemas of one value."""
    low, high = st.integers(-3, 3), st.integers(4, 9)
    number = st.fixed_dictionaries(
        {"type": st.sampled_from(["integer", "number", ["integer", "null"]])},
        optional={"minimum": low, "maximum": high, "multipleOf": st.sampled_from([1, 2, 3])},
    )
    text = st.fixed_dictionaries(
        {"type": st.sampled_from(["string", ["string", "null"], ["string", "integer"]])},
        optional={"minLength": st.integers(0, 2), "maxLength": st.integers(2, 4)},
    )
    listed = st.lists(st.integers(0, 4), min_size=1, max_size=4, unique=True).map(
        lambda values: {"type": "integer", "enum": values}
    )
    opened = listed.map(lambda schema: {"anyOf": [schema, {"type": "integer"}]})
    return st.one_of(
        number, text, listed, opened, st.just({}), st.just({"type": "boolean"}), st.builds(_or_null, listed)
    )


def _or_null(schema: Node) -> Node:
    return {"oneOf": [schema, {"type": "null"}]}


def objects(inner: Drawn) -> Drawn:
    """Schemas of objects and lists of others."""

    def build(properties: Node, required: list[str], closed: bool) -> Node:  # noqa: FBT001 - drawn.
        made = {"type": "object", "properties": properties, "required": [n for n in required if n in properties]}
        return {**made, "additionalProperties": False} if closed else made

    listed = st.fixed_dictionaries({"type": st.just("array"), "items": inner}, optional={"maxItems": st.integers(1, 3)})
    names = st.lists(st.sampled_from(NAMES), unique=True)
    return st.one_of(
        listed, st.builds(build, st.dictionaries(st.sampled_from(NAMES), inner, max_size=4), names, st.booleans())
    )


SCHEMAS = st.recursive(scalars(), objects, max_leaves=6)


def values(schema: Node) -> Drawn:
    """Values that may fit a schema, with the members that it lists."""
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return st.one_of([values(branch) for branch in schema[word]])
    types = schema.get("type", ["integer", "string", "null"])
    if isinstance(types, list):
        return st.one_of([values({**schema, "type": kind}) for kind in types])
    if types == "object":
        inner = {name: values(member) for name, member in schema.get("properties", {}).items()}
        must = set(schema.get("required", ()))
        return st.fixed_dictionaries(
            {name: inner[name] for name in inner if name in must},
            optional={name: inner[name] for name in inner if name not in must},
        )
    if types == "array":
        return st.lists(values(schema["items"]), max_size=3)
    whole = st.integers(schema.get("minimum", -5), schema.get("maximum", 12))
    plain: dict[str, Drawn] = {
        "integer": whole,
        "number": st.one_of(whole, st.just(4.5)),
        "string": st.text("ab", min_size=schema.get("minLength", 0), max_size=schema.get("maxLength", 6)),
        "boolean": st.booleans(),
        "null": st.none(),
    }
    return plain[types]


def plain(node: Any) -> str:  # noqa: ANN401 - any JSON value.
    """A document as text, in which the order of members, values and types says nothing."""

    def sort(inner: Any) -> Any:  # noqa: ANN401
        if isinstance(inner, dict):
            return {key: sort(value) for key, value in sorted(inner.items())}
        return sorted((sort(entry) for entry in inner), key=json.dumps) if isinstance(inner, list) else inner

    return json.dumps(sort(node))


def fits(schema: Node, value: Any) -> bool:  # noqa: ANN401
    """What a validator says."""
    return jsonschema_rs.Draft202012Validator(schema).is_valid(value)


def decided(changes: tuple[Change, ...]) -> bool:
    """Whether no rule says that it can't tell."""
    return not any(change.rule in UNDECIDED for change in changes)


@FEW
@given(SCHEMAS)
def test_a_document_is_like_itself(schema: Node) -> None:
    """Whatever it holds, and whatever the order of its members is."""
    whole = document({**body(schema), **answer(schema)})
    turned = json.loads(json.dumps(whole), object_pairs_hook=lambda members: dict(reversed(members)))
    assert compare_documents(whole, turned) == ()


@FEW
@given(SCHEMAS, SCHEMAS)
def test_every_difference_is_reported(old: Node, new: Node) -> None:
    """Two schemas that say something else are never taken for the same."""
    assume(plain(old) != plain(new))
    assert compare_documents(document(body(old)), document(body(new)))
    assert compare_documents(document(answer(new)), document(answer(old)))


@FEW
@given(st.data(), SCHEMAS, SCHEMAS)
def test_callers_are_told_what_a_validator_would_tell_them(data: st.DataObject, old: Node, new: Node) -> None:
    """A value that was valid and isn't any more is a breaking change."""
    changes = compare_documents(document(body(old)), document(body(new)))
    value = data.draw(values(old))
    if fits(old, value) and not fits(new, value) and decided(changes):
        assert any(change.callers is Impact.BREAKING for change in changes), (old, new, value)
    assert all(change.readers is Impact.COMPATIBLE for change in changes)


@FEW
@given(st.data(), SCHEMAS, SCHEMAS)
def test_readers_are_told_what_a_validator_would_tell_them(data: st.DataObject, old: Node, new: Node) -> None:
    """A value that is answered now and wasn't valid before is a breaking change."""
    changes = compare_documents(document(answer(old)), document(answer(new)))
    value = data.draw(values(new))
    if fits(new, value) and not fits(old, value) and decided(changes):
        assert any(change.readers is Impact.BREAKING for change in changes), (old, new, value)
    assert all(change.callers is Impact.COMPATIBLE for change in changes)


@FEW
@given(st.data(), SCHEMAS)
def test_an_edit_deep_inside_is_reported(data: st.DataObject, schema: Node) -> None:
    """One member of one object, replaced by another."""
    edited = json.loads(json.dumps(schema))
    node = edited
    while node.get("properties"):
        name = data.draw(st.sampled_from(sorted(node["properties"])))
        if data.draw(st.booleans()):
            node["properties"][name] = data.draw(scalars())
            break
        node = node["properties"][name]
    assume(plain(edited) != plain(schema))
    assert compare_documents(document(answer(schema)), document(answer(edited)))


WHOLE = load_document(Path(__file__).resolve().parents[2] / "spec" / "openapi.yaml")
# The order of these says nothing.
SAID_ANYWAY = [("required", False), ("security", [])]
UNORDERED = {"required", "tags", "enum", "x-enum-varnames", "parameters", "type"}


def draw_place(data: st.DataObject, document: Any) -> tuple[list[str | int], Any]:  # noqa: ANN401
    """A place anywhere in a document, and what stands there; origins apart."""
    place: list[str | int] = []
    node = document
    while isinstance(node, dict | list) and node:
        steps: list[Any] = (
            [key for key in node if key != "x-source"] if isinstance(node, dict) else list(range(len(node)))
        )
        if not steps or (place and data.draw(st.integers(0, 7)) == 0):
            break
        step = data.draw(st.sampled_from(steps))
        place.append(step)
        node = node[step]
    return place, node


def other_than(value: Any) -> Any:  # noqa: ANN401
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    if isinstance(value, str):
        return f"{value}x"
    return {"x-other": 1} if isinstance(value, dict) else ["other"]


@settings(FEW, max_examples=60)
@given(st.data())
def test_every_change_anywhere_in_a_document_is_reported(data: st.DataObject) -> None:
    """Whatever is taken out, put in or written otherwise, and wherever."""
    place, value = draw_place(data, WHOLE)
    changed = copy.deepcopy(WHOLE)
    holder: Any = changed
    for step in place[:-1]:
        holder = holder[step]
    kind = data.draw(st.sampled_from(["out", "in", "otherwise"]))
    last = place[-1]
    if kind == "out":
        del holder[last]
    elif kind == "in" and isinstance(holder, dict):
        holder["x-more"] = value
    else:
        holder[last] = other_than(value)
    assume(plain_document(changed) != plain_document(WHOLE))
    event(kind)
    try:
        assert compare_documents(WHOLE, changed), (kind, place)
        assert compare_documents(changed, WHOLE), (kind, place)
    except (AttributeError, TypeError):
        # It stumbles only over what is no OpenAPI any more; the command line says so.
        with pytest.raises(InputError):
            validate_shape(changed, "document")


def plain_document(document: Node) -> str:
    """A document as text without what says nothing: origins, the order of what has none, what is so anyway."""

    def sort(node: Any, name: str = "") -> Any:  # noqa: ANN401
        if isinstance(node, dict):
            # Nothing stands beside null; values have their types; what isn't said to be required isn't.
            node = {"type": "null"} if node.get("type") == "null" else node
            skipped = {"x-source", *(["type"] if "enum" in node else ())}
            kept = {key: value for key, value in node.items() if key not in skipped}
            kept = {key: value for key, value in kept.items() if (key, value) not in SAID_ANYWAY}
            return {key: sort(value, key) for key, value in sorted(kept.items())}
        if isinstance(node, list):
            entries = [sort(entry) for entry in node]
            return sorted(entries, key=json.dumps) if name in UNORDERED else entries
        return node

    return json.dumps(sort(document))
