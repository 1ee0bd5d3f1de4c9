"""The answers of a conversation of a case, each with what it is about, its state and its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from intake_assistant.domain.antwoord import Staat, normaliseer
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.operations.acts.antwoord import INBURGERAAR


@dataclass(frozen=True)
class Gegeven:
    """One answer; `extra` is its reason, its explanation and what else stands beside it."""

    vraag: str
    waarde: object
    staat: str = Staat.BEANTWOORD.value
    bron: str = INBURGERAAR
    extra: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Herhaling:
    """The rows of a repeat; each row is its answers."""

    vraag: str
    rijen: tuple[tuple[Gegeven, ...], ...]


def antwoorden_of(
    gesprek: Mapping[str, Any], formulieren: Formulieren, bron: str = INBURGERAAR
) -> Iterator[Gegeven | Herhaling]:
    """What was answered in a conversation, or stood in a klantprofiel, in the order of the file."""
    for startpositie, answers in gesprek.get("antwoorden", {}).items():
        for kort, answer in answers.items():
            naam = formulieren.heet_nu(f"{startpositie}.{kort}")
            if isinstance(answer, list) and answer and formulieren.vraag(naam).type == "begin_repeat":
                rijen = (
                    tuple(_gegeven(f"{naam}.{k}", cel, bron) for k, cel in row.items()) for row in answer
                )
                yield Herhaling(naam, tuple(rijen))
            else:
                yield _gegeven(naam, answer, bron)


def _gegeven(naam: str, answer: Any, bron: str) -> Gegeven:
    table = {k: normaliseer(w) for k, w in answer.items()} if isinstance(answer, dict) else {}
    waarde = table.pop("waarde", "") if isinstance(answer, dict) else normaliseer(answer)
    state = {"bron": bron} | {k: str(table.pop(k)) for k in ("staat", "bron") if k in table}
    return Gegeven(naam, waarde, **state, extra=table)
