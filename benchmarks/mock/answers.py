"""The mock's answers beside Prism's and Mockoon's: `python benchmarks/mock/answers.py DOCUMENT…` prints a table.

All three serve the same document on this machine and get the same requests, which are made from the document: each of
its operations is asked for what it documents, with good credentials and a good body, and some are asked in ways that a
document forbids. A right answer is one that the document allows: a documented status, a documented media type, a body
that its schema takes, the required headers, what was created by its id, a refusal of what is no good. Prism and Mockoon
come from npm (`npm install @stoplight/prism-cli @mockoon/cli`); those that are missing are left out.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import jsonschema_rs

from docpact.document import Direction, Document, Operation, load_document, view_direction, write_document
from docpact.json_schema import compile_schema
from docpact.mock.document import Document as MockDocument
from docpact.mock.values import make_sent

PORTS = {"docpact": 8951, "prism": 8952, "mockoon": 8953}
MOST_OPERATIONS = 8
"""Of a document that are asked: spread over it."""
STARTED_WITHIN = 120.0
BAD, MISSING, BROKEN = 400, 404, 500
KEY = "mock-key"
BASIC = base64.b64encode(f"{KEY}:".encode()).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request, and what a right answer to it is."""

    what: str
    operation: Operation
    path: str
    good: bool
    """Whether the request keeps to the document."""
    known: bool = True
    """Whether the ids in the path are the document's own samples: one that is made up may lead to nothing."""
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None


