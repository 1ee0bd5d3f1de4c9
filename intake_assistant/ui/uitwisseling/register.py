"""What went to whom on which ground, and what came from whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.domain.letters import plain
from intake_assistant.operations.exchange.register import Verzending, received_files, sent_files
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import knop, label, with_label
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.uitwisseling.deel import Deel, beside
from intake_assistant.ui.uitwisseling.woorden import grounds_in_words, moment, names_here, without_name

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context

_KOLOMMEN, _BREED = ("wanneer", "naar", "soort", "dossiers"), (200, 0, 240, 100)
_KOMT_KOLOMMEN, _KOMT_BREED = ("wanneer", "van", "dossiers"), (200, 0, 100)
_MOST = 40


class Register(Deel):
    """One row a file; below it which dossiers were in it, and on which ground it went."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._files: list[Verzending] = []
        box = self.add_step("register", wide=1200)
        box.addWidget(label(text("uitwisseling.register.kop"), "kop2", wrap=True))
        box.addWidget(label(text("uitwisseling.register.uitleg"), "zacht", wrap=True))
        self.leeg = label(text("uitwisseling.register.leeg"), wrap=True, naam="register_leeg")
        self.rijen = Woordrijen([text(f"uitwisseling.register.kolom_{naam}") for naam in _KOLOMMEN])
        titel = text("uitwisseling.register.kop")
        self.tabel = Woordtabel(
            self.rijen, "register_tabel", titel, _BREED, self._explain, most=10, ruim=True
        )
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._explain())
        self.wat = label("", wrap=True, naam="register_wat")
        go = partial(context.navigate.emit, "melden", {})
        self.melden = knop(text("uitwisseling.register.melden"), "naar_melden_knop", go)
        for part in (self.leeg, self.tabel, self.wat, beside(self.melden)):
            box.addWidget(part)
        self._build_received(box)
        box.addStretch(1)

    def _build_received(self, box: QVBoxLayout) -> None:
        titel = text("uitwisseling.register.ontvangen")
        self.ontvangen_leeg = label(text("uitwisseling.register.niets"), wrap=True, naam="ontvangen_leeg")
        self.ontvangen = Woordrijen([text(f"uitwisseling.register.kolom_{naam}") for naam in _KOMT_KOLOMMEN])
        self.komt = Woordtabel(
            self.ontvangen, "ontvangen_tabel", titel, _KOMT_BREED, lambda: None, most=10, ruim=True
        )
        for part in (label(titel, "kop2", wrap=True), self.ontvangen_leeg, self.komt):
            box.addWidget(part)

    def begin(self) -> None:
        """Read it anew."""
        self._files = sent_files(self.context.work)
        self.rijen.show_all([_row(one) for one in self._files])
        self.leeg.setVisible(not self._files)
        self.tabel.setVisible(bool(self._files))
        if self._files:
            self.tabel.selectRow(0)
        self._explain()
        came = received_files(self.context.work)
        self.ontvangen.show_all([(moment(one.op), one.naam, str(one.aantal)) for one in came])
        self.ontvangen_leeg.setVisible(not came)
        self.komt.setVisible(bool(came))

    def first_field(self) -> QWidget:
        """The list, when there is one."""
        return self.tabel if self._files else self.melden

    def _explain(self) -> None:
        row = self.tabel.row
        with_label(self.wat, self._explained(self._files[row]) if 0 <= row < len(self._files) else "")

    def _explained(self, one: Verzending) -> str:
        here = names_here(self.context)
        wie = (here.get(dossier) or without_name() for dossier in one.dossiers[:_MOST])
        namen = sorted(wie, key=plain)
        more = len(one.dossiers) - _MOST
        dossiers = "; ".join(namen)
        if more > 0:
            dossiers = text("uitwisseling.voorbeeld.en_meer", wat=dossiers, aantal=more)
        gronden = "\n".join(grounds_in_words(one.grond))
        return text("uitwisseling.register.wat", dossiers=dossiers, grond=gronden)


def _row(one: Verzending) -> tuple[str, ...]:
    naar = one.naam or text("uitwisseling.register.onbekend", sleutel=one.ontvanger[:16])
    return (moment(one.op), naar, text(f"uitwisseling.soort.{one.soort}"), str(len(one.dossiers)))
