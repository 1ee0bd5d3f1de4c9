"""What stands on one page: its questions in order, or the rows of a repeat; built before it is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.aanraken.aanwijzing import CODES
from intake_assistant.domain.formulier import Pagina, Vraag
from intake_assistant.domain.subject import rows_in
from intake_assistant.operations.words.gedeeld import gezegd, is_gezegd
from intake_assistant.ui.kit.giving_way import leesbreed
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.blok import Vraagblok
from intake_assistant.ui.vragen.herhaling import HerhalingVeld
from intake_assistant.ui.vragen.voering import Gespreksvoering

# A line of text that the eye can follow (ui.md, *Measures*), and the fields as wide as that.
BREEDTE = 760


class Blad(QWidget):
    """The blocks of one page."""

    aangewezen = Signal(str)
    """This question is in focus now; empty when the page has none."""

    def __init__(self, voering: Gespreksvoering, pagina: Pagina, veld: str = "") -> None:
        super().__init__()
        self.setObjectName("blad")
        self.pagina = pagina
        self._voering = voering
        self.blokken: list[Vraagblok] = []
        self.herhaling: HerhalingVeld | None = None
        self._box = kolom(self, tussen=8)
        self._box.setContentsMargins(px(16), px(8), px(16), px(8))
        if pagina.herhaling:
            self._add_herhaling(next((rij for _, rij in rows_in(veld)), ""))
        else:
            self._add_vragen()
        self._box.addStretch(1)
        self._show_relevant()

    def _add_vragen(self) -> None:
        if self.pagina.label:
            self._box.addWidget(label(self.pagina.label, "zacht", naam="pagina_label"))
        for naam in self.pagina.vragen:
            blok = Vraagblok(self._voering, naam)
            blok.aangewezen.connect(self.aangewezen)
            self.blokken.append(blok)
            self._box.addLayout(leesbreed(blok, BREEDTE))

    def _add_herhaling(self, rij_id: str) -> None:
        self.herhaling = HerhalingVeld(self._voering, self.pagina.herhaling, rij_id)
        self.herhaling.gewijzigd.connect(self._rijen_gewijzigd)
        self.herhaling.aangewezen.connect(self.aangewezen)
        self._box.addLayout(leesbreed(self.herhaling, BREEDTE))
        self._take_rijen()

    def _take_rijen(self) -> None:
        self.blokken = list(self.herhaling.blokken) if self.herhaling else []
        for blok in self.blokken:
            blok.aangewezen.connect(self.aangewezen)

    def _rijen_gewijzigd(self) -> None:
        self._take_rijen()
        self._show_relevant()
        self.aangewezen.emit(self.blokken[0].naam if self.blokken else self.pagina.herhaling)

    def polish(self) -> None:
        """Give every widget its style now, so that showing the page costs little."""
        for widget in (self, *self.findChildren(QWidget)):
            widget.ensurePolished()

    def refresh(self) -> None:
        """Show answers, states and relevance anew; nothing is rebuilt."""
        for blok in self.blokken:
            blok.show_antwoord()
        if self.herhaling is not None:
            self.herhaling.refresh()
        self._show_relevant()

    def _show_relevant(self) -> None:
        for blok in self.blokken:
            relevant = self._voering.is_relevant(blok.naam)
            if relevant is blok.isHidden():
                blok.setVisible(relevant)

    def zichtbaar(self) -> list[Vraagblok]:
        """Return the blocks that can apply."""
        return [blok for blok in self.blokken if self._voering.is_relevant(blok.naam)]

    def blok(self, naam: str) -> Vraagblok | None:
        """Return the block of a question on this page."""
        return next((blok for blok in self.blokken if blok.naam == naam), None)

    # -- what the other side sees ----------------------------------------------------------------------------

    def is_gesproken(self, actief: str) -> bool:
        """Say whether what is in focus is said aloud, or read by the person."""
        blok = self.blok(actief)
        return blok is not None and is_gezegd(blok.vraag)

    def gesproken(self, actief: str) -> list[Vraag]:
        """Return what was said last: the spoken question in focus or above it, and the note before it."""
        return gezegd([blok.vraag for blok in self._until(actief)], in_rij=self.herhaling is not None)

    def _until(self, actief: str) -> list[Vraagblok]:
        zichtbaar = self.zichtbaar()
        namen = [blok.naam for blok in zichtbaar]
        return zichtbaar[: namen.index(actief) + 1] if actief in namen else []

    def gekozen(self, vraag: Vraag) -> list[str]:
        """Return the codes that the person chose at a question, to be seen on the shared half."""
        blok = next((b for b in self.blokken if b.vraag.naam == vraag.naam), None)
        if blok is None or self._voering.bron(blok.naam) != "inburgeraar" or not blok.veld.heeft_antwoord:
            return []
        if code := CODES.get(self._voering.staat(blok.naam)):
            return [code]
        waarde = blok.veld.waarde()
        if vraag.type not in ("select_one", "select_multiple", "range") or waarde is None:
            return []
        return [str(code) for code in waarde] if isinstance(waarde, list) else [str(waarde)]

    def plaats(self, vraag: Vraag) -> str:
        """Return the name of a question on this page, with its row; empty when it is not on it."""
        return next((b.naam for b in self.blokken if b.vraag.naam == vraag.naam), "")

    def te_bevestigen(self, vraag: Vraag) -> object | None:
        """Return what the COA said at a spoken question, to be seen and confirmed on the shared half."""
        blok = next((b for b in self.blokken if b.vraag.naam == vraag.naam), None)
        return self._voering.te_bevestigen(blok.naam) if blok is not None else None
