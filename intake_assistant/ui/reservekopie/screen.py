"""The backups: made by themselves or now, a second place, and the list to look into and put back from."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import reservekopie
from intake_assistant.operations.vault.reservekopie import Gemaakt, Kopie, Plaatsstand
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import Watch
from intake_assistant.safefile import is_folder
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.reservekopie.content import Inhoud
from intake_assistant.ui.window.context import Context, Scherm
from intake_assistant.ui.words.reservekopie import BEZIG, FOUT, GOED, of_one_minute, row_of, when

_KOLOMMEN = ("wanneer", "soort", "plaats", "grootte", "staat")
_BREED = (224, 210, 0, 96, 150)
_LIJST, _INHOUD = range(2)
_NAAST = 840


class Backups(Scherm):
    """Two cards, the list, and what is in one of them."""

    naam: ClassVar[str] = "reservekopieen"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kopieen: list[Kopie] = []
        self._alike: frozenset[datetime.datetime] = frozenset()
        # What was looked at: a backup that is another by then has another size or moment.
        self._staat: dict[Path, str] = {}
        self._bijlagen: dict[Path, bool] = {}
        """Documents that were read, and whether they are sound: most backups name the same."""
        self._taak: Taak | None = None
        self.inhoud = Inhoud(context)
        self.inhoud.closed.connect(self._show_list)
        self.pages = QStackedWidget()
        self.pages.addWidget(schuifvlak(self._build()))
        self.pages.addWidget(self.inhoud)
        kolom(self, rand=24, tussen=0).addWidget(self.pages)
        context.backed_up.connect(self._refresh)

    # -- building --------------------------------------------------------------------------------------------

    def _build(self) -> QWidget:
        page = QWidget()
        box = kolom(page, tussen=16)
        box.addWidget(label(text("reservekopie.kop"), "kop1"))
        box.addWidget(label(text("reservekopie.uitleg"), "zacht", wrap=True))
        cards = QWidget()
        cards.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._naast = rij(cards, tussen=16)
        for card in (self._build_here(), self._build_place()):
            self._naast.addWidget(card, 1)
        box.addWidget(cards)
        box.addWidget(label(text("reservekopie.lijst"), "kop2"))
        self.leeg = label("", "zacht", wrap=True, naam="lijst_leeg")
        box.addWidget(self.leeg)
        self.model = Woordrijen([text(f"reservekopie.kolom_{naam}") for naam in _KOLOMMEN])
        titel = text("reservekopie.lijst")
        self.tabel = Woordtabel(self.model, "kopieen_tabel", titel, _BREED, self.open_chosen)
        self.tabel.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        box.addWidget(self.tabel, 1)
        under = rij()
        self.bekijken = knop(text("reservekopie.bekijken"), "kopie_bekijken", self.open_chosen, icoon="oog")
        under.addWidget(self.bekijken)
        under.addStretch(1)
        box.addLayout(under)
        box.addStretch(0)
        return page

    def _build_here(self) -> QFrame:
        card, box = _card("kaart_hier", text("reservekopie.hier"))
        self.laatste = label("", wrap=True, naam="laatste_kopie")
        self.maken = knop(text("reservekopie.maken"), "kopie_maken", self.make, "hoofdknop")
        box.addWidget(self.laatste)
        box.addWidget(label(text("reservekopie.blijft"), "klein", wrap=True, naam="wat_blijft"))
        box.addStretch(1)
        box.addWidget(_left(self.maken))
        return card

    def _build_place(self) -> QFrame:
        card, box = _card("kaart_plek", text("reservekopie.tweede"))
        self.plek = label("", wrap=True, naam="plek")
        self.plek_stand = label("", wrap=True, naam="plek_stand")
        self.plek_uitleg = label("", "klein", wrap=True, naam="plek_uitleg")
        self.kiezen = knop("", "plek_kiezen", self.choose_place, icoon="map")
        self.weghalen = knop(text("reservekopie.plek_weghalen"), "plek_weghalen", self.drop_place, "stil")
        for part in (self.plek, self.plek_stand, self.plek_uitleg):
            box.addWidget(part)
        box.addStretch(1)
        box.addWidget(_left(self.kiezen, self.weghalen))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cards one below the other when there is little room."""
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        wide = self.width() >= px(_NAAST)
        self._naast.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read anew which backups there are."""
        self._show_list()

    def leave(self) -> None:
        """Stop what is being put back: it is whole or not at all."""
        self._cancel()
        self.inhoud.stop()

    def _cancel(self) -> None:
        if self._taak is not None:
            self._taak.cancel()
            self._taak = None

    def _show_list(self) -> None:
        self.inhoud.stop()
        self.pages.setCurrentIndex(_LIJST)
        self._refresh()
        (self.tabel if self._kopieen else self.maken).setFocus()

    def _refresh(self) -> None:
        if not self.isVisible() or self.pages.currentIndex() != _LIJST:
            return
        self._show_stand(None)
        self._cancel()
        self.leeg.setText(text("reservekopie.lijst_zoekt"))
        self.leeg.setVisible(not self._kopieen)
        work = self.context.work
        self._start(Taak(lambda: _look(work), self._take, self.context.failed.emit))

    def _start(self, taak: Taak) -> None:
        self._taak = taak
        taak.start()

    def _take(self, found: tuple[list[Kopie], bool]) -> None:
        self._kopieen, is_there = found
        self._alike = of_one_minute(self._kopieen)
        chosen = max(self.tabel.row, 0)
        self._show_stand(is_there)
        self.leeg.setText(text("reservekopie.lijst_leeg"))
        self.leeg.setVisible(not self._kopieen)
        self.tabel.setVisible(bool(self._kopieen))
        self.bekijken.setVisible(bool(self._kopieen))
        self.model.show_all([self._row_of(kopie) for kopie in self._kopieen])
        for row, kopie in enumerate(self._kopieen):
            self._mark(row, kopie)
        if self._kopieen:
            self.tabel.selectRow(min(chosen, len(self._kopieen) - 1))
        self._enable()
        self._check_next()

    def _staat_of(self, kopie: Kopie) -> str:
        return self._staat.get(kopie.backup.path, BEZIG)

    def _mark(self, row: int, kopie: Kopie) -> None:
        self.model.put(row, self._row_of(kopie), let_op=self._staat_of(kopie) == FOUT)

    def _row_of(self, kopie: Kopie) -> tuple[str, ...]:
        tweede, alike = reservekopie.place_of(self.context.work), kopie.backup.op in self._alike
        return row_of(kopie, self._staat_of(kopie), tweede, to_the_second=alike)

    def _check_next(self) -> None:
        """Open and check one that was not looked at yet, and then the next."""
        row = next((r for r, k in enumerate(self._kopieen) if self._staat_of(k) == BEZIG), -1)
        self._taak = None
        if row < 0:
            return
        kopie, work, read = self._kopieen[row], self.context.work, self._bijlagen

        def checked(is_sound: bool) -> None:
            self._staat[kopie.backup.path] = GOED if is_sound else FOUT
            self._mark(row, kopie)
            self._check_next()

        job = lambda: reservekopie.is_sound(work, kopie.backup.path, read)  # noqa: E731
        self._start(Taak(job, checked, self.context.failed.emit))

    def _enable(self) -> None:
        self.bekijken.setEnabled(0 <= self.tabel.row < len(self._kopieen))

    def _show_stand(self, is_there: bool | None) -> None:
        """The two cards; `is_there` tells whether the second place is, once that is known."""
        work = self.context.work
        newest = reservekopie.newest_own(work)
        laatste = (
            text("reservekopie.laatste", wanneer=when(newest.op)) if newest else text("reservekopie.geen")
        )
        self.laatste.setText(laatste)
        stand, locked = reservekopie.place_stand(work), reservekopie.is_place_locked(work)
        self.plek.setText(str(stand.plaats) if stand else text("reservekopie.geen_plek"))
        self.plek_stand.setText(_stand_in_words(stand, is_there) if stand else "")
        self.plek_stand.setVisible(stand is not None)
        self.plek_uitleg.setText(self._place_note(stand, locked=locked, is_there=is_there))
        self.plek_uitleg.setVisible(bool(self.plek_uitleg.text()))
        kiezen = text("reservekopie.andere_kiezen" if stand else "reservekopie.plek_kiezen")
        self.kiezen.setText(f" {kiezen}")
        self.kiezen.setAccessibleName(kiezen)
        self.kiezen.setVisible(not locked)
        self.weghalen.setVisible(stand is not None and not locked)

    def _place_note(self, stand: Plaatsstand | None, *, locked: bool, is_there: bool | None) -> str:
        work = self.context.work
        notes = [] if stand else [text("reservekopie.tweede_uitleg")]
        if locked:
            notes.append(text("reservekopie.plek_van_beheerder", wie=work.policy.wie))
        if stand and is_there and reservekopie.is_same_disk(work, stand.plaats):
            notes.append(text("reservekopie.zelfde_schijf"))
        return " ".join(notes)

    # -- acting ----------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Make a backup now; where typing goes on meanwhile."""
        self._cancel()
        work, watch = self.context.work, Watch()
        taak = tasks.run(
            self.context,
            lambda: reservekopie.back_up(work, progress=watch.progress),
            self._made,
            text("reservekopie.maken_bezig"),
            watch=watch,
        )
        self.maken.setEnabled(False)
        taak.over.connect(lambda: self.maken.setEnabled(True))

    def _made(self, made: Gemaakt) -> None:
        self._staat[made.backup.path] = GOED
        wrong = [stand.fout for stand in made.plaatsen if stand.fout]
        if wrong:
            self.context.failed.emit(wrong[0])
        else:
            told = "gemaakt_ook_daar" if made.plaatsen else "gemaakt"
            self.context.told.emit(text(f"reservekopie.{told}"))
        self.context.backed_up.emit()

    def choose_place(self) -> None:
        """Choose the second place, and copy at once."""
        titel = text("reservekopie.plek_titel")
        chosen = messages.choose_file(self, "map", titel, Path.home())
        if chosen is None:
            return
        if self._set_place(chosen):
            self.make()

    def drop_place(self) -> None:
        """No second place any more; what is there stays there."""
        was = reservekopie.place_of(self.context.work)
        if was is not None and self._set_place(None):
            self._refresh()
            self.context.ended.emit(text("reservekopie.plek_weggehaald"), partial(self._put_back, was))

    def _put_back(self, place: Path) -> None:
        if self._set_place(place):
            self._refresh()

    def _set_place(self, place: Path | None) -> bool:
        try:
            reservekopie.set_place(self.context.work, place)
        except KnownError as error:
            self.context.failed.emit(error)
            return False
        return True

    def open_chosen(self) -> None:
        """Look into the backup of the row that is chosen."""
        if not 0 <= self.tabel.row < len(self._kopieen):
            return
        self._cancel()
        self.pages.setCurrentIndex(_INHOUD)
        self.inhoud.show_kopie(self._kopieen[self.tabel.row])


def _look(work: Workspace) -> tuple[list[Kopie], bool]:
    """Every backup that can be reached, and whether the second place can be; a share may take its time."""
    place = reservekopie.place_of(work)
    return reservekopie.list_kopieen(work, place), place is not None and is_folder(place)


def _stand_in_words(stand: Plaatsstand, is_there: bool | None) -> str:
    if stand.laatst_op is None:
        laatste = text("reservekopie.plek_leeg")
    else:
        laatste = text("reservekopie.plek_laatste", wanneer=when(stand.laatst_op))
    return f"{laatste} {text('reservekopie.plek_weg')}" if is_there is False else laatste


def _card(naam: str, kop: str) -> tuple[QFrame, QVBoxLayout]:
    made = kaart(naam=naam)
    box = kolom(made, rand=16, tussen=8)
    box.addWidget(label(kop, "kop3"))
    return made, box


def _left(*buttons: QWidget) -> QWidget:
    room = QWidget()
    row = Vloei(room)
    for button in buttons:
        row.addWidget(button)
    policy = room.sizePolicy()
    policy.setHeightForWidth(True)
    room.setSizePolicy(policy)
    return room
