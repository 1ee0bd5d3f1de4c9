"""One page of the conversation: its questions above, what goes with the one in focus below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.formulier import Pagina, Vraag
from intake_assistant.operations.gesprek import Plek
from intake_assistant.ui.bouwstenen import kolom, label, schuifvlak
from intake_assistant.ui.gespreksvoering import Gespreksvoering
from intake_assistant.ui.legen import empty_layout
from intake_assistant.ui.thema import px
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.herhaling import HerhalingVeld
from intake_assistant.ui.vragen.paneel import Vraagpaneel


class GesprekPagina(QWidget):
    """Shows one page at a time."""

    in_beeld = Signal()
    """Another question is in focus, or its answer changed: the shared half follows."""

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self._voering = voering
        self.pagina = Pagina("", ())
        self.blokken: list[Vraagblok] = []
        self.herhaling: HerhalingVeld | None = None
        self.actief = ""
        self.paneel = Vraagpaneel(voering)
        self.paneel.bron_gewijzigd.connect(self.refresh)
        self._binnen = QWidget()
        self._vragen = kolom(self._binnen, tussen=8)
        self._vragen.setContentsMargins(px(16), px(8), px(16), px(8))
        self._vlak = schuifvlak(self._binnen)
        box = kolom(self, tussen=0)
        box.addWidget(self._vlak, 1)
        box.addWidget(self.paneel)
        voering.veranderd.connect(self.refresh)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_pagina(self, pagina: Pagina, plek: Plek | None = None) -> None:
        """Show a page, with the keyboard in a field and its cursor when a place is given."""
        self.setUpdatesEnabled(False)
        self._clear()
        self.pagina = pagina
        if pagina.label:
            self._vragen.addWidget(label(pagina.label, "zacht", naam="pagina_label"))
        if pagina.herhaling:
            self._add_herhaling(pagina, plek.veld if plek else "")
        for naam in () if pagina.herhaling else pagina.vragen:
            self._add_blok(Vraagblok(self._voering, naam))
        self._vragen.addStretch(1)
        self._show_relevant()
        self._vlak.verticalScrollBar().setValue(0)
        self.setUpdatesEnabled(True)
        self._focus_first(plek)

    def _add_herhaling(self, pagina: Pagina, veld: str) -> None:
        rij_id = veld.partition("[")[2].partition("]")[0]
        self.herhaling = HerhalingVeld(self._voering, pagina.herhaling, rij_id)
        self.herhaling.gewijzigd.connect(self._take_rijen)
        self._vragen.addWidget(self.herhaling)
        self._take_rijen()

    def _take_rijen(self) -> None:
        self.blokken = list(self.herhaling.blokken) if self.herhaling else []
        for blok in self.blokken:
            blok.aangewezen.connect(self._wijs_aan)
        self._show_relevant()
        self._wijs_aan(self.blokken[0].naam if self.blokken else "")

    def _add_blok(self, blok: Vraagblok) -> None:
        blok.aangewezen.connect(self._wijs_aan)
        self.blokken.append(blok)
        self._vragen.addWidget(blok)

    def _clear(self) -> None:
        self.blokken, self.herhaling, self.actief = [], None, ""
        empty_layout(self._vragen)

    def refresh(self) -> None:
        """Show answers, states and relevance anew; nothing is rebuilt."""
        for blok in self.blokken:
            blok.show_antwoord()
        self._show_relevant()
        if self.actief:
            self.paneel.refresh()
        self.in_beeld.emit()

    def _show_relevant(self) -> None:
        for blok in self.blokken:
            blok.setVisible(self._voering.is_relevant(blok.naam))

    # -- focus -----------------------------------------------------------------------------------------------

    def _focus_first(self, plek: Plek | None) -> None:
        zichtbaar = [blok for blok in self.blokken if self._voering.is_relevant(blok.naam)]
        doel = next((blok for blok in zichtbaar if plek and blok.naam == plek.veld), None)
        velden = [blok for blok in zichtbaar if blok.veld.heeft_antwoord]
        if doel is not None or velden:
            blok = doel or velden[0]
            blok.take_focus(plek.cursor if plek and doel else -1)
            self._wijs_aan(blok.naam)
        else:
            self._wijs_aan(zichtbaar[0].naam if zichtbaar else "")

    def _wijs_aan(self, naam: str) -> None:
        for blok in self.blokken:
            blok.set_actief(blok.naam == naam)
        if naam != self.actief or not naam:
            self.actief = naam
            self.paneel.setVisible(bool(naam))
            if naam:
                self.paneel.show_vraag(naam)
            self._scroll_to(naam)
        self.in_beeld.emit()

    def _scroll_to(self, naam: str) -> None:
        blok = self.blok(naam)
        if blok is not None:
            self._vlak.ensureWidgetVisible(blok, 0, px(8))

    def blok(self, naam: str) -> Vraagblok | None:
        """Return the block of a question on this page."""
        return next((blok for blok in self.blokken if blok.naam == naam), None)

    def back_to_veld(self) -> None:
        """Put the keyboard back into the question in focus."""
        blok = self.blok(self.actief)
        if blok is not None:
            blok.take_focus()

    @property
    def plek(self) -> Plek:
        """Return page, field and cursor."""
        blok = self.blok(self.actief)
        startpositie = self.pagina.naam.partition(".")[0]
        return Plek(startpositie, self.pagina.naam, self.actief, blok.veld.cursor_plek() if blok else 0)

    # -- what the other side sees ----------------------------------------------------------------------------

    def gesproken(self) -> Vraag | None:
        """Return the question that is asked now: the one in focus, else the last spoken one above it."""
        gesproken: Vraag | None = None
        for blok in self.blokken:
            spreekt = blok.vraag.read_aloud and self._voering.is_relevant(blok.naam)
            if spreekt and (gesproken is None or not self._is_voorbij(blok)):
                gesproken = blok.vraag
        if gesproken is None and self.herhaling is not None:
            # A repeat is filled from the story; its name in their own language says what it is about.
            gesproken = self.herhaling.vraag
        return gesproken

    def _is_voorbij(self, blok: Vraagblok) -> bool:
        namen = [b.naam for b in self.blokken]
        return self.actief in namen and namen.index(blok.naam) > namen.index(self.actief)

    def gekozen(self, vraag: Vraag) -> list[str]:
        """Return the codes that the person chose at a question, to be seen on the shared half."""
        blok = next((b for b in self.blokken if b.vraag.naam == vraag.naam), None)
        if blok is None or self._voering.bron(blok.naam) != "inburgeraar" or not blok.veld.heeft_antwoord:
            return []
        waarde = blok.veld.waarde()
        if vraag.type not in ("select_one", "select_multiple", "range") or waarde is None:
            return []
        return [str(code) for code in waarde] if isinstance(waarde, list) else [str(waarde)]
