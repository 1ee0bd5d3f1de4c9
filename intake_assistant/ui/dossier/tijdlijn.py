"""The middle of the dossier: what was, and what is to come, in order of date."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.dates import date_in_words, read_date, short_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import EERSTE, GRONDEN, besluiten_of, planversies_of
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, doelen_of
from intake_assistant.domain.recht.toestemming import Toestemming, toestemmingen_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text, text_or
from intake_assistant.ui.dossier.row_button import Rijknop
from intake_assistant.ui.kit.mark import beeld, clear, merk
from intake_assistant.ui.kit.parts import kolom, label, rij
from intake_assistant.ui.kit.theme import px, thema

# What the eye looks for first.
ZWAAR: Final = ("gesprek", "beschikking")
# Larger than this in per cent, a date stands above its words: beside them there is no room.
NAAST: Final = 125


@dataclass(frozen=True, slots=True)
class Tijdlijnregel:
    """Something on a day; `komt` when it is still to be done, and where it is seen in full."""

    datum: str
    icoon: str
    titel: str
    bij: str
    scherm: str
    argumenten: dict[str, str] = field(default_factory=dict)
    komt: bool = False


def gebeurtenissen_of(work: Workspace, dossier: Dossier) -> list[Tijdlijnregel]:
    """Everything with a date: first what is to come, soonest first; then what was, newest first."""
    vandaag = work.clock.today()
    alle = [
        *_gesprekken(dossier, vandaag),
        *_besluiten(dossier),
        *_toestemmingen(dossier, vandaag),
        *_afspraken(dossier),
    ]
    # What is no date stands at the top, where it is seen and can be put right.
    komt = sorted((g for g in alle if g.komt), key=lambda g: read_date(g.datum) or datetime.date.min)
    was = sorted(
        (g for g in alle if not g.komt), key=lambda g: read_date(g.datum) or datetime.date.max, reverse=True
    )
    return [*komt, *was]


def _gesprekken(dossier: Dossier, vandaag: datetime.date) -> Iterator[Tijdlijnregel]:
    for gesprek in gesprekken_of(dossier):
        vorm = text(f"dossier.t.vorm.{gesprek.vorm}")
        titel = text("dossier.t.gesprek", nummer=gesprek.nummer, vorm=vorm)
        yield Tijdlijnregel(
            gesprek.datum, "gesprek", titel, _bij(gesprek, vandaag), "gesprek", {"gesprek": gesprek.id}
        )
        if gesprek.afspraak_op is not None and gesprek.afspraak_op >= vandaag:
            yield Tijdlijnregel(
                gesprek.volgende_afspraak[:10],
                "klok",
                text("dossier.t.volgende"),
                ", ".join(filter(None, (gesprek.volgende_afspraak[11:16], gesprek.afspraak_hoe))),
                "gesprek",
                komt=True,
            )


def _bij(gesprek: Gesprek, vandaag: datetime.date) -> str:
    delen = []
    if gesprek.minuten:
        delen.append(text("dossier.t.gesprek_minuten", minuten=gesprek.minuten))
    if gesprek.tolk:
        delen.append(text("dossier.t.gesprek_tolk", tolk=gesprek.tolk))
    if not gesprek.afgerond:
        delen.append(text("dossier.t.gesprek_open"))
    if gesprek.datum and gesprek.dag is None:
        delen.append(text("dossier.t.geen_datum"))
    if gesprek.dag is not None and gesprek.dag > vandaag:
        delen.append(text("dossier.t.gesprek_toekomst"))
    if gesprek.volgende_afspraak and gesprek.afspraak_op is None:
        delen.append(text("dossier.t.afspraak_geen_datum", getypt=gesprek.volgende_afspraak))
    return ", ".join(delen)


def _besluiten(dossier: Dossier) -> Iterator[Tijdlijnregel]:
    for besluit in besluiten_of(dossier):
        route = text_or(f"geschiedenis.leerroute.{besluit.leerroute}", besluit.leerroute)
        titel = text("dossier.t.besluit", nummer=besluit.nummer, leerroute=route)
        bij = text_or(f"dossier.t.grond.{besluit.grond}", besluit.grond)
        if not besluit.aangenomen:
            bekend = text("dossier.t.besluit_bekend", datum=date_in_words(besluit.bekendgemaakt_op))
            bij = f"{bij}, {bekend}"
        yield Tijdlijnregel(besluit.dagtekening, "beschikking", titel, bij, "beschikking")
    for versie in planversies_of(dossier):
        titel = text("dossier.t.planversie", nummer=versie.nummer)
        reden = (
            text(f"dossier.t.grond.{versie.reden}") if versie.reden in (EERSTE, *GRONDEN) else versie.reden
        )
        yield Tijdlijnregel(versie.datum, "ontwikkelplan", titel, reden, "ontwikkelplan")


def _toestemmingen(dossier: Dossier, vandaag: datetime.date) -> Iterator[Tijdlijnregel]:
    for id, toestemming in toestemmingen_of(dossier):
        argumenten = {"toestemming": id}
        for datum, sleutel, komt in _momenten(toestemming, vandaag):
            titel = text(f"dossier.t.toestemming_{sleutel}", partij=toestemming.partij)
            bij = toestemming.doel if sleutel in ("ja", "nee") else ""
            yield Tijdlijnregel(datum, "toestemmingen", titel, bij, "toestemmingen", argumenten, komt)


def _momenten(toestemming: Toestemming, vandaag: datetime.date) -> Iterator[tuple[str, str, bool]]:
    if toestemming.datum:
        yield toestemming.datum.isoformat(), "ja" if toestemming.gegeven else "nee", False
    if toestemming.ingetrokken_op:
        yield toestemming.ingetrokken_op.isoformat(), "weg", False
    elif toestemming.stand(vandaag) == "geldig" and toestemming.geldig_tot:
        yield toestemming.geldig_tot.isoformat(), "verloopt", True


def _afspraken(dossier: Dossier) -> Iterator[Tijdlijnregel]:
    for afspraak in (a for doel in doelen_of(dossier) for a in doel.afspraken):
        if afspraak.gedaan:
            titel = text("dossier.t.afspraak_klaar", wat=afspraak.wat)
            yield Tijdlijnregel(afspraak.klaar_op, "vink", titel, "", "ontwikkelplan", _plek(afspraak))
        elif datum := afspraak.geen_datum or afspraak.uiterlijk:
            titel = afspraak.wat[:1].upper() + afspraak.wat[1:]
            bij = text(f"dossier.t.wie.{afspraak.wie}")
            if afspraak.geen_datum:
                bij += f", {text('dossier.t.geen_datum')}"
            yield Tijdlijnregel(
                datum, "ontwikkelplan", titel, bij, "ontwikkelplan", _plek(afspraak), komt=True
            )


def _plek(afspraak: Afspraak) -> dict[str, str]:
    return {"afspraak": afspraak.id}


class Tijdlijn(QWidget):
    """The list itself; `chosen` tells where something is seen in full."""

    chosen = Signal(str, dict)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tijdlijn")
        self._box = kolom(self, rand=0, tussen=2)

    def show_all(self, alle: list[Tijdlijnregel], vandaag: datetime.date) -> None:
        """Draw these in their order."""
        clear(self)
        if not alle:
            self._box.addWidget(label(text("dossier.tijdlijn_leeg"), "zacht", wrap=True))
        kop = ""
        for nummer, gebeurtenis in enumerate(alle):
            dit = text("dossier.komt" if gebeurtenis.komt else "dossier.was")
            if dit != kop:
                self._box.addWidget(_tussenkop(dit, eerste=not kop))
                kop = dit
            self._box.addWidget(self._row(gebeurtenis, nummer, vandaag))
        self._box.addStretch(1)

    def _row(self, wat: Tijdlijnregel, nummer: int, vandaag: datetime.date) -> Rijknop:
        datum = date_in_words(wat.datum) or text("dossier.t.gesprek_zonder_datum")
        kort = short_date(wat.datum) or datum
        dag_van = read_date(wat.datum)
        te_laat = wat.komt and dag_van is not None and dag_van < vandaag
        gesproken = ", ".join(filter(None, (datum, wat.titel, wat.bij)))
        row = Rijknop(
            f"gebeurtenis_{nummer}", gesproken, lambda: self.chosen.emit(wat.scherm, dict(wat.argumenten))
        )
        box = rij(tussen=8)
        box.addWidget(beeld(wat.icoon, "let_op" if te_laat else "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        dag = label(kort, "zacht", wrap=True)
        woorden = kolom(tussen=2)
        if thema.schaal > NAAST:
            woorden.addWidget(dag)
        else:
            dag.setFixedWidth(px(96))
            box.addWidget(dag, 0, Qt.AlignmentFlag.AlignTop)
        woorden.addWidget(label(wat.titel, "kop3" if wat.icoon in ZWAAR else "", wrap=True))
        if wat.bij:
            woorden.addWidget(label(wat.bij, "klein", wrap=True))
        if te_laat:
            woorden.addWidget(merk("let_op", text("dossier.over_datum"), "let_op"))
        box.addLayout(woorden, 1)
        row.fill(box)
        return row


def _tussenkop(tekst: str, *, eerste: bool) -> QWidget:
    made = QWidget()
    box = kolom(made)
    box.setContentsMargins(px(8), 0 if eerste else px(16), px(8), px(4))
    box.addWidget(label(tekst, "klein"))
    return made
