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
    """The messages of a catalogue, without its header and what is obsolete; ValueError names the line."""
    return [found for found in _messages(raw.decode("utf-8-sig").split("\n")) if found.id]


def _messages(lines: list[str]) -> Iterator[Message]:
    block = _Block()
    for number, line in enumerate(lines, 1):
        stripped = line.strip()
        if not stripped:
            continue
        if block.ends_before(stripped):
            yield block.message()
            block = _Block()
        block.take(stripped, number)
    if block.parts:
        yield block.message()


class _Block:
    """The lines of one message, as they come."""

    def __init__(self) -> None:
        self._line = 0
        self._comments: list[str] = []
        self._is_fuzzy = False
        self._is_told = False
        self._said: list[str] = []
        self.parts: dict[str, list[str]] = {}

    def ends_before(self, line: str) -> bool:
        """Whether this line begins another message."""
        return self._is_told and line.startswith(_FIRST)

    def take(self, line: str, number: int) -> None:
        if line.startswith("#"):
            self._comment(line)
        else:
            self._string(line, number)

    def _comment(self, line: str) -> None:
        if line.startswith("#,"):
            self._is_fuzzy |= "fuzzy" in line[2:].replace(",", " ").split()
        elif not line.startswith(("#:", "#.", "#~")):
            self._comments.append(line[1:].strip())

    def _string(self, line: str, number: int) -> None:
        found = _LINE.fullmatch(line)
        keyword, words = found.groups() if found else (None, "")
        if found is None or not (keyword or self.parts) or keyword in self.parts:
            raise ValueError(f"{number}: {line}")
        self._line = self._line or number
        if keyword:
            self.parts[keyword] = self._said = []
            self._is_told = keyword.startswith("msgstr")
        self._said.append(_ESCAPED.sub(lambda m: _MEANS.get(m[1], m[1]), words) if "\\" in words else words)

    def message(self) -> Message:
        said = {naam: "".join(words) for naam, words in self.parts.items()}
        texts = [words for naam, words in said.items() if naam.startswith("msgstr")]
        if "msgid" not in said or not texts:
            raise ValueError(f"{self._line}: msgid, msgstr")
        context, plural = said.get("msgctxt", ""), said.get("msgid_plural", "")
        return Message(context, said["msgid"], plural, texts, self._comments, self._is_fuzzy)
