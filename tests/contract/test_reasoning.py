"""How the contract tests reason: about resources, lists, changes, parts of a run, servers in trouble."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from contract_suite.credentials import read_credentials
from contract_suite.differences import MOVING, find_change, find_difference
from contract_suite.document import Document, Operation
from contract_suite.errors import SuiteError
from contract_suite.health import IN_A_ROW, NO_RESPONSE, Health
from contract_suite.journal import Entry, Journal, read_journal
from contract_suite.known_ids import KnownIds
from contract_suite.list_parameters import Filter, choose_values, find_filters, find_paging, fits
from contract_suite.loading import load_document
from contract_suite.plan import parse_shard
from contract_suite.resources import find_collections, find_entries
from contract_suite.selection import choose_shard
from contract_suite.unknown_properties import find_unknown_properties


def test_resources_are_inferred_from_paths(whole: Path) -> None:
    """A list, what creates, shows, changes and deletes its members, also where a list is inside an object."""
    found = {collection.path: collection for collection in find_collections(load_document(whole))}
    pins = found["/my/lock/{id}/pin"]
    assert pins.placeholder == "pinId"
    assert [o.label for o in (pins.listing, pins.create, pins.fetch, *pins.updates, pins.delete) if o] == [
        "GET /my/lock/{id}/pin",
        "POST /my/lock/{id}/pin",
        "GET /my/lock/{id}/pin/{pinId}",
        "PUT /my/lock/{id}/pin/{pinId}",
        "DELETE /my/lock/{id}/pin/{pinId}",
    ]
    assert [o.label for o in found["/my/lock"].updates] == ["PATCH /my/lock"]


def test_lists_are_found_in_what_they_are_wrapped_in() -> None:
    """The payload itself, or its only list."""
    assert find_entries([{"id": 1}, 2]) == [{"id": 1}]
    assert find_entries({"pins": [{"id": 1}], "listVersion": 3}) == [{"id": 1}]
    assert find_entries({"locks": [{"id": 1}], "gates": []}) == []


def test_ids_below_a_parent_are_found_by_trying(whole: Path) -> None:
    """`/my/device/{deviceId}/access` has no list of devices: ids of other lists are tried till one is a device."""
    known_ids = KnownIds(load_document(whole))
    answers: dict[str, Any] = {"/my/lock": [{"id": 40217}, {"id": 40218}], "/my/device/40218/access": [{"id": "a"}]}
    asked: list[str] = []

    def ask(_: Operation, path: str) -> Any:  # noqa: ANN401 - any JSON value.
        asked.append(path)
        return answers.get(path)

    known_ids.collect(ask, parents=1)
    access = known_ids.document.find("PUT /my/device/{deviceId}/access/{accessId}")
    assert access is not None
    assert known_ids.bindings(access) == [{"deviceId": 40218, "accessId": "a"}]
    assert "/my/device/40217/access" in asked


def filters(whole: Path, label: str) -> dict[str, Filter]:
    """The filters of an operation whose effect can be seen."""
    document = load_document(whole)
    operation = document.find(label)
    assert operation is not None
    return {found.name: found for found in find_filters(document, operation)}


def test_filters_are_parameters_whose_effect_can_be_seen(whole: Path) -> None:
    """Texts, and those that are named as a member is; what includes or pages is none."""
    assert set(filters(whole, "GET /my/lock")) >= {"Filters.Text", "Filters.AccessLevel"}
    assert not {"Page", "ItemsPerPage", "IncludeAccessories"} & set(filters(whole, "GET /my/lock"))
    paged = load_document(whole)
    operation = paged.find("GET /my/lock")
    assert operation is not None
    assert find_paging(paged, operation) is not None


def test_a_filter_is_asked_for_what_is_there_and_what_is_not(whole: Path) -> None:
    """And entries are held against both."""
    wanted = filters(whole, "GET /my/device/{deviceId}/access")["Filters.PrincipalType"]
    entries: list[dict[str, Any]] = [{"principalType": 0, "name": "a"}, {"principalType": 1}]
    assert list(choose_values(load_document(whole), wanted, entries)) == [0, 1]
    assert fits(wanted, 0, {"principalType": 0})
    assert not fits(wanted, 0, {"principalType": 1})
    assert fits(wanted, 0, {})


@pytest.mark.parametrize(
    ("sent", "shown", "different"),
    [
        ({"a": 1}, {"a": 1, "b": 2}, ""),
        ({"a": 1}, {"a": 2}, "a: sent 1, reads 2"),
        ({"a": 1}, {}, ""),
        ({"a": {"b": True}}, {"a": {"b": False}}, "a.b: sent True, reads False"),
        ({"t": "2024-01-01T08:00:00.000Z"}, {"t": "2024-01-01T08:00:00"}, ""),
        ({"t": "2024-01-01T08:00:00Z"}, {"t": "2024-01-01T09:00:00Z"}, "t: sent '2024-01-01T08:00:00Z'"),
        ({"pin": "1234"}, {"pin": None}, ""),
        ({"a": [1, 2]}, {"a": [2, 1]}, ""),
    ],
)
def test_what_is_sent_and_what_is_shown(sent: Any, shown: Any, different: str) -> None:  # noqa: ANN401 - any JSON value.
    """Members that aren't shown say nothing, one moment has many spellings, lists have tests of their own."""
    assert find_difference(sent, shown).startswith(different)
    assert bool(find_difference(sent, shown)) is bool(different)


