"""What is created on somebody's server is deleted again: the servers here record what they were asked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, run_tests, serving
from docpact.contract.clean_up import clean_up, count_pending
from docpact.emit import dump_yaml, load_document

Document = Mapping[str, Any]
LIFE = "test_a_life"


@pytest.fixture(scope="module")
def mobiles(whole: Path) -> Document:
    """The part of the document that is about phones, which can be created and deleted."""
    raw = load_document(whole)
    return {**raw, "paths": {path: found for path, found in raw["paths"].items() if path.startswith("/my/mobile")}}


@pytest.fixture(scope="module")
def mobile_path(mobiles: Document, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That part as a file."""
    target = tmp_path_factory.mktemp("mobiles") / "openapi.yaml"
    target.write_text(dump_yaml(dict(mobiles)), "utf-8")
    return target


def created(asked: list[Request]) -> int:
    """How many requests could have created something."""
    return sum(request.method == "POST" for request in asked)


def test_nothing_is_created_without_the_word(mobiles: Document, mobile_path: Path) -> None:
    """Neither by generated cases nor by life-cycles."""
    with serving(mobiles) as (url, server, key):
        run_tests(mobile_path, url, key, remote=True)
    assert {request.method for request in server.received} == {"GET"}


def test_what_is_created_is_deleted_again(mobiles: Document, mobile_path: Path, tmp_path: Path) -> None:
    """One thing, by its own id; nothing else is deleted; the journal is empty afterwards."""
    journal = tmp_path / "created.jsonl"
    with serving(mobiles) as (url, server, key):
        result = run_tests(mobile_path, url, key, remote=True, allow=["write"], journal=journal)  # fmt: skip
        deleted = [request.path for request in server.received if request.method == "DELETE"]
    assert created(server.received) == 1
    assert len(set(deleted)) == 1
    assert result.failures == ()
    assert count_pending(journal, url) == 0


def test_what_could_not_be_deleted_is_written_down(mobiles: Document, mobile_path: Path, tmp_path: Path) -> None:
    """And deleted by the clean-up, as soon as the server lets it; then it is no longer written down."""
    journal = tmp_path / "created.jsonl"
    broken = True

    def refuse(request: Request) -> Request:
        bad = broken and request.method == "DELETE"
        return Request(**{**vars(request), "method": request.method, "path": "/x" if bad else request.path})

    def fault(request: Request, response: Response) -> Response:
        return response.replace(status=503) if broken and request.path == "/x" else response

    with serving(mobiles, before=refuse, fault=fault) as (url, server, key):
        result = run_tests(mobile_path, url, key, remote=True, allow=["write"], journal=journal, keyword=LIFE)
        found = {failure.check: failure.got for failure in result.failures}
        assert "DELETE gives 503" in found["changes_taken_back"]
        assert result.exit_code == 1
        (entry,) = map(json.loads, journal.read_text("utf-8").splitlines())
        assert (entry["base_url"], entry["created"]) == (url, True)
        assert count_pending(journal, url) == 1
        broken = False
        done = clean_up(journal, url, key)
        assert server.received[-1].path == entry["path"] == done.deleted[0]
    assert (count_pending(journal, url), done.left) == (0, ())


def test_what_was_broken_off_while_creating_is_told(tmp_path: Path) -> None:
    """Its id isn't known, so a person must look; entries about other servers stay."""
    journal = tmp_path / "created.jsonl"
    entries = [
        {"base_url": "http://127.0.0.1:1/api", "path": "/my/mobile", "created": False},
        {"base_url": "http://other", "path": "/my/mobile/1", "created": True},
    ]
    journal.write_text("".join(json.dumps(entry) + "\n" for entry in entries), "utf-8")
    done = clean_up(journal, "http://127.0.0.1:1/api/", "")
    assert done.left == ("/my/mobile: a run was broken off while it created something here; look for it",)
    assert count_pending(journal, "http://other") == 1


def test_below_a_device_that_is_not_named_nothing_is_created(whole: Path, tmp_path: Path) -> None:
    """A PIN opens a door: it is created on a lock that --device names, or not at all."""
    raw = load_document(whole)
    wanted = ("/my/lock/{id}/pin", "/my/lock")
    document = {**raw, "paths": {p: f for p, f in raw["paths"].items() if p == wanted[1] or p.startswith(wanted[0])}}
    path = tmp_path / "openapi.yaml"
    path.write_text(dump_yaml(document), "utf-8")
    for devices, expected in (([], set()), (["40217"], {"40217"})):
        with serving(document) as (url, server, key):
            run_tests(path, url, key, remote=True, allow=["write"], devices=devices, keyword=LIFE)  # fmt: skip
        changed = {request.path.split("/")[3] for request in server.received if request.method != "GET"}
        assert changed == expected


def test_what_a_named_operation_creates_is_deleted(whole: Path, tmp_path: Path) -> None:
    """Nothing is known to undo an invitation; where it is named all the same, what it created is found and deleted."""
    raw = load_document(whole)
    wanted = "/organization/{organizationId}/user"
    paths = {p: f for p, f in raw["paths"].items() if p in {wanted, "/organization"} or p.startswith(f"{wanted}/")}
    document = {**raw, "paths": paths}
    path, journal = tmp_path / "openapi.yaml", tmp_path / "created.jsonl"
    path.write_text(dump_yaml(document), "utf-8")
    with serving(document) as (url, server, key):
        result = run_tests(
            path, url, key, remote=True, allow=["write"], devices=["310"], journal=journal,
            allow_operations=["organizationusers_create"],
        )  # fmt: skip
        invited = [r for r in server.received if r.method == "POST"]
        deleted = [r.path for r in server.received if r.method == "DELETE"]
    assert invited
    assert deleted
    assert count_pending(journal, url) == 0
    assert "changes_taken_back" not in {failure.check for failure in result.failures}
