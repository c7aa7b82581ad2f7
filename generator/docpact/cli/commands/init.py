"""`docpact init`: look at a project, and write the files of a first configuration."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from docpact.cli.terminal import FINE, out
from docpact.config import PYPROJECT, config_in
from docpact.diagnostics import origin_names
from docpact.errors import UsageError
from docpact.files import write_text
from docpact.start import Facts, Named, Starter, find_docs, look, make_starter
from docpact.start.files import HOOKS, HOOKS_TEXT
from docpact.start.install import PLACEHOLDER, find_requirement

SHOWN = 5


def run(options: argparse.Namespace) -> int:
    """`docpact init`."""
    project: Path = options.folder
    if not project.is_dir():
        raise UsageError("is no folder", where=str(project), hint="name the project's folder")
    facts = look(options.docs or find_docs(project))
    requirement = find_requirement()
    starter = make_starter(facts, project, requirement)
    out("\n".join(_format_facts(facts)))
    kept = _kept(project, starter)
    written = [name for name in starter.files if name not in kept]
    for name in [] if options.dry_run else written:
        write_text(project / name, starter.files[name])
    _list("would write" if options.dry_run else "written", written)
    _list("left as it is", [f"{name}{why}" for name, why in kept.items()])
    if HOOKS in kept:
        out(f"\nfor {HOOKS}:\n{HOOKS_TEXT.rstrip()}")
    if options.dry_run:
        for name in written:
            out(f"\n--- {name}\n{starter.files[name].rstrip()}")
    out("\n" + "\n".join(_next(facts, written, placeholder=PLACEHOLDER in requirement)))
    return FINE


def _kept(project: Path, starter: Starter) -> dict[str, str]:
    """Return the files that are there already, and why each is left alone."""
    kept = {name: "" for name in starter.files if (project / name).exists() or (project / name).is_symlink()}
    configured = config_in(project)
    config = next(iter(starter.files))
    if configured is not None and configured.name == PYPROJECT:
        kept[config] = f" isn't written: {PYPROJECT} has [tool.docpact]"
    # A base document that the configuration doesn't name would have no effect.
    return {**kept, **({name: "" for name in starter.files if name.startswith("spec/")} if config in kept else {})}


def _format_facts(facts: Facts) -> Iterable[str]:
    place = origin_names(facts.origins)
    tree = facts.survey.tree
    conf = ", with a conf.py" if (facts.docs / "conf.py").is_file() else ""
    yield f"pages       {len(tree.pages)} in {facts.docs}{conf}"
    dialects = ", ".join(f"{count} by {name}" for name, count in sorted(facts.dialects.items()))
    unread = len(facts.survey.unread)
    lost = f"; {unread} request lines not read" if unread else ""
    yield f"operations  {sum(facts.dialects.values())}{f': {dialects}' if dialects else ''}{lost}"
    if tree.project or tree.release or facts.version_from:
        version = tree.release or (f"|{facts.version_from}|" if facts.version_from else "")
        yield f"title       {' '.join(word for word in (tree.project, version) if word)}"
    if facts.server:
        yield f"server      {facts.server} (in the request lines)"
    for name, named in (("server", facts.servers), ("key", facts.key_headers), ("security", facts.security)):
        if not (name == "server" and facts.server):
            yield from (f"{name.ljust(10)}  {_named(one, place(one.origin))}" for one in named[:SHOWN])
    if facts.unknown_directives:
        yield f"unknown     directives {', '.join(facts.unknown_directives[:SHOWN])}"


def _named(one: Named, place: str) -> str:
    return f"{one.value} ({place})"


def _list(title: str, names: Iterable[str]) -> None:
    lines = [f"  {name}" for name in names]
    if lines:
        out("\n".join(["", f"{title}:", *lines]))


def _next(facts: Facts, written: list[str], *, placeholder: bool) -> Iterable[str]:
    yield "next:"
    if facts.survey.unread or not facts.dialects:
        yield "  docpact doctor         which request lines aren't read, and what to do first"
    yield "  docpact lint           what is wrong with the pages"
    yield "  docpact build          write the document and the client; --accept where the pages have errors"
    if placeholder and any(name.startswith(".github") for name in written):
        yield "  Replace OWNER in the workflow by the owner of the repository that docpact's code is in."
