"""The real documentation, where it is at hand: counts and scores."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from docpact.config import Config
from docpact.diagnostics import CODES
from docpact.extraction import Extraction
from docpact.pipeline import extract

Extract = Callable[..., Extraction]
# Kinds whose facts are plainly written down; the others depend on how a reader weighs samples against tables.
PLAIN = {"operation", "parameter", "body field", "response", "payload field", "scope", "webhook", "structure field"}
LEAST = 0.98
# Contradictions that only other dialects than the house's can have.
OTHERS = {"direction-contradicted", "location-contradicted"}


def run(*roots: Path) -> Extraction:
    """Extract without any configuration: these trees are not this project's."""
    return extract(roots, Config(root=Path.cwd()))


def operations(document: Any) -> list[str]:  # noqa: ANN401 - a plain mapping.
    """The operations of a document."""
    return [f"{method} {path}" for path, item in document["paths"].items() for method in item]


@pytest.mark.parametrize(
    ("corpus", "facts", "counts"),
    [
        ("tedee-v37", "facts_tedee-v37_sample.json", (65, 50, 13, 5)),
        ("tedee-2020-12", "facts_tedee-2020-12.json", (14, 13, 9, 0)),
    ],
)
def test_the_document_agrees_with_the_facts(
    shared: Path, tmp_path: Path, corpus: str, facts: str, counts: tuple[int, ...]
) -> None:
    """Every operation, structure, enum and webhook is there, and what is stated of them is right."""
    found = run(shared / "corpora" / corpus)
    schemas = found.document["components"]["schemas"].values()
    sources = [schema.get("x-source", "").split("/")[0] for schema in schemas]
    webhooks = found.document.get("webhooks", {})
    assert (
        len(operations(found.document)),
        sources.count("datastructures"),
        sources.count("enums"),
        len(webhooks),
    ) == counts
    target = tmp_path / "openapi.yaml"
    target.write_text(found.text, "utf-8")
    command = [
        sys.executable,
        str(shared / "scoring" / "score_spec.py"),
        str(target),
        str(shared / "scoring" / facts),
        "--json",
    ]
    scored = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    figures = {kind: row["f1"] for kind, row in json.loads(scored.splitlines()[0]).items()}
    assert {kind: f1 for kind, f1 in figures.items() if f1 < (1.0 if kind in PLAIN else LEAST)} == {}


def test_references_in_other_dialects_agree_with_their_facts(shared: Path, tmp_path: Path) -> None:
    """Every operation is there, none is invented, and what is stated of them is right."""
    found = run(shared / "corpora" / "neutron")
    target = tmp_path / "openapi.yaml"
    target.write_text(found.text, "utf-8")
    scorer, facts = shared / "scoring" / "score_operations.py", shared / "scoring" / "facts_neutron.json"
    command = [sys.executable, str(scorer), str(target), str(facts), "--json"]
    scored = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert scored.pop("invented") == []
    assert scored["operation"]["f1"] == scored["summary"]["f1"] == 1.0
    assert {kind: row["f1"] for kind, row in scored.items() if row["f1"] < LEAST} == {}


def test_the_seed_pages_alone(shared: Path) -> None:
    """The oldest dialect: an inline request line, `<<id>>`, `**Parameters**`, `:caption:`, an indented sample."""
    document = run(shared / "seeds").document
    assert operations(document) == ["get /my/lock/sync", "get /my/lock/{id}/sync"]
    single = document["paths"]["/my/lock/{id}/sync"]["get"]
    assert [(p["name"], p["in"], p["schema"]["type"]) for p in single["parameters"]] == [("id", "path", "integer")]
    assert single["security"] == [{"bearerAuth": ["Device.Read"]}, {"bearerAuth": ["Device.ReadWrite"]}]
    sample = next(iter(single["responses"]["200"]["content"]["application/json"]["examples"].values()))
    assert sample["value"]["result"]["lockProperties"]["state"] == 3


@pytest.mark.parametrize("layout", ["given beside", "in one tree"])
def test_the_seed_pages_with_the_structures(shared: Path, tmp_path: Path, layout: str) -> None:
    """The links lead to the structures, whether these are given as another folder or stand in the same tree."""
    structures = shared / "corpora" / "tedee-2020-12"
    roots = [shared / "seeds", structures / "datastructures", structures / "enums"]
    if layout == "in one tree":
        shutil.copytree(shared / "seeds", tmp_path / "endpoints" / "lock")
        shutil.copytree(structures / "datastructures", tmp_path / "datastructures")
        shutil.copytree(structures / "enums", tmp_path / "enums")
        roots = [tmp_path]
    document = run(*roots).document
    answers = [
        op["get"]["responses"]["200"]["content"]["application/json"]["schema"] for op in document["paths"].values()
    ]
    assert [schema["$ref"].split("/")[-1] for schema in answers] == ["LockSyncArrayEnvelope", "LockSyncEnvelope"]
    fields = document["components"]["schemas"]["LockSync"]["properties"]
    assert fields["lockProperties"] == {
        "$ref": "#/components/schemas/LockProperties",
        "description": "current properties of the lock",
    }


def test_diagnostics_are_places_of_the_documentation(shared: Path) -> None:
    """Contradictions of every kind are found, each once, each at a line that exists."""
    root = shared / "corpora" / "tedee-v37"
    found = run(root)
    codes = {diagnostic.code for diagnostic in found.diagnostics}
    assert {code for code in CODES if code.endswith("-contradicted")} - OTHERS <= codes
    assert len(set(found.diagnostics)) == len(found.diagnostics)
    for diagnostic in found.diagnostics:
        for origin in (diagnostic.origin, *diagnostic.related):
            assert 1 <= origin.line <= (root / origin.path).read_bytes().count(b"\n") + 1
