"""Credentials of any kind: from options, files, the environment and a token endpoint; never shown."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest
import requests
from starlette.types import Receive, Scope, Send

from contract_suite.credentials import TokenRequest
from contract_suite.document import Document
from contract_suite.errors import SuiteError
from contract_suite.keys import Keys
from contract_suite.tokens import TokenSource
from contract_suite.wanted_credentials import describe_wanted
from docpact.cli import main
from docpact.config import Config
from docpact.contract.check import CheckJob, check
from docpact.contract.credentials import Given, build_credentials
from docpact.contract.suite import Plan, read_credentials
from docpact.document import read_document
from docpact.errors import UsageError
from docpact.mock import running

HIDDEN_KEY = "s3cr3t-value-of-a-key"
SCHEMES: Mapping[str, Any] = {
    "shop": {"type": "apiKey", "in": "header", "name": "X-Shop"},
    "page": {"type": "apiKey", "in": "query", "name": "key"},
    "sid": {"type": "apiKey", "in": "cookie", "name": "sid"},
    "user": {"type": "http", "scheme": "basic"},
    "token": {"type": "http", "scheme": "bearer"},
    "client": {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": "https://id.example/t", "scopes": {}}}},
}
WHOLE = {"components": {"securitySchemes": SCHEMES}}


def document(*names: str) -> dict[str, Any]:
    """A document with an operation that wants all of those schemes."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "components": {"securitySchemes": {name: SCHEMES[name] for name in names}},
        "paths": {
            "/things": {"get": {"security": [{name: [] for name in names}], "responses": {"200": {"description": ""}}}}
        },
    }


def test_values_come_from_files_and_the_environment(tmp_path: Path) -> None:
    """`@file`, `$NAME`, `${NAME}`, with words before them; each goes to its scheme, others to every request."""
    file = tmp_path / "key"
    file.write_text(f"{HIDDEN_KEY}\n", "utf-8")
    given = Given(
        headers=["Authorization: Bearer $TOKEN", f"X-Shop: @{file}", "X-Tenant: 7"],
        queries=["key=${KEY}"], cookies=["sid=a-$KEY"],
    )  # fmt: skip
    found = build_credentials(given, WHOLE, {"TOKEN": "abc", "KEY": "xyz"})
    assert found.authorization == "Bearer abc"
    assert found.keys == {"shop": HIDDEN_KEY, "page": "xyz", "sid": "a-xyz"}
    assert found.extra == (("header", "X-Tenant", "7"),)
    assert HIDDEN_KEY in found.secrets
    assert "7" not in found.secrets
    assert build_credentials(Given(basic="me:$KEY"), WHOLE, {"KEY": "xyz"}).authorization == "Basic bWU6eHl6"
    assert read_credentials(found.environment) == found
    assert HIDDEN_KEY not in repr(found)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (Given(headers=["X-Shop"]), "--header: names nothing"),
        (Given(headers=["X Shop: a"]), "--header: names nothing"),
        (Given(headers=["X-Shop: $NOT_THERE"]), "--header X-Shop: the environment has no NOT_THERE"),
        (Given(headers=["X-Shop: @/not/there"]), "cannot read /not/there"),
        (Given(headers=["X-Shop:"]), "has no value"),
        (Given(cookies=[f"sid={HIDDEN_KEY}\n"]), None),
        (Given(queries=[f"key={HIDDEN_KEY}é"]), "can't be sent"),
        (Given(basic=HIDDEN_KEY), "has no colon"),
        (Given(client_secret=HIDDEN_KEY), "--client-id: is missing"),
        (Given(client_id="a", client_secret=HIDDEN_KEY, token_url="http://id.example/t"), "use https"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line_without_the_value(given: Given, words: str | None) -> None:
    """It names the option."""
    if words is None:
        assert build_credentials(given, WHOLE, {}).keys == {"sid": HIDDEN_KEY}
        return
    with pytest.raises(UsageError) as caught:
        build_credentials(given, WHOLE, {})
    assert words in str(caught.value)
    assert HIDDEN_KEY not in str(caught.value)


def test_every_request_carries_them() -> None:
    """Header, query and cookie; what stands there already stays."""
    request = requests.Request("GET", "http://127.0.0.1/a?b=1", headers={"Cookie": "c=2"}).prepare()
    extra = (("header", "X-A", "1"), ("query", "k", "2"), ("cookie", "d", "3"))
    Keys(document=Document(document("shop")), values={}, extra=extra).add(None, request)
    assert (request.headers["X-A"], request.url) == ("1", "http://127.0.0.1/a?b=1&k=2")
    assert request.headers["Cookie"] == "c=2; d=3"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("shop", "`shop` is the header X-Shop: --header 'X-Shop: $KEY'"),
        ("page", "`page` is the query parameter key: --query 'key=$KEY'"),
        ("sid", "`sid` is the cookie sid: --cookie 'sid=$KEY'"),
        ("user", "`user` is a user and a password: --basic"),
        ("token", "`token` is a token: --header 'Authorization: Bearer $TOKEN'"),
        ("client", "`client` is a client of OAuth 2: --client-id"),
    ],
)
def test_a_missing_credential_is_named_as_the_document_names_it(name: str, words: str) -> None:
    """With the option that gives it."""
    read = Document(document(name))
    assert words in describe_wanted(read, read.operations[0])
    assert words in describe_wanted(read, None)


