"""The manual of docs/handleiding, cut into what is read at once: a part for each screen, and some beside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from intake_assistant.domain.letters import holds, plain
from intake_assistant.paths import handleiding_dir

_DEEL = re.compile(r"^## (?P<kop>.+)\n<!-- scherm: ?(?P<scherm>\w*) ?-->\n", re.MULTILINE)
_BEELD = re.compile(r"^!\[.*\]\(.*\)\n*", re.MULTILINE)


@dataclass(frozen=True)
class Handleidingdeel:
    """A part: for whom, about which screen (empty: about none in particular), in Markdown."""

    voor: str
    kop: str
    scherm: str
    tekst: str


@cache
def handleiding() -> tuple[Handleidingdeel, ...]:
    """All parts, in the order in which they are read."""
    return tuple(deel for file in sorted(handleiding_dir().glob("*.md")) for deel in _parts(file))


def find_hoofdstukken(getypt: str) -> tuple[Handleidingdeel, ...]:
    """The parts with all the words that were typed; those with them in their heading first."""
    found = [deel for deel in handleiding() if holds(plain(f"{deel.kop} {deel.tekst}"), getypt)]
    return tuple(sorted(found, key=lambda deel: not holds(plain(deel.kop), getypt)))


def _parts(file: Path) -> list[Handleidingdeel]:
    written = file.read_text(encoding="utf-8")
    voor = written.partition("\n")[0].removeprefix("# ")
    begins = list(_DEEL.finditer(written))
    ends = [begin.start() for begin in begins[1:]] + [len(written)]
    return [
        Handleidingdeel(
            voor, begin["kop"], begin["scherm"], _BEELD.sub("", written[begin.end() : end]).strip()
        )
        for begin, end in zip(begins, ends, strict=True)
    ]