def main() -> int:
    """Print a table: how many answers are right, of each server for each document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="+", type=Path)
    parser.add_argument("--prism", default=shutil.which("prism"))
    parser.add_argument("--mockoon", default=shutil.which("mockoon-cli"))
    parser.add_argument("--faults", action="store_true", help="also print what is wrong with each wrong answer")
    options = parser.parse_args()
    print(f"| document | requests | {' | '.join(PORTS)} |\n|---|---|{'---|' * len(PORTS)}")
    for path in options.documents:
        read = load_document(path)
        asked = list(make_requests(read))
        cells: list[str] = []
        for name in PORTS:
            with serving(name, path, read, options) as base:
                faults = [judge(read, one, base) for one in asked] if base else []
            cells.append(f"{faults.count('')}" if faults else "-")
            for one, fault in zip(asked, faults, strict=False):
                if fault and options.faults:
                    print(f"  {name}: {one.what} {one.operation.key}: {fault}", file=sys.stderr)
        print(f"| {path.name} | {len(asked)} | {' | '.join(cells)} |", flush=True)
    return 0


def make_requests(read: Document) -> Iterator[Asked]:
    """Yield the requests for a document: the same for every server."""
    document = MockDocument(read)
    reading = [one for one in read.operations if one.method == "GET"]
    changing = [one for one in read.operations if one.method != "GET"]
    # What is deleted can't be asked for any more: a server that remembers it would look bad.
    last = sorted(spread(changing), key=lambda one: one.method == "DELETE")
    for operation in (*spread(reading), *last):
        asked = good_request(document, operation)
        yield asked
        if operation.security and not any(not one.schemes for one in operation.security):
            yield Asked(
                what="no credentials",
                operation=operation,
                path=asked.path,
                good=False,
                query=asked.query,
                body=asked.body,
            )
        needed = isinstance(asked.body, dict) and document.resolve(schema_of(operation)).get("required")
        if needed and operation.body.get("required"):
            yield Asked(
                what="an empty body", operation=operation, path=asked.path, good=False, query=asked.query,
                headers=asked.headers, body={},
            )  # fmt: skip
        for parameter in operation.parameters:
            if parameter["in"] == "query" and document.types(parameter.get("schema", {})) == {"integer"}:
                yield Asked(
                    what="a text for a number", operation=operation, path=asked.path, good=False,
                    query={**asked.query, parameter["name"]: "many"}, headers=asked.headers, body=asked.body,
                )  # fmt: skip
                break


def spread(operations: list[Operation]) -> list[Operation]:
    """Return some operations, from the first to the last."""
    step = max(1, len(operations) // MOST_OPERATIONS)
    return operations[::step][:MOST_OPERATIONS]


def good_request(document: MockDocument, operation: Operation) -> Asked:
    """Return a request that keeps to the document."""
    path, query, headers = operation.path, {}, credentials(document, operation)
    known = True
    for parameter in operation.parameters:
        samples = [one["value"] for one in (parameter.get("examples") or {}).values() if "value" in one]
        value = samples[0] if samples else make_sent(document, parameter.get("schema", {}))
        # No server counts from 0.
        text = ",".join(map(str, value)) if isinstance(value, list) else str(value or 1)
        if parameter["in"] == "path":
            path = path.replace(f"{{{parameter['name']}}}", text or "x")
            known = known and bool(samples or document.resolve(parameter.get("schema", {})).get("examples"))
        elif parameter.get("required") and parameter["in"] == "query":
            query[parameter["name"]] = text
        elif parameter.get("required") and parameter["in"] == "header":
            headers.setdefault(parameter["name"], text)
        elif parameter.get("required") and parameter["in"] == "cookie":
            headers["Cookie"] = f"{parameter['name']}={text}"
    body = sample_of(document, operation)
    return Asked(
        what="good", operation=operation, path=path, good=True, known=known, query=query, headers=headers, body=body
    )  # fmt: skip


def schema_of(operation: Operation) -> Any:  # noqa: ANN401 - any schema.
    """Return the schema of a JSON or form body; None without one."""
    content = operation.body.get("content") or {}
    return next((media.get("schema", {}) for media in content.values()), None)


def sample_of(document: MockDocument, operation: Operation) -> Any:  # noqa: ANN401 - any JSON value.
    """Return a good body: the first sample that its schema takes, or a made-up one; None without one."""
    media = next(iter((operation.body.get("content") or {}).values()), None)
    if media is None:
        return None
    schema = media.get("schema", {})
    samples = [one["value"] for one in (media.get("examples") or {}).values() if "value" in one]
    good = [sample for sample in samples if document.compile_request(schema).is_valid(sample)]
    return good[0] if good else make_sent(document, schema)


def credentials(document: MockDocument, operation: Operation) -> dict[str, str]:
    """Return headers that meet the first alternative of an operation's security."""
    found: dict[str, str] = {}
    for name in operation.security[0].schemes if operation.security else ():
        scheme = document.resolve(document.raw["components"]["securitySchemes"][name])
        if scheme.get("type") == "apiKey" and scheme.get("in") == "header":
            found[scheme["name"]] = KEY
        elif scheme.get("type") == "apiKey" and scheme.get("in") == "cookie":
            found["Cookie"] = f"{scheme['name']}={KEY}"
        else:
            found["Authorization"] = f"Basic {BASIC}" if scheme.get("scheme") == "basic" else f"Bearer {KEY}"
    return found


def judge(read: Document, asked: Asked, base: str) -> str:
    """Return what is wrong with a server's answer; empty where the document allows it."""
    media = next(iter(asked.operation.body.get("content") or {}), "application/json")
    sent: dict[str, Any] = {}
    if asked.body is not None:
        sent = write_body(media, asked.body)
    try:
        headers = {**asked.headers, **sent.pop("headers", {})}
        path = asked.path.partition("#")[0]
        answer = httpx.request(
            asked.operation.method, base + path, params=asked.query, headers=headers, timeout=20, **sent
        )
    except httpx.HTTPError as error:
        return f"no answer: {type(error).__name__}"
    status = answer.status_code
    if not asked.good:
        return "" if BAD <= status < BROKEN else f"{status} for a bad request"
    # A resource that isn't there is a right answer where the document knows it.
    listed = asked.operation.responses
    if status == MISSING and ("404" in listed or not asked.known):
        return ""
    if status >= BAD:
        return f"{status} for a good request: {answer.text[:200]}"
    response = asked.operation.response(status)
    if not response:
        return "" if not any(code < "400" for code in listed) else f"{status} is not documented"
    return judge_body(read, response, answer)


