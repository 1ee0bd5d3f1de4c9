"""One backup: what would change, one dossier to read, and putting back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.reservekopie import Dossierverschil, Kopie
from intake_assistant.operations.vault.reservekopie_lezen import read_dossier
from intake_assistant.progress import Watch
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.progress_line import ProgressLine
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.reservekopie.reading import Lezen
from intake_assistant.ui.words.reservekopie import difference_row, facts_of, going_in_words, name_of, when

if TYPE_CHECKING:
    from intake_assistant.operations.views.geschiedenis import Geschiedenisregel
    from intake_assistant.progress import Progress
    from intake_assistant.storage.backup.restore import Teruggezet
    from intake_assistant.ui.window.context import Context

_KOLOMMEN = ("naam", "terug", "weg")
_BREED = (0, 200, 280)


class Inhoud(QStackedWidget):
    """The differences of one backup with the vault, and a dossier of it to read."""

    closed = Signal()
    """Back to the list was asked."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.kopie: Kopie | None = None
        self._found: list[Dossierverschil] = []
        self._shown: list[Dossierverschil] = []
        self._looking: Taak | None = None
        self._acting: Taak | None = None
        self.lezen = Lezen(lambda: self.setCurrentIndex(0))
        self.addWidget(schuifvlak(self._build()))
        self.addWidget(self.lezen)

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        page = QWidget()
        box = kolom(page, tussen=12)
        row = rij()
        self.sluiten = knop(
            text("reservekopie.terug_naar_lijst"), "terug_naar_lijst", self.closed.emit, icoon="terug"
        )
        row.addWidget(self.sluiten)
        row.addStretch(1)
        box.addLayout(row)
        self.kop = label("", "kop1", wrap=True, naam="inhoud_kop")
        self.feiten = label("", "zacht", wrap=True, naam="inhoud_feiten")
        self.samen = label("", wrap=True, naam="inhoud_samen")
        self.voortgang = ProgressLine("inhoud_voortgang", stacked=True)
        for part in (self.kop, self.feiten, self.samen, self.voortgang):
            box.addWidget(part)
        self.onder = self._build_table()
        box.addWidget(self.onder, 1)
        box.addStretch(0)
        return page

    def _build_table(self) -> QWidget:
        room = QWidget()
        box = kolom(room, tussen=12)
        self.model = Woordrijen([text(f"reservekopie.kolom_{naam}") for naam in _KOLOMMEN])
        titel = text("reservekopie.kolom_naam")
        self.tabel = Woordtabel(self.model, "inhoud_tabel", titel, _BREED, self.read)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        box.addWidget(self.tabel, 1)
        self.gelijke = Keuzevink(text("reservekopie.toon_gelijke"), "toon_gelijke")
        self.gelijke.toggled.connect(lambda _: self._fill())
        box.addWidget(self.gelijke)
        box.addWidget(self._build_acts())
        for sleutel in ("reservekopie.inhoud_uitleg", "reservekopie.aanvullen_uitleg"):
            box.addWidget(label(text(sleutel), "klein", wrap=True))
        return room

    def _build_acts(self) -> QWidget:
        room = QWidget()
        row = Vloei(room)
        acts: dict[str, Callable[[], object]] = {
            "lezen": self.read,
            "dossier_terug": self.merge_one,
            "alles_samen": self.merge_all,
            "alles_terug": self.replace_all,
        }
        self.knoppen = {
            naam: knop(text(f"reservekopie.{naam}"), f"kopie_{naam}", act) for naam, act in acts.items()
        }
        for button in self.knoppen.values():
            row.addWidget(button)
        policy = room.sizePolicy()
        policy.setHeightForWidth(True)
        room.setSizePolicy(policy)
        return room

    # -- showing ---------------------------------------------------------------------------------------------

    def show_kopie(self, kopie: Kopie) -> None:
        """Open a backup, compare it with the vault and show what differs."""
        self.kopie = kopie
        self.setCurrentIndex(0)
        self.kop.setText(text("reservekopie.inhoud_kop", wanneer=when(kopie.backup.op)))
        self.feiten.setText(facts_of(kopie, reservekopie.place_of(self.context.work)))
        self._compare("")

    def _compare(self, before: str) -> None:
        """Compare in the background; `before` is told first, of what was just done."""
        if self.kopie is None:
            return
        self._take([], text("reservekopie.inhoud_bezig"))
        self.onder.show()
        work, path, watch = self.context.work, self.kopie.backup.path, Watch()
        taak = Taak(
            lambda: reservekopie.compare(work, path, watch.progress),
            lambda found: self._take(found, f"{before} {_in_words(found)}".strip()),
            self._refuse,
            watch=watch,
        )
        self.voortgang.follow(watch, text("reservekopie.inhoud_bezig"))
        self._look(taak)

    def _look(self, taak: Taak) -> None:
        self._looking = taak
        taak.over.connect(self._end_looking)
        taak.start()

    def _end_looking(self) -> None:
        self.voortgang.end()
        if self.sender() is self._looking:
            self._looking = None
            self._enable()

    def _take(self, found: list[Dossierverschil], tekst: str) -> None:
        self._looking = None
        self._found = found
        self.samen.setText(tekst)
        self._fill()

    def _refuse(self, error: KnownError) -> None:
        self._take([], known_error_text(error))
        self.onder.hide()
        self.sluiten.setFocus()

    def _fill(self) -> None:
        self._shown = [f for f in self._found if _differs(f) or self.gelijke.isChecked()]
        self.model.show_all([difference_row(found) for found in self._shown])
        if self._shown:
            self.tabel.selectRow(0)
            self.tabel.setFocus()
        self._enable()

    def _enable(self) -> None:
        chosen, free = self._chosen(), self._looking is None and self._acting is None
        is_there = chosen is not None and bool(chosen.verschil.terug or chosen.verschil.gelijk)
        self.knoppen["lezen"].setEnabled(free and is_there)
        self.knoppen["dossier_terug"].setEnabled(free and chosen is not None and chosen.verschil.terug > 0)
        self.knoppen["alles_samen"].setEnabled(free and any(f.verschil.terug for f in self._found))
        differs = any(f.verschil.terug or f.verschil.weg for f in self._found)
        self.knoppen["alles_terug"].setEnabled(free and differs)

    def _chosen(self) -> Dossierverschil | None:
        row = self.tabel.row
        return self._shown[row] if 0 <= row < len(self._shown) else None

    # -- reading ---------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Show the chosen dossier as it was, only to read."""
        chosen, kopie = self._chosen(), self.kopie
        if chosen is None or kopie is None or not self.knoppen["lezen"].isEnabled():
            return
        work, path, dossier = self.context.work, kopie.backup.path, chosen.verschil.dossier
        taak = Taak(
            lambda: read_dossier(work, path, dossier),
            lambda found: self._show_read(name_of(chosen), kopie, found),
            self.context.failed.emit,
        )
        self._look(taak)
        self._enable()

    def _show_read(self, naam: str, kopie: Kopie, found: tuple[list[Geschiedenisregel], bool]) -> None:
        regels, zonder = found
        self.lezen.show_dossier(naam, when(kopie.backup.op), regels, zonder_gevoelig=zonder)
        self.setCurrentWidget(self.lezen)
        self.lezen.tabel.setFocus()

    # -- putting back ----------------------------------------------------------------------------------------

    def merge_one(self) -> None:
        """Add what is missing of the chosen dossier."""
        chosen = self._chosen()
        if chosen is not None:
            kop = text("reservekopie.vraag_dossier_kop", naam=name_of(chosen))
            self._merge(kop, [chosen.verschil.dossier])

    def merge_all(self) -> None:
        """Add what is missing of every dossier."""
        self._merge(text("reservekopie.vraag_samen_kop"), None)

    def _merge(self, kop: str, dossiers: list[str] | None) -> None:
        ja = text("reservekopie.vraag_samen_ja")
        if self.kopie is None or not messages.confirm(self, kop, text("reservekopie.vraag_samen"), ja):
            return
        work, path = self.context.work, self.kopie.backup.path
        self._act(
            lambda progress: reservekopie.merge_back(work, path, dossiers, progress),
            text("reservekopie.aanvullen_bezig"),
            _merged_in_words,
        )

    def replace_all(self) -> None:
        """Have all as it was, after a question that says what goes."""
        if self.kopie is None:
            return
        wanneer = when(self.kopie.backup.op)
        kop = text("reservekopie.vraag_terug_kop", wanneer=wanneer)
        vraag = text("reservekopie.vraag_terug", weg=going_in_words(self._found))
        if not messages.confirm(self, kop, vraag, text("reservekopie.vraag_terug_ja")):
            return
        work, path = self.context.work, self.kopie.backup.path
        self._act(
            lambda progress: reservekopie.put_back(work, path, progress),
            text("reservekopie.terug_bezig"),
            lambda done: text("reservekopie.teruggezet", wanneer=wanneer),
        )

    def _act(
        self, job: Callable[[Progress], Teruggezet], titel: str, told: Callable[[Teruggezet], str]
    ) -> None:
        watch = Watch()
        taak = tasks.run(
            self.context,
            lambda: job(watch.progress),
            lambda done: self._done(done, " ".join([told(done), *_missing(done)])),
            titel,
            self._failed,
            watch=watch,
            whole=True,
        )
        self._acting = taak
        self.samen.setText(titel)
        taak.over.connect(self._end_acting)
        self._enable()

    def _end_acting(self) -> None:
        taak, self._acting = self._acting, None
        # Without a backup that is shown it was left, or the vault was locked: there is nobody to tell.
        if taak is not None and taak.cancelled and self.kopie is not None:
            self._compare(text("reservekopie.gestopt"))

    def _done(self, done: Teruggezet, tekst: str) -> None:
        self.context.changed.emit(Changed(dossiers=frozenset(done.dossiers)))
        self.context.backed_up.emit()
        self.context.put_back.emit()
        self.context.told.emit(tekst)
        self._compare("")

    def _failed(self, error: KnownError) -> None:
        self.context.failed.emit(error)
        self._compare("")

    def stop(self) -> None:
        """Leave: what is being put back is rolled back whole, unless it was done already."""
        # First: what is called off now has nobody to compare it for.
        self.kopie = None
        for taak in (self._acting, self._looking):
            if taak is not None:
                taak.cancel()
        self.lezen.clear()
        self._take([], "")


def _differs(found: Dossierverschil) -> bool:
    return bool(found.verschil.terug or found.verschil.weg)


def _in_words(found: list[Dossierverschil]) -> str:
    aantal = sum(_differs(f) for f in found)
    if not aantal:
        return text("reservekopie.inhoud_gelijk")
    return text("reservekopie.inhoud_samen", dossiers=text("reservekopie.dossiers", aantal=aantal))


def _merged_in_words(done: Teruggezet) -> str:
    aantal = len(done.dossiers)
    return text("reservekopie.aangevuld", aantal=aantal) if aantal else text("reservekopie.aangevuld_niets")


def _missing(done: Teruggezet) -> list[str]:
    return [text("reservekopie.zonder", aantal=len(done.zonder))] if done.zonder else []
