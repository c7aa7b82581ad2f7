"""Trees of one, ten and a hundred times the API, to see what grows faster than they do."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LINK = re.compile(r"(datastructures|enums)/([a-z][a-z-]*)")
SIBLING = re.compile(r"<\.\./([a-z]+)/([a-z-]+)>")

CHILD = """
import json, os, resource, sys, time
from pathlib import Path
from rstapi.cache import Known
from rstapi.config import Config, Safety
from rstapi.diff import compare_documents
from rstapi.emit import dump_yaml, emit_document, validate_samples, validate_shape
from rstapi.model import build_api
from rstapi.read import read_trees
from rstapi.garbage import rare_collections

rare_collections().__enter__()
os.environ["RSTAPI_PROCESSES"] = "1"
found, times = [], {}
def timed(name, run):
    start = time.perf_counter()
    result = run()
    times[name] = time.perf_counter() - start
    return result
tree = timed("read", lambda: read_trees([Path(sys.argv[1])], {}, found.append))
api = timed("model", lambda: build_api(tree, found.append))
document = timed("emit", lambda: emit_document(api, tree, {}, Safety(), open_enums=True))
timed("validate", lambda: (validate_shape(document, "document"), validate_samples(document, found.append)))
timed("dump", lambda: dump_yaml(document))
timed("diff", lambda: compare_documents(document, json.loads(json.dumps(document))))
times["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
times["pages"], times["operations"] = len(tree.files), len(api.operations)
print(json.dumps(times))
"""
STAGES = ("read", "model", "emit", "validate", "dump", "diff")


def measure_scale(docs: Path, sizes: list[int]) -> str:
    """Return a table: milliseconds and kilobytes a page, by size of the tree and stage."""
    rows = [
        f"{'ms a page':>6} {'pages':>7} {'operations':>10} " + " ".join(f"{s:>9}" for s in (*STAGES, "all", "KB/page"))
    ]
    base: dict[str, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            write_tree(docs, Path(name), size)
            done = subprocess.run([sys.executable, "-c", CHILD, name], check=True, capture_output=True, text=True)
        times = json.loads(done.stdout)
        pages = times["pages"]
        figures = {stage: times[stage] / pages * 1000 for stage in STAGES}
        figures["all"] = sum(figures.values())
        figures["KB/page"] = times["memory"] / pages * 1024
        base = base or figures
        cells = " ".join(f"{value:9.2f}" for value in figures.values())
        rows.append(
            f"{f'{size}x':>9} {pages:7} {times['operations']:10} {cells}   time x{figures['all'] / base['all']:.2f}"
        )
    return "\n".join(rows)


def write_tree(docs: Path, target: Path, size: int) -> None:
    """Write the API that many times, each copy with names of its own."""
    for number in range(size):
        mark = letters(number) if number else ""
        for path in docs.rglob("*.rst"):
            folder, *_ = relative = path.relative_to(docs).parts
            if number and folder not in {"endpoints", "datastructures", "enums"}:
                continue
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
    title, rule, rest = text.split("\n", 2)
    text = f"{title} {mark}\n{rule}{rule[0] * (len(mark) + 1)}\n{rest}"
    text = re.sub(r"`([^`<]*)<([a-z-]+)>`", rf"`\1<\2-{mark}>`", text) if folder == "datastructures" else text
    return text, Path(folder, f"{relative[-1].removesuffix('.rst')}-{mark}.rst")


def letters(number: int) -> str:
    """Return a name for a number: `copyb`, `copyba`."""
    digits = "".join("abcdefghij"[int(digit)] for digit in str(number))
    return f"copy{digits}"