@dataclass
class Shop:
    """A server that gives tokens for two requests each, and lets nobody in without one and without a tenant."""

    base_path: str = ""
    life: float = 3600
    given: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond."""
        body = (await receive()).get("body", b"")
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        status, content = 401, {}
        if scope["path"] == "/token":
            form = dict(parse_qsl(body.decode()))
            self.asked.append(form)
            if headers.get("authorization", "").startswith("Basic ") and form["grant_type"] == "client_credentials":
                self.given += 1
                status, content = 200, {"access_token": f"{HIDDEN_KEY}-{self.given}", "expires_in": self.life}
        elif (
            headers.get("authorization") == f"Bearer {HIDDEN_KEY}-{self.given}"
            and headers.get("x-tenant") == "blue-door"
        ):
            status = 200
        self.statuses[status] += scope["path"] != "/token"
        await send({"type": "http.response.start", "status": status,
                    "headers": [(b"content-type", b"application/json")]})  # fmt: skip
        await send({"type": "http.response.body", "body": json.dumps(content).encode()})


def test_tokens_are_fetched_again_before_they_expire() -> None:
    """With the client's credentials; each is hidden."""
    hidden: list[str] = []
    now = [0.0]
    with running(Shop(life=100)) as url:
        wanted = TokenRequest(url=f"{url}/token", client_id="me", client_secret="it", scope="read")
        source = TokenSource(wanted, hidden.append, lambda: now[0])
        headers = []
        for moment in (0.0, 79.0, 81.0):
            now[0] = moment
            headers.append(source.find_header())
    assert headers == [f"Bearer {HIDDEN_KEY}-1", f"Bearer {HIDDEN_KEY}-1", f"Bearer {HIDDEN_KEY}-2"]
    assert hidden == [f"{HIDDEN_KEY}-1", f"{HIDDEN_KEY}-2"]


@pytest.mark.parametrize("path", ["/nothing", ""])
def test_a_token_that_nobody_gives_is_one_line(path: str) -> None:
    """Without the client's secret."""
    hidden: list[str] = []
    with running(Shop()) as url:
        wanted = TokenRequest(url=f"{url}{path}", client_id="me", client_secret=HIDDEN_KEY)
        with pytest.raises(SuiteError, match="gives no token: status 401") as caught:
            TokenSource(wanted, hidden.append).find_header()
    assert HIDDEN_KEY not in str(caught.value)


def test_a_run_has_a_token_and_a_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run's requests are let in with both; no report shows either."""
    monkeypatch.setenv("TENANT", "blue-door")
    report = tmp_path / "report.har"
    shop = Shop()
    with running(shop) as url:
        given = Given(
            headers=["X-Tenant: $TENANT"], client_id="me", client_secret="secret-of-me", token_url=f"{url}/token"
        )
        plan = Plan(base_url=url, document=tmp_path / "x", depth="quick", keyword="test_access or test_refusals")
        job = CheckJob(
            plan=plan, document=read_document(document("client"), "x"), credentials=given, reports=[report]
        )  # fmt: skip
        result = check(job, Config(root=tmp_path))
    assert not [f for f in result.failures if f.check == "ignored_auth"]
    assert shop.statuses[200] > 0
    assert shop.statuses[401] > 0
    shown = report.read_text("utf-8")
    assert not [word for word in (HIDDEN_KEY, "blue-door", "secret-of-me") if word in shown]


def test_the_configuration_holds_what_a_team_always_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Lists come together; what the command line says itself counts."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docpact.toml").write_text(
        '[check]\narguments = ["--quick", "--header", "X-A: $NOT_THERE", "--format", "json", "--seed", "4"]\n', "utf-8"
    )
    (tmp_path / "openapi.json").write_text(json.dumps(document("shop")), "utf-8")
    code = main(["check", "http://127.0.0.1:9", "--document", "openapi.json"])
    assert (code, "--header X-A: the environment has no NOT_THERE" in capsys.readouterr().err) == (2, True)
    monkeypatch.setenv("NOT_THERE", HIDDEN_KEY)
    code = main(["check", "http://127.0.0.1:9", "--document", "openapi.json"])
    said = capsys.readouterr().err
    assert (code, "no server responds" in said, HIDDEN_KEY in said) == (2, True, False)
