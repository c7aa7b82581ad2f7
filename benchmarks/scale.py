"""Trees of one, ten and a hundred times the API, to see what grows faster than they do.

`python benchmarks/scale.py FOLDER SAMPLE` measures one tree, in this process; `run.py --scale 1 10 100` prints the
table. What slows the machine slows docutils, too: between the stages it parses the same pages of SAMPLE alone, and
growth is told in its time.
"""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

LINK = re.compile(r"(datastructures|enums)/([a-z][a-z-]*)")
SIBLING = re.compile(r"<\.\./([a-z]+)/([a-z-]+)>")
STAGES = ("read", "dialects", "model", "emit", "validate", "dump", "diff")
T = TypeVar("T")


def measure_scale(docs: Path, sizes: list[int]) -> str:
    """Return a table: processor milliseconds and kilobytes a page, by size of the tree and stage."""
    heads = " ".join(f"{stage:>9}" for stage in (*STAGES, "all", "docutils", "KB/page"))
    rows = [f"{'ms a page':>9} {'pages':>7} {'operations':>10} {heads}"]
    base: dict[str, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            write_tree(docs, Path(name), size)
            command = [sys.executable, __file__, name, str(docs)]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
        measured = json.loads(done.stdout)
        pages = measured["pages"]
        figures = {stage: measured[stage] / pages * 1000 for stage in STAGES}
        figures["all"] = sum(figures.values())
        figures["docutils"] = measured["docutils"]
        figures["KB/page"] = measured["memory"] / pages
        base = base or figures
        time, before = (found["all"] / found["docutils"] for found in (figures, base))
        cells = " ".join(f"{value:9.2f}" for value in figures.values())
        growth = f"time x{time / before:.2f}, memory x{figures['KB/page'] / max(base['KB/page'], 1):.2f}"
        rows.append(f"{f'{size}x':>9} {pages:7} {measured['operations']:10} {cells}   {growth}")
    return "\n".join(rows)


def measure_tree(docs: Path, sample: Path) -> dict[str, float]:
    """Return the processor seconds of each stage, and the kilobytes that all of them took at their peak.

    And the processor milliseconds that docutils alone took for a page of the sample, in the meantime.
    """
    from docpact.config import Safety  # noqa: PLC0415 - imported here, so that the modules' own memory isn't counted.
    from docpact.dialects import DIALECTS, read_documentation  # noqa: PLC0415
    from docpact.diff import compare_documents  # noqa: PLC0415
    from docpact.emit import dump_yaml, emit_document, validate_samples, validate_shape  # noqa: PLC0415
    from docpact.model import build_api  # noqa: PLC0415
    from docpact.read import read_trees  # noqa: PLC0415

    os.environ["DOCPACT_PROCESSES"] = "1"
    found: list[object] = []
    measured: dict[str, float] = {}
    alone = [parse_alone(sample) for _ in range(2)][1:]

    def timed(stage: str, run: Callable[[], T]) -> T:
        start = time.process_time()
        made = run()
        measured[stage] = measured.get(stage, 0.0) + time.process_time() - start
        alone.append(parse_alone(sample))
        return made

    before = peak_kilobytes()
    tree = timed("read", lambda: read_trees([docs], {}, found.append))
    documentation = timed("dialects", lambda: read_documentation(tree.pages.values(), DIALECTS, found.append))
    api = timed("model", lambda: build_api(documentation, found.append))
    document = timed("emit", lambda: emit_document(api, {}, Safety(), found.append, open_enums=True))
    timed("validate", lambda: validate_shape(document, "document"))
    timed("validate", lambda: validate_samples(document, found.append))
    text = timed("dump", lambda: dump_yaml(document))
    other = json.loads(json.dumps(document))
    timed("diff", lambda: compare_documents(document, other))
    measured |= {"pages": len(tree.files), "operations": len(api.operations), "characters": len(text)}
    return {**measured, "memory": peak_kilobytes() - before, "docutils": sum(alone) / len(alone)}


def parse_alone(sample: Path) -> float:
    """Return the processor milliseconds that docutils alone takes for a page of the sample."""
    from docutils import frontend, utils  # noqa: PLC0415
    from docutils.parsers.rst import Parser  # noqa: PLC0415

    settings = frontend.get_default_settings(Parser)
    settings.report_level, settings.syntax_highlight, settings.warning_stream = 5, "none", ""
    texts = [path.read_text("utf-8") for path in sorted(sample.rglob("*.rst"))]
    start = time.process_time()
    for text in texts:
        Parser().parse(text, utils.new_document("page", settings.copy()))
    return (time.process_time() - start) / len(texts) * 1000


def peak_kilobytes() -> int:
    """Return the most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def write_tree(docs: Path, target: Path, size: int) -> None:
    """Write the API that many times, each copy with names of its own."""
    for number in range(size):
        mark = letters(number) if number else ""
        for path in docs.rglob("*.rst"):
            relative = path.relative_to(docs).parts
            text = path.read_text("utf-8")
            name = Path(*relative)
            if mark:
                text, name = copy_page(text, relative, mark)
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_text(text, "utf-8")
    (target / "conf.py").write_text((docs / "conf.py").read_text("utf-8"), "utf-8")


def copy_page(text: str, relative: tuple[str, ...], mark: str) -> tuple[str, Path]:
    """Return a page's copy: other paths, other structures, other folders."""
    folder = relative[0]
    text = LINK.sub(rf"\1/\2-{mark}", text)
    if folder == "endpoints":
        text = SIBLING.sub(rf"<../\1{mark}/\2>", text.replace("|apiVersion|/", f"|apiVersion|/{mark}/"))
        group = relative[1] if len(relative) == 2 else f"{relative[1]}{mark}"  # noqa: PLR2004 - an index of the folder.
        return text, Path(folder, group, *relative[2:])
    if folder not in {"datastructures", "enums"}:
        return text, Path(*relative[:-1], f"{relative[-1].removesuffix('.rst')}-{mark}.rst")
    title, rule, rest = text.split("\n", 2)
    text = f"{title} {mark}\n{rule}{rule[0] * (len(mark) + 1)}\n{rest}"
    text = re.sub(r"`([^`<]*)<([a-z-]+)>`", rf"`\1<\2-{mark}>`", text) if folder == "datastructures" else text
    return text, Path(folder, f"{relative[-1].removesuffix('.rst')}-{mark}.rst")


def letters(number: int) -> str:
    """Return a name for a number: `copyb`, `copyba`."""
    digits = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return f"copy{digits}"


if __name__ == "__main__":
    print(json.dumps(measure_tree(Path(sys.argv[1]), Path(sys.argv[2]))))
