"""The command line's grammar: each command's arguments, and what `--help` says of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from docpact.cli.argument_types import OUTPUTS, parse_codes, parse_count, parse_names, parse_source
from docpact.cli.catalogue import COMMANDS, GROUPS
from docpact.cli.parser import Parser

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[Parser]  # noqa: SLF001 - argparse names it nowhere else.

DESCRIPTION = "Documentation in, contract out: reStructuredText API documentation becomes an OpenAPI document,\n\
a client, a mock server and contract tests."
ENDING = """
examples:
  docpact init                                begin: write a configuration for the project in this folder
  docpact extract docs -o openapi.yaml        an OpenAPI document of the pages in docs/
  docpact lint --fix                          fix what can be fixed of the pages, and show the rest
  docpact check https://staging.example/v1 --document openapi.yaml

environment:
  DOCPACT_AUTHORIZATION   the whole Authorization header for `check`
  DOCPACT_SCOPE_KEYS      for `check`: JSON, one header for each scope
  DOCPACT_PROCESSES       how many processes read the pages
  XDG_CACHE_HOME          where earlier runs are kept (default: ~/.cache)
  NO_COLOR, FORCE_COLOR   no colour, or colour where the output is no terminal
  CI                      no progress

exit codes: 0 success; 1 a check failed; 2 wrong use or unreadable input
"""


def build_parser(only: str | None = None) -> Parser:
    """Return the command line's grammar; with `only`, of the other commands no more than their names."""
    parser = Parser(prog="docpact", description=DESCRIPTION, usage="docpact COMMAND [options]", add_help=False)
    parser.add_argument("-h", "--help", action="help", help="show this help, or with a command that command's")
    parser.add_argument("-V", "--version", action=_Version, help="show the version")
    # The help lists the commands in groups, above; what completes them wants argparse's own list.
    listed = "a command" if only is None else argparse.SUPPRESS
    commands = parser.add_subparsers(required=True, prog="docpact", metavar="COMMAND", parser_class=Parser, help=listed)
    for entry in COMMANDS:
        if only in {None, entry.name}:
            ARGUMENTS[entry.name](commands)
        else:
            commands.add_parser(entry.name, add_help=False)
    parser.description = f"{DESCRIPTION}\n\n{format_commands()}"
    parser.epilog = ENDING
    return parser


def format_commands() -> str:
    """Return the commands in their groups, each with what it does."""
    width = max(len(entry.name) for entry in COMMANDS)
    lines: list[str] = []
    for group in dict.fromkeys(entry.group for entry in COMMANDS):
        lines += ["", f"{group}:"] if lines else [f"{group}:"]
        lines += [f"  {entry.name.ljust(width)}  {entry.text}" for entry in COMMANDS if entry.group == group]
    return "\n".join(lines)


class _Version(argparse.Action):
    """Prints the version, which is looked up only then."""

    def __init__(self, option_strings: list[str], dest: str, help: str) -> None:  # noqa: A002 - argparse's name.
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from docpact import __version__  # noqa: PLC0415 - as above.

        sys.stdout.write(f"docpact {__version__}\n")
        parser.exit()


def _command(commands: Commands, name: str, text: str) -> Parser:
    entry = next(one for one in COMMANDS if one.name == name)
    more = [f"  {line.strip()}" for line in entry.examples.strip().splitlines()]
    command: Parser = commands.add_parser(
        name,
        help=text,
        description=f"{text[0].upper()}{text[1:]}.",
        epilog="\n".join(["examples:", *more, *entry.more]) if more else None,
    )
    command.groups = GROUPS.get(name, {})
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="configuration, instead of the nearest docpact.toml"
    )
    command.set_defaults(command=name.replace("-", "_"), parser=command)
    return command


def _add_init(commands: Commands) -> None:
    command = _command(commands, "init", "look at a project and write its configuration, a workflow and a commit hook")
    command.add_argument(
        "folder", type=Path, nargs="?", default=Path(), metavar="FOLDER", help="the project (default: this folder)"
    )
    command.add_argument(
        "--docs",
        type=Path,
        metavar="DOCS",
        help="the folder with the pages (default: found by conf.py and request lines)",
    )
    command.add_argument("--dry-run", action="store_true", help="show what would be written, and write nothing")


def _add_doctor(commands: Commands) -> None:
    command = _command(
        commands, "doctor", "count the request lines that are read and say what to do first; exit 1 if any is not read"
    )
    command.add_argument(
        "docs", type=Path, nargs="*", metavar="DOCS", help="folders with the .rst pages; default: the configured one"
    )
    command.add_argument("--pages", action="store_true", help="count by page, too")


