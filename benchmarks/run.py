"""One table: this tool beside the tools that it builds on, on the same pages, in alternating runs; least times.

`tox -e benchmarks`, or `python benchmarks/run.py [--docs FOLDER] [--rounds N] [--scale 1 10 100]`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from scale import measure_scale

ROOT = Path(__file__).resolve().parents[1]
Run = Callable[[], None]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--docs", type=Path, default=ROOT / "api_docs")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scale", type=int, nargs="*", default=[1, 10])
    parser.add_argument("--no-client", action="store_true", help="leave the client generator out: it takes longest")
    options = parser.parse_args()
    pages = len(list(options.docs.rglob("*.rst")))
    cores = len(os.sched_getaffinity(0))
    print(f"{options.docs.name}: {pages} pages; {cores} cores; the least of {options.rounds} rounds\n")
    print(f"{'':44} {'processor':>9} {'elapsed':>8}   beside (processor)")
    with tempfile.TemporaryDirectory() as name:
        # Each group runs in turn, so that what slows the machine slows all alike; its first is what it is held against.
        groups = [in_process(options.docs), *as_commands(options.docs, Path(name), client=not options.no_client)]
        for group in groups:
            print_rows(group, options.rounds)
    if options.scale:
        print(measure_scale(ROOT / "api_docs", options.scale))


def in_process(docs: Path) -> dict[str, Run]:
    """Return what is run in this process."""
    from docutils import frontend, utils  # noqa: PLC0415
    from docutils.parsers.rst import Parser  # noqa: PLC0415

    from docpact.config import Config  # noqa: PLC0415
    from docpact.diff import compare_documents  # noqa: PLC0415
    from docpact.files import find_sources  # noqa: PLC0415
    from docpact.pipeline import extract  # noqa: PLC0415

    config = Config(root=docs.parent)
    texts = [path.read_text("utf-8") for path in find_sources(docs)]
    settings = frontend.get_default_settings(Parser)
    settings.report_level, settings.syntax_highlight, settings.warning_stream = 5, "none", ""
    document = extract([docs], config).document

    def docutils_alone() -> None:
        for text in texts:
            Parser().parse(text, utils.new_document("page", settings.copy()))

    def ours(processes: str) -> Run:
        def run() -> None:
            os.environ["DOCPACT_PROCESSES"] = processes
            extract([docs], config)

        return run

    def compared() -> None:
        compare_documents(document, document)

    return {
        "docutils alone, 1 process": docutils_alone,
        "pages to document, 1 process": ours("1"),
        "pages to document, 2 processes": ours("2"),
        "diff of the document with itself": compared,
    }


def as_commands(docs: Path, work: Path, *, client: bool) -> list[dict[str, Run]]:
    """Return what is run as commands of their own, in groups."""
    copied = work / "docs"
    shutil.copytree(docs, copied)
    edited = work / "edited"
    shutil.copytree(docs, edited)
    target = work / "openapi.yaml"
    page = max(edited.rglob("*.rst"), key=lambda path: len(path.read_bytes()))
    text, number = page.read_text("utf-8"), iter(range(10**6))
    extract = [sys.executable, "-m", "docpact", "extract", "-q", "-o", str(target)]

    def command(*words: str) -> Run:
        environment = {
            **os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "DOCPACT_PROCESSES": "",
            "XDG_CACHE_HOME": str(work / "cache"),
            # An installed package is compiled, whatever the shell that measures it says.
            "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(work / "bytecode"),
        }  # fmt: skip
        return lambda: void(subprocess.run(words, check=True, capture_output=True, cwd=work, env=environment))

    def one_page_changed() -> None:
        page.write_text(f"{text}\nSeen {next(number)} times.\n", "utf-8")
        command(*extract, str(edited))()

    sphinx = ("-m", "sphinx", "-q", "-E", "-b", "dummy", str(copied), str(work / "sphinx"))
    runs: dict[str, Run] = {"sphinx-build -b dummy -E": command(sys.executable, *sphinx)} if find_spec("sphinx") else {}
    runs |= {
        "docpact extract, nothing known": command(*extract, str(copied), "--no-cache"),
        "docpact extract, one page changed": one_page_changed,
        "docpact extract, unchanged": command(*extract, str(copied)),
    }
    command(*extract, str(edited))()
    command(*extract, str(copied))()
    return [runs, client_runs(target, work, command)] if client else [runs]


def client_runs(document: Path, work: Path, command: Callable[..., Run]) -> dict[str, Run]:
    """Return the generator alone, what a build makes of it, and builds that needn't."""
    from docpact.client import generate_client  # noqa: PLC0415
    from docpact.config import Client  # noqa: PLC0415
    from docpact.emit import load_document  # noqa: PLC0415

    source = work / "project"
    shutil.copytree(work / "docs", source / "docs")
    (source / "docpact.toml").write_text('[docs]\nsource = "docs"\n')
    build = (sys.executable, "-m", "docpact", "build", "--config", str(source / "docpact.toml"))
    alone = command(
        sys.executable, "-m", "openapi_python_client", "generate", "--path", str(document), "--overwrite",
        "--output-path", str(work / "alone"), "--meta", "none",
    )  # fmt: skip
    readme = source / "generated" / "README.md"
    loaded, settings = load_document(document), Client()

    def regeneration() -> None:
        with generate_client(loaded, settings):
            pass

    def only_the_client() -> None:
        readme.write_text("edited", "utf-8")
        command(*build)()

    command(*build)()
    return {
        "openapi-python-client alone": alone,
        "ours: prepare, run it, façade, tidy": regeneration,
        "docpact build, client regenerated, validated": only_the_client,
        "docpact build, nothing known": command(*build, "--no-cache"),
        "docpact build, unchanged": command(*build),
    }


def print_rows(runs: dict[str, Run], rounds: int) -> None:
    """Run them in turn and print the least times, each also beside the first.

    Least, and of the processor: other work on the machine makes a run longer, never shorter, and hardly shows there.
    """
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in runs}
    for run in runs.values():
        run()
    for _ in range(rounds):
        for name, run in runs.items():
            start, spent = time.perf_counter(), processor_seconds()
            run()
            times[name].append((processor_seconds() - spent, time.perf_counter() - start))
    least = {name: [min(figures) for figures in zip(*measured, strict=True)] for name, measured in times.items()}
    first, *_ = runs
    for name, (processor, elapsed) in least.items():
        beside = "" if name == first else f"   x{processor / least[first][0]:.2f} of {first}"
        print(f"  {name:42} {processor:8.2f}s {elapsed:7.2f}s{beside}")
    print()


def processor_seconds() -> float:
    """Return the processor time of this process and of those that it has waited for."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def void(_: object) -> None:
    """Take no notice of a result."""


if __name__ == "__main__":
    main()
