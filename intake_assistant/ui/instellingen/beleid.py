"""Settings of safety: when it locks, what recorders see, what is asked again; and what is set for all."""

from __future__ import annotations

import sys
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.dates import in_words
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault.beleid import asks_again, keep_asking, note_idle, offered_talen
from intake_assistant.operations.views.gevoelig import confirm_passphrase
from intake_assistant.policy import Policy
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.passphrase import Wachtzin
from intake_assistant.ui.fields.policy_mark import lock
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import ChoiceBox, kaart, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.preferences import IDLES
from intake_assistant.ui.window.surroundings import IDLE_SECONDS


class Beveiliging(QWidget):
    """Each choice is kept as soon as it is made; one of the administrator says so and stands still."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context, self.policy = context, context.work.policy
        box = kolom(self, tussen=16)
        if self.policy.fouten:
            box.addWidget(_broken(self.policy))
        self._build_idle(_card(box, text("instellingen.beleid.vergrendelen_kop")))
        self._build_gevoelig(_card(box, text("instellingen.beleid.gevoelig_kop")))
        self._build_opname(_card(box, text("instellingen.beleid.opname_kop")))
        self._build_rules(_card(box, text("instellingen.beleid.regels_kop")))
        box.addStretch(1)

    # -- choices ---------------------------------------------------------------------------------------------

    def _build_idle(self, card: QVBoxLayout) -> None:
        self.idle = ChoiceBox()
        self.idle.setObjectName("idle")
        self.idle.setAccessibleName(text("instellingen.beleid.vergrendelen_na"))
        self.idle.setMaximumWidth(px(240))
        keuzes = self.context.voorkeuren.keuzes
        now = int(self.policy.idle_seconds or keuzes.idle or IDLE_SECONDS)
        for seconds in sorted({*IDLES, now}):
            self.idle.addItem(duration(seconds), seconds)
        self.idle.setCurrentIndex(self.idle.findData(now))
        self.idle.activated.connect(lambda _: self._keep_idle())
        above = label(text("instellingen.beleid.vergrendelen_na"))
        above.setBuddy(self.idle)
        card.addWidget(above)
        card.addWidget(self.idle)
        # Where sleep is not told, the window notices only afterwards.
        hoort = self.context.hears_sleep()
        uitleg = text(
            "instellingen.beleid.vergrendelen_uitleg" if hoort else "instellingen.beleid.geen_slaapsein"
        )
        self._finish(card, "idle_seconds", self.idle, uitleg)

    def _build_opname(self, card: QVBoxLayout) -> None:
        self.opname = Keuzevink(text("instellingen.beleid.opname"), "opname_uitsluiten")
        decided, chosen = self.policy.opname_uitsluiten, self.context.voorkeuren.keuzes.opname_uitsluiten
        self.opname.setChecked(chosen is not False if decided is None else decided)
        self.opname.toggled.connect(lambda on: self._keep(opname_uitsluiten=on))
        card.addWidget(self.opname)
        uitleg = text(
            "instellingen.beleid.opname_uitleg"
            if sys.platform == "win32"
            else "instellingen.beleid.opname_kan_hier_niet"
        )
        self._finish(card, "opname_uitsluiten", self.opname, uitleg)

    def _build_gevoelig(self, card: QVBoxLayout) -> None:
        self.gevoelig = Keuzevink(text("instellingen.beleid.gevoelig"), "gevoelig_opnieuw")
        self.gevoelig.setChecked(asks_again(self.context.work))
        self.gevoelig.toggled.connect(self._choose_gevoelig)
        card.addWidget(self.gevoelig)
        self.wachtzin = Wachtzin("gevoelig_wachtzin", text("instellingen.beleid.gevoelig_uit"))
        self.melding = label("", "fout", wrap=True, naam="gevoelig_melding")
        self.wachtzin.entered.connect(self._switch_off)
        for widget in (self.wachtzin, self.melding):
            widget.hide()
            card.addWidget(widget)
        self._finish(
            card, "gevoelig_opnieuw_vragen", self.gevoelig, text("instellingen.beleid.gevoelig_uitleg")
        )

    def _finish(self, card: QVBoxLayout, regel: str, control: QWidget, uitleg: str) -> None:
        card.addWidget(label(uitleg, "klein", wrap=True))
        mark = lock(self.policy, regel, control)
        if mark is not None:
            card.addWidget(mark)

    def _keep_idle(self) -> None:
        seconds = self.idle.currentData()
        if seconds == (self.context.voorkeuren.keuzes.idle or IDLE_SECONDS):
            return
        try:
            note_idle(self.context.work)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self._keep(idle=seconds)

    def _keep(self, **changes: object) -> None:
        try:
            self.context.voorkeuren.keep(**changes)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self.context.choices_changed.emit()

    def _choose_gevoelig(self, on: bool) -> None:
        """Who sits down at an open laptop does not switch it off."""
        if on:
            self._keep_gevoelig(on=True)
            return
        self._show_gevoelig(on=True)
        self.wachtzin.show()
        self.wachtzin.field.setFocus()

    def _show_gevoelig(self, *, on: bool) -> None:
        before = self.gevoelig.blockSignals(True)
        self.gevoelig.setChecked(on)
        self.gevoelig.blockSignals(before)

    def _switch_off(self) -> None:
        work, typed = self.context.work, self.wachtzin.text()
        if not typed or not self.wachtzin.isEnabled():
            return
        self.wachtzin.setEnabled(False)
        self.melding.hide()
        tasks.run(
            self.context,
            lambda: confirm_passphrase(work, typed),
            self._right,
            text("venster.poort.bezig"),
            self._wrong,
        )

    def _right(self, _: object) -> None:
        self._end_asking()
        self.wachtzin.hide()
        self._keep_gevoelig(on=False)
        self._show_gevoelig(on=asks_again(self.context.work))

    def _wrong(self, error: KnownError) -> None:
        self._end_asking()
        self.melding.setText(known_error_text(error))
        self.melding.show()
        self.wachtzin.field.setFocus()

    def _end_asking(self) -> None:
        self.wachtzin.clear()
        self.wachtzin.setEnabled(True)

    def _keep_gevoelig(self, *, on: bool) -> None:
        self.context.act(lambda: keep_asking(self.context.work, on=on))

    # -- what is set for everybody ---------------------------------------------------------------------------

    def _build_rules(self, card: QVBoxLayout) -> None:
        regels = self.policy.rules()
        if not regels:
            card.addWidget(label(text("instellingen.beleid.niets_vast"), wrap=True, naam="beleid_niets"))
            return
        card.addWidget(
            label(
                text("instellingen.beleid.door", wie=self.policy.wie), "zacht", wrap=True, naam="beleid_wie"
            )
        )
        for regel in regels:
            card.addLayout(
                _fact(text(f"instellingen.beleid.naam_{regel}"), rule_in_words(self.policy, regel))
            )
        _add_file(card, self.policy)


def rule_in_words(policy: Policy, regel: str) -> str:
    """What the administrator decided on one field, in words."""
    waarde = getattr(policy, regel)
    if regel == "idle_seconds":
        return duration(int(waarde))
    if regel == "talen":
        return ", ".join(taal.gezegd for taal in offered_talen(policy))
    if isinstance(waarde, date):
        return in_words(waarde)
    if regel == "gemeente_sleutel":
        return text("instellingen.beleid.gemeente_kan_openen")
    return (
        text("instellingen.beleid.ja" if waarde else "instellingen.beleid.nee")
        if isinstance(waarde, bool)
        else str(waarde)
    )


def duration(seconds: int) -> str:
    """A time as people say it."""
    if seconds % 60:
        return text("instellingen.beleid.seconden", aantal=seconds)
    return text("instellingen.beleid.minuten", aantal=seconds // 60)


def _broken(policy: Policy) -> QWidget:
    made = kaart("kaart", "beleid_kapot")
    box = kolom(made, rand=24, tussen=8)
    box.addWidget(label(text("instellingen.beleid.kapot", wie=policy.wie), "fout", wrap=True))
    for fout in policy.fouten:
        box.addWidget(label(fout, wrap=True))
    _add_file(box, policy)
    return made


def _add_file(box: QVBoxLayout, policy: Policy) -> None:
    if policy.bron is not None:
        box.addWidget(label(text("instellingen.beleid.bestand", pad=str(policy.bron)), "klein", wrap=True))


def _card(box: QVBoxLayout, kop: str) -> QVBoxLayout:
    card = kaart()
    inside = kolom(card, rand=24, tussen=8)
    inside.addWidget(label(kop, "kop3"))
    box.addWidget(card)
    return inside


def _fact(naam: str, waarde: str) -> QVBoxLayout:
    row = rij(tussen=16)
    left = label(naam, "zacht", wrap=True)
    left.setFixedWidth(px(240))
    row.addWidget(left)
    row.addWidget(label(waarde, wrap=True), 1)
    column = kolom(tussen=0)
    column.addLayout(row)
    return column
