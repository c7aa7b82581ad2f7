"""docutils' parser without the work that it does for nothing, by its own means: classes that extend its classes.

A third of docutils' time goes into the fifteen states of each nested state machine, of which three are used, and into
the width of characters that are all ASCII. A test holds that the doctrees stay the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from docutils import nodes, statemachine
from docutils.parsers.rst import states

LONGEST_TEXT = 10_000
"""Characters of a paragraph whose markup is looked for: docutils' time grows with the square of their number."""
LONG = "Markup is not looked for in a text of more than"
"""What a complaint about a longer text begins with."""


class _LazyStates(dict[str, Any]):
    """The states of one state machine, each made when it is first needed."""

    def __init__(self, machine: Any, classes: Iterable[type[Any]]) -> None:  # noqa: ANN401 - docutils has no types.
        super().__init__()
        self.machine = machine
        self.classes = {state.__name__: state for state in classes}

    def __missing__(self, name: str) -> Any:  # noqa: ANN401
        made = self[name] = self.classes[name](self.machine, self.machine.debug)
        # A machine that runs has initialized its states already.
        if getattr(self.machine, "memo", None) is not None:
            made.runtime_init()
        return made


class _LazyMachine:
    """A state machine that makes no state before it is needed."""

    def add_states(self, state_classes: Iterable[type[Any]]) -> None:
        """Take note of the states."""
        self.states = _LazyStates(self, state_classes)


class _NestedMachine(_LazyMachine, states.NestedStateMachine):  # type: ignore[misc] # docutils has no types.
    """The machine of a list's entry, a cell, a directive's content."""


class _PageMachine(_LazyMachine, states.RSTStateMachine):  # type: ignore[misc] # As above.
    """The machine of a page."""


class _PageState:
    """What makes docutils' states start our machines, and look for markup in texts that people write."""

    nested_sm = _NestedMachine
    nested_sm_cache: ClassVar[list[Any]] = []

    def __init__(self, *arguments: Any) -> None:  # noqa: ANN401 - docutils' signature.
        super().__init__(*arguments)
        self.nested_sm_kwargs = {"state_classes": STATES, "initial_state": "Body"}

    def inline_text(self: Any, text: str, lineno: int) -> tuple[list[Any], list[Any]]:
        """Return the nodes of running text and docutils' complaints; a text that is too long is one node."""
        if len(text) > LONGEST_TEXT:
            self.reporter.warning(f"{LONG} {LONGEST_TEXT:,} characters", line=lineno)
            return [nodes.Text(text)], []
        found: tuple[list[Any], list[Any]] = super().inline_text(text, lineno)  # type: ignore[misc] # docutils'.
        return found


# docutils finds states by the names of their classes.
STATES = tuple(type(state.__name__, (_PageState, state), {}) for state in states.state_classes)


class PageLines(statemachine.StringList):  # type: ignore[misc] # As above.
    """The lines of a page, each with its file and line number; parts of them are of this type, too."""

    def pad_double_width(self, pad_char: str) -> None:
        """Pad characters that are two columns wide."""
        if not all(map(str.isascii, self.data)):
            super().pad_double_width(pad_char)

    def get_2D_block(  # noqa: N802 - docutils' name.
        self,
        top: int,
        left: int,
        bottom: int,
        right: int,
        strip_indent: bool = True,  # noqa: FBT001, FBT002
    ) -> PageLines:
        """Return a rectangle of the lines, such as a table's cell."""
        if not all(map(str.isascii, self.data[top:bottom])):
            found: PageLines = super().get_2D_block(top, left, bottom, right, strip_indent)
            return found
        block: PageLines = self[top:bottom]
        block.data = [line[left:right].rstrip() for line in block.data]
        indent = min((len(line) - len(line.lstrip()) for line in block.data if line), default=right)
        if strip_indent and 0 < indent < right:
            block.data = [line[indent:] for line in block.data]
        return block


def run_parser(lines: PageLines, document: nodes.document) -> None:
    """Parse the lines into the document."""
    _PageMachine(state_classes=STATES, initial_state="Body").run(lines, document)