def test_a_second_put_may_move_revisions_only() -> None:
    """And times of change; nothing else."""
    moving = (*MOVING, "revision")
    assert find_change({"name": "a", "revision": 1}, {"name": "a", "revision": 2}, moving) == ""
    assert find_change({"name": "a", "lastModified": 1}, {"name": "a", "lastModified": 2}) == ""
    assert find_change({"name": "a"}, {"name": "b"}) == "name: 'a', then 'b'"


def test_parts_of_a_run_are_disjoint_and_whole(whole: Path) -> None:
    """Each operation is in one part, together with all others on the same kind of resource; always the same one."""
    operations = load_document(whole).operations
    parts = [choose_shard(operations, number, 4) for number in range(1, 5)]
    labels = [operation.label for part in parts for operation in part]
    assert sorted(labels) == sorted(operation.label for operation in operations)
    assert all(parts)
    for word in ("/my/lock", "/my/mobile", "/my/personalaccesskey"):
        holding = [n for n, part in enumerate(parts) if any(o.path.startswith(word) for o in part)]
        assert len(holding) == 1
    assert choose_shard(operations, 2, 4) == parts[1]


@pytest.mark.parametrize("text", ["0/2", "3/2", "x", "1", "1/", "-1/2"])
def test_no_part_of_a_whole(text: str) -> None:
    """One line says how it is written."""
    with pytest.raises(ArgumentTypeError, match="write 2/8"):
        parse_shard(text)


@pytest.mark.parametrize("text", ["[]", "x", '{"a": 1}', '{"a": "b\\n"}'])
def test_scope_keys_that_are_none(text: str) -> None:
    """The variable holds an object of headers."""
    with pytest.raises(SuiteError, match="DOCPACT_SCOPE_KEYS"):
        read_credentials({"DOCPACT_SCOPE_KEYS": text})


def test_unknown_members_are_found_at_any_depth() -> None:
    """What an object may hold beside its members isn't unknown."""
    closed: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "integer"}}}
    free = {**closed, "additionalProperties": {"type": "string"}}
    schema = {"type": "object", "properties": {"list": {"type": "array", "items": closed}, "free": free}}
    value = {"list": [{"a": 1, "b": 2}], "free": {"x": "y"}, "more": 1}
    assert list(find_unknown_properties(Document({"paths": {}}), schema, value)) == ["list[].b", "more"]


def note(health: Health, status: int | None, *, trusted: bool = False, probe: Callable[[], int]) -> None:
    """Take note of a response, None for silence, as the transport does."""
    if status is None:
        health.note_silence()
    else:
        health.note_response(status, trusted=trusted)
    health.settle_doubt(probe)


def test_credentials_that_expire_are_noticed() -> None:
    """Four refusals in a row, and one of something harmless; refusals of requests without them don't count."""
    health = Health()
    for _ in range(10):
        note(health, 401, trusted=False, probe=lambda: 401)
    assert not health.trouble
    for _ in range(IN_A_ROW):
        note(health, 401, trusted=True, probe=lambda: 401)
    assert "expired" in health.trouble


def test_one_operation_that_refuses_good_credentials_is_no_trouble() -> None:
    """Something harmless is still answered."""
    health = Health()
    for _ in range(10):
        note(health, 401, trusted=True, probe=lambda: 200)
        note(health, None, probe=lambda: 200)
    assert not health.trouble


def test_silence_is_noticed() -> None:
    """In a row only."""
    health = Health()
    for _ in range(10):
        note(health, None, probe=lambda: NO_RESPONSE)
        note(health, 200, trusted=True, probe=lambda: NO_RESPONSE)
    assert not health.trouble
    for _ in range(IN_A_ROW):
        note(health, None, probe=lambda: NO_RESPONSE)
    assert "stopped responding" in health.trouble


def test_what_is_created_is_on_the_disk_until_it_is_gone(tmp_path: Path) -> None:
    """From before the request to after the deletion; other runs' entries stay."""
    path = tmp_path / "state" / "created.jsonl"
    other = Entry(base_url="http://other", path="/x/1", created=True)
    Journal(path).open(other)
    journal = Journal(path)
    awaited = Entry(base_url="http://here", path="/x", created=False)
    known = Entry(base_url="http://here", path="/x/2", created=True)
    journal.open(awaited)
    assert list(read_journal(path)) == [other, awaited]
    journal.replace(awaited, known)
    assert list(read_journal(path)) == [other, known]
    journal.close(known)
    assert list(read_journal(path)) == [other]
