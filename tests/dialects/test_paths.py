"""Paths of sample requests are held against path templates."""

from __future__ import annotations

import pytest

from docpact.dialects.words.paths import is_path_of


@pytest.mark.parametrize(
    ("template", "path", "anywhere", "is_one"),
    [
        ("/my/lock/{id}", "/my/lock/7", False, True),
        ("/my/lock/{id}", "/MY/Lock/<<id>>/", False, True),
        ("/my/lock/{id}", "/my/lock/", False, False),
        ("/my/lock/{id}", "/my/lock/7/8", False, False),
        ("/my/lock/{id}", "/api/my/lock/7", False, False),
        ("/my/lock/{id}", "|apiUrl|/api/my/lock/7", True, True),
        ("/my/lock/{id}", "/lock/7", True, False),
        ("/a/{x}-{y}.csv", "/a/1-2.csv", False, True),
        ("/a/{x}-{y}.csv", "/a/12.csv", False, False),
        ("/", "/", False, True),
        ("/", "/my", False, False),
        ("/my/", "/my", False, True),
    ],
)
def test_a_path_is_held_against_its_template(template: str, path: str, anywhere: bool, is_one: bool) -> None:  # noqa: FBT001
    """Segment by segment, whatever the cases; a placeholder takes whatever stands there, but something must."""
    assert is_path_of(template, path, anywhere=anywhere) is is_one
