"""A whole caseload at once: handing over when a colleague leaves, standing in during leave, accepting."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.acts.overleg.overdracht import accept_all, hand_over
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming
from intake_assistant.operations.views.overleg.caseload import (
    Caseloadregel,
    caseload_of,
    offered_to_me,
    regievoerders,
)
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import ChoiceBox, kaart, knop, kolom, label, rij, schuifvlak, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.overleg.formulieren import Overdraagformulier, Waarneemformulier
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.window.context import ALLES, Context, Scherm

_DOSSIER = Qt.ItemDataRole.UserRole


class CaseloadScherm(Scherm):
    """Whose dossiers on the left, with a box to tick before each; the two forms on the right."""

    naam: ClassVar[str] = "caseload"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        context.lines_made.connect(self._follow_lines)
        self.getypt = Getypt(context, self)
        self._aangeboden = QWidget()
        kolom(self._aangeboden, tussen=0)
        self.van = ChoiceBox()
        name_field(self.van, "caseload_van", text("overleg.caseload.van"))
        self.van.activated.connect(lambda _: self._show_dossiers(()))
        self.lijst = self._made_list()
        self._stand = label("", "klein", wrap=True, naam="caseload_stand")
        inhoud = QWidget()
        box = kolom(inhoud, rand=24, tussen=16)
        box.addWidget(label(text("overleg.caseload.kop"), "kop1"))
        box.addWidget(label(text("overleg.caseload.uitleg"), "zacht", wrap=True))
        box.addWidget(self._aangeboden)
        box.addLayout(self._beside())
        box.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))

    def _beside(self) -> Groepen:
        self._forms = QWidget()
        kolom(self._forms, tussen=16)
        links, rechts = kolom(tussen=0), kolom(tussen=0)
        links.addWidget(self._dossiers())
        rechts.addWidget(self._forms)
        rechts.addStretch(1)
        made = Groepen(links, rechts, delen=(3, 2))
        made.setSpacing(px(16))
        return made

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the lines anew; the forms show what was being typed, and `dossiers` are ticked."""
        clear(self._forms)
        self.getypt.begin("caseload")
        work = self.context.work
        self._over, self._waar = Overdraagformulier(work, self.getypt), Waarneemformulier(work, self.getypt)
        self._over.gevraagd.connect(self._hand_over)
        self._waar.gevraagd.connect(self._stand_in)
        for form in (self._over, self._waar):
            inside(self._forms).addWidget(form)
        self._show_all(arguments.get("dossiers", "").split())

    def follow(self) -> None:
        """Read the lines anew; what was typed in the forms and what was ticked stays."""
        self._show_all(self._chosen())

    def where(self) -> dict[str, str]:
        """Which dossiers are ticked; whose they are the list says again."""
        return {"dossiers": " ".join(self._chosen())}

    def leave(self) -> None:
        """Keep what is being typed in the forms."""
        self.getypt.keep()

    # -- showing ---------------------------------------------------------------------------------------------

    def _made_list(self) -> QListWidget:
        made = QListWidget()
        name_field(made, "caseload_lijst", text("overleg.caseload.dossiers"))
        made.setMinimumHeight(px(320))
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.itemChanged.connect(lambda _: self._count())
        return made

    def _dossiers(self) -> QFrame:
        made = kaart(naam="caseload_dossiers")
        box = kolom(made, rand=16, tussen=8)
        kop = label(text("overleg.caseload.van"), "veldnaam")
        kop.setBuddy(self.van)
        box.addWidget(kop)
        box.addWidget(self.van)
        box.addWidget(self.lijst, 1)
        row = rij(tussen=8)
        for sleutel, aan in (("alles", True), ("niets", False)):
            tick = partial(self._tick, aan=aan)
            row.addWidget(knop(text(f"overleg.caseload.{sleutel}"), f"caseload_{sleutel}", tick, "stil"))
        row.addWidget(self._stand, 1)
        box.addLayout(row)
        return made

    def _follow_lines(self) -> None:
        if self._is_shown():
            self.follow()

    def _show_all(self, ticked: Collection[str] = ()) -> None:
        self._lines = self.context.lines()
        self._show_offered()
        before = str(self.van.currentData() or "")
        self.van.clear()
        for naam, aantal in regievoerders(self.context.work, self._lines):
            self.van.addItem(text("overleg.caseload.van_wie", naam=naam, aantal=aantal), naam)
        self.van.setCurrentIndex(max(self.van.findData(self._whose(ticked, before)), 0))
        self._show_dossiers(ticked)

    def _whose(self, ticked: Collection[str], otherwise: str) -> str:
        """In whose list these are; of nobody is a name as well."""
        namen = (str(self.van.itemData(nummer)) for nummer in range(self.van.count() if ticked else 0))
        found = (naam for naam in namen if any(regel.dossier in ticked for regel in self._regels(naam)))
        return next(found, otherwise)

    def _regels(self, naam: str) -> list[Caseloadregel]:
        return caseload_of(self.context.work, self._lines, naam)

    def _show_offered(self) -> None:
        clear(self._aangeboden)
        found = offered_to_me(self.context.work, self._lines)
        if not found:
            return
        made = kaart("waarschuwing", "caseload_aangeboden")
        row = rij(made, tussen=12)
        row.addWidget(label(text("overleg.caseload.aangeboden", aantal=len(found)), wrap=True), 1)
        accept = partial(self._accept, [dossier for dossier, _ in found])
        row.addWidget(knop(text("overleg.caseload.neem_aan"), "caseload_aannemen", accept, "hoofdknop"))
        inside(self._aangeboden).addWidget(made)

    def _show_dossiers(self, ticked: Collection[str]) -> None:
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for regel in self._regels(str(self.van.currentData() or "")):
            self.lijst.addItem(_item(regel, on=regel.dossier in ticked))
        self.lijst.blockSignals(False)
        self._count()

    def _tick(self, *, aan: bool) -> None:
        for item in self._items():
            item.setCheckState(Qt.CheckState.Checked if aan else Qt.CheckState.Unchecked)

    def _items(self) -> list[QListWidgetItem]:
        return [self.lijst.item(nummer) for nummer in range(self.lijst.count())]

    def _count(self) -> None:
        gekozen = text("overleg.caseload.gekozen", aantal=len(self._chosen()))
        self._stand.setText(gekozen if self.lijst.count() else text("overleg.caseload.geen_dossiers"))

    def _chosen(self) -> list[str]:
        ticked = Qt.CheckState.Checked
        return [str(item.data(_DOSSIER)) for item in self._items() if item.checkState() is ticked]

    # -- doing -----------------------------------------------------------------------------------------------

    def _hand_over(self) -> None:
        work, chosen, aan, reden = self.context.work, self._chosen(), self._over.aan, self._over.reden
        if self._is_empty(chosen) or self.context.act(lambda: hand_over(work, chosen, aan, reden)) is None:
            return
        self.getypt.done(*self._over.VELDEN)
        self.context.told.emit(text("overleg.caseload.overgedragen", aantal=len(chosen), naam=aan.naam))
        self._show_all()

    def _stand_in(self) -> None:
        work, chosen, door = self.context.work, self._chosen(), self._waar.door
        van, tot = self._waar.dag("van"), self._waar.dag("tot")
        if self._is_empty(chosen):
            return
        if van is None or tot is None:
            self.context.noted.emit(text("overleg.geen_dagen"))
        elif self.context.act(lambda: add_waarneming(work, chosen, door, van, tot)) is not None:
            self.getypt.done(*self._waar.VELDEN)
            self.context.told.emit(text("overleg.caseload.waargenomen", aantal=len(chosen), naam=door.naam))
            self._show_all()

    def _accept(self, dossiers: list[str]) -> None:
        work = self.context.work
        if self.context.act(lambda: accept_all(work, dossiers)) is not None:
            self.context.told.emit(text("overleg.caseload.aangenomen", aantal=len(dossiers)))
            self.follow()

    def _is_empty(self, chosen: list[str]) -> bool:
        if not chosen:
            self.context.noted.emit(text("overleg.caseload.kies_eerst"))
        return not chosen


def _item(regel: Caseloadregel, *, on: bool) -> QListWidgetItem:
    made = QListWidgetItem(op_scherm(" · ".join((lijstnaam(regel.naam), *regel.werk))))
    made.setToolTip(zweeftekst(made.text()))
    made.setData(_DOSSIER, regel.dossier)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return made
