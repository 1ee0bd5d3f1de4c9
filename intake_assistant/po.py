"""Reads a gettext catalogue (.po); Babel reads the same, but takes longer than all the rest of a start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

# A keyword and its string, or the string alone on the lines that follow.
_LINE: Final = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)\s*)?"([^"\\]*(?:\\.[^"\\]*)*)"')
_ESCAPED: Final = re.compile(r"\\(.)")
_MEANS: Final = {"n": "\n", "t": "\t", "r": "\r"}
_FIRST: Final = ("#", "msgctxt", "msgid")


@dataclass(slots=True)
class Message:
    """One message; `texts` has one text, or one for each form of the plural."""

    context: str = ""
    id: str = ""
    plural: str = ""
    texts: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    """Of the translator, without the sign before them; a previous `msgid` begins with a bar."""
    is_fuzzy: bool = False


def read_po(raw: bytes) -> list[Message]:
    """The messages of a catalogue, without header and what is obsolete; ValueError names each wrong line."""
    faults: list[str] = []
    found = [message for message in _messages(raw.decode("utf-8-sig").split("\n"), faults) if message.id]
    if faults:
        raise ValueError("\n".join(faults))
    return found


def _messages(lines: list[str], faults: list[str]) -> Iterator[Message]:
    block = _Block()
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        if not stripped:
            if block.is_given_up:
                block = _Block()
            continue
        if block.ends_before(stripped):
            yield from block.message(faults)
            block = _Block()
        block.take(stripped, number, faults)
    yield from block.message(faults)


class _Block:
    """The lines of one message, as they come."""

    def __init__(self) -> None:
        self._line = 0
        self._comments: list[str] = []
        self._is_fuzzy = False
        self._is_told = False
        self.is_given_up = False
        """Something in it is wrong: what follows, up to an empty line, cannot be understood either."""
        self._said: list[str] = []
        self._parts: dict[str, list[str]] = {}

    def ends_before(self, line: str) -> bool:
        """Whether this line begins another message."""
        return self._is_told and line.startswith(_FIRST)

    def take(self, line: str, number: int, faults: list[str]) -> None:
        if self.is_given_up:
            return
        if line.startswith("#"):
            self._comment(line)
        elif not self._string(line, number):
            self.is_given_up = True
            faults.append(f"{number}: {line}")

    def _comment(self, line: str) -> None:
        if line.startswith("#,"):
            self._is_fuzzy |= "fuzzy" in line[2:].replace(",", " ").split()
        elif not line.startswith(("#:", "#.", "#~")):
            self._comments.append(line[1:].strip())

    def _string(self, line: str, number: int) -> bool:
        """Take a string; False when it is none, or stands where none can be."""
        found = _LINE.fullmatch(line)
        keyword, words = found.groups() if found else (None, "")
        if found is None or not (keyword or self._parts) or keyword in self._parts:
            return False
        self._line = self._line or number
        if keyword:
            self._parts[keyword] = self._said = []
            self._is_told = keyword.startswith("msgstr")
        self._said.append(_ESCAPED.sub(lambda m: _MEANS.get(m[1], m[1]), words) if "\\" in words else words)
        return True

    def message(self, faults: list[str]) -> Iterator[Message]:
        """The message, if there is one and nothing in it is wrong."""
        if self.is_given_up or not self._parts:
            return
        said = {naam: "".join(words) for naam, words in self._parts.items()}
        texts = [words for naam, words in said.items() if naam.startswith("msgstr")]
        if "msgid" not in said or not texts:
            faults.append(f"{self._line}: msgid, msgstr")
            return
        context, plural = said.get("msgctxt", ""), said.get("msgid_plural", "")
        yield Message(context, said["msgid"], plural, texts, self._comments, self._is_fuzzy)
