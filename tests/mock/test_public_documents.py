"""The mock on documents that others have published: whatever they document is answered as they say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from docpact.config import Config
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Plan
from docpact.document import load_document
from docpact.mock import create_app, running, sample_authorization, sample_keys
from docpact.mock.document import Document
from docpact.mock.operations import Operation
from docpact.mock.values import make_value

DOCUMENTS = (
    "petstore31.json", "train-travel.json", "galaxy.json", "museum.yaml", "box.json", "twilio_verify.json",
    "prefect.json", "jupyterhub.json", "kinto.json", "httpbin.json",
)  # fmt: skip
GREEN = {"train-travel.json": set(), "galaxy.json": {"400", "401"}, "museum.yaml": {"401"}}
"""Document → the statuses of rejected requests that its operations should list, and don't."""


def place(document: Document, operation: Operation, app: Any) -> str:  # noqa: ANN401 - the mock.
    """The path of an operation, with ids that are there where there are some."""
    collections = app.engine.store.collections.items()
    fitting = [found for path, found in collections if operation.path.startswith(f"{path}/{{")]
    ids = next((keys for found in fitting[-1:] for keys in found.resources), ())
    parameters = {one["name"]: one.get("schema", {}) for one in operation.parameters if one["in"] == "path"}
    path = operation.path
    for at, name in enumerate(operation.template.placeholders):
        text = ids[at] if at < len(ids) else str(make_value(document, parameters.get(name, {"type": "string"})))
        path = path.replace(f"{{{name}}}", text.replace("/", "%2F") or "x")
    return path


def requests(document: Document, operation: Operation, app: Any) -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401
    """The plain request of an operation, then one for each documented status and each media type."""
    body: Any = document.resolve(operation.definition.get("requestBody", {}))
    media = (body.get("content") or {}).get("application/json")
    sent: dict[str, Any] = {} if media is None else {"json": make_value(document, media.get("schema", {}))}
    path = place(document, operation, app)
    yield path, sent
    for code in operation.definition["responses"]:
        if code.isdigit() and code >= "200":
            for content in document.contents(operation, int(code)) or (None,):
                accept = {"Accept": content.name} if content else {}
                yield path, {**sent, "headers": {"Prefer": f"code={code}", **accept}}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_response_keeps_to_the_document(shared: Path, name: str) -> None:
    """Of every operation, with every status that it documents, in every media type."""
    read = load_document(shared / "documents" / name)
    app = create_app(read)
    document = app.engine.document
    headers = {"Authorization": sample_authorization(read.mapping)} if sample_authorization(read.mapping) else {}
    schemes = {key: read.schemes[key] for key in sample_keys(read.mapping)}
    headers |= {str(one["name"]): "mock-key" for one in schemes.values() if one["in"] == "header"}
    wrong: list[str] = []
    with running(app) as url, httpx.Client(base_url=url, headers=headers) as client:
        # Of those that differ by a fragment only, no request says which is meant.
        for operation in {one.signature: one for one in reversed(document.operations)}.values():
            for path, sent in requests(document, operation, app):
                response = client.request(operation.method, path, **sent)
                wrong += judge(document, operation, response)
    assert wrong == []


def judge(document: Document, operation: Operation, response: httpx.Response) -> list[str]:
    """What a response breaks of its operation."""
    where, status = f"{operation.signature} {response.status_code}", response.status_code
    if status >= 500 and str(status) not in operation.definition["responses"]:
        return [where]
    contents = {content.name: content for content in document.contents(operation, status)}
    if not contents or response.status_code in {204, 205, 304} or operation.method == "HEAD":
        return []
    kind = response.headers.get("content-type", "")
    found = next((content for name, content in contents.items() if kind.startswith(name)), None)
    if found is None:
        return [f"{where}: {kind or 'no media type'}"]
    if not found.is_json or "schema" not in found.media:
        return []
    faults = document.compile(found.media["schema"]).iter_errors(json.loads(response.content))
    return [f"{where} {fault.instance_path}: {fault.message:.100}" for fault in faults]


@pytest.mark.parametrize(("name", "missing"), GREEN.items())
def test_both_halves_agree(shared: Path, name: str, missing: set[str]) -> None:
    """The contract tests find nothing in the mock but what the document itself leaves out."""
    path = shared / "documents" / name
    result = run_job(CheckJob(plan=Plan(document=path, base_url="", depth="quick")), Config(root=path.parent))
    assert {failure.check for failure in result.failures} <= {"status_code_conformance"}
    assert {failure.got for failure in result.failures} == missing
