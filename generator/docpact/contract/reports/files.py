"""Reports of a contract result as files: JSON, JUnit, SARIF and HAR; the HTML page has a module of its own."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from docpact import __version__
from docpact.contract.causes import group_causes
from docpact.contract.reports.about import describe_run
from docpact.contract.reports.github import format_github
from docpact.contract.reports.page import format_page, locate
from docpact.contract.reports.text import format_contract
from docpact.contract.result import ContractResult
from docpact.contract.suite import Failure
from docpact.errors import UsageError
from docpact.files import write_parts, write_text
from docpact.plain_text import format_json

SARIF_VERSION = "2.1.0"
SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
# What XML 1.0 has no place for, section 2.2.
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
HAR = ".har"


def needs_exchanges(paths: Sequence[Path]) -> bool:
    """Whether a report shows every request."""
    return any(path.suffix.lower() == HAR for path in paths)


def check_report_paths(paths: Sequence[Path]) -> None:
    """Raise `UsageError` for a file whose ending names no format, before anything is tested."""
    for path in paths:
        if path.suffix.lower() not in FORMATS:
            raise UsageError("ends in no known format", where=str(path), hint=f"known are {', '.join(FORMATS)}")


def write_report(path: Path, result: ContractResult, docs: str, exchanges: Path | None = None) -> None:
    """Write the result in the format that the file's ending names, whole or not at all.

    `docs` is the folder of the documentation's pages, `exchanges` the file with every request, a line of JSON each.
    """
    if path.suffix.lower() == HAR:
        write_parts(path, _list_har_parts(exchanges), private=True)
    else:
        write_text(path, FORMATS[path.suffix.lower()](result, docs, exchanges), private=True)


def _json(result: ContractResult, docs: str, exchanges: Path | None) -> str:
    del docs, exchanges
    about = describe_run(result)
    content: dict[str, Any] = {
        **{name: about[name] for name in ("tool", "date", "document") if name in about},
        "server": result.base_url,
        "seed": result.seed,
        "requests": result.requests,
        "budget": result.budget,
        "seconds": result.seconds,
        "trouble": result.trouble,
        "doubt": result.doubt,
        "not_tested": list(result.unreached),
        "unknown_devices": list(result.unknown_devices),
        "causes": [
            {"check": cause.check, "failures": [asdict(failure) for failure in cause.failures]}
            for cause in group_causes(result.failures)
        ],
        "known": list(result.known),
        "notes": [{"operation": note.operation, "message": note.message} for note in result.notes],
        "operations": {
            operation: {
                "source": result.sources.get(operation, ""),
                "successes": result.count_successes(operation),
                "statuses": dict(result.statuses.get(operation, {})),
                "checks": dict(sorted(result.checked.get(operation, {}).items())),
                **(asdict(result.timings[operation]) if operation in result.timings else {}),
            }
            for operation in result.tested
        },
        "left_out": dict(result.left_out),
        **({"coverage": asdict(result.coverage)} if result.coverage is not None else {}),
    }
    return format_json(content) + "\n"


def _junit(result: ContractResult, docs: str, exchanges: Path | None) -> str:
    """Return JUnit XML: a test suite for each operation, a test case for each check."""
    del docs, exchanges
    failed = {(failure.operation, failure.check): failure for failure in result.failures}
    root = ET.Element("testsuites", name="docpact check", tests="0", failures=str(len(failed)))
    if result.ended:
        root.set("timestamp", f"{result.ended.replace(' ', 'T')}:00")
    total = 0
    for operation in sorted({*result.tested, *(operation for operation, _ in failed)}):
        checks = sorted({*result.checked.get(operation, ()), *(c for o, c in failed if o == operation)})
        wrong = sum((operation, check) in failed for check in checks)
        timing = result.timings.get(operation)
        attributes = {"name": operation, "tests": str(len(checks)), "failures": str(wrong)}
        suite = ET.SubElement(root, "testsuite", attributes | ({"time": f"{timing.seconds:.3f}"} if timing else {}))
        total += len(checks)
        for check in checks:
            case = ET.SubElement(suite, "testcase", classname=operation, name=check)
            if failure := failed.get((operation, check)):
                shown = ET.SubElement(
                    case, "failure", type=check, message=_xml((failure.message.splitlines() or [""])[0])
                )
                shown.text = _xml(f"{failure.message}\n{failure.source}\n{failure.curl}")
    for operation, reason in result.left_out.items():
        suite = ET.SubElement(root, "testsuite", name=operation, tests="1", failures="0", skipped="1")
        case = ET.SubElement(suite, "testcase", classname=operation, name="called")
        ET.SubElement(case, "skipped", message=_xml(reason))
    root.set("tests", str(total + len(result.left_out)))
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _sarif(result: ContractResult, docs: str, exchanges: Path | None) -> str:
    """Return SARIF: each failure on the line of the documentation that it contradicts."""
    del exchanges
    checks = sorted({failure.check for failure in result.failures})
    results = [
        {
            "ruleId": failure.check,
            "ruleIndex": checks.index(failure.check),
            "level": "error",
            "message": {"text": f"{failure.operation}: {failure.message}"},
            **({"locations": [_location(failure, docs)]} if failure.source else {}),
            "partialFingerprints": {"operationAndCheck/v1": f"{failure.operation}: {failure.check}"},
        }
        for failure in result.failures
    ]
    driver = {"name": "docpact check", "version": __version__, "rules": [{"id": check} for check in checks]}
    log = {
        "$schema": SARIF_SCHEMA,
        "version": SARIF_VERSION,
        "runs": [{"tool": {"driver": driver}, "results": results, "properties": describe_run(result)}],
    }
    return format_json(log) + "\n"


def _har(result: ContractResult, docs: str, exchanges: Path | None) -> str:
    """Return every exchange as an HTTP archive, version 1.2."""
    del result, docs
    return "".join(_list_har_parts(exchanges))


def _list_har_parts(exchanges: Path | None) -> Iterator[str]:
    """Yield an HTTP archive in parts, an exchange at a time: a session may have more than fit into the memory."""
    creator = json.dumps({"name": "docpact", "version": __version__})
    yield f'{{"log": {{"version": "1.2", "creator": {creator}, "entries": ['
    if exchanges is not None:
        with exchanges.open(encoding="utf-8") as stream:
            for number, line in enumerate(stream):
                yield ", " * bool(number) + json.dumps(_har_entry(json.loads(line)), ensure_ascii=False)
    yield "]}}\n"


def _page(result: ContractResult, docs: str, exchanges: Path | None) -> str:
    del exchanges
    return format_page(result, docs)


FORMATS: dict[str, Callable[[ContractResult, str, Path | None], str]] = {
    ".json": _json,
    ".xml": _junit,
    HAR: _har,
    ".sarif": _sarif,
    ".html": _page,
}


def format_output(name: str, result: ContractResult, docs: str) -> str:
    """Return the result in the format with that name, to be printed; `docs` is the folder of the pages."""
    if name == "text":
        return format_contract(result)
    if name == "github":
        return format_github(result, docs).rstrip("\n")
    return FORMATS[".xml" if name == "junit" else f".{name}"](result, docs, None).rstrip("\n")


def _har_entry(exchange: Mapping[str, Any]) -> dict[str, Any]:
    milliseconds = round(exchange["seconds"] * 1000, 1)
    sent, received = _named(exchange["headers"]), _named(exchange["response_headers"])
    kinds = {header["name"].lower(): header["value"] for header in received}
    sent_kind = next((h["value"] for h in sent if h["name"].lower() == "content-type"), "")
    post = {"postData": {"mimeType": sent_kind, "text": exchange["body"]}} if exchange["body"] else {}
    return {
        "startedDateTime": exchange["started"],
        "time": milliseconds,
        "request": {
            "method": exchange["method"],
            "url": exchange["url"],
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": sent,
            "queryString": _named(parse_qsl(urlsplit(exchange["url"]).query, keep_blank_values=True)),
            **post,
            "headersSize": -1,
            "bodySize": len(exchange["body"].encode()),
        },
        "response": {
            "status": exchange["status"],
            "statusText": exchange["reason"],
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": received,
            "content": {
                "size": exchange["size"],
                "mimeType": kinds.get("content-type", ""),
                "text": exchange["response_body"],
            },
            "redirectURL": kinds.get("location", ""),
            "headersSize": -1,
            "bodySize": exchange["size"],
        },
        "cache": {},
        "timings": {"send": 0, "wait": milliseconds, "receive": 0},
    }


def _named(pairs: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]


def _location(failure: Failure, docs: str) -> dict[str, Any]:
    uri, _, line = locate(failure.source, docs).rpartition(":")
    region = {"startLine": int(line)} if line.isdigit() else {}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, **({"region": region} if region else {})}}


def _xml(text: str) -> str:
    return NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
