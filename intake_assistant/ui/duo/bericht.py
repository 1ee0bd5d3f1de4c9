"""A message for DUO: what goes in it in words, why DUO would refuse it, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.vorm import Berichtveld, Berichtvorm
from intake_assistant.domain.kinds import BESLUIT, DUOBERICHT, PROCEDURE, of_soort
from intake_assistant.operations.duo import sturen
from intake_assistant.operations.duo.voorstel import voorstel_van
from intake_assistant.operations.duo.woorden import bericht_in_words
from intake_assistant.texts import text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.fields.buttons import ButtonsEditor
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor, LineEditor
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label

VORMEN: Final[Mapping[str, Berichtvorm]] = {
    vorm.naam: vorm
    for vorm in (
        vormen.PIP,
        vormen.CONTACTPERSOON,
        vormen.AANBOD,
        vormen.PVT,
        vormen.MAP,
        vormen.ZROUTE,
    )
}
# Filled in here; the rest is read from the besluit and from Uitvoering, and never typed twice.
_TYPED: Final = (vormen.CONTACTPERSOON.naam, vormen.AANBOD.naam)
_INSTELLING: Final = "instelling"


class BerichtKaart(QWidget):
    """Choose the message, fill in what is not known yet, see what it says, and keep it as a file."""

    gemaakt = Signal()
    """A message was made, and noted in the dossier."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.context = keeper.context
        self.soort = vormen.PIP.naam
        self._velden: dict[str, Editor] = {}
        self._schets = Draft(keeper, self._typed, self)
        made = kaart(naam="kaart_duo_bericht")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("duo.bericht.kop"), "kop2"))
        box.addWidget(label(text("duo.bericht.uitleg"), "zacht", wrap=True))
        self.keuze = ButtonsEditor("duo_soort", [(naam, text(f"duo.soort.{naam}")) for naam in VORMEN])
        self.keuze.gekozen.connect(self._choose)
        box.addWidget(self.keuze)
        self._vorm, self._inhoud = QWidget(), QWidget()
        kolom(self._vorm, tussen=8)
        kolom(self._inhoud, tussen=4)
        box.addWidget(self._vorm)
        box.addWidget(self._inhoud)
        self.bewaar = knop(text("duo.bericht.bewaar"), "duo_bewaar", self._keep, "hoofdknop")
        box.addWidget(self.bewaar, 0, Qt.AlignmentFlag.AlignLeft)
        kolom(self).addWidget(made)

    def show_soort(self, soort: str) -> None:
        """Show one message with what is known of it, or was being typed."""
        self.soort = soort if soort in VORMEN else self.soort
        self.keuze.show_waarde(self.soort)
        clear(self._vorm)
        self._velden = {}
        if self.soort in _TYPED:
            self._make_form()
        self.look()

    def look(self) -> None:
        """Say what goes in it now, and what DUO would not take; nothing once the person was erased."""
        if not self.context.dossier_id:
            return
        clear(self._inhoud)
        box = inside(self._inhoud)
        gezien = sturen.foresee(self.context.work, self.context.dossier_id, self.soort, self._filled())
        # What is typed stands in the form itself.
        for zin in () if self.soort in _TYPED else bericht_in_words(gezien.bericht):
            box.addWidget(label(zin, wrap=True, naam="duo_regel"))
        for reden in gezien.redenen:
            box.addWidget(label(reden, "waarschuwing", wrap=True, naam="duo_reden"))
        if self.soort not in _TYPED and self.soort != vormen.PIP.naam:
            naar = knop(
                text("duo.bericht.naar_uitvoering"), "duo_naar_uitvoering", self._to_uitvoering, "stil"
            )
            box.addWidget(naar, 0, Qt.AlignmentFlag.AlignLeft)
        self.bewaar.setEnabled(not gezien.redenen)

    def leave(self) -> None:
        """Keep what is being typed."""
        self._schets.keep()

    # -- the form --------------------------------------------------------------------------------------------

    def _make_form(self) -> None:
        dossier = self.context.dossier()
        typed = self._schets.begin(f"duo {self.soort} {dossier.id}")
        known = {**voorstel_van(self.context.work, dossier, self.soort), **typed}
        # A widget of its own: what is only a layout cannot be taken away with what lies in it.
        blad = QWidget()
        rooster = Rooster(2, blad)
        velden = list(VORMEN[self.soort].velden)
        if self.soort == vormen.AANBOD.naam:
            velden.append(Berichtveld(naam=_INSTELLING, verplicht=True))
        for veld in velden:
            rooster.add(self._field(veld, known.get(veld.naam, "")))
        inside(self._vorm).addWidget(blad)
        self._schets.watch(*self._velden.values())

    def _field(self, veld: Berichtveld, waarde: object) -> QWidget:
        made, woord = QWidget(), text(f"recht.duo.veld.{veld.naam}")
        editor = _editor(veld)
        editor.show_waarde(waarde)
        self._velden[veld.naam] = editor
        name_field(editor, f"duo_veld_{veld.naam}", woord)
        editor.verlaten.connect(self.look)
        editor.gekozen.connect(self.look)
        box, naam = kolom(made, tussen=4), label(woord, "veldnaam")
        naam.setBuddy(editor.invoer() or editor)
        box.addWidget(naam)
        box.addWidget(editor)
        return made

    def _typed(self) -> dict[str, Any]:
        return {naam: waarde for naam, editor in self._velden.items() if (waarde := editor.waarde())}

    def _filled(self) -> dict[str, object]:
        if self.soort in _TYPED:
            return {naam: waarde for naam, waarde in self._typed().items() if naam != _INSTELLING}
        return voorstel_van(self.context.work, self.context.dossier(), self.soort)

    # -- doing -----------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        self.leave()
        self.show_soort(str(self.keuze.waarde() or ""))

    def _keep(self) -> None:
        """Ask where; only then is it made, and what was made is noted in the dossier."""
        uit = destination.Uitgaand(
            text("duo.bericht.bewaar"),
            text("duo.bericht.bestand", soort=self.soort),
            text("duo.bericht.filter"),
            f"duo {self.soort}",
        )
        path = destination.keep(self.context, self, uit, self._make)
        if path is not None:
            self.gemaakt.emit()
            if self.soort in _TYPED:
                self._schets.drop()

    def _make(self) -> bytes:
        work, dossier, soort = self.context.work, self.context.dossier_id, self.soort
        if soort == vormen.PIP.naam:
            return sturen.as_json(sturen.make_pip(work, dossier)).encode()
        instelling = str(self._typed().get(_INSTELLING, ""))
        bericht = sturen.make_melding(work, dossier, soort, self._filled(), instelling)
        return sturen.as_json(sturen.as_sent(soort, bericht)).encode()

    def _to_uitvoering(self) -> None:
        self.context.navigate.emit("uitvoering", {"deel": "uren"})


def _editor(veld: Berichtveld) -> Editor:
    if veld.codes:
        codes = [(code, text(f"recht.duo.code.{veld.naam}.{code}")) for code in veld.codes]
        return ChoiceEditor(codes, text("dossier.nog_niet_bekend"))
    return DateEditor() if veld.soort == "datum" else LineEditor()


GELEZEN: Final = (DUOBERICHT, PROCEDURE, BESLUIT, *of_soort("persoon"))
"""The kinds that a message is made of."""
