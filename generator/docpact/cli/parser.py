"""argparse with options in groups, examples below them, one line for a mistake, and what was probably meant."""

from __future__ import annotations

import argparse
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

CHOICE = re.compile(r"invalid choice: '?(?P<word>[^']*?)'? \(choose from (?P<known>.*)\)")
REST = "_unrecognized_args"
"""Where argparse keeps what a command doesn't know."""


class Parser(argparse.ArgumentParser):
    """The parser of the command line, and of each command."""

    groups: Mapping[str, str] = {}
    """Option → the title of its group; an option that isn't listed is in argparse's own."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own.
        super().__init__(**{"formatter_class": argparse.RawDescriptionHelpFormatter, **options})
        self._titled: dict[str, Any] = {}

    def add_argument(self, *names: Any, **options: Any) -> argparse.Action:  # noqa: ANN401 - as above.
        """Add an argument to the group that it belongs to."""
        title = self.groups.get(names[0]) if names else None
        if title is None:
            return super().add_argument(*names, **options)
        return self._group(title).add_argument(*names, **options)  # type: ignore[no-any-return]

    def add_mutually_exclusive_group(self, **options: Any) -> Any:  # noqa: ANN401 - as above.
        """Add a group of which one may be given: it belongs to a titled group, where there is one for `--quick`."""
        title = self.groups.get("--quick")
        return (
            self._group(title).add_mutually_exclusive_group(**options)
            if title
            else super().add_mutually_exclusive_group(**options)
        )

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong with the arguments, and what was probably meant; exit with 2."""
        self.exit(2, f"{self.prog}: {self._explained(message)} (see {self.prog} --help)\n")

    def parse_args(self, args: Sequence[str] | None = None, namespace: Any = None) -> Any:  # type: ignore[override]  # noqa: ANN401
        """Return the arguments; one that nobody knows is the command's own mistake, not the whole line's."""
        options, rest = self.parse_known_args(args, namespace)
        if rest:
            command = getattr(options, "parser", self)
            word = rest[0]
            near = find_near(word.partition("=")[0], [name for name in command.list_options() if name.startswith("-")])
            meant = f"; did you mean `{near}`?" if near else ""
            what = "option" if word.startswith("-") else "argument"
            command.error(f"there is no {what} `{word}`{meant}")
        return options

    def list_options(self) -> list[str]:
        """Return the names of all options."""
        return [name for action in self._actions for name in action.option_strings]

    def _group(self, title: str) -> Any:  # noqa: ANN401 - argparse names the type nowhere.
        if title not in self._titled:
            self._titled[title] = self.add_argument_group(title)
        return self._titled[title]

    def _explained(self, message: str) -> str:
        found = CHOICE.search(message)
        if found is None:
            return message
        known = re.findall(r"[\w-]+", found["known"])
        near = find_near(found["word"], known)
        meant = f"did you mean `{near}`?" if near else f"known are {', '.join(known)}"
        if message.startswith("argument COMMAND"):
            return f"there is no command `{found['word']}`; {meant}"
        return f"{message[: found.start()]}there is no `{found['word']}`; {meant}"


def find_near(word: str, known: Sequence[str]) -> str:
    """Return the known word that is most like the given one; empty where none is."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it.

    return next(iter(get_close_matches(word, known, n=1, cutoff=0.6)), "")
