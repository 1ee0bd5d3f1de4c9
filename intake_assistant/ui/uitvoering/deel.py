"""A part of the screen: a page of lists and cards, shown anew at each visit and left like a screen."""

from __future__ import annotations

from typing import ClassVar, Final, cast

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kind import Kind
from intake_assistant.operations.views.uitvoering.oordelen import oordelen_over
from intake_assistant.ui.fields.field import Field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.fields.rijen.soort import Rijsoort
from intake_assistant.ui.kit.parts import Vel, kolom, schuifvlak

_BREED: Final = 960


class Uitvoeringsdeel(QWidget):
    """One tab; what it holds stands below each other."""

    naam: ClassVar[str] = ""
    """Its name, as `deel` of the screen."""
    kinds: ClassVar[tuple[Kind, ...]] = ()
    """The kinds that are recorded here."""

    def __init__(self, keeper: Keeper) -> None:
        super().__init__()
        self.keeper, self.context = keeper, keeper.context
        self.lijsten: list[Rijenlijst] = []
        vel = Vel(_BREED)
        self.vak = kolom(vel, tussen=16)
        self.vak.setContentsMargins(0, 0, 0, 0)
        kolom(self, rand=8, tussen=0).addWidget(schuifvlak(vel))

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
