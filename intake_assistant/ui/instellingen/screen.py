"""Settings: the vault, the municipality in letters, how it looks, forms, languages, about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from intake_assistant import VERSIE
from intake_assistant.domain.formulier import Startpositie
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import keep_instelling, record_gemeente
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.gemeente import GEMEENTEVELDEN
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.vault.beleid import may_print_unchecked
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.texts import text
from intake_assistant.ui.fields.keeper import KEEP_AFTER_MS
from intake_assistant.ui.fields.policy_mark import lock
from intake_assistant.ui.fields.text import put_text
from intake_assistant.ui.instellingen.beleid import Beveiliging
from intake_assistant.ui.instellingen.delenblad import Delenblad
from intake_assistant.ui.instellingen.huisstijl import HuisstijlKaart
from intake_assistant.ui.instellingen.leefgeld import LeefgeldVak
from intake_assistant.ui.instellingen.logboek import Logboek
from intake_assistant.ui.instellingen.materiaal import make_materiaal
from intake_assistant.ui.instellingen.ondertekenaars import Ondertekenaars
from intake_assistant.ui.instellingen.schermtaal import Schermtaal
from intake_assistant.ui.instellingen.sleutels import Sleutels
from intake_assistant.ui.instellingen.talen import Talenkaart
from intake_assistant.ui.instellingen.wachtzin import WachtzinWijzigen
from intake_assistant.ui.kit.backup_line import backupkaart
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.giving_way import Keuzerondje, Keuzevink
from intake_assistant.ui.kit.parts import (
    ChoiceBox,
    Vel,
    breekbaar,
    kaart,
    kolom,
    label,
    schuifvlak,
)
from intake_assistant.ui.kit.theme import KEUZES, SCHALEN, px, thema
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.window.context import Context, Scherm

DELEN = ("kluis", "beveiliging", "gemeente", "weergave", "formulieren", "talen", "logboek", "over")
_LAAG = 240
_LANG = ("rechtbank", "bezwaar_adres", "fg_contact")


class Instellingen(Scherm):
    """Parts on the left, the chosen part on the right; everything is kept as soon as it is chosen."""

    naam: ClassVar[str] = "instellingen"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.gemeente: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._straks = Later(self, self.keep_gemeente, KEEP_AFTER_MS)
        self.blad = Delenblad()
        self.delen, self.pages = self.blad.lijst, self.blad.pages
        builders = {
            "kluis": self._build_kluis, "gemeente": self._build_gemeente, "weergave": self._build_weergave,
            "formulieren": self._build_formulieren, "talen": self._build_talen, "over": self._build_over,
            "beveiliging": self._build_beveiliging, "logboek": self._build_logboek,
        }  # fmt: skip
        for deel in DELEN:
            self.blad.add(text(f"instellingen.deel_{deel}"), builders[deel]())
        self.delen.currentRowChanged.connect(self._go)
        self._box = kolom(self, rand=24, tussen=16)
        self.kop = label(text("instellingen.kop"), "kop1")
        self._box.addWidget(self.kop)
        self._box.addWidget(self.blad, 1)

    # -- parts -----------------------------------------------------------------------------------------------

    def _build_kluis(self) -> QWidget:
        vault = self.context.work.vault
        page, box = _page()
        card = _card(box, text("instellingen.kluis_kop"))
        card.addLayout(_facts((text(f"instellingen.{key}"), waarde) for key, waarde in (
            ("kluisnaam", vault.path.stem), ("map", str(vault.path.parent)), ("wie", vault.device.naam),
            ("rol", text(f"instellingen.rol_{vault.device.rol}")),
        )))  # fmt: skip
        box.addWidget(backupkaart(self.context))
        self.wachtzin = WachtzinWijzigen(self.context)
        _card(box, text("instellingen.wachtzin_kop")).addWidget(self.wachtzin)
        self.sleutels = Sleutels(self.context)
        box.addWidget(self.sleutels)
        box.addStretch(1)
        return page

    def _build_beveiliging(self) -> QWidget:
        page, box = _page()
        box.addWidget(Beveiliging(self.context))
        return page

    def _build_logboek(self) -> QWidget:
        self.logboek = Logboek(self.context)
        return self.logboek

    def _build_gemeente(self) -> QWidget:
        page, box = _page()
        box.addWidget(label(text("instellingen.gemeente_uitleg"), "zacht", wrap=True))
        card = _card(box, text("instellingen.gemeente_kop"))
        velden = Rooster(2)
        for naam in [veld for veld in GEMEENTEVELDEN if veld not in _LANG] + list(_LANG):
            velden.add(self._gemeenteveld(naam))
        card.addLayout(velden)
        self.huisstijl = HuisstijlKaart(self.context)
        _card(box, text("instellingen.huisstijl_kop")).addWidget(self.huisstijl)
        self.ondertekenaars = Ondertekenaars(self.context)
        self.ondertekenaars.verlaten.connect(self.keep_gemeente)
        _card(box, text("instellingen.ondertekenaars_kop")).addWidget(self.ondertekenaars)
        self.materiaal = make_materiaal(self.context)
        box.addWidget(self.materiaal)
        self.leefgeld = LeefgeldVak(self.context)
        _card(box, text("instellingen.leefgeld_kop")).addWidget(self.leefgeld)
        self.ongecontroleerd = Keuzevink(text("instellingen.ongecontroleerd"), "ongecontroleerd")
        self.ongecontroleerd.toggled.connect(self._keep_ongecontroleerd)
        documenten = _card(box, text("instellingen.vertalingen_kop"))
        documenten.addWidget(self.ongecontroleerd)
        documenten.addWidget(label(text("instellingen.ongecontroleerd_uitleg"), "klein", wrap=True))
        _add_mark(documenten, lock(self.context.work.policy, "ongecontroleerd", self.ongecontroleerd))
        box.addStretch(1)
        return page

    def _gemeenteveld(self, naam: str) -> QWidget:
        veld: QLineEdit | QPlainTextEdit
        if naam in _LANG:
            veld = QPlainTextEdit()
            veld.setTabChangesFocus(True)
            veld.setFixedHeight(px(72))
            # It tells nobody that it is left.
            veld.textChanged.connect(self._keep_soon)
        else:
            veld = QLineEdit()
            veld.editingFinished.connect(self.keep_gemeente)
        veld.setObjectName(f"gemeente_{naam}")
        woord = text(f"instellingen.gemeente_{naam}")
        veld.setAccessibleName(woord)
        self.gemeente[naam] = veld
        room = QWidget()
        group = kolom(room, tussen=4)
        above = label(woord, "veldnaam", wrap=True)
        above.setBuddy(veld)
        group.addWidget(above)
        group.addWidget(veld)
        group.addStretch(1)
        return room

    def _build_weergave(self) -> QWidget:
        page, box = _page()
        keuzes = self.context.voorkeuren.keuzes
        card = _card(box, text("instellingen.grootte_kop"))
        self.schaal = ChoiceBox()
        self.schaal.setObjectName("schaal")
        self.schaal.setAccessibleName(text("instellingen.grootte_kop"))
        self.schaal.setMaximumWidth(px(160))
        for schaal in SCHALEN:
            self.schaal.addItem(f"{schaal} %", schaal)
        self.schaal.setCurrentIndex(max(self.schaal.findData(keuzes.schaal), 0))
        self.schaal.activated.connect(lambda _: self._dress())
        card.addWidget(self.schaal)
        card.addWidget(label(text("instellingen.grootte_uitleg"), "klein", wrap=True))
        colours = _card(box, text("instellingen.kleuren_kop"))
        self.kleuren = QButtonGroup(self)
        for nummer, keuze in enumerate(KEUZES):
            button = Keuzerondje(text(f"instellingen.kleuren_{keuze}"), f"kleuren_{keuze}")
            button.setChecked(keuze == keuzes.kleuren)
            self.kleuren.addButton(button, nummer)
            colours.addWidget(button)
        self.kleuren.idClicked.connect(lambda _: self._dress())
        _card(box, text("instellingen.schermtaal_kop")).addWidget(Schermtaal(self.context))
        box.addStretch(1)
        return page

    def _build_formulieren(self) -> QWidget:
        page, box = _page()
        box.addWidget(label(text("instellingen.formulieren_uitleg"), "zacht", wrap=True))
        card = _card(box, text("instellingen.formulieren_kop"))
        _add_mark(card, lock(self.context.work.policy, "formulieren"))
        delen = self.context.work.data.formulieren.startposities
        card.addLayout(_facts((deel.titel, _telling(deel)) for deel in delen))
        box.addStretch(1)
        return page

    def _build_talen(self) -> QWidget:
        page, box = _page()
        box.addWidget(label(text("instellingen.talen_uitleg"), "zacht", wrap=True))
        card = _card(box, text("instellingen.talen_kop"))
        _add_mark(card, lock(self.context.work.policy, "talen"))
        card.addWidget(Talenkaart(self.context))
        box.addStretch(1)
        return page

    def _build_over(self) -> QWidget:
        page, box = _page()
        card = _card(box, text("venster.programma"))
        wat = ("versie", VERSIE), ("kenmerk", self.context.work.vault.device.id)
        card.addLayout(_facts((text(f"instellingen.{key}"), waarde) for key, waarde in wat))
        for key in ("over_wat", "over_gegevens", "over_licentie", "over_beelden"):
            card.addWidget(label(text(f"instellingen.{key}"), wrap=True))
        nieuw = _card(box, text("instellingen.nieuw_kop", versie=VERSIE))
        for regel in text(f"instellingen.nieuw.{VERSIE}").splitlines():
            nieuw.addWidget(label(f"•  {regel}", wrap=True, naam="nieuw_regel"))
        box.addStretch(1)
        return page

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large letters, the room is for what can be set."""
        super().resizeEvent(event)
        is_low = self.height() < px(_LAAG)
        self.kop.setVisible(not is_low)
        rand, boven = px(24), px(8 if is_low else 24)
        self._box.setContentsMargins(rand, boven, rand, boven)

    def step_back(self) -> bool:
        """From a part to the list of them, where there is no room for both."""
        return self.blad.step_back()

    # -- showing and keeping ---------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show a part (`deel`), with what is kept now."""
        work, gemeente = self.context.work, gemeente_of(self.context.work)
        for naam, veld in self.gemeente.items():
            waarde = str(getattr(gemeente, naam))
            if isinstance(veld, QLineEdit):
                veld.setText(waarde)
            else:
                put_text(veld, waarde)
        self.huisstijl.show_kept()
        self.ondertekenaars.show_kept()
        self.materiaal.show_now()
        self.leefgeld.show_kept()
        self.ongecontroleerd.blockSignals(True)
        self.ongecontroleerd.setChecked(may_print_unchecked(work))
        self.ongecontroleerd.blockSignals(False)
        deel = arguments.get("deel", DELEN[0])
        before, row = self.delen.currentRow(), DELEN.index(deel) if deel in DELEN else 0
        self.delen.setCurrentRow(row)
        if row == before:
            self._read_anew(row)
        self.blad.show_first(deel="deel" in arguments)

    def where(self) -> dict[str, str]:
        """The part that is shown."""
        return {"deel": DELEN[self.delen.currentRow()]}

    def leave(self) -> None:
        """Keep what stands in the fields of the municipality."""
        self.context.must(self._record_gemeente)
        self.huisstijl.keep()

    def _keep_soon(self) -> None:
        if not self._straks.isActive():
            self._straks.start()

    def keep_gemeente(self) -> None:
        """Keep it as soon as a field is left; a refusal goes to the banner."""
        self.context.act(self._record_gemeente)

    def _record_gemeente(self) -> Changed:
        velden = {
            naam: (veld.text() if isinstance(veld, QLineEdit) else veld.toPlainText()).strip()
            for naam, veld in self.gemeente.items()
        }
        return together((record_gemeente(self.context.work, velden), self.ondertekenaars.record()))

    def _go(self, row: int) -> None:
        self.keep_gemeente()
        self.pages.setCurrentIndex(row)
        self._read_anew(row)

    def _read_anew(self, row: int) -> None:
        if DELEN[row] == "logboek":
            self.logboek.begin()

    def _keep_ongecontroleerd(self, on: bool) -> None:
        self.context.act(lambda: keep_instelling(self.context.work, ONGECONTROLEERD, "ja" if on else "nee"))

    def _dress(self) -> None:
        keuze, schaal = KEUZES[self.kleuren.checkedId()], self.schaal.currentData()
        try:
            self.context.voorkeuren.keep(kleuren=keuze, schaal=schaal)
        except KnownError as error:
            self.context.failed.emit(error)
        thema.apply(keuze, schaal)


