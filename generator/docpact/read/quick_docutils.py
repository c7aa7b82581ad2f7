"""docutils without the work that it does for nothing: the same doctrees in two thirds of the time.

Measured on 168 pages: a third of the time goes into the fifteen states of each nested state machine, of which three
are used, and into the width of characters that are all ASCII. A test holds that the doctrees stay the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from docutils import statemachine, utils
from docutils.parsers.rst import states

_column_width = utils.column_width
_find_combining_chars = utils.find_combining_chars
_pad_double_width = statemachine.StringList.pad_double_width


class LazyStates(dict[str, Any]):
    """The states of one state machine, each made when it is first needed."""

    def __init__(self, machine: Any, classes: Iterable[type[Any]]) -> None:  # noqa: ANN401 - docutils has no types.
        super().__init__()
        self.machine = machine
        self.classes = {state.__name__: state for state in classes}

    def __missing__(self, name: str) -> Any:  # noqa: ANN401
        made = self[name] = self.classes[name](self.machine, self.machine.debug)
        # A machine that runs has told its states so already.
        if getattr(self.machine, "memo", None) is not None:
            made.runtime_init()
        return made


def add_states(self: Any, state_classes: Iterable[type[Any]]) -> None:  # noqa: ANN401
    """Stand in for `StateMachine.add_states`."""
    self.states = LazyStates(self, state_classes)


def column_width(text: str) -> int:
    """Stand in for `utils.column_width`."""
    return len(text) if text.isascii() else int(_column_width(text))


def find_combining_chars(text: str) -> list[int]:
    """Stand in for `utils.find_combining_chars`."""
    return [] if text.isascii() else list(_find_combining_chars(text))


def pad_double_width(self: Any, pad_char: str) -> None:  # noqa: ANN401
    """Stand in for `StringList.pad_double_width`."""
    if not all(map(str.isascii, self.data)):
        _pad_double_width(self, pad_char)


STAND_INS = (
    (statemachine.StateMachine, "add_states", add_states),
    (utils, "column_width", column_width),
    (states, "column_width", column_width),
    (utils, "find_combining_chars", find_combining_chars),
    (statemachine.StringList, "pad_double_width", pad_double_width),
)


@contextmanager
def quick_docutils() -> Iterator[None]:
    """Have docutils take the short ways inside the block; all is given back."""
    kept = [(owner, name, getattr(owner, name)) for owner, name, _ in STAND_INS]
    for owner, name, stand_in in STAND_INS:
        setattr(owner, name, stand_in)
    try:
        yield
    finally:
        for owner, name, own in kept:
            setattr(owner, name, own)
