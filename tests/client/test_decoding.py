"""The client reads what a server really answers: every answer of a run of the contract tests."""

from __future__ import annotations

import json
import pkgutil
from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import tedee_client.api
from tedee_client import AuthenticatedClient

from contract_suite.loading import load_document
from docpact.config import load_config
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import Plan

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "spec" / "openapi.yaml"
BASE = "/api/v37"


def test_every_answer_of_a_run_is_decoded(tmp_path: Path) -> None:
    """Successes and refusals alike become what the document calls them."""
    record = tmp_path / "exchanges.jsonl"
    plan = Plan(base_url="", document=DOCUMENT, depth="quick", record=record)
    result = run_job(CheckJob(plan=plan, workers=1), load_config(ROOT / "docpact.toml"))
    assert result.failures == ()
    modules = {name.rsplit(".", 1)[1]: name for _, name, _ in pkgutil.walk_packages(
        tedee_client.api.__path__, "tedee_client.api.")}  # fmt: skip
    document = load_document(DOCUMENT)
    client = AuthenticatedClient(base_url="http://127.0.0.1", token="none", raise_on_unexpected_status=True)
    decoded: set[tuple[str, int]] = set()
    for line in record.read_text("utf-8").splitlines():
        exchange = json.loads(line)
        path = urlsplit(exchange["url"]).path.removeprefix(BASE)
        fitting = [o for o in document.operations if o.method == exchange["method"] and o.parse_ids(path) is not None]
        operation = min(fitting, key=lambda o: o.path.count("{"), default=None)
        if operation is None or document.response(operation, exchange["status"]) is None:
            continue  # An undocumented method, say; whoever uses the client can't ask for it.
        name = operation.definition["operationId"]
        answer = httpx.Response(exchange["status"], text=exchange["response_body"])
        # What `sync_detailed` calls with the answer; nothing public takes an answer that has come already.
        parsed = import_module(modules[name])._parse_response(client=client, response=answer)  # noqa: SLF001
        documented = document.response(operation, exchange["status"]) or {}
        assert (parsed is not None) is bool(documented.get("content")), (name, exchange["status"])
        decoded.add((name, exchange["status"]))
    assert {name for name, _ in decoded} == {o.definition["operationId"] for o in document.operations}
    assert {200, 201, 202, 204, 400, 401, 404} <= {status for _, status in decoded}
