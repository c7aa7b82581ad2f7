"""The two sides of a comparison: documents, documentation trees, and either as it was at a git revision."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docpact.config import Config, config_for, config_in, load_config
from docpact.document import Finding
from docpact.errors import InputError, ToolError

LONGEST_GIT = 60
# Modes of files in a tree of git's; the others are links and other repositories.
REGULAR = frozenset({b"100644", b"100755"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two documents that are compared."""

    document: Mapping[str, Any]
    files: Mapping[str, Path]
    """The pages by the path that the document names them by; empty where it was made elsewhere."""
    findings: tuple[Finding, ...] = ()
    """What isn't understood of the document."""


def load_side(path: Path | str, config: Config | None = None, *, allow_ref: Sequence[Path] = ()) -> Side:
    """Return the document in that file or at that URL, or that of the documentation in that folder.

    Raises `InputError` where it is neither.
    """
    from docpact.document import load_document, read_document  # noqa: PLC0415 - reading a tree needs more.

    if isinstance(path, Path) and path.is_dir():
        from docpact.pipeline import extract  # noqa: PLC0415

        extraction = extract([path], config or config_for(path), detailed=True)
        document = read_document(extraction.document, str(path), serves=False)
        return Side(document=document.mapping, files=extraction.files, findings=document.findings)
    document = load_document(path, allow_ref=allow_ref, serves=False)
    return Side(document=document.mapping, files={}, findings=document.findings)


def load_revision(path: Path, revision: str) -> Side:
    """Return what `load_side` gives for a path as it was at a git revision.

    The configuration, base document and overlays are those of the revision, too. Raises `InputError` for an unknown
    revision or a path that it doesn't have, `ToolError` where git can't be run.
    """
    folder = path if path.is_dir() else path.parent
    top = Path(_git(["rev-parse", "--show-toplevel"], folder).decode().strip())
    commit = (
        _git(["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"], top).decode().strip()
    )
    if not commit:
        shallow = _git(["rev-parse", "--is-shallow-repository"], top).strip() == b"true"
        known = "this clone is shallow: git fetch --unshallow, or fetch-depth: 0 in a workflow"
        hint = known if shallow else "a branch, a tag or a commit of this repository"
        raise InputError("is no revision", where=revision, hint=hint)
    relative = path.resolve().relative_to(top.resolve())
    with _checkout(top, commit) as root:
        target = root / relative
        if not target.exists():
            raise InputError(f"is not in revision {revision}", where=str(path))
        side = load_side(target, _config_inside(target, root))
        return replace(side, files={})


def _config_inside(docs: Path, root: Path) -> Config:
    """Return the revision's own configuration for a tree: nothing above the repository speaks for it."""
    for folder in (docs, *docs.parents):
        if found := config_in(folder):
            config = load_config(found)
            if config.path(config.docs.source).resolve() == docs.resolve():
                return config
        if folder == root:
            break
    return Config(root=root)


@contextmanager
def _checkout(top: Path, commit: str) -> Iterator[Path]:
    """Yield a folder with the repository's files as they were committed.

    Not by `git archive`, which leaves out what `export-ignore` names: repositories name their documentation there.
    Links are left out: they may lead out of the folder.
    """
    listed = _git(["ls-tree", "-r", "-z", "--full-tree", commit], top).split(b"\0")
    entries = [(meta.split(), os.fsdecode(name)) for meta, _, name in (one.partition(b"\t") for one in listed if one)]
    files = [(meta[2], name) for meta, name in entries if meta[0] in REGULAR and _is_inside(name)]
    folder = Path(tempfile.mkdtemp(prefix="docpact-revision-"))
    try:
        blobs = _git(["cat-file", "--batch"], top, b"".join(key + b"\n" for key, _ in files))
        for name, content in zip((name for _, name in files), _contents(blobs), strict=True):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_inside(name: str) -> bool:
    """Return whether a name of a tree is one below its folder: somebody may have made a tree by hand."""
    return not name.startswith("/") and not {"", ".", ".."} & set(name.split("/"))


def _contents(batch: bytes) -> Iterator[bytes]:
    """Yield each object of `git cat-file --batch`: a line that ends with its size, so many bytes, and a line break."""
    at = 0
    while at < len(batch):
        start = batch.index(b"\n", at) + 1
        end = start + int(batch[at:start].split()[-1])
        yield batch[start:end]
        at = end + 1


def _git(arguments: Sequence[str], folder: Path, given: bytes = b"") -> bytes:
    """Return what git prints; nothing where `rev-parse --quiet` knows no such revision."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed list of arguments; a revision can't be taken for an option.
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - whichever git the person uses.
            capture_output=True,
            input=given,
            timeout=LONGEST_GIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ToolError(f"git could not be run: {error}", hint="compare documents or folders instead") from error
    if done.returncode and "--quiet" not in arguments:
        said = done.stderr.decode(errors="replace").strip().partition("\n")[0]
        raise InputError(f"git: {said or 'failed'}", where=str(folder))
    return done.stdout
