"""How fast somebody's server is asked: at the documented pace, and not before it says that one may come back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import Request, Response, serving
from contract_suite.credentials import Credentials
from contract_suite.guard import Guard, NotAllowedError
from contract_suite.health import Health
from contract_suite.loading import load_document
from contract_suite.plan import Plan
from contract_suite.response_checks import ResponseMonitor
from contract_suite.results import Results
from contract_suite.transport import LONGEST_WAIT, UNSAID_WAIT, GuardedSession

Document = Mapping[str, Any]


def session(path: Path, url: str, waited: list[float], **more: Any) -> GuardedSession:  # noqa: ANN401 - options.
    """A session that notes how long it would have waited."""
    plan = Plan(base_url=url, document=path, remote=True, **more)
    monitor = ResponseMonitor(Credentials(authorization="PersonalKey mock-key"), Results(), Health())
    return GuardedSession(Guard(load_document(path), plan), monitor, sleep=waited.append)


def too_many(retry_after: str | None) -> Any:  # noqa: ANN401 - a change of responses.
    """Make a change that responds 429, with that header."""

    def refuse(_: Request, response: Response) -> Response:
        named = {} if retry_after is None else {"retry-after": retry_after}
        return response.replace(status=429, headers={**response.headers, **named})

    return refuse


@pytest.mark.parametrize(("said", "seconds"), [("7", 7.0), (None, UNSAID_WAIT), ("86400", LONGEST_WAIT)])
def test_after_a_429_it_waits(document: Document, path: Path, said: str | None, seconds: float) -> None:
    """As long as Retry-After says, a minute at most, and a short while where it says nothing."""
    waited: list[float] = []
    with serving(document, fault=too_many(said)) as (url, _, _):
        session(path, url, waited).get(f"{url}/my/lock")
    assert waited == [seconds]


@pytest.mark.parametrize("said", [None, "soon", "\N{SUPERSCRIPT TWO}"])
def test_an_operation_that_never_says_how_long_is_left_alone(document: Document, path: Path, said: str | None) -> None:
    """Each 429 costs time, so three without a good Retry-After are enough; others go on."""
    with serving(document, fault=too_many(said)) as (url, _, _):
        asking = session(path, url, [])
        asking.monitor.results.guarded = True
        for _ in range(3):
            assert not asking.monitor.is_skipped("GET /my/lock")
            asking.get(f"{url}/my/lock")
    assert asking.monitor.is_skipped("GET /my/lock")
    assert not asking.monitor.is_skipped("GET /my/lock/sync")


def test_a_documented_interval_is_kept(document: Document, path: Path) -> None:
    """Between two calls of an operation that may be called every so many seconds."""
    waited: list[float] = []
    with serving(document) as (url, _, _):
        asking = session(path, url, waited)
        interval = next(o.interval for o in asking.guard.document.operations if o.label == "GET /my/lock/sync")
        for _ in range(2):
            asking.get(f"{url}/my/lock/sync")
    assert interval > 0
    assert [round(seconds) for seconds in waited] == [round(interval)]


def test_what_is_over_the_budget_is_not_sent(document: Document, path: Path) -> None:
    """Whoever asks for it."""
    with serving(document) as (url, server, _):
        asking = session(path, url, [], budget=2)
        asking.get(f"{url}/my/lock")
        asking.get(f"{url}/my/lock")
        with pytest.raises(NotAllowedError, match="the budget of 2 requests is used up"):
            asking.get(f"{url}/my/lock")
    assert len(server.received) == 2