def _page() -> tuple[QWidget, QVBoxLayout]:
    inner = Vel(840)
    box = kolom(inner, tussen=16)
    return schuifvlak(inner), box


def _add_mark(box: QVBoxLayout, mark: QWidget | None) -> None:
    if mark is not None:
        box.addWidget(mark)


def _card(box: QVBoxLayout, kop: str) -> QVBoxLayout:
    card = kaart()
    inside = kolom(card, rand=24, tussen=12)
    inside.addWidget(label(kop, "kop3", wrap=True))
    box.addWidget(card)
    return inside


def _facts(rows: Iterable[tuple[str, str]]) -> QGridLayout:
    """What is so: the names in a column as wide as the longest, what they are beside it."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(24))
    grid.setVerticalSpacing(px(12))
    grid.setColumnStretch(1, 1)
    for nr, (naam, waarde) in enumerate(rows):
        right = label(breekbaar(waarde), wrap=True)
        # A column stays a column, also of words that read from the right.
        right.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(label(naam, "zacht", wrap=True), nr, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(right, nr, 1)
    return grid


def _telling(deel: Startpositie) -> str:
    gesproken = sum(vraag.read_aloud for vraag in deel.velden)
    zelf = len(deel.velden) - gesproken
    return text("instellingen.formulier", aantal=gesproken, zelf=zelf, versie=deel.versie)
