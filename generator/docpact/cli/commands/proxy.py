"""`docpact proxy`: between a client and a server, judging what passes."""

from __future__ import annotations

import argparse

from docpact.cli.project import find_project
from docpact.cli.terminal import out, say, say_findings
from docpact.contract.proxy import ProxyJob, run_proxy
from docpact.contract.proxy.run import check_server
from docpact.contract.reports import format_contract
from docpact.contract.suite import is_loopback
from docpact.document import load_document


def run(options: argparse.Namespace) -> int:
    """`docpact proxy`."""
    server = check_server(options.url)
    config = find_project(options, needed=options.document is None)
    document = load_document(options.document or config.path(config.spec.output), allow_ref=options.allow_ref)
    say_findings(document.findings)
    if not is_loopback(f"http://{options.host}"):
        say(f"warning: {options.host} can be reached from other machines, and passes on whatever they send")

    def announce(url: str, page: str) -> None:
        say(f"passing {url} on to {server}, with a page at {page} (Ctrl-C stops it and reports)")

    job = ProxyJob(
        server=server, document=document, host=options.host, port=options.port, hosts=options.allow_host,
        reports=options.report, deviations=options.deviations, baseline=options.write_baseline,
    )  # fmt: skip
    result = run_proxy(job, config, announce)
    out(format_contract(result))
    return result.exit_code
