"""A part of the screen: lists and cards, shown anew at each visit and left like a screen; places of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Final, cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.operations.views.uitvoering.oordelen import oordelen_over
from intake_assistant.ui.fields.field import Field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.soort import Rijsoort
from intake_assistant.ui.kit.parts import Vel, kolom, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.qt.place import UNREST_MS

_BREED: Final = 960
_ROND: Final = 24


class Uitvoeringsdeel(QWidget):
    """What it holds stands below each other."""

    naam: ClassVar[str] = ""
    """Its name, as `deel` of the screen."""
    kinds: ClassVar[tuple[Kind, ...]] = ()
    """The kinds that are recorded here."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper, self.context = keeper, keeper.context
        self.lijsten: list[Rijenlijst] = []
        self.vak = kolom(self, tussen=16)

    def add_lijst(self, lijst: Rijenlijst) -> None:
        """Put a list at the end."""
        self.lijsten.append(lijst)
        lijst.veranderd.connect(self.refresh)
        self.vak.addWidget(lijst)

    def judged(self, soort: Rijsoort) -> Rijenlijst:
        """A list of which each field says why it cannot be."""
        work = self.context.work
        return Rijenlijst(
            self.keeper, soort, oordelen=lambda dossier: oordelen_over(work, dossier, soort.kind)
        )

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for lijst in self.lijsten:
            lijst.show_dossier(dossier)
        self.refresh()

    def open_at(self, subject: str) -> None:
        """Give the field of a subject the keyboard, in its row or by itself."""
        if any(lijst.open_at(subject) for lijst in self.lijsten):
            return
        veld = next((veld for veld in self.findChildren(Field) if veld.subject == subject), None)
        if veld is not None and (invoer := veld.editor.invoer()) is not None:
            invoer.setFocus()

    def subject(self) -> str:
        """Of the field that has the keyboard, which its row folds away when it is shown anew."""
        # The stubs promise a widget where Qt has none.
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is None:
            return ""
        return next((veld.subject for veld in self.findChildren(Field) if veld.isAncestorOf(focus)), "")

    def refresh(self) -> None:
        """Say anew what follows from what is recorded; the fields keep the keyboard."""

    def leave(self) -> None:
        """Record what stands in the fields."""
        for lijst in self.lijsten:
            lijst.leave()


class Uitvoeringsplaats(QWidget):
    """Parts that one comes for together, below each other; only the place that is shown is read."""

    def __init__(self, keeper: Keeper, soorten: Sequence[type[Uitvoeringsdeel]]) -> None:
        super().__init__()
        self.delen = {soort.naam: soort(keeper) for soort in soorten}
        vak = kolom(self, tussen=16)
        for deel in self.delen.values():
            vak.addWidget(deel)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded."""
        for deel in self.delen.values():
            deel.show_dossier(dossier)

    def refresh(self) -> None:
        """Say anew what follows from what is recorded."""
        for deel in self.delen.values():
            deel.refresh()

    def leave(self) -> None:
        """Record what stands in the fields."""
        for deel in self.delen.values():
            deel.leave()

    def where(self) -> dict[str, str]:
        """The part and the field that have the keyboard; else the first part."""
        found = {naam: deel.subject() for naam, deel in self.delen.items()}
        naam = next((naam for naam, veld in found.items() if veld), next(iter(found)))
        return {"deel": naam, "veld": found[naam]}


class Plaatsenvlak(QWidget):
    """All places in one page that scrolls; what is asked for comes into sight once it has been laid out."""

    def __init__(self, plaatsen: Iterable[Uitvoeringsplaats]) -> None:
        super().__init__()
        self._doel: Uitvoeringsdeel | None = None
        self._rust = Later(self, self._rest, UNREST_MS)
        self._vel = Vel(_BREED)
        self._vak = kolom(self._vel, tussen=16)
        for plaats in plaatsen:
            self._vak.addWidget(plaats)
        self._vak.addStretch(1)
        self._vlak = schuifvlak(self._vel)
        self._balk = self._vlak.verticalScrollBar()
        self._balk.rangeChanged.connect(self._bring)
        kolom(self, tussen=0).addWidget(self._vlak)

    def put_above(self, boven: QWidget) -> None:
        """Have this scroll along with the places, above them."""
        self._vak.insertWidget(0, boven)

    def to_top(self) -> None:
        """Begin above."""
        self._balk.setValue(0)

    def bring(self, deel: Uitvoeringsdeel) -> None:
        """Bring a part to the top, or the field of it that has the keyboard into sight."""
        self._doel = deel
        self._rust.start()
        self._bring()

    def _bring(self) -> None:
        """What stands above it is still being laid out: each time there is more of it, anew."""
        if self._doel is None:
            return
        # The stubs promise a widget where Qt has none.
        focus = cast("QWidget | None", self.window().focusWidget())
        if focus is not None and self._doel.isAncestorOf(focus):
            self._vlak.ensureWidgetVisible(focus, 0, px(_ROND))
        else:
            self._balk.setValue(self._doel.mapTo(self._vel, QPoint()).y())

    def _rest(self) -> None:
        self._doel = None
