"""Beside what was typed in Dutch, the same in the reading language: folded, until somebody enters it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.domain.kinds import VERTALING, kind_of
from intake_assistant.domain.vertaald.getypt import Vertaalbaar, getypt_in, ingevoerd_bij, vertaling_value
from intake_assistant.operations.papers.tweetalig.stuk import leestaal_of
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import SOURCE, text
from intake_assistant.ui.fields.field import TextField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.parts import knop, kolom, label


class VertaalVeld(TextField):
    """One text in the other language; its value says of which Dutch it is."""

    def __init__(self, keeper: Keeper, getypt: Vertaalbaar, taal: str) -> None:
        super().__init__(keeper, VERTALING.of(getypt.over, taal), getypt.nl)
        self._getypt = getypt
        self.naam.setWordWrap(True)

    def value(self, waarde: str) -> Mapping[str, Any]:
        """With the mark of the Dutch that stands above it."""
        return vertaling_value(self._getypt, waarde)


class VertaalKaart(QFrame):
    """Says how much is there; opened, a field below each Dutch text of these kinds, or of one row of them."""

    def __init__(self, keeper: Keeper, kinds: tuple[Kind, ...], begin: str = "") -> None:
        super().__init__()
        self.setProperty("rol", "kaart")
        self.setObjectName("vertaalkaart")
        self._keeper, self._kinds, self._taal = keeper, kinds, SOURCE
        self._begin = begin
        self.open = knop("", "vertaalkaart_open", lambda: None, "stil")
        self.open.setCheckable(True)
        self.open.toggled.connect(self._unfold)
        self.uitleg = label("", "klein", wrap=True)
        self._binnen = QWidget()
        self._vak = kolom(self._binnen, tussen=12)
        self._vak.setContentsMargins(0, 0, 0, 0)
        buiten = kolom(self, rand=16, tussen=8)
        for deel in (self.open, self.uitleg, self._binnen):
            buiten.addWidget(deel)
        self._binnen.hide()
        self._getypt: tuple[Vertaalbaar, ...] = ()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what can be translated for this person; nothing for who reads a language without texts."""
        work = self._keeper.context.work
        self._taal = leestaal_of(work, dossier)
        eigen = (een for een in getypt_in(dossier) if een.over.startswith(self._begin))
        over = (een for een in eigen if kind_of(een.over) in self._kinds)
        self._getypt = tuple(over) if self._taal != SOURCE else ()
        self.setVisible(bool(self._getypt))
        naam = taal_van(self._taal).gezegd
        standen = [ingevoerd_bij(dossier, een, self._taal) for een in self._getypt]
        klaar = sum(1 for stand in standen if stand and not stand.verouderd)
        self.open.setText(text("ontwikkelplan.vertaling.kop", taal=naam, klaar=klaar, alle=len(standen)))
        oud = any(stand and stand.verouderd for stand in standen)
        self.uitleg.setText(
            text("ontwikkelplan.vertaling.verouderd") if oud else text("ontwikkelplan.vertaling.uitleg")
        )
        if self.open.isChecked() and not self._keeper.is_typing:
            self._fill(dossier)

    def _unfold(self, is_open: bool) -> None:
        self._binnen.setVisible(is_open)
        if is_open:
            self._fill(self._keeper.context.dossier())

    def _fill(self, dossier: Dossier) -> None:
        empty_layout(self._vak)
        for getypt in self._getypt:
            veld = VertaalVeld(self._keeper, getypt, self._taal)
            stand = ingevoerd_bij(dossier, getypt, self._taal)
            veld.show_value(stand.tekst if stand else "")
            if stand and stand.verouderd:
                veld.show_oordeel(text("ontwikkelplan.vertaling.kijk_na"))
            self._vak.addWidget(veld)
