"""What must be erased now, over all dossiers and of one: the day, the rule and one sentence why."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.recht.bewaartermijn import (
    DOSSIER,
    HEEL,
    LAPTOPKOPIE,
    Bewaarstand,
    Bewaartermijn,
    BewaartermijnFeiten,
    bewaarfeiten,
    bewaartermijnen,
    kort_bewaard,
)
from intake_assistant.operations.views.overzicht import Overzicht, list_dossiers
from intake_assistant.operations.views.verzoek import Verzoekregel, describe_verzoek, verzoekregels_of
from intake_assistant.operations.words.naam import sorteernaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

FORMAAT: Final = 1
NOG_TE_DOEN: Final = ("loopt", "overschreden", "wacht", "uitvoeren")


@dataclass(frozen=True, slots=True)
class Bewaarregel:
    """One thing of one dossier that ends: what, from which day, by which rule, and why in words."""

    dossier: str
    naam: str
    wat: str
    vanaf: datetime.date | None
    stand: Bewaarstand
    regel: str
    reden: str
    uitleg: str

    def as_json(self) -> dict[str, Any]:
        """With ISO dates."""
        return {
            "dossier": self.dossier,
            "naam": self.naam,
            "wat": self.wat,
            "vanaf": self.vanaf.isoformat() if self.vanaf else None,
            "stand": self.stand,
            "regel": self.regel,
            "reden": self.reden,
            "uitleg": self.uitleg,
        }


@dataclass(frozen=True, slots=True)
class Teregelen:
    """What asks for an act: what must be erased, and the requests that are not dealt with."""

    te_wissen: tuple[Bewaarregel, ...]
    verzoeken: tuple[tuple[str, str, Verzoekregel], ...]

    def per_dossier(self) -> list[tuple[str, str, Teregelen]]:
        """The same for each dossier by itself, with its id and name, what waits longest first."""
        found: dict[str, tuple[datetime.date, str, list[Bewaarregel], list[Verzoekregel]]] = {}
        for regel in self.te_wissen:
            _, _, regels, _ = found.setdefault(regel.dossier, (_day(regel.vanaf), regel.naam, [], []))
            regels.append(regel)
        for dossier, naam, verzoek in self.verzoeken:
            op, _, regels, verzoeken = found.setdefault(dossier, (datetime.date.max, naam, [], []))
            verzoeken.append(verzoek)
            found[dossier] = (min(op, _day(verzoek.uiterlijk)), naam, regels, verzoeken)
        rows = sorted(found.items(), key=lambda row: (*row[1][:2], row[0]))
        return [
            (dossier, naam, Teregelen(tuple(regels), tuple((dossier, naam, v) for v in verzoeken)))
            for dossier, (_, naam, regels, verzoeken) in rows
        ]

    def as_json(self, op: datetime.date) -> dict[str, Any]:
        """As `due --json` prints it."""
        return {
            "formaat": FORMAAT,
            "op": op.isoformat(),
            "te_wissen": [regel.as_json() for regel in self.te_wissen],
            "verzoeken": [{"dossier": id, "naam": naam, **v.as_json()} for id, naam, v in self.verzoeken],
        }


def list_due(work: Workspace, today: datetime.date) -> Teregelen:
    """All that is due over all dossiers, the longest overdue first; read from the kept overviews."""
    at = work.at(today)
    return due_among(at, list_dossiers(at))


def due_among(at: Workspace, lines: Iterable[Overzicht]) -> Teregelen:
    """The same among lines that were read."""
    due, verzoeken = list[Bewaarregel](), list[tuple[str, str, Verzoekregel]]()
    for line in (line for line in lines if not line.is_beschadigd):
        due += _due(at, line.dossier, line.naam, line.bewaarfeiten)
        regels = (describe_verzoek(at, verzoek) for verzoek in line.verzoeken)
        verzoeken += [(line.dossier, line.naam, regel) for regel in regels if regel.stand in NOG_TE_DOEN]
    due.sort(key=lambda r: (r.vanaf or datetime.date.max, r.naam, r.dossier, r.wat))
    verzoeken.sort(key=lambda v: (v[2].uiterlijk or datetime.date.max, v[1], v[0]))
    return Teregelen(tuple(due), tuple(verzoeken))


def due_of(work: Workspace, dossier: Dossier) -> Teregelen:
    """All that is due of one dossier today."""
    naam = sorteernaam(inburgeraar_of(dossier))
    regels = tuple(r for r in bewaarregels_of(work, dossier) if r.stand == "te_wissen")
    open_ = [regel for regel in verzoekregels_of(work, dossier) if regel.stand in NOG_TE_DOEN]
    return Teregelen(regels, tuple((dossier.id, naam, regel) for regel in open_))


def bewaarregels_of(work: Workspace, dossier: Dossier) -> list[Bewaarregel]:
    """Everything of a dossier that ends one day, also what cannot be said yet and why."""
    feiten = bewaarfeiten(dossier, work.data.formulieren)
    termijnen = bewaartermijnen(feiten, work.clock.today(), work.data.regels)
    naam = sorteernaam(inburgeraar_of(dossier))
    return [_describe(work, dossier.id, naam, termijn) for termijn in termijnen]


def rule_number(work: Workspace, wat: str) -> int | None:
    """The years or days of the rule for the whole or for the copy; None for what follows the PIP."""
    sleutel = {DOSSIER: "bewaartermijn", LAPTOPKOPIE: "bewaartermijn.laptopkopie"}.get(wat)
    return None if sleutel is None else int(str(work.data.regels.waarde(sleutel, op=work.clock.today())))


def values_due(work: Workspace, dossier: str, wat: str) -> list[str]:
    """The ids of all entries, earlier ones too, whose value goes with this kind of detail (KORT_BEWAARD)."""
    if wat in HEEL:
        raise ValueError(wat)
    return [
        entry.id
        for entry in work.vault.entries(dossier)
        if entry.presence is Presence.PRESENT
        and kort_bewaard(work.data.formulieren, entry.header.subject) == wat
    ]


def _day(dag: datetime.date | None) -> datetime.date:
    return dag or datetime.date.max


def _due(work: Workspace, dossier: str, naam: str, feiten: BewaartermijnFeiten) -> Iterator[Bewaarregel]:
    # Of thousands of dossiers little is due: only that is put in words.
    termijnen = bewaartermijnen(feiten, work.clock.today(), work.data.regels)
    return (_describe(work, dossier, naam, termijn) for termijn in termijnen if termijn.stand == "te_wissen")


def _describe(work: Workspace, dossier: str, naam: str, termijn: Bewaartermijn) -> Bewaarregel:
    return Bewaarregel(
        dossier=dossier,
        naam=naam,
        wat=termijn.wat,
        vanaf=termijn.vanaf,
        stand=termijn.stand,
        regel=termijn.regel,
        reden=termijn.reden,
        uitleg=_uitleg(work, termijn),
    )


def _uitleg(work: Workspace, termijn: Bewaartermijn) -> str:
    zinnen = [text(f"rechten.bewaren.reden.{termijn.reden}", **_in_words(termijn.feiten))]
    if termijn.vanaf is not None and termijn.stand == "loopt":
        zinnen.append(text("rechten.bewaren.vanaf", datum=date_in_words(termijn.vanaf.isoformat())))
    if termijn.wat == "dossier" and termijn.stand == "te_wissen":
        jaren = work.data.regels.waarde("bewaartermijn.restset", op=work.clock.today())
        zinnen.append(text("rechten.bewaren.restset", aantal=jaren))
    return " ".join(zinnen)


def _in_words(feiten: Mapping[str, datetime.date | int | str]) -> dict[str, object]:
    return {
        naam: date_in_words(feit.isoformat()) if isinstance(feit, datetime.date) else feit
        for naam, feit in feiten.items()
    }
