"""The preview of a merge: which files, which dossiers, and what is to be confirmed by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from intake_assistant.domain.entry import Tombstone
from intake_assistant.domain.letters import plain
from intake_assistant.errors import KnownError
from intake_assistant.operations.exchange.merge import Dossierverandering, Gelezen, Samenvoeging, Verandering
from intake_assistant.texts import text
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import knop, label, with_label, zweeftekst
from intake_assistant.ui.qt import messages
from intake_assistant.ui.uitwisseling.deel import Deel, beside
from intake_assistant.ui.uitwisseling.vinktabel import Vinkrijen, Vinktabel
from intake_assistant.ui.uitwisseling.woorden import (
    UNKNOWN,
    by_name,
    dossier_row,
    explained,
    file_row,
    names_here,
    offered_in_words,
    refused_in_words,
    samen_in_words,
    stone_row,
    without_name,
)

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Context

_BESTAND_KOLOMMEN, _BESTAND_BREED = ("bestand", "van", "soort", "gemaakt", "stand"), (0, 190, 220, 190, 110)
_DOSSIER_KOLOMMEN, _DOSSIER_BREED = ("dossier", "wat", "let_op"), (0, 130, 320)
_MOST_SHOWN = 10
_WISSEN_KOLOMMEN, _WISSEN_BREED = ("dossier", "gewist_op", "grond"), (0, 150, 320)


@dataclass(frozen=True)
class Aangevinkt:
    """What is to be joined, as it was shown."""

    paths: tuple[Path, ...]
    dossiers: frozenset[str]
    wissen: frozenset[str]
    gezien: dict[Path, str]


class Voorbeeld(Deel):
    """Three tables; all sound files and their dossiers are ticked, nothing that erases is."""

    anew = Signal()
    """Other files were chosen: what they do together is to be read anew."""
    more = Signal()
    compare = Signal(object)
    """The card of who sent the chosen file is to be compared."""
    stopped = Signal()
    accepted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.left_out: set[Path] = set()
        """Files that were not to be read."""
        self._read: dict[Path, Gelezen] = {}
        self._paths: list[Path] = []
        self._alle: list[Dossierverandering] = []
        self._shown: list[Dossierverandering] = []
        self._zonder: set[str] = set()
        """Dossiers that stay as they are here."""
        self._wacht: list[Tombstone] = []
        self._namen: dict[str, str] = {}
        box = self.add_step("samenvoegen_voorbeeld", wide=1200, foot=self._build_acts())
        self._build_files(box)
        self._build_dossiers(box)
        self._build_stones(box)
        box.addWidget(label(text("uitwisseling.voorbeeld.eerst_kopie"), "zacht", wrap=True))
        box.addStretch(1)

    # -- building --------------------------------------------------------------------------------------------

    def _build_files(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("uitwisseling.voorbeeld.bestanden"), "kop2"))
        self.bestanden = Vinkrijen([text(f"uitwisseling.voorbeeld.kolom_{n}") for n in _BESTAND_KOLOMMEN])
        titel = text("uitwisseling.voorbeeld.bestanden")
        self.bestandtabel = Vinktabel(self.bestanden, "bestanden_tabel", titel, _BESTAND_BREED)
        self.bestanden.ticked.connect(self._leave_out)
        self.bestandtabel.selectionModel().currentRowChanged.connect(lambda *_: self._explain_file())
        self.bestand_uitleg = label("", wrap=True, naam="bestand_uitleg")
        self.vergelijk = knop(
            text("uitwisseling.voorbeeld.vergelijk"), "afzender_vergelijken", self._compare, icoon="oog"
        )
        self.meer = knop(
            text("uitwisseling.voorbeeld.meer"), "meer_bestanden", self.more.emit, "stil", "nieuw"
        )
        for part in (self.bestandtabel, self.bestand_uitleg, beside(self.vergelijk, self.meer)):
            box.addWidget(part)

    def _build_dossiers(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("uitwisseling.voorbeeld.dossiers"), "kop2"))
        self.samen = label("", wrap=True, naam="voorbeeld_samen")
        self.overdracht = label("", "waarschuwing", wrap=True, naam="voorbeeld_overdracht")
        self.dossiers = Vinkrijen([text(f"uitwisseling.voorbeeld.kolom_{n}") for n in _DOSSIER_KOLOMMEN])
        titel = text("uitwisseling.voorbeeld.dossiers")
        self.dossiertabel = Vinktabel(
            self.dossiers, "dossiers_voorbeeld", titel, _DOSSIER_BREED, most=_MOST_SHOWN
        )
        self.dossiers.ticked.connect(self._pass_over)
        self.dossiertabel.selectionModel().currentRowChanged.connect(lambda *_: self._explain_dossier())
        self.dossier_uitleg = label("", wrap=True, naam="dossier_uitleg")
        self.gelijke = Keuzevink(text("uitwisseling.voorbeeld.toon_gelijke"), "toon_gelijke_dossiers")
        self.gelijke.toggled.connect(lambda _: self._fill_dossiers())
        for part in (self.overdracht, self.samen, self.dossiertabel, self.dossier_uitleg, self.gelijke):
            box.addWidget(part)

    def _build_stones(self, box: QVBoxLayout) -> None:
        self.wissen_kop = label(text("uitwisseling.voorbeeld.wissen"), "kop2")
        self.wissen_uitleg = label(text("uitwisseling.voorbeeld.wissen_uitleg"), "waarschuwing", wrap=True)
        self.wissen = Vinkrijen([text(f"uitwisseling.voorbeeld.kolom_{n}") for n in _WISSEN_KOLOMMEN])
        titel = text("uitwisseling.voorbeeld.wissen")
        self.wistabel = Vinktabel(self.wissen, "wissen_voorbeeld", titel, _WISSEN_BREED)
        self.wissen.ticked.connect(self._confirm_stone)
        for part in (self.wissen_kop, self.wissen_uitleg, self.wistabel):
            box.addWidget(part)

    def _build_acts(self) -> QWidget:
        self.doe = knop(
            text("uitwisseling.voorbeeld.doe"), "samenvoegen_doe", self.accepted.emit, "hoofdknop"
        )
        self.niet = knop(text("uitwisseling.voorbeeld.niet"), "samenvoegen_niet", self.stopped.emit)
        self.doe.setToolTip(zweeftekst(text("uitwisseling.voorbeeld.eerst_kopie")))
        return beside(self.niet, self.doe)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_read(self, paths: Sequence[Path], found: Samenvoeging) -> None:
        """Show what was read of these files; those that were left out stand among them."""
        self._paths, self._namen = list(paths), names_here(self.context)
        self._read = {one.bestand: one for one in found.bestanden}
        self._alle = by_name(self._namen, found.dossiers)
        self._wacht = sorted(found.wacht, key=lambda stone: plain(self._namen.get(stone.dossier, "")))
        self._zonder &= {one.dossier for one in self._alle}
        self.samen.setText(samen_in_words(found, done=False))
        zinnen = offered_in_words(self._namen, self._alle)
        straks = [text("uitwisseling.overdracht.straks")] if zinnen else []
        with_label(self.overdracht, "\n".join([*zinnen, *straks]))
        self._fill_files()
        self._fill_dossiers()
        rows = [stone_row(self._namen, stone) for stone in self._wacht]
        self.wissen.show_ticked(rows, [False] * len(rows))
        for part in (self.wissen_kop, self.wissen_uitleg, self.wistabel):
            part.setVisible(bool(rows))
        self._enable()

    def clear(self) -> None:
        """Nothing of what was read stays."""
        self.left_out, self._zonder = set(), set()
        self._read, self._paths, self._alle, self._wacht = {}, [], [], []
        self._shown, self._namen = [], {}
        for model in (self.bestanden, self.dossiers, self.wissen):
            model.show_ticked([], [])
        for part in (self.samen, self.overdracht, self.bestand_uitleg, self.dossier_uitleg):
            part.setText("")

    def first_field(self) -> QWidget:
        """The dossiers, when there are any; else the files, to see why not."""
        return self.dossiertabel if self._shown else self.bestandtabel

    def choice(self) -> Aangevinkt:
        """What is to be joined."""
        read = [self._read[path] for path in self._paths if path in self._read]
        sound = [one for one in read if one.fout is None]
        erased = (self._wacht[row].dossier for row in range(len(self._wacht)) if self.wissen.is_ticked(row))
        return Aangevinkt(
            tuple(one.bestand for one in sound),
            frozenset(one.dossier for one in self._alle) - self._zonder,
            frozenset(erased),
            {one.bestand: one.kenmerk for one in sound},
        )

    def _enable(self) -> None:
        keuze = self.choice()
        changes = {one.dossier for one in self._alle if one.verandering is not Verandering.GELIJK}
        self.doe.setEnabled(bool(keuze.dossiers & changes or keuze.wissen))

    # -- files -----------------------------------------------------------------------------------------------

    def _fill_files(self) -> None:
        rows = [file_row(path, self._read.get(path)) for path in self._paths]
        self.bestanden.show_ticked(rows, [path not in self.left_out for path in self._paths])
        for row, path in enumerate(self._paths):
            read = self._read.get(path)
            self.bestanden.put(row, rows[row], let_op=_asks(read))
        asking = (n for n, path in enumerate(self._paths) if _asks(self._read.get(path)))
        wrong = next(asking, 0)
        self.bestandtabel.selectRow(wrong)
        self._explain_file()

    def _chosen_file(self) -> Gelezen | None:
        row = self.bestandtabel.row
        return self._read.get(self._paths[row]) if 0 <= row < len(self._paths) else None

    def _explain_file(self) -> None:
        read = self._chosen_file()
        fault = _fault(read)
        with_label(self.bestand_uitleg, refused_in_words(read) if read else "")
        self.vergelijk.setVisible(fault is not None and fault.code == UNKNOWN)

    def _compare(self) -> None:
        read = self._chosen_file()
        if read is not None and read.afzender is not None:
            self.compare.emit(read.afzender)

    def _leave_out(self, row: int) -> None:
        self.left_out ^= {self._paths[row]}
        self.anew.emit()

    # -- dossiers --------------------------------------------------------------------------------------------

    def _fill_dossiers(self) -> None:
        self._shown = [
            one for one in self._alle if one.verandering is not Verandering.GELIJK or self.gelijke.isChecked()
        ]
        rows = [dossier_row(self._namen, one, done=False) for one in self._shown]
        self.dossiers.show_ticked(rows, [one.dossier not in self._zonder for one in self._shown])
        self.dossiertabel.setVisible(bool(rows))
        self.gelijke.setVisible(any(one.verandering is Verandering.GELIJK for one in self._alle))
        if rows:
            self.dossiertabel.selectRow(0)
        self._explain_dossier()

    def _explain_dossier(self) -> None:
        row = self.dossiertabel.row
        tekst = explained(self.context, self._shown[row]) if 0 <= row < len(self._shown) else ""
        with_label(self.dossier_uitleg, tekst)

    def _pass_over(self, row: int) -> None:
        self._zonder ^= {self._shown[row].dossier}
        self._enable()

    # -- erasing ---------------------------------------------------------------------------------------------

    def _confirm_stone(self, row: int) -> None:
        """Each by itself: an erasing that was meant for another is not taken back."""
        if self.wissen.is_ticked(row):
            naam = self._namen.get(self._wacht[row].dossier) or without_name()
            kop = text("uitwisseling.voorbeeld.wissen_kop", naam=naam)
            vraag, ja = text("uitwisseling.voorbeeld.wissen_vraag"), text("uitwisseling.voorbeeld.wissen_ja")
            if not messages.confirm(self, kop, vraag, ja):
                self.wissen.tick(row, on=False)
        self._enable()


def _asks(read: Gelezen | None) -> bool:
    return read is not None and (read.fout is not None or read.mist_eerder)


def _fault(read: Gelezen | None) -> KnownError | None:
    return read.fout if read else None