def _add_extract(commands: Commands) -> None:
    command = _command(commands, "extract", "write the OpenAPI document of a documentation tree")
    command.add_argument(
        "docs", type=Path, nargs="+", metavar="DOCS", help="folders with the .rst pages, read as one tree"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: standard output)"
    )
    command.add_argument("-q", "--quiet", action="store_true", help="only the counts of diagnostics, not each of them")
    _add_cache(command)


def _add_lint(commands: Commands) -> None:
    command = _command(commands, "lint", "say what is wrong with the documentation; exit 1 if anything is")
    command.add_argument(
        "docs", type=Path, nargs="*", metavar="DOCS",
        help="folders with the .rst pages, single pages, or patterns of pages; default: the configured folder",
    )  # fmt: skip
    command.add_argument(
        "--format", choices=["full", "text", "json", "sarif", "github"],
        help="full shows the page's line, text has a line each (default: full, and text into a file)",
    )  # fmt: skip
    command.add_argument("--statistics", action="store_true", help="show only the number of diagnostics of each code")
    command.add_argument(
        "--fix", action="store_true",
        help="fix what needs no judgement: JSON of samples, headers of curl lines, (nullable) marks, missing []",
    )  # fmt: skip
    command.add_argument(
        "--unsafe-fixes", action="store_true", help="with --fix or --diff: also what needs your judgement"
    )
    command.add_argument("--diff", action="store_true", help="show what --fix would change, and write nothing")
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: standard output)"
    )
    command.add_argument(
        "--select", type=parse_codes, metavar="CODES", help="report only these codes, with commas between them"
    )
    command.add_argument("--ignore", type=parse_codes, default=(), metavar="CODES", help="report all but these codes")
    command.add_argument(
        "--baseline", type=Path, metavar="FILE", help="report only what is not in this file of a build"
    )
    command.add_argument(
        "--configured-baseline",
        action="store_true",
        help="report only what is not in the file that the last build wrote",
    )


def _add_explain(commands: Commands) -> None:
    command = _command(commands, "explain", "say why a fact is as it is: every place that speaks of it")
    command.add_argument(
        "--page", metavar="PAGE", help="show how that page is read: each block with the rule that read it"
    )
    command.add_argument(
        "target",
        metavar="TARGET",
        nargs="?",
        help="an operation's id or `METHOD /path`, a schema, NAME.PROPERTY of either, or a diagnostic's code",
    )
    command.add_argument(
        "docs", type=Path, nargs="*", metavar="DOCS", help="folders with the .rst pages; default: the configured one"
    )


def _add_build(commands: Commands) -> None:
    command = _command(commands, "build", "regenerate the document and the client from the documentation")
    command.add_argument("--check", action="store_true", help="write nothing; exit 1 with a diff if anything is stale")
    command.add_argument(
        "--accept", action="store_true", help="write although there are diagnostics that the last build didn't have"
    )
    command.add_argument("--watch", action="store_true", help="build again whenever a page or setting is saved")
    _add_cache(command)


def _add_client(commands: Commands) -> None:
    command = _command(commands, "client", "generate a client from any OpenAPI document")
    command.add_argument(
        "document", type=parse_source, metavar="DOCUMENT", help="a file, a URL, or - for standard input"
    )
    _add_allow_ref(command)
    command.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FOLDER", help="where to write the client's distribution"
    )
    command.add_argument(
        "--package", metavar="NAME", help="the name to import it by (default: the document's title with `_client`)"
    )
    command.add_argument(
        "--name", metavar="CLASS", default="", help="the client's class (default: the package without `_client`)"
    )
    command.add_argument(
        "--release", metavar="X.Y.Z", default="0.1.0", help="the distribution's version (default: %(default)s)"
    )


def _add_cache(command: Parser) -> None:
    command.add_argument(
        "--no-cache", action="store_true", help="read every page again, and store nothing for the next run"
    )


def _add_diff(commands: Commands) -> None:
    command = _command(commands, "diff", "say what changed, and for whom it breaks")
    _add_sides(command)
    command.add_argument(
        "--format", choices=["text", "json", "markdown", "github"], default="text", help="default: %(default)s"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: standard output)"
    )
    command.add_argument(
        "--fail-on", choices=["breaking", "possibly-breaking", "any"], help="exit 1 if there is such a change"
    )


