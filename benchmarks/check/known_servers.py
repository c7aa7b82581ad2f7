"""`docpact check` and schemathesis on servers from PyPI, each against the document that it publishes of itself.

    python benchmarks/check/known_servers.py [--only NAME] [--beside]

Each server runs on loopback in a folder of its own. Whatever is found must be explained below; what isn't makes this
fail. `--beside` runs `schemathesis run` on a fresh one too.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from docpact.config import Config
from docpact.contract.causes import group_causes
from docpact.contract.check import CheckJob, run_job
from docpact.contract.suite import AUTHORIZATION, Plan
from docpact.document import load_document, write_document
from docpact.files import write_text
from serving import free_port, started

MOST_SHOWN, MOST_CHARACTERS = 12, 300
"""Of the failures of one cause, and of the command that repeats one."""
KIND = re.compile(r"^\s*- ST\d+ ([^(\n]+?)\s*(?:\(|$)", re.MULTILINE)
"""What schemathesis calls a kind of failure in its report: `- ST101 Server error`."""
PROGRAMS = Path(sys.executable).parent
KINTO = """\
[server:main]
use = egg:waitress
host = 127.0.0.1
port = {port}
[app:main]
use = egg:kinto
kinto.includes = kinto.plugins.default_bucket
kinto.storage_backend = kinto.core.storage.memory
kinto.cache_backend = kinto.core.cache.memory
kinto.permission_backend = kinto.core.permission.memory
kinto.userid_hmac_secret = of-a-benchmark
kinto.bucket_create_principals = system.Authenticated
multiauth.policies = basicauth
multiauth.policy.basicauth.use = kinto.core.authentication.BasicAuthAuthenticationPolicy
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server that somebody else wrote."""

    command: tuple[str, ...]
    """Its program and arguments; `{port}` and `{folder}` are filled in."""
    document: str
    """The path of its document on the server."""
    base: str = ""
    """The path before all operations."""
    authorization: str = ""
    """The header that it accepts."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Name → text of files in its folder; `{port}` is filled in."""
    keyword: str = ""
    """Which tests fit, as `-k` takes it."""
    explained: Mapping[str, str] = field(default_factory=dict)
    """Check → who is wrong, and why."""


SERVERS = {
    "httpbin": Server(
        command=("waitress-serve", "--host", "127.0.0.1", "--port", "{port}", "httpbin:app"),
        document="/spec.json",
        explained={
            "not_a_server_error": "server: `/delay/true` and other texts for numbers end in an exception",
            "no_response": "server: `/status/0` is sent as it is, which is no status of HTTP; the connection breaks",
            "status_code_conformance": "document: lacks 404 (a text for a number), 302 and 406",
        },
    ),
    "kinto": Server(
        command=("kinto", "start", "--ini", "{folder}/kinto.ini", "--port", "{port}"),
        document="/v1/__api__",
        base="/v1",
        authorization="Basic dXNlcjpzZWNyZXQ=",
        files={"kinto.ini": KINTO},
        explained={
            "ignored_auth": "server: letters after the padding of base64 are ignored, so it is the same account",
            "not_a_server_error": (
                "server: a batch of nulls, a deletion with `_limit=0` and an empty `_token`, and `__version__` without "
                "its file end in exceptions"
            ),
            "response_schema_conformance": "document: the body in a batch's response may be a text, not an object only",
            "negative_data_rejection": "server: an empty `If-Match` and a batch's method that is no text are ignored",
        },
    ),
    "glances": Server(
        command=("glances", "-w", "--disable-webui", "--disable-autodiscover", "-B", "127.0.0.1", "-p", "{port}"),
        document="/openapi.json",
        explained={
            "status_code_conformance": "document: FastAPI lists 422 only; items that aren't there get 400 and 404",
        },
    ),
    "jupyter-server": Server(
        command=(
            "jupyter-server", "--ip=127.0.0.1", "--port={port}", "--no-browser", "--allow-root",
            "--IdentityProvider.token=of-a-benchmark", "--ServerApp.root_dir={folder}",
        ),
        document="/api/spec.yaml",
        authorization="token of-a-benchmark",
        explained={
            "secret_in_response": "server: the page of an error holds the token, for scripts of the page",
            "not_a_server_error": "server: bodies that are no objects, and missing kernels, end in exceptions",
            "status_code_conformance": "document: lacks 404 and 400 at most operations; `/api/` redirects to `/api`",
            "response_schema_conformance": (
                "document: `reason` of an error, `avatar_url` and `content` may be null, which it doesn't say"
            ),
            "negative_data_rejection": "server: a kernel's id that is no UUID is looked for, not rejected",
        },
    ),
}  # fmt: skip


