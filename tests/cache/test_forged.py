"""A cache that came with a checkout is no cache: nothing in it is believed."""

from __future__ import annotations

import json
import pwd
import shutil
from dataclasses import asdict, replace
from pathlib import Path
from typing import NoReturn

import pytest

from docpact.build import build, seen_by_client
from docpact.cache import Cache, as_json, fingerprint, folder_fingerprint, open_cache, tool_fingerprint
from docpact.cached import extract_cached, read_sources
from docpact.cli import main
from docpact.config import Config, load_config
from docpact.emit import dump_yaml
from docpact.extraction import dump_extraction
from docpact.files import read_folder

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("endpoints/lock/sync", "datastructures/lock-sync", "datastructures/lock-state", "enums/lock-state")
SERVER, FOREIGN = "https://api.tedee.com/api/v37", "https://collect.example/api/v37"


@pytest.fixture
def project(tmp_path: Path) -> Config:
    """A small project with its document and its client, as they were committed."""
    root = tmp_path / "project"
    for name in PAGES:
        (root / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "api_docs" / f"{name}.rst", root / "docs" / f"{name}.rst")
    shutil.copy(ROOT / "api_docs" / "conf.py", root / "docs" / "conf.py")
    (root / "docpact.toml").write_text('[docs]\nsource = "docs"\n')
    config = load_config(root / "docpact.toml")
    build(config, write=True, cached=False, progress=lambda _: None)
    return config


def forge(config: Config, cache: Cache) -> None:
    """Name another server in document and client, and store in the cache that this is what the pages give."""
    roots = [config.path("docs")]
    sources = read_sources(roots, config)
    assert sources is not None
    honest = extract_cached(roots, config, None)
    document = json.loads(json.dumps(honest.document).replace(SERVER, FOREIGN))
    assert document != honest.document
    forged = replace(honest, document=document, text=dump_yaml(document))
    config.path(config.spec.output).write_text(forged.text, "utf-8")
    folder = config.path(config.client.folder)
    for path in folder.rglob("*.py"):
        path.write_text(path.read_text("utf-8").replace(SERVER, FOREIGN), "utf-8")
    files = {f"{config.client.folder}/{name}": text for name, text in read_folder(folder).items()}
    cache.store("extraction", fingerprint([tool_fingerprint(), *sources.parts]), dump_extraction(forged) or "")
    key = fingerprint(
        [tool_fingerprint(), as_json(seen_by_client(document)) or "", as_json(asdict(config.client)) or ""]
    )
    cache.store("client", key, folder_fingerprint(files))


def is_fresh(config: Config) -> bool:
    """Ask `docpact build --check`."""
    return main(["build", "--check", "--config", str(config.root / "docpact.toml")]) == 0


def test_the_forgery_is_a_good_one(project: Config, capsys: pytest.CaptureFixture[str]) -> None:
    """In the person's own cache folder it would be believed, so the tests below mean something."""
    cache = open_cache(project, [project.path("docs")])
    assert cache is not None
    assert is_fresh(project)
    forge(project, cache)
    assert is_fresh(project)
    shutil.rmtree(cache.folder)
    assert not is_fresh(project)
    assert FOREIGN in capsys.readouterr().out


@pytest.mark.parametrize("place", ["spec/.docpact-cache", ".docpact-cache", ".cache/docpact/extractions"])
def test_entries_beside_the_output_are_not_read(project: Config, place: str) -> None:
    """Wherever in the project they are: the tampered document is stale."""
    own = open_cache(project, [project.path("docs")])
    assert own is not None
    forge(project, Cache(project.root / place / own.folder.name))
    assert not is_fresh(project)


@pytest.mark.parametrize("place", ["project", "project/.cache", "project/docs"])
def test_a_cache_folder_inside_the_project_is_refused(
    project: Config, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A workflow may keep its caches in the checkout, which a pull request fills."""
    forge_in(project, project.root.parent / place, monkeypatch)
    assert not is_fresh(project)


def forge_in(config: Config, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forge in the place where the cache would be if the person's cache folder were that one."""
    own = open_cache(config, [config.path("docs")])
    assert own is not None
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    forge(config, Cache(folder / "docpact" / "extractions" / own.folder.name))


def test_a_cache_folder_in_a_checkout_around_the_project_is_refused(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The project is a folder of a larger repository, and the cache is beside it."""
    (project.root.parent / ".git").mkdir()
    forge_in(project, project.root.parent / "cache", monkeypatch)
    assert not is_fresh(project)


def test_documentation_without_a_configuration_is_a_project_too(
    project: Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own folder can hold no cache; the working directory can, such as a home."""
    docs = project.path("docs")
    monkeypatch.chdir(project.root.parent)
    alone = Config(root=project.root.parent)
    for folder, trusted in ((project.root.parent / "home", True), (docs / "cache", False)):
        monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
        assert bool(open_cache(alone, [docs])) is trusted


def test_a_link_into_the_project_is_refused(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the folder is counts, not what it is called."""
    outside = project.root.parent / "outside"
    (outside / "docpact").mkdir(parents=True)
    (outside / "docpact" / "extractions").symlink_to(project.root / "kept", target_is_directory=True)
    own = open_cache(project, [project.path("docs")])
    assert own is not None
    forge(project, Cache(project.root / "kept" / own.folder.name))
    monkeypatch.setenv("XDG_CACHE_HOME", str(outside))
    assert not is_fresh(project)


def test_a_folder_that_others_can_write_to_is_refused(project: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache folder of all users of a machine is nobody's own."""
    folder = project.root.parent / "common"
    forge_in(project, folder, monkeypatch)
    (folder / "docpact" / "extractions").chmod(0o777)
    assert not is_fresh(project)


@pytest.mark.parametrize("cache_home", ["", "relative"])
def test_without_a_home_there_is_no_cache(project: Config, cache_home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run is the same, and writes nothing where it was started."""

    def unknown(_user: int) -> NoReturn:
        raise KeyError

    monkeypatch.setattr(pwd, "getpwuid", unknown)
    monkeypatch.delenv("HOME")
    monkeypatch.setenv("XDG_CACHE_HOME", cache_home)
    monkeypatch.chdir(project.root.parent)
    before = sorted(project.root.parent.rglob("*"))
    assert open_cache(project, []) is None
    assert is_fresh(project)
    assert sorted(project.root.parent.rglob("*")) == before
