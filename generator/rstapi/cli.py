"""Arguments, printing, exit codes: the only place for all three.

0: fine. 1: what was checked does not hold. 2: wrong use or unreadable input.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict

from rstapi import __version__
from rstapi.config import FILE, Config, config_for, find_config, load_config
from rstapi.diagnostics import CODES, Diagnostic, Severity, format_diagnostic
from rstapi.errors import RstapiError, UsageError

if TYPE_CHECKING:
    from rstapi.pipeline import Build

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else.

METHODS = frozenset({"get", "put", "post", "delete", "options", "head", "patch", "trace"})
FINE, FAILED, WRONG = 0, 1, 2
LARGEST_COUNT = 1_000_000
AUTHORIZATION = "RSTAPI_AUTHORIZATION"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return the exit code."""
    parser = build_parser()
    options = parser.parse_args(arguments)
    try:
        code: int = options.run(options)
    except RstapiError as error:
        say(f"rstapi: {error}")
        return WRONG
    except KeyboardInterrupt:
        say("rstapi: interrupted")
        return 130
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); nothing more can be said to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code


def say(text: str) -> None:
    """Print to the terminal beside the output: progress, verdicts, errors."""
    print(text, file=sys.stderr)


def out(text: str) -> None:
    """Print what was asked for."""
    print(text)


def show_progress(text: str) -> None:
    """Say on a terminal what is being done; nothing in CI or into a file."""
    if sys.stderr.isatty() and not os.environ.get("CI"):
        say(f"· {text}")


