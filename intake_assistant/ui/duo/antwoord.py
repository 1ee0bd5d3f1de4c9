"""An answer of DUO: what it would change, in words, before anything is taken."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.errors import KnownError
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.duo.lezen import (
    TEGENSPRAAK,
    Duoantwoord,
    Genomen,
    foresee_berichten,
    read_answer,
    take_berichten,
)
from intake_assistant.operations.duo.woorden import genomen_in_words
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context


class AntwoordKaart(QWidget):
    """Choose a file, read what it says, and take it or not."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._gelezen: object = None
        made = kaart(naam="kaart_duo_antwoord")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text("duo.antwoord.kop"), "kop2"))
        box.addWidget(label(text("duo.antwoord.uitleg"), "zacht", wrap=True))
        kies = knop(text("duo.antwoord.kies"), "duo_kies", self._choose, icoon="dossiers")
        box.addWidget(kies, 0, Qt.AlignmentFlag.AlignLeft)
        self._inhoud = QWidget()
        kolom(self._inhoud, tussen=8)
        box.addWidget(self._inhoud)
        kolom(self).addWidget(made)

    def forget(self) -> None:
        """Nothing was chosen: a file of somebody else may not be taken into the next dossier."""
        self._gelezen = None
        clear(self._inhoud)

    def _choose(self) -> None:
        home = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
        path = messages.choose_file(self, "open", text("duo.antwoord.kies"), home, text("duo.bericht.filter"))
        if path is None:
            return
        self.forget()
        try:
            found = read_answer(path)
            feiten = foresee_berichten(self.context.work, self.context.dossier_id, found)
        except KnownError as error:
            self.context.failed.emit(error)
            return
        self._gelezen = found
        self._show(text("duo.antwoord.gelezen", bestand=path.name), feiten)
        knoppen = QWidget()
        row = Vloei(knoppen)
        row.addWidget(knop(text("duo.antwoord.neem"), "duo_neem", self._take, "hoofdknop"))
        row.addWidget(knop(text("duo.antwoord.niet"), "duo_niet", self.forget))
        inside(self._inhoud).addWidget(knoppen)

    def _show(self, kop: str, feiten: tuple[Genomen, ...]) -> None:
        clear(self._inhoud)
        box = inside(self._inhoud)
        box.addWidget(label(kop, "veldnaam", wrap=True))
        for feit in feiten:
            box.addWidget(label(genomen_in_words(self.context.work, feit), wrap=True, naam="duo_feit"))
        if not feiten:
            box.addWidget(label(text("recht.duo.gelezen"), wrap=True, naam="duo_feit"))

    def _take(self) -> None:
        found, taken = self._gelezen, list[Duoantwoord]()
        work, dossier = self.context.work, self.context.dossier_id

        def take() -> Changed:
            taken.append(take_berichten(work, dossier, found))
            return taken[0].changed

        if self.context.act(take) is None:
            return
        self._gelezen = None
        self._show(text("duo.antwoord.genomen"), taken[0].feiten)
        if any(feit.uitkomst == TEGENSPRAAK for feit in taken[0].feiten):
            naar = knop(text("duo.antwoord.verschillen"), "duo_verschillen", self._to_conflicten, "hoofdknop")
            inside(self._inhoud).addWidget(naar, 0, Qt.AlignmentFlag.AlignLeft)

    def _to_conflicten(self) -> None:
        self.context.navigate.emit("conflicten", {})
