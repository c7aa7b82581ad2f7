"""Settings in `conf.py`: the sections and keys of `docpact.toml`, as in `docpact_spec_base`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config as SphinxConfig
from sphinx.errors import ConfigError

from docpact.config import SECTIONS, Config, config_for, override_config
from docpact.errors import DocpactError
from docpact.read.conf import Conf, load_conf

# What a document depends on. `docs.source`, `spec.output` and `spec.diagnostics` are Sphinx's to say.
USED = ("docs", "spec", "dialect", "safety", "conventions")
UNUSED = {("docs", "source"), ("docs", "include"), ("spec", "output"), ("spec", "diagnostics")}
PATHS = {("spec", "base"), ("spec", "overlays")}
UNNAMED = "Project name not set"
"""Sphinx's name for a project without one."""


def add_settings(app: Sphinx) -> None:
    """Register the settings; one that `conf.py` doesn't set is None."""
    for section, key in _keys():
        # Pages have to be read again where names in them stand for something else.
        app.add_config_value(
            f"docpact_{section}_{key}",
            None,
            "env" if key == "substitutions" else "",
            types=(str, list, tuple, dict),
        )


def _keys() -> Iterator[tuple[str, str]]:
    for section in USED:
        for field in fields(SECTIONS[section]):
            if (section, field.name) not in UNUSED:
                yield section, field.name


def read_settings(values: SphinxConfig, source: Path, folder: Path) -> Config:
    """Return the configuration of the documentation: that of `docpact.toml`, as `docpact extract` finds it, and ours.

    A setting in `conf.py` wins; its paths are relative to the folder of `conf.py`. Raises `ConfigError`.
    """
    try:
        config = config_for(source)
        for section, key in _keys():
            name = f"docpact_{section}_{key}"
            value = values[name]
            if value is None:
                continue
            given: object = list(value) if isinstance(value, tuple) else value
            if (section, key) in PATHS and isinstance(given, str) and given:
                given = str(folder / given)
            config = override_config(config, section, key, given, f"{folder / 'conf.py'} ({name})")
    except DocpactError as error:
        raise ConfigError(str(error)) from error
    return config


def read_conf(values: SphinxConfig, folder: Path) -> Conf:
    """Return what reading needs of `conf.py`, as Sphinx knows it after running it.

    The names that stand for texts in literal blocks are no setting of Sphinx's, so they are taken from the literals.
    """
    # Sphinx has read the file; whatever is wrong with it is said by then.
    literal = load_conf(folder, lambda _: None)
    return replace(
        literal,
        prolog=_lined(values["rst_prolog"], literal.prolog),
        epilog=_lined(values["rst_epilog"], literal.epilog),
        extlinks=_extlinks(getattr(values, "extlinks", None)),
        primary_domain=values["primary_domain"] or "",
        suffixes=tuple(values["source_suffix"]),
        release=values["release"],
        version=values["version"],
        project="" if values["project"] == UNNAMED else values["project"],
    )


def _lined(text: str | None, literal: tuple[str, int]) -> tuple[str, int]:
    """Return the text with its line in `conf.py`, where that is known."""
    return (text or "", literal[1] if text == literal[0] else 1)


def _extlinks(value: object) -> Mapping[str, tuple[str, str]]:
    """Return the setting of `sphinx.ext.extlinks`; nothing where that extension is not used."""
    found = value if isinstance(value, dict) else {}
    return {name: (str(url), str(caption or "")) for name, (url, caption) in found.items()}
