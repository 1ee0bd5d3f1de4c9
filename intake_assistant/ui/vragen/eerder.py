"""What was said of a question before, and what other sources say: below its field, each with its source."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.antwoord import BronAntwoord, Staat
from intake_assistant.domain.kinds import ANTWOORD
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import KorteRegel, knop, kolom, rij
from intake_assistant.ui.vragen.voering import Gespreksvoering

Zin = tuple[str, str, bool]
"""The words, the source whose answer can be taken over or made to count, and whether it counts already."""


class Eerder(QWidget):
    """One line a source; drawn anew only when something else is to be said."""

    def __init__(self, voering: Gespreksvoering, naam: str) -> None:
        super().__init__()
        self._voering, self._naam = voering, naam
        self._zinnen: list[Zin] = []
        self._rijen = kolom(self, tussen=0)
        self.hide()

    def refresh(self) -> None:
        """Show what is known now."""
        zinnen = [*self._zelf(), *(self._van(ander) for ander in self._voering.anderen(self._naam))]
        if zinnen != self._zinnen:
            self._zinnen = zinnen
            empty_layout(self._rijen)
            for zin in zinnen:
                self._rijen.addWidget(self._regel(*zin))
            self.setVisible(bool(zinnen))

    def _zelf(self) -> Iterator[Zin]:
        """What the same source said in an earlier conversation and was not changed since."""
        subject = self._voering.subject(self._naam)
        leaf = self._voering.dossier.leaf(subject)
        if leaf is None or leaf.gesprek == self._voering.id:
            return
        if (leaf.value or {}).get("staat") == Staat.BEANTWOORD:
            yield self._woorden(self._voering.bron(self._naam), (leaf.value or {}).get("waarde")), "", False

    def _van(self, ander: BronAntwoord) -> Zin:
        if ander.staat != Staat.BEANTWOORD:
            bron, staat = text(f"gesprek.bron.{ander.bron}"), text(f"gesprek.vragen.merk.{ander.staat}")
            return text("gesprek.eerder", dag="", waarde=staat, bron=bron), "", False
        woorden = self._woorden(ander.bron, ander.waarde)
        hier = self._voering.value(self._voering.subject(self._naam))
        if (hier.get("staat"), hier.get("waarde")) == (Staat.BEANTWOORD, ander.waarde):
            # Both say the same: nothing to confirm, nor to choose between.
            return woorden, "", False
        geldt = self._voering.antwoord(self._naam).bron == ander.bron
        return (text("gesprek.geldt", eerder=woorden) if geldt else woorden), ander.bron, geldt

    def _woorden(self, bron: str, waarde: object) -> str:
        leaf = self._voering.dossier.leaf(ANTWOORD.of(self._naam, bron))
        gesprek = self._voering.gesprekken.get(leaf.gesprek) if leaf else None
        dag = gesprek.datum if gesprek else leaf.vastgelegd_op[:10] if leaf else ""
        return text(
            "gesprek.eerder",
            dag=f"{date_in_words(dag)} " if dag else "",
            waarde=in_words(self._voering.vraag(self._naam), waarde),
            bron=text(f"gesprek.bron.{bron}"),
        )

    def _regel(self, tekst: str, bron: str, geldt: bool) -> QWidget:
        made = QWidget()
        row: QHBoxLayout = rij(made)
        woorden = KorteRegel("", "eerder")
        woorden.set_whole(tekst)
        row.addWidget(woorden, 1)
        for doen in self._knoppen(bron, geldt) if bron else ():
            row.addWidget(doen)
        return made

    def _knoppen(self, bron: str, geldt: bool) -> Iterator[QPushButton]:
        yield knop(text("gesprek.klopt"), f"klopt_{bron}", lambda: self._neem_over(bron), "stil")
        if not geldt:
            doen = self._voering.geldt
            yield knop(text("gesprek.laat_gelden"), f"geldt_{bron}", lambda: doen(self._naam, bron), "stil")

    def _neem_over(self, bron: str) -> None:
        ander = next(b for b in self._voering.anderen(self._naam) if b.bron == bron)
        self._voering.choose(self._naam, ander.waarde)
