"""The rode draad: which answers an argument, a goal or an agreement rests on (design 7, Awb 3:46).

What is recorded names a question; the entry that answered it then stands beside that, so that it can be told
later whether the answer is still the one that it rested on, also after merging and after erasing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier, Leaf
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import ANTWOORD, kind_of, veld_of

UIT: Final = "uit"
"""The part of a value that holds the links."""


@dataclass(frozen=True, slots=True)
class Schakel:
    """One link: the subject that said something, and the entry that did."""

    subject: str
    entry: str


def answer_named(subject: str, value: Mapping[str, Any]) -> str:
    """The question whose answer a value rests on; empty when it names none."""
    kind, waarde = kind_of(subject), value.get("waarde")
    if kind.has_veld:
        named = waarde if kind.rust_op and veld_of(subject) == kind.rust_op else ""
    else:
        named = waarde.get(kind.rust_op) if kind.rust_op and isinstance(waarde, dict) else ""
    return named if isinstance(named, str) else ""


def with_source(dossier: Dossier, value: Mapping[str, Any], vraag: str) -> dict[str, Any]:
    """A value as it is recorded that rests on the answer to a question; an old one said it itself."""
    if UIT in value:
        return dict(value)
    links = [{"subject": link.subject, "entry": link.entry} for link in _answering(dossier, vraag)]
    return {**value, UIT: links} if links else dict(value)


def schakels_of(leaf: Leaf | None) -> tuple[Schakel, ...]:
    """The links of what counts; what somebody else recorded there may be anything."""
    found: Any = ((leaf.value if leaf else None) or {}).get(UIT, [])
    links = found if isinstance(found, list) else []
    return tuple(
        Schakel(str(link.get("subject", "")), str(link.get("entry", "")))
        for link in links
        if isinstance(link, dict)
    )


def schakels_in(dossier: Dossier, subject: str) -> tuple[Schakel, ...]:
    """The links of an argument, or of the field of a goal or an agreement."""
    return schakels_of(dossier.leaf(subject))


def is_erased(dossier: Dossier, schakel: Schakel) -> bool:
    """Whether what a link points at was erased (AVG 16, 17)."""
    leaves = dossier.leaves(schakel.subject)
    return any(leaf.id == schakel.entry and leaf.presence is Presence.ERASED for leaf in leaves)


def still_stands(dossier: Dossier, schakel: Schakel) -> bool:
    """Whether the entry that a link points at is still what counts."""
    leaf = dossier.leaf(schakel.subject)
    return leaf is not None and leaf.id == schakel.entry and not dossier.lies_in_removed(schakel.subject)


def _answering(dossier: Dossier, vraag: str) -> Iterator[Schakel]:
    """The entry of the source that counts; of a list of rows that of each field."""
    antwoord = dossier.antwoord(vraag)
    subjects = [ANTWOORD.of(vraag, antwoord.bron)] if antwoord.bron else _rows(dossier, vraag)
    for subject in subjects:
        leaf = dossier.leaf(subject)
        if leaf is not None:
            yield Schakel(subject, leaf.id)


def _rows(dossier: Dossier, vraag: str) -> list[str]:
    begin = f"{vraag}["
    found = (s for s in dossier.subjects if s.startswith(begin) and kind_of(s) is ANTWOORD)
    return sorted(s for s in found if not dossier.lies_in_removed(s))