def _add_compare(commands: Commands) -> None:
    command = _command(
        commands,
        "compare",
        "compare the documentation with what an implementation says of itself; exit 1 if they differ",
    )
    command.add_argument(
        "docs", type=parse_source, metavar="DOCS", help="a folder with .rst pages, or the document made of them"
    )
    command.add_argument(
        "document", type=parse_source, nargs="?", metavar="DOCUMENT",
        help="the implementation's OpenAPI document: a file, a URL, or - for standard input",
    )  # fmt: skip
    command.add_argument(
        "--format", choices=["text", "json", "sarif", "markdown"], default="text", help="default: %(default)s"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: standard output)"
    )
    command.add_argument("--baseline", type=Path, metavar="FILE", help="only what is not in this list")
    command.add_argument(
        "--write-baseline", type=Path, metavar="FILE", help="also write all that differs as a list for --baseline"
    )
    command.add_argument(
        "--traffic", type=Path, action="extend", nargs="+", default=[], metavar="FILE",
        help="in place of DOCUMENT: list what recorded exchanges show and no page has, with the row to paste",
    )  # fmt: skip
    _add_allow_ref(command)


def _add_release_notes(commands: Commands) -> None:
    command = _command(commands, "release-notes", "propose the client's next version and its entry")
    _add_sides(command)
    command.add_argument(
        "--version", dest="release", metavar="X.Y.Z", help="the version that is out; default: the configured one"
    )
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: standard output)"
    )


def _add_sides(command: Parser) -> None:
    what = "a document (file, URL, or - for standard input), or a folder with .rst pages"
    for name, otherwise in (("old", "built document"), ("new", "configured pages")):
        words = f"{what}; the {otherwise} if none"
        command.add_argument(name, type=parse_source, nargs="?", metavar=name.upper(), help=words)
    _add_allow_ref(command)
    command.add_argument(
        "--docs-at", metavar="REV",
        help="the old side as it was at a git revision: the configured pages, or OLD",
    )  # fmt: skip


def _add_allow_ref(command: Parser) -> None:
    command.add_argument(
        "--allow-ref", type=Path, action="append", default=[], metavar="PATH",
        help="a file or folder outside of the document's own that its references may lead to; repeatable",
    )  # fmt: skip


def _add_mock(commands: Commands) -> None:
    command = _command(commands, "mock", "serve the document: a server that behaves like the API")
    command.add_argument(
        "document", type=parse_source, nargs="?", metavar="DOCUMENT",
        help="a file, a URL, or - for standard input; default: the built one",
    )  # fmt: skip
    _add_allow_ref(command)
    command.add_argument("--host", default="127.0.0.1", help="address to bind to (default: %(default)s)")
    command.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME",
        help="also answer requests for this host name, such as a container's; repeatable",
    )  # fmt: skip
    command.add_argument("--port", type=int, default=8765, help="port, 0 for any free one (default: %(default)s)")
    command.add_argument(
        "--fault", action="append", default=[], metavar="NAME[:OPERATION]",
        help="break the document in this way, at the first operation that it fits, the one that is named, or all "
        "(`*`); repeatable",
    )  # fmt: skip
    command.add_argument(
        "--scopes", type=parse_names, metavar="SCOPES", help="the scopes of the key, with commas (default: all)"
    )
    command.add_argument("--rate-limits", action="store_true", help="enforce the documented limits, with 429")
    command.add_argument(
        "--size", type=parse_count, default=0, metavar="N", help="the least number of items in every list"
    )
    command.add_argument("--seed", type=int, default=0, metavar="N", help="the same seed makes the same items")
    command.add_argument(
        "--state", type=Path, metavar="FILE", help="load the state from FILE at the start, save it there at the end"
    )
    command.add_argument("--webhook", metavar="URL", default="", help="send the documented events to this URL")
    command.add_argument(
        "--webhook-anywhere", action="store_true", help="allow a --webhook that is not on this machine"
    )
    command.add_argument("--list-faults", action="store_true", help="list the faults, and exit")


def _add_check(commands: Commands) -> None:
    command = _command(commands, "check", "test a server against the document; without a URL, our own mock")
    command.add_argument(
        "url", nargs="?", metavar="URL", help="the server's base URL, with the path before all operations"
    )
    command.add_argument(
        "--document", type=parse_source, metavar="FILE",
        help="a file, a URL, or - for standard input; default: the built one",
    )  # fmt: skip
    _add_allow_ref(command)
    command.add_argument(
        "--report", type=Path, action="append", default=[], metavar="FILE",
        help="also write what was found: .json, .xml (JUnit), .har, .sarif or .html; repeatable",
    )  # fmt: skip
    command.add_argument(
        "--format", choices=OUTPUTS, default="text",
        help="what is printed; github has an annotation for each finding (default: %(default)s)",
    )  # fmt: skip
    _add_credentials(command)
    _add_deviations(command)
    command.add_argument("--replay", action="store_true", help="test only the operations that failed in the last run")
    command.add_argument(
        "--clean-up",
        action="store_true",
        help="test nothing; delete and restore what an interrupted run left on the server",
    )
    command.add_argument(
        "--traffic", type=Path, action="extend", nargs="+", default=[], metavar="FILE",
        help="send nothing; judge recorded exchanges: .har, .jsonl, also folders and .gz. A URL limits them to that "
        "server; a file in its place is the document",
    )  # fmt: skip
    command.add_argument(
        "--traffic-field", action="append", default=[], metavar="PART=KEY.KEY",
        help="where lines of JSON have the method, url, status, response-body …; repeatable",
    )  # fmt: skip
    _add_plan(command)


