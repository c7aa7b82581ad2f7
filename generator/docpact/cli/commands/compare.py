"""`docpact compare`: the documentation against what an implementation says of itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from docpact.cli.terminal import FAILED, FINE, WRONG, out_report, say, say_findings
from docpact.config import Config, load_config
from docpact.conform import (
    compare_implementation,
    format_baseline,
    format_disagreement_counts,
    format_disagreements,
    read_known,
    without_known,
)
from docpact.conform.lacking import Unlisted, find_lacking, format_lacking
from docpact.contract.result import ContractResult
from docpact.document import read_document
from docpact.errors import UsageError
from docpact.files import write_text
from docpact.revisions import load_side


def run(options: argparse.Namespace) -> int:
    """`docpact compare`."""
    named = load_config(options.config) if options.config else None
    known = read_known(options.baseline) if options.baseline else None
    if options.traffic:
        return _compare_traffic(options, named)
    if options.document is None:
        raise UsageError("is missing", where="DOCUMENT", hint="name the implementation's document, or --traffic FILE")
    documented = load_side(options.docs, named, allow_ref=options.allow_ref)
    implemented = load_side(options.document, allow_ref=options.allow_ref)
    say_findings(dict.fromkeys([*documented.findings, *implemented.findings]))
    found = compare_implementation(documented.document, implemented.document)
    if options.write_baseline:
        write_text(options.write_baseline, format_baseline(found))
    shown = without_known(found, known) if known else found
    text = format_disagreements(shown, documented.files, options.format)
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out_report(text, options.format)
    more = f"; {len(found) - len(shown)} are in the baseline" if known else ""
    say(f"{format_disagreement_counts(shown)}{more}")
    return FAILED if shown else FINE


def _compare_traffic(options: argparse.Namespace, config: Config | None) -> int:
    """`docpact compare DOCS --traffic FILE …`."""
    # With schemathesis: no other comparison pays for it.
    from docpact.contract.traffic.files import Traffic, find_files  # noqa: PLC0415
    from docpact.contract.traffic.session import TrafficSession  # noqa: PLC0415

    known = read_known(options.baseline) if options.baseline else None
    traffic = Traffic(find_files(options.traffic))
    documented = load_side(options.docs, config, allow_ref=options.allow_ref)
    session = TrafficSession(read_document(documented.document, str(options.docs)))
    for exchange in traffic:
        session.note(exchange)
    result = session.build_result(traffic.troubles)
    found = find_lacking(documented.document, _list_unlisted(result))
    if options.write_baseline:
        write_text(options.write_baseline, format_baseline([one.disagreement for one in found]))
    left = without_known([one.disagreement for one in found], known) if known else None
    shown = found if left is None else [one for one in found if one.disagreement in left]
    text = session.results.redact(format_lacking(shown, documented.files, options.format))
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out_report(text, options.format)
    if result.trouble:
        say(f"docpact: {result.trouble}")
    judged = result.coverage.judged if result.coverage else 0
    say(f"{len(shown)} things that {judged} exchanges show, and no page has")
    return FAILED if shown else WRONG if result.trouble else FINE


def _list_unlisted(result: ContractResult) -> Iterator[Unlisted]:
    coverage = result.coverage
    if coverage is None:
        return
    for label, count in coverage.undocumented.items():
        yield Unlisted(operation=label, kind="operation", count=count)
    for label, operation in coverage.operations.items():
        status = next(iter(operation.statuses.seen), "")
        for kind, part in (
            ("status", operation.statuses), ("parameter", operation.parameters), ("sent", operation.sent),
            ("property", operation.properties),
        ):  # fmt: skip
            for name, count in part.unknown.items():
                types = part.types.get(name, ())
                yield Unlisted(operation=label, kind=kind, name=name, status=status, types=types, count=count)