def main() -> int:
    """Print what is found on each server; return 1 where something isn't explained."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=[*SERVERS], help="this server alone")
    parser.add_argument("--beside", action="store_true", help="run schemathesis too")
    parser.add_argument("--programs", type=Path, default=PROGRAMS, help="folder of the servers' programs")
    options = parser.parse_args()
    names = [options.only] if options.only else [*SERVERS]
    unexplained = sum([check(name, SERVERS[name], options.programs) for name in names])
    for name in names if options.beside else ():
        run_schemathesis(name, SERVERS[name], options.programs)
    return int(unexplained > 0)


def check(name: str, server: Server, programs: Path) -> int:
    """Print what `docpact check` finds; return how much of it isn't explained."""
    with tempfile.TemporaryDirectory() as folder, serve(server, Path(folder), programs) as url:
        document = load_served(server, url, Path(folder))
        os.environ[AUTHORIZATION] = server.authorization
        plan = Plan(base_url=url + server.base, document=document, keyword=server.keyword, depth="quick")
        result = run_job(CheckJob(plan=plan), Config(root=Path(folder)))
    causes = group_causes(result.failures)
    print(f"{name}: {len(causes)} findings, {result.requests} requests, {result.seconds:.0f} s")
    for cause in causes:
        why = server.explained.get(cause.check, "NOT EXPLAINED")
        print(f"  {cause.check}, {len(cause.failures)} operations: {why}")
        for failure in cause.failures[:MOST_SHOWN]:
            print(f"    {failure.operation}: {failure.message}\n      {failure.curl[:MOST_CHARACTERS]}")
    return sum(cause.check not in server.explained for cause in causes)


def run_schemathesis(name: str, server: Server, programs: Path) -> None:
    """Print what `schemathesis run` reports with its defaults in two minutes: each kind of failure, and how often."""
    with tempfile.TemporaryDirectory() as folder, serve(server, Path(folder), programs) as url:
        document = load_served(server, url, Path(folder))
        report = Path(folder, "junit.xml")
        header = ["--header", f"Authorization: {server.authorization}"] if server.authorization else []
        command = [
            str(PROGRAMS / "schemathesis"), "run", str(document), "--url", url + server.base, *header,
            "--report", "junit", "--report-junit-path", str(report), "--no-color", "--seed", "0", "--max-time", "120",
        ]  # fmt: skip
        start = time.monotonic()
        subprocess.run(command, cwd=folder, check=False, capture_output=True)
        seconds = time.monotonic() - start
        kinds: Counter[str] = Counter()
        for case in ET.parse(report).getroot().iter("testcase") if report.is_file() else ():  # noqa: S314 - our own.
            texts = [failure.text or "" for failure in case.iter("failure")]
            kinds.update({kind for text in texts for kind in KIND.findall(text)})
    print(f"schemathesis on {name}: {sum(kinds.values())} failures, {seconds:.0f} s")
    for kind, count in kinds.most_common():
        print(f"  {kind}: {count} operations")


def load_served(server: Server, url: str, folder: Path) -> Path:
    """Return the file with the server's document, normalised, so that both tools read the same."""
    path = folder / f"document{Path(server.document).suffix or '.json'}"
    headers = {"Authorization": server.authorization} if server.authorization else {}
    write_text(path, httpx.get(url + server.document, headers=headers, timeout=30).raise_for_status().text)
    handed = folder / "handed.json"
    write_document(load_document(path), handed)
    return handed


def serve(server: Server, folder: Path, programs: Path) -> AbstractContextManager[str]:
    """Start a server with its files, once it serves its document."""
    port = free_port()
    for file, text in server.files.items():
        write_text(folder / file, text.replace("{port}", str(port)))
    command = [str(programs / server.command[0]), *server.command[1:]]
    return started(command, port, folder=folder, environment={"HOME": str(folder)}, path=server.document)


if __name__ == "__main__":
    sys.exit(main())
