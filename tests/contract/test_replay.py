"""What failed in the last run is what `--replay` tests, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, serving
from docpact.config import load_config
from docpact.contract.check import CheckJob, check
from docpact.contract.suite import Plan
from docpact.errors import UsageError

Document = Mapping[str, Any]
CONFIG = load_config(Path(__file__).resolve().parents[2] / "docpact.toml")
SYNC = "GET /my/lock/sync"


def test_only_what_failed_is_tested_again(
    document: Document, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until nothing of it fails any more; then nothing is sent, and one line says why."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    broken = True

    def wrong(request: Request, response: Response) -> Response:
        here = broken and request.path == "/my/lock/sync" and response.status == 200
        return response.replace({**response.content, "statusCode": 999}) if here else response

    with serving(document, fault=wrong) as (url, server, key):
        monkeypatch.setenv("DOCPACT_AUTHORIZATION", key)
        plan = Plan(base_url=url, document=path, depth="quick")
        found = check(CheckJob(plan=replace(plan, keyword="sync")), CONFIG)
        assert {failure.operation for failure in found.failures} == {SYNC}
        broken = False
        server.received.clear()
        again = check(CheckJob(plan=plan, replay=True), CONFIG)
        assert again.failures == ()
        assert SYNC in again.tested
        # Lists are asked for ids all the same.
        assert {request.path.split("?")[0] for request in server.received} <= {"/my/lock/sync", "/my/lock"}
        server.received.clear()
        with pytest.raises(UsageError, match="nothing failed in the last run"):
            check(CheckJob(plan=plan, replay=True), CONFIG)
        assert server.received == []
