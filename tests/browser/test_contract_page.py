"""The page of a contract result in a real browser: what people see of it, and what a server cannot do with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from browser.conftest import DESKTOP, PHONE, Open, overflow
from docpact.contract.reports import write_report
from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure, Note, Timing

HOSTILE = "</p><script>document.title = 'taken'</script><img src=x onerror=\"document.title = 'taken'\">"
DETAILS = "GET /my/device/details"
LONG = "GET /organization/{organizationId}/accesslink/{accessLinkId}/device/{deviceId}/assignable"


def failure(operation: str, check: str, message: str, **more: Any) -> Failure:  # noqa: ANN401 - any field.
    """A failure with everything that one can have."""
    facts = {"expected": "401", "got": "200", "source": "endpoints/device/get-details.rst:11", "cause": check, **more}
    method, path = operation.split()
    curl = f"curl -X {method} 'https://staging.example{path}'"
    return Failure(operation=operation, check=check, message=message, curl=curl, **facts)


RESULT = ContractResult(
    base_url="https://staging.example/api/v37",
    seed=0,
    tested=(DETAILS, LONG, "GET /my/lock"),
    requests=120,
    failures=(
        failure(DETAILS, "response_schema_conformance", HOSTILE, got=HOSTILE),
        failure("GET /my/lock", "ignored_auth", "with a wrong key the status is 200"),
        failure(LONG, "ignored_auth", "with a wrong key the status is 200"),
    ),
    left_out={"DELETE /my/lock/{id}": "deletes; only what the run itself created is deleted"},
    seconds=14.2,
    budget=600,
    checked={DETAILS: {"response_schema_conformance": 4}, "GET /my/lock": {"ignored_auth": 2, "steady_response": 7}},
    timings={o: Timing(requests=40, seconds=1.2, slowest=0.2) for o in (DETAILS, LONG, "GET /my/lock")},
    notes=(Note(operation=DETAILS, message=HOSTILE),),
)


@pytest.fixture
def address(tmp_path: Path) -> str:
    """The page of that result."""
    path = tmp_path / "report.html"
    write_report(path, RESULT, "api_docs")
    return path.as_uri()


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_it_fits_the_window(
    size: tuple[int, int], address: str, open_page: Open, picture: Callable[[Any, str], Path]
) -> None:
    """Only the tables move from side to side, whatever a server wrote into its answers."""
    page = open_page(address, size)
    picture(page, f"contract-{size[0]}")
    assert overflow(page) == 0


def test_the_worst_finding_comes_first(address: str, open_page: Open) -> None:
    """Two operations that let anybody in come before one with a wrong body, and the list leads to each finding."""
    page = open_page(address)
    links = page.locator(".contents a")
    assert links.all_inner_texts() == ["It works without good credentials", "Bodies that aren't as documented"]
    links.nth(1).click()
    assert page.url.endswith("#finding-2")
    # The link leads there: the finding's own heading is what is seen.
    heading = page.locator("#finding-2 h3").bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < DESKTOP[1]


def test_a_finding_says_what_to_do(address: str, open_page: Open) -> None:
    """The documentation's line, what was expected, what came, and the request; other operations are folded away."""
    finding = open_page(address).locator("#finding-1")
    assert finding.get_by_text("api_docs/endpoints/device/get-details.rst:11").first.is_visible()
    assert finding.locator(".sides dd").all_inner_texts()[:2] == ["401", "200"]
    assert finding.locator("pre").first.inner_text().startswith("curl -X GET")
    other = finding.locator("details .operation")
    assert not other.is_visible()
    finding.locator("summary").click()
    assert other.inner_text() == LONG


def test_the_matrix_leads_to_the_findings(address: str, open_page: Open) -> None:
    """What failed is a link, what held says how often, and both are in the row of their operation."""
    page = open_page(address)
    row = page.locator("#matrix tr").filter(has=page.get_by_role("rowheader", name="GET /my/lock", exact=True))
    assert row.locator("td.failed a").get_attribute("href") == "#finding-1"
    assert row.locator("td.passed").get_attribute("title") == "steady_response: made 7 times"


def test_a_server_runs_nothing_in_it(address: str, open_page: Open) -> None:
    """Tags in an answer are text. `open_page` sees to it that nothing was asked of anybody."""
    page = open_page(address)
    assert page.title() == "Contract of https://staging.example/api/v37"
    assert page.locator("script, img").count() == 0
    assert HOSTILE in page.locator("#finding-2 .message").inner_text()
