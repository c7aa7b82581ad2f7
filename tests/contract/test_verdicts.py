"""When a run may say that server and documentation agree: only where enough was tested."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from contract.servers import run_tests, serving
from docpact.contract.reports import format_contract
from docpact.contract.result import ContractResult
from docpact.errors import ServerError

OPERATIONS = tuple(f"GET /{letter}" for letter in "abcdefgh")


def result(tested: int, good: int, **more: Any) -> ContractResult:  # noqa: ANN401 - any field.
    """A run without failures over eight operations: so many were tested, and so many of them succeeded."""
    given: dict[str, Any] = {
        "base_url": "http://127.0.0.1:1", "seed": 0, "tested": OPERATIONS[:tested], "selected": OPERATIONS,
        "requests": 50, "failures": (), "left_out": {}, "seconds": 1.0,
        "statuses": {name: {"200": 1} if n < good else {"404": 3} for n, name in enumerate(OPERATIONS[:tested])},
    }  # fmt: skip
    return ContractResult(**given | more)


@pytest.mark.parametrize(
    ("tested", "good", "doubt"),
    [
        (8, 8, ""),
        (8, 3, ""),
        (6, 6, ""),
        (8, 2, "2 of 8 operations ever succeeded, most with 404"),
        (8, 0, "none of 8 operations ever succeeded, most with 404"),
        (5, 5, "only 5 of 8 operations were tested"),
        (0, 0, "no operation was tested"),
    ],
)
def test_too_little_is_no_agreement(tested: int, good: int, doubt: str) -> None:
    """The verdict says why, and the exit code is 2; what was not tested is named in any case."""
    found = result(tested, good)
    assert found.doubt == doubt
    assert found.exit_code == (2 if doubt else 0)
    text = format_contract(found)
    assert text.splitlines()[-1].startswith(f"no verdict: {doubt}" if doubt else "server and documentation agree")
    assert ("not tested: GET /" in text) is (tested < len(OPERATIONS))
    assert ("never succeeded" in text) is (good < tested)


def test_a_budget_that_was_used_up_is_named() -> None:
    """Where it ended the run, not where it was large enough."""
    assert "before the budget was used up" in result(5, 5, budget=50).doubt
    assert "budget" not in result(5, 5, budget=600).doubt


def test_a_wrong_base_path_is_one_line(document: Mapping[str, Any], whole: Path) -> None:
    """Nothing is tested where several operations that need no id all give 404."""
    with serving(document) as (url, server, key):
        wrong = url.removesuffix("/api/v37") + "/api/v36"
        with pytest.raises(ServerError, match=r"all give 404 .*has the path /api/v37"):
            run_tests(whole, wrong, key)
    assert len(server.received) <= 5


def test_a_small_budget_is_no_agreement(document: Mapping[str, Any], path: Path) -> None:
    """What the budget didn't reach is named, and the run ends with 2."""
    with serving(document) as (url, _, key):
        found = run_tests(path, url, key, remote=True, budget=5)
    assert found.exit_code == 2
    assert found.unreached
    assert "before the budget was used up" in found.doubt


def test_a_mistyped_device_is_named(document: Mapping[str, Any], path: Path) -> None:
    """No list shows it; and where nothing else was to be tested, that is no agreement."""
    with serving(document) as (url, _, key):
        found = run_tests(
            path, url, key, remote=True, allow=["physical"], devices=["4021"], keyword="test_operation and unlock"
        )
    assert found.unknown_devices == ("4021",)
    assert "--device 4021: no list of the server shows this id" in format_contract(found)
    assert (found.exit_code, found.doubt) == (2, "no operation was tested")


def test_a_device_that_nothing_was_sent_to_is_no_agreement() -> None:
    """Though everything that reads was tested."""
    found = result(8, 8, unknown_devices=("4021",))
    assert (found.exit_code, found.doubt) == (
        2, "nothing was sent to --device 4021, which no list of the server shows"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"budget": 0}, "--budget 0: leaves no request"),
        ({"budget": -5}, "--budget -5: leaves no request"),
        ({"devices": ["40217,40218"]}, "repeat --device for each"),
        ({"devices": [""]}, "is no single id"),
    ],
)
def test_options_that_can_test_nothing(path: Path, options: dict[str, Any], said: str) -> None:
    """One line, before anything is sent."""
    with pytest.raises(ServerError, match=said):
        run_tests(path, "http://127.0.0.1:9", "PersonalKey mock-key", remote=True, **options)