def build_parser() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    parser = argparse.ArgumentParser(
        prog="rstapi",
        description="Documentation in, contract out: reStructuredText API documentation becomes an OpenAPI document, "
        "a client, a mock server and contract tests.",
        epilog="Exit codes: 0 fine; 1 what was checked does not hold; 2 wrong use or unreadable input.",
    )
    parser.add_argument("--version", action="version", version=f"rstapi {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_extract(commands)
    _add_lint(commands)
    _add_explain(commands)
    _add_build(commands)
    _add_mock(commands)
    _add_check(commands)
    _add_run(commands)
    return parser


class SuiteOptions(TypedDict):
    """The options of the contract tests, as `run_contract` takes them."""

    seed: int
    examples: int | None
    depth: str
    allow: Sequence[str]
    devices: Sequence[str]
    budget: int
    remote: bool
    keyword: str | None
    shard: tuple[int, int]
    progress: bool


def _command(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    command.add_argument("--config", type=Path, metavar="FILE", help=f"configuration, instead of the nearest {FILE}")
    command.set_defaults(run=run)
    return command


def _add_extract(commands: Commands) -> None:
    command = _command(commands, "extract", run_extract, "write the OpenAPI document of a documentation tree")
    command.add_argument(
        "docs", type=Path, nargs="+", metavar="DOCS", help="folders with the .rst pages, read as one tree"
    )
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it; printed where not given")
    command.add_argument("-q", "--quiet", action="store_true", help="only the counts of diagnostics, not each of them")


def _add_lint(commands: Commands) -> None:
    command = _command(commands, "lint", run_lint, "say what is wrong with the documentation; exit 1 if anything is")
    command.add_argument(
        "docs", type=Path, nargs="*", metavar="DOCS", help="folders with the .rst pages; the configured one if none"
    )
    command.add_argument(
        "--format", choices=["text", "json", "sarif", "github"], default="text", help="default: %(default)s"
    )
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="where to write it; printed where not given")
    command.add_argument("--select", type=_codes, metavar="CODES", help="only these, with commas between them")
    command.add_argument("--ignore", type=_codes, default=(), metavar="CODES", help="all but these")
    command.add_argument("--baseline", type=Path, metavar="FILE", help="only what is not in this list from a build")


def _add_explain(commands: Commands) -> None:
    command = _command(commands, "explain", run_explain, "say why a fact is as it is: every place that speaks of it")
    command.add_argument(
        "target", metavar="TARGET", help="an operation's id or `METHOD /path`, a schema, or NAME.MEMBER of either"
    )
    command.add_argument(
        "docs", type=Path, nargs="*", metavar="DOCS", help="folders with the .rst pages; the configured one if none"
    )


def _shard(text: str) -> tuple[int, int]:
    """Return which part of how many `2/8` names."""
    part, slash, parts = text.partition("/")
    if not (slash and part.isdecimal() and parts.isdecimal() and 1 <= int(part) <= int(parts) <= 999):  # noqa: PLR2004
        raise argparse.ArgumentTypeError(f"`{text}` is no part of a whole (write 2/8 for the second of eight)")
    return int(part), int(parts)


def _codes(text: str) -> tuple[str, ...]:
    """Return the diagnostics' codes that an argument lists."""
    codes = tuple(code.strip() for code in text.split(",") if code.strip())
    if unknown := sorted(set(codes) - set(CODES)):
        near = get_close_matches(unknown[0], CODES, n=1)
        raise argparse.ArgumentTypeError(f"there is no code `{unknown[0]}`{f', but `{near[0]}`' if near else ''}")
    return codes


def _add_build(commands: Commands) -> None:
    command = _command(commands, "build", run_build, "make the document and the client anew from the documentation")
    command.add_argument("--check", action="store_true", help="write nothing; exit 1 with a diff if anything is stale")
    command.add_argument(
        "--accept", action="store_true", help="write although there are diagnostics that the last build didn't have"
    )


def _add_mock(commands: Commands) -> None:
    command = _command(commands, "mock", run_mock, "serve the document: a server that behaves like the API")
    command.add_argument("document", type=Path, nargs="?", metavar="DOCUMENT", help="the built one where not given")
    command.add_argument("--host", default="127.0.0.1", help="address to bind to (default: %(default)s)")
    command.add_argument("--port", type=int, default=8765, help="port, 0 for any free one (default: %(default)s)")
    command.add_argument(
        "--fault", action="append", default=[], metavar="NAME[:OPERATION]",
        help="differ from the document in this way, at the first operation that it fits, the one that is named, or all "
        "(`*`); repeatable",
    )  # fmt: skip
    command.add_argument(
        "--scopes", type=_names, metavar="SCOPES", help="what the key may do, with commas; all where not given"
    )
    command.add_argument("--rate-limits", action="store_true", help="keep the documented limits: 429 beyond them")
    command.add_argument("--size", type=_count, default=0, metavar="N", help="so many things in every list, at least")
    command.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed makes the same things")
    command.add_argument("--state", type=Path, metavar="FILE", help="begin with what it holds, and keep all in it")
    command.add_argument("--webhook", metavar="URL", default="", help="post events there")
    command.add_argument("--webhook-anywhere", action="store_true", help="even if it is not on this machine")
    command.add_argument("--list-faults", action="store_true", help="show the faults that there are, and stop")


def _add_check(commands: Commands) -> None:
    command = _command(commands, "check", run_check, "test a server against the document; without a URL, our own mock")
    command.add_argument(
        "url", nargs="?", metavar="URL", help="the server's base URL, with the path before all operations"
    )
    command.add_argument("--document", type=Path, metavar="FILE", help="the built one where not given")
    command.add_argument(
        "--report", type=Path, action="append", default=[], metavar="FILE",
        help="also write what was found: .json, .xml (JUnit), .har, .sarif or .html; repeatable",
    )  # fmt: skip
    command.add_argument(
        "--deviations", type=Path, metavar="FILE", help="disagreements that are known (default: deviations.toml)"
    )
    command.add_argument("--replay", action="store_true", help="only the operations that failed in the last run")
    command.add_argument(
        "--clean-up", action="store_true", help="test nothing; delete what a broken-off run left on the server"
    )
    _add_suite_options(command)


def _add_suite_options(command: argparse.ArgumentParser) -> None:
    depth = command.add_mutually_exclusive_group()
    depth.add_argument(
        "--quick", dest="depth", action="store_const", const="quick", default="default", help="the cheapest cases only"
    )
    depth.add_argument("--deep", dest="depth", action="store_const", const="deep", help="many more generated cases")
    command.add_argument(
        "--shard", type=_shard, default=(1, 1), metavar="I/N", help="only the I-th of N parts of the operations"
    )
    command.add_argument("--examples", type=int, metavar="N", help="generated cases an operation (default: 10)")
    command.add_argument(
        "--seed", type=int, default=0, metavar="N", help="the same seed sends the same cases (default: %(default)s)"
    )
    command.add_argument("-k", dest="keyword", metavar="WORDS", help="only operations that fit, as pytest's -k")
    command.add_argument(
        "--allow", action="append", default=[], choices=["write", "physical"],
        help="off this machine, also call operations that change data, or that move things; only reading ones are "
        "called otherwise",
    )  # fmt: skip
    command.add_argument(
        "--device", action="append", default=[], metavar="ID", help="a device that may be touched; repeatable"
    )
    command.add_argument(
        "--budget", type=int, default=600, metavar="N", help="most requests, off this machine (default: %(default)s)"
    )
    command.add_argument(
        "--remote", action="store_true", help="treat a loopback address as somebody's server: it is a tunnel to one"
    )


def _add_run(commands: Commands) -> None:
    command = _command(commands, "run", run_all, "do everything: build, start the mock, test it, and sum up")
    _add_suite_options(command)


def _names(text: str) -> tuple[str, ...]:
    """Return the names in an argument."""
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _count(text: str) -> int:
    """Return a number of things."""
    if not text.isascii() or not text.isdigit() or int(text) > LARGEST_COUNT:
        raise argparse.ArgumentTypeError(f"must be a number from 0 to {LARGEST_COUNT}")
    return int(text)


def run_extract(options: argparse.Namespace) -> int:
    """`rstapi extract`."""
    from rstapi.files import write_text  # noqa: PLC0415 - a command pays for its own imports only.
    from rstapi.pipeline import extract  # noqa: PLC0415

    config, roots = _documentation(options)
    extraction = extract(roots, config)
    if options.output:
        write_text(options.output, extraction.text)
    else:
        out(extraction.text.rstrip("\n"))
    if not options.quiet:
        for diagnostic in extraction.diagnostics:
            path = extraction.files.get(diagnostic.origin.path, diagnostic.origin.path)
            say(format_diagnostic(diagnostic, str(path)))
    say(f"{_document_line(extraction.document)}; {_severity_line(extraction.diagnostics)}")
    return FINE


def run_lint(options: argparse.Namespace) -> int:
    """`rstapi lint`."""
    from rstapi.files import write_text  # noqa: PLC0415
    from rstapi.pipeline import extract  # noqa: PLC0415
    from rstapi.report import compare_baseline, format_findings, read_baseline  # noqa: PLC0415

    config, roots = _documentation(options)
    extraction = extract(roots, config)
    shown = [d for d in extraction.diagnostics if not options.select or d.code in options.select]
    shown = [d for d in shown if d.code not in options.ignore]
    more = f"; {len(extraction.settled)} settled by overlays" if extraction.settled else ""
    if options.baseline:
        compared = compare_baseline(shown, read_baseline(options.baseline))
        shown = list(compared.new)
        more += f"; {compared.gone} of the baseline are gone: rstapi build takes them out" if compared.gone else ""
    text = format_findings(shown, extraction.files, options.format)
    if options.output:
        write_text(options.output, f"{text}\n" if text else "")
    elif text:
        out(text)
    say(f"{'new: ' if options.baseline and shown else ''}{_severity_line(shown)}{more}")
    return FAILED if shown else FINE


def run_explain(options: argparse.Namespace) -> int:
    """`rstapi explain`."""
    from rstapi.model import explain  # noqa: PLC0415
    from rstapi.pipeline import read_api  # noqa: PLC0415
    from rstapi.report import format_explanation  # noqa: PLC0415

    config, roots = _documentation(options)
    tree, api = read_api(roots, config, lambda _: None)
    out(format_explanation(explain(api, options.target), tree.files))
    return FINE


def run_build(options: argparse.Namespace) -> int:
    """`rstapi build`."""
    from rstapi.pipeline import build  # noqa: PLC0415

    made = build(_project(options), write=not options.check, accept=options.accept, progress=show_progress)
    if options.check:
        if made.stale:
            out(made.stale)
            say("rstapi: what is emitted is stale; run `rstapi build` and commit what it writes")
            return FAILED
        say("everything emitted is fresh")
        return FINE
    if made.new and not options.accept:
        _say_new(made)
        return FAILED
    say(f"{_document_line(made.extraction.document)}; {_severity_line(made.extraction.diagnostics)}")
    return FINE


def _say_new(made: Build) -> None:
    from rstapi.report import format_findings  # noqa: PLC0415

    out(format_findings(made.new, made.extraction.files, "text"))
    say(f"rstapi: {_severity_line(made.new)} new; nothing is written (mend the pages, or `rstapi build --accept`)")


def run_mock(options: argparse.Namespace) -> int:
    """`rstapi mock`."""
    from rstapi.emit import load_document  # noqa: PLC0415
    from rstapi.mock import create_app, format_faults, sample_authorization, serve  # noqa: PLC0415
    from rstapi.mock.state import load_state, save_state  # noqa: PLC0415
    from rstapi.mock.webhooks import check_webhook, is_loopback  # noqa: PLC0415

    if options.list_faults:
        out(format_faults())
        return FINE
    config = _project(options, needed=options.document is None)
    document = load_document(options.document or config.path(config.spec.output))
    webhook = options.webhook and check_webhook(options.webhook, anywhere=options.webhook_anywhere)
    app = create_app(
        document, behaviours=config.mock.behaviours, faults=options.fault, scopes=options.scopes,
        rate_limits=options.rate_limits, size=options.size, seed=options.seed, webhook=webhook,
    )  # fmt: skip
    key = sample_authorization(document)
    store = app.state.engine.store
    if options.state and options.state.exists():
        load_state(store, options.state)

    def announce(url: str) -> None:
        say(f"serving {url}" + (f" for the header `Authorization: {key}`" if key else "") + " (Ctrl-C stops it)")

    if not is_loopback(options.host):
        say(f"warning: {options.host} can be reached from other machines")

    def keep() -> None:
        if options.state:
            save_state(store, options.state)

    serve(app, host=options.host, port=options.port, announce=announce, stopped=keep)
    return FINE


def run_check(options: argparse.Namespace) -> int:
    """`rstapi check`."""
    from rstapi.checking import Check, check  # noqa: PLC0415
    from rstapi.contract import journal_path, pending  # noqa: PLC0415
    from rstapi.report import format_contract  # noqa: PLC0415

    if options.clean_up:
        return _clean_up(options.url)
    config = _project(options, needed=options.document is None)
    plan = Check(
        document=options.document or config.path(config.spec.output),
        url=options.url,
        reports=options.report,
        deviations=options.deviations,
        replay=options.replay,
    )
    result = check(plan, config, **_suite(options))
    out(format_contract(result))
    if options.url and (left := pending(journal_path(), options.url)):
        say(f"rstapi: {left} thing{'s' * (left > 1)} that this created may still be there: rstapi check URL --clean-up")
    return result.exit_code


def _clean_up(url: str | None) -> int:
    """`rstapi check URL --clean-up`."""
    from rstapi.contract import clean_up, journal_path  # noqa: PLC0415

    if url is None:
        raise UsageError("name the server", where="--clean-up", hint="rstapi check URL --clean-up")
    done = clean_up(journal_path(), url, os.environ.get(AUTHORIZATION))
    for line in done.left:
        out(line)
    say(f"{len(done.deleted)} deleted, {len(done.left)} left to look after")
    return FAILED if done.left else FINE


def run_all(options: argparse.Namespace) -> int:
    """`rstapi run`."""
    from rstapi.checking import Check, check  # noqa: PLC0415
    from rstapi.pipeline import build  # noqa: PLC0415
    from rstapi.report import format_contract  # noqa: PLC0415

    config = _project(options)
    made = build(config, write=True, progress=show_progress)
    if made.new:
        _say_new(made)
        return FAILED
    show_progress("testing the mock against the document")
    result = check(Check(document=made.document), config, **_suite(options))
    document = made.extraction.document
    rows = {
        "documentation": f"{len(made.extraction.files)} pages in {config.docs.source}",
        "document": f"{_document_line(document)}",
        "diagnostics": _severity_line(made.extraction.diagnostics),
        "contract test": f"{result.requests} requests to {result.operations} operations of the mock, "
        f"{result.seconds:.0f} s",
        "verdict": "the server keeps its contract" if result.exit_code == FINE else f"{len(result.failures)} failures",
        "files": f"{config.spec.output}, {config.spec.diagnostics}, {config.client.folder}/",
        "next": f"rstapi mock, or rstapi check URL with the key in {AUTHORIZATION}",
    }
    if result.failures:
        out(format_contract(result))
    width = max(map(len, rows))
    out("\n".join(f"{name.ljust(width)}  {text}" for name, text in rows.items()))
    return result.exit_code


def _project(options: argparse.Namespace, *, needed: bool = True) -> Config:
    """Return the configuration that is named, or the nearest; raises `UsageError` where one is needed and missing."""
    found = options.config or find_config(Path.cwd())
    if found is None and needed:
        hint = "run it in a project's folder, or name the file with --config, or use rstapi extract DOCS"
        raise UsageError(f"no {FILE} here or above", where=str(Path.cwd()), hint=hint)
    return load_config(found) if found else Config(root=Path.cwd())


def _documentation(options: argparse.Namespace) -> tuple[Config, list[Path]]:
    """Return the configuration and the folders with the pages: those that are named, else the configured one."""
    if not options.docs:
        config = _project(options)
        return config, [config.path(config.docs.source)]
    return load_config(options.config) if options.config else config_for(options.docs[0]), list(options.docs)


def _suite(options: argparse.Namespace) -> SuiteOptions:
    return {
        "seed": options.seed,
        "examples": options.examples,
        "depth": options.depth,
        "allow": options.allow,
        "devices": options.device,
        "budget": options.budget,
        "remote": options.remote,
        "keyword": options.keyword,
        "shard": options.shard,
        "progress": sys.stderr.isatty() and not os.environ.get("CI"),
    }


def _document_line(document: Mapping[str, Any]) -> str:
    """Return what the document has, in words."""
    operations = sum(method in METHODS for item in document["paths"].values() for method in item)
    schemas = len(document.get("components", {}).get("schemas", ()))
    webhooks = len(document.get("webhooks", ()))
    return f"{operations} operations, {schemas} schemas" + (f", {webhooks} webhooks" if webhooks else "")


def _severity_line(diagnostics: Sequence[Diagnostic]) -> str:
    """Return how many diagnostics of each severity there are, in words."""
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    found = [f"{count} {severity}{'s' * (count > 1)}" for severity in Severity if (count := counts[severity])]
    return ", ".join(found) or "no diagnostics"
