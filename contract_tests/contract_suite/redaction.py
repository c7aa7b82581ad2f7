"""Hiding secrets in texts, in whatever form a server or an encoding repeats them."""

from __future__ import annotations

import base64
import html
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

HIDDEN = "[hidden]"
SHORTEST_PIECE = 8
"""A secret that is cut off is recognised by this many of its characters, or by half of them if that is more."""
MOST_LAYERS = 4
"""How many encodings inside each other are decoded."""
SHORTEST_PART = 8
"""Parts of credentials that are shorter may stand in a text by chance."""
QUOTED = re.compile(r'"([^"]+)"')
BASIC = "basic"
PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
ESCAPES = re.compile(
    r"%(?:25)*(?P<percent>[0-9A-Fa-f]{2})"
    r"|\\+u(?P<json>[0-9A-Fa-f]{4})|\\+x(?P<hex>[0-9A-Fa-f]{2})|\\+(?P<plain>.)"
    r"|&(?:amp;)*(?P<entity>#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|quot|amp|lt|gt|apos);"
    r"|'\"'\"'",
    re.DOTALL,
)
"""How one character is written in URLs, JSON, HTML, a `repr` and a shell, once or several times over."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text in small letters without escapes, and where each character of it stands in the text."""

    text: str
    places: Sequence[int]
    """One more than there are characters: the last one is the end."""


class Redactor:
    """Hides secrets. More can be added while a run goes on: keys that it creates, cookies that it gets."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        self._secrets: set[str] = set()
        self._needles: dict[str, int] = {}
        """Text to look for, decoded → how many of its characters are enough, at either end."""
        for secret in secrets:
            self.add(secret)

    def add(self, secret: str) -> None:
        """Hide this text, too, and what it looks like encoded."""
        if not secret or secret in self._secrets:
            return
        self._secrets.add(secret)
        for text in {secret, *_find_encoded(secret)}:
            for needle in {decoded.text for decoded in _decode_all(text)}:
                # The name of a scheme, at the beginning of a header, is no secret: a header is hidden as a whole only.
                piece = len(needle) if " " in text else max(SHORTEST_PIECE, (len(needle) + 1) // 2)
                self._needles[needle] = min(piece, len(needle))

    def redact(self, text: str) -> str:
        """Return the text without any secret: encoded, escaped, in other letters' case, or cut off at either end."""
        spans: set[tuple[int, int]] = set()
        for decoded in _decode_all(text):
            for needle, piece in self._needles.items():
                for start, end in _find(decoded.text, needle, piece):
                    spans.add((decoded.places[start], decoded.places[end]))
        return _hide(text, sorted(spans)) if spans else text


def find_secrets(header: str) -> tuple[str, ...]:
    """Return the parts of an `Authorization` header that nothing may show: all of it, its words, what they hold.

    A scheme's name is no secret. Basic credentials are decoded; quoted parameters, as those of Digest, count each.
    """
    words = header.split()
    found = [header, *words[1:]]
    if len(words) > 1 and words[0].lower() == BASIC:
        decoded = _decode_base64(words[1])
        found += [decoded, decoded.partition(":")[2]]
    found += [part for part in QUOTED.findall(header) if len(part) >= SHORTEST_PART]
    return tuple(dict.fromkeys(text for text in found if text))


def _decode_base64(text: str) -> str:
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4)).decode("utf-8")
    except ValueError:
        return ""


def _find_encoded(secret: str) -> Iterator[str]:
    """Yield what a secret looks like where it was encoded as a whole: base64 at each of its three places, hex."""
    content = secret.encode("utf-8", "surrogatepass")
    if len(content) < SHORTEST_PART:
        return
    yield content.hex()
    for encode in (base64.b64encode, base64.urlsafe_b64encode):
        for skipped, start in enumerate((0, 2, 3)):
            # What comes before shifts the letters; those that it shares with the secret are left out, as at the end.
            padded = encode(b"\0" * skipped + content).decode()
            yield padded[start : (skipped + len(content)) * 4 // 3]


def _decode_all(text: str) -> Iterator[Decoded]:
    """Yield the text as it is, decoded from percents alone, and decoded over and over: encodings are in each other."""
    decoded = _lower(text)
    yield decoded
    if PERCENT.search(text):
        yield _decode(text, PERCENT, lambda match: chr(int(match[1], 16)))
    for _ in range(MOST_LAYERS):
        if not ESCAPES.search(decoded.text):
            return
        inner = _decode(decoded.text, ESCAPES, _read_escape)
        decoded = Decoded(inner.text, [decoded.places[place] for place in inner.places])
        yield decoded


def _lower(text: str) -> Decoded:
    lowered = text.lower()
    if len(lowered) != len(text):  # Some letters have no small one of the same length.
        lowered = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return Decoded(lowered, range(len(text) + 1))


def _read_escape(match: re.Match[str]) -> str:
    groups = match.groupdict()
    for name in ("percent", "json", "hex"):
        if groups[name]:
            return chr(int(groups[name], 16))
    if groups["plain"]:
        return groups["plain"]
    return html.unescape(f"&{groups['entity']};")[:1] if groups["entity"] else "'"


def _decode(text: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], str]) -> Decoded:
    parts: list[str] = []
    places: list[int] = []
    position = 0
    for match in pattern.finditer(text):
        parts += [text[position : match.start()], read(match)]
        places += [*range(position, match.start()), match.start()]
        position = match.end()
    places += range(position, len(text) + 1)
    return Decoded(_lower("".join([*parts, text[position:]])).text, places)


def _find(text: str, needle: str, piece: int) -> Iterator[tuple[int, int]]:
    """Yield where a text has the beginning or the end of a needle, as much of it as is there."""
    if not piece:
        return
    first, last = needle[:piece], needle[-piece:]
    start = text.find(first)
    while start >= 0:
        length = piece
        while length < len(needle) and text[start + length : start + length + 1] == needle[length]:
            length += 1
        yield start, start + length
        start = text.find(first, start + length)
    found = text.find(last) if last != first else -1
    while found >= 0:
        length = piece
        while length < len(needle) and found > 0 and text[found - 1] == needle[-length - 1]:
            found, length = found - 1, length + 1
        yield found, found + length
        found = text.find(last, found + length)


def _hide(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    position = 0
    for start, end in spans:
        if start >= position:
            parts += [text[position:start], HIDDEN]
        position = max(position, end)
    return "".join([*parts, text[position:]])