def _add_credentials(command: argparse.ArgumentParser) -> None:
    beside = "the value may be @FILE, or have $NAME of the environment in it"
    for option, form, what in (
        ("--header", "'NAME: VALUE'", "a header of every request, such as a key"),
        ("--query", "NAME=VALUE", "a key in the query"),
        ("--cookie", "NAME=VALUE", "a key in a cookie"),
    ):
        command.add_argument(
            option, action="append", default=[], metavar=form, help=f"{what}; {beside}; never shown; repeatable"
        )
    command.add_argument("--basic", default="", metavar="USER:PASSWORD", help="basic authentication, in the same form")
    command.add_argument("--client-id", default="", metavar="ID", help="the client that gets OAuth 2 access tokens")
    command.add_argument("--client-secret", default="", metavar="SECRET", help="its secret, in the same form")
    command.add_argument(
        "--token-url", default="", metavar="URL", help="where it gets them; the document's where not given"
    )
    command.add_argument("--token-scope", default="", metavar="SCOPES", help="the scopes that it asks for")


def _add_deviations(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--deviations", type=Path, metavar="FILE", help="known deviations, which fail no run (default: deviations.toml)"
    )
    command.add_argument(
        "--write-baseline", type=Path, metavar="FILE",
        help="add today's findings to a list of known deviations, cause by cause; from then on only new ones fail",
    )  # fmt: skip


def _add_proxy(commands: Commands) -> None:
    command = _command(commands, "proxy", "pass requests on to a server and judge every exchange against the document")
    command.add_argument("url", metavar="URL", help="the server's base URL, with the path before all operations")
    command.add_argument(
        "--document", type=parse_source, metavar="FILE",
        help="a file, a URL, or - for standard input; default: the built one",
    )  # fmt: skip
    _add_allow_ref(command)
    command.add_argument("--host", default="127.0.0.1", help="address to bind to (default: %(default)s)")
    command.add_argument(
        "--allow-host", action="append", default=[], metavar="NAME",
        help="also pass on requests for this host name, and of its pages; repeatable",
    )  # fmt: skip
    command.add_argument("--port", type=int, default=8766, help="port, 0 for any free one (default: %(default)s)")
    command.add_argument(
        "--report", type=Path, action="append", default=[], metavar="FILE",
        help="when it is stopped, write what was found: .json, .xml (JUnit), .har, .sarif or .html; repeatable",
    )  # fmt: skip
    _add_deviations(command)


def _add_run(commands: Commands) -> None:
    command = _command(commands, "run", "build, start the mock, test it, and show a summary")
    _add_plan(command)


def _add_plan(command: Parser) -> None:
    from docpact.contract.options import add_plan_options  # noqa: PLC0415 - takes a while, and few commands need it.

    add_plan_options(command)


def _add_completion(commands: Commands) -> None:
    command = _command(commands, "completion", "print what makes a shell complete docpact's commands and options")
    command.add_argument("shell", choices=["bash", "zsh", "tcsh"], help="which shell")


def _add_schema(commands: Commands) -> None:
    command = _command(commands, "schema", "print the JSON Schema of docpact.toml, by which editors complete it")
    command.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="where to write it (default: standard output)"
    )


ARGUMENTS: dict[str, Callable[[Commands], None]] = {
    "init": _add_init,
    "doctor": _add_doctor,
    "lint": _add_lint,
    "explain": _add_explain,
    "extract": _add_extract,
    "build": _add_build,
    "client": _add_client,
    "diff": _add_diff,
    "compare": _add_compare,
    "release-notes": _add_release_notes,
    "mock": _add_mock,
    "check": _add_check,
    "proxy": _add_proxy,
    "run": _add_run,
    "completion": _add_completion,
    "schema": _add_schema,
}
"""Command → what adds its arguments."""