def judge_body(read: Document, response: Any, answer: httpx.Response) -> str:  # noqa: ANN401
    """Return what is wrong with the headers and the body of an answer."""
    for name, header in (response.get("headers") or {}).items():
        if read.resolve(header).get("required") and name.lower() not in answer.headers:
            return f"the header {name} is missing"
    content = response.get("content") or {}
    if not content:
        return ""
    kind = answer.headers.get("content-type", "").partition(";")[0].strip()
    found = next((media for name, media in content.items() if name.partition(";")[0] in {kind, "*/*"}), None)
    if found is None:
        return f"the media type is {kind or 'missing'}"
    if "json" not in kind or "schema" not in found:
        return "" if answer.content or "json" not in kind else "no body"
    try:
        value = answer.json()
    except ValueError:
        return "the body is no JSON"
    schema = view_direction(dict(read.mapping), Direction.RESPONSE)
    try:
        fault = next(iter(compile_schema(schema, found["schema"]).iter_errors(value)), None)
    except (ValueError, jsonschema_rs.ValidationError):
        return ""
    return "" if fault is None else f"{fault.instance_path}: {fault.message:.150}"


def write_body(media: str, body: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return how httpx is told to send a body of a media type."""
    if "json" in media:
        return {"content": json.dumps(body).encode(), "headers": {"Content-Type": media}}
    if media.startswith("multipart/"):
        return {"files": {name: (None, text) for name, text in flat(body).items()}}
    if "form" in media:
        return {"data": flat(body)}
    return {"content": str(body).encode(), "headers": {"Content-Type": media.replace("*/*", "text/plain")}}


def flat(body: Any) -> dict[str, str]:  # noqa: ANN401
    """Return a body as the fields of a form."""
    items = body.items() if isinstance(body, dict) else ()
    return {name: value if isinstance(value, str) else json.dumps(value) for name, value in items}


@contextmanager
def serving(name: str, path: Path, read: Document, options: argparse.Namespace) -> Iterator[str]:
    """Serve a document by one of the servers; yield the URL before its operations' paths, empty where it doesn't."""
    port = PORTS[name]
    program = {"docpact": sys.executable, "prism": options.prism, "mockoon": options.mockoon}[name]
    if not program:
        yield ""
        return
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        # Mockoon and Prism read no Swagger 2.0 as well as 3.1: all get the document as it is, if they can read it.
        commands = {
            "docpact": [program, "-m", "docpact", "mock", str(path), "--port", str(port)],
            "prism": [program, "mock", str(path), "-p", str(port), "-v", "silent"],
            "mockoon": [program, "start", "--data", str(path), "--port", str(port), "--disable-log-to-file"],
        }
        if path.suffix == ".yaml" and name == "mockoon":
            write_document(read, folder / "document.json")
            commands[name][3] = str(folder / "document.json")
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        process = subprocess.Popen(commands[name], env={**os.environ}, **quiet)
        stack.callback(stop, process)
        base = f"http://127.0.0.1:{port}"
        # Prism leaves out the path of the server's URL; Mockoon and ours have it.
        yield f"{base}{'' if name == 'prism' else read.base_path}" if has_started(process, base) else ""


def has_started(process: subprocess.Popen[bytes], base: str) -> bool:
    """Wait for a server; tell whether it answers."""
    end = time.monotonic() + STARTED_WITHIN
    while time.monotonic() < end and process.poll() is None:
        try:
            httpx.get(f"{base}/", timeout=5)
        except httpx.HTTPError:
            time.sleep(0.3)
        else:
            return True
    return False


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server and what it has started."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
