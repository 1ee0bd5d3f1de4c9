"""One question to read, with a pencil: what was said, by whom and when, and what others say."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_assistant.domain.antwoord import Staat
from intake_assistant.operations.views.dossier.leesblad import Leesregel
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import merk
from intake_assistant.ui.kit.parts import breekbaar, knop, kolom, label, rij, zweeftekst
from intake_assistant.ui.kit.theme import px


class Leesvak(QFrame):
    """The words, and in their place the field while the answer is put right."""

    def __init__(self, regel: Leesregel, *, notitie: bool, verbeter: Callable[[Leesvak], object]) -> None:
        super().__init__()
        self.regel = regel
        self.setObjectName(f"lees_{regel.naam}")
        self._box = kolom(self, tussen=2)
        self._box.setContentsMargins(0, px(6), 0, px(6))
        self._woorden = QWidget()
        self._box.addWidget(self._woorden)
        self._fill(kolom(self._woorden, tussen=2), notitie)
        if regel.kan_verbeteren:
            self._add_pencil(verbeter)

    def put(self, veld: QWidget) -> None:
        """Show a field in the place of the words."""
        self._woorden.hide()
        self._box.addWidget(veld)
        # Now, and not when Qt comes to it: the keyboard goes into it next.
        veld.show()

    def _fill(self, box: QVBoxLayout, notitie: bool) -> None:
        self._kop = rij(tussen=8)
        self._kop.addWidget(label(breekbaar(self.regel.vraag), "zacht", wrap=True), 1)
        box.addLayout(self._kop)
        is_antwoord = self.regel.staat == Staat.BEANTWOORD
        box.addWidget(
            label(breekbaar(self.regel.antwoord), "" if is_antwoord else "zacht", wrap=True, naam="antwoord")
        )
        for zin in self._beside(notitie):
            box.addWidget(label(breekbaar(zin), "klein", wrap=True))
        for zin in self.regel.gebreken:
            box.addWidget(merk("let_op", zin, "let_op"))

    def _beside(self, notitie: bool) -> Iterator[str]:
        regel = self.regel
        if regel.toelichting:
            yield text("lezen.toelichting", tekst=regel.toelichting)
        if regel.herkomst:
            yield regel.herkomst
        yield from regel.anders
        if regel.notitie:
            yield text("lezen.notitie", tekst=regel.notitie) if notitie else text("lezen.notitie_verborgen")

    def _add_pencil(self, verbeter: Callable[[Leesvak], object]) -> None:
        made = knop("", f"verbeter_{self.regel.naam}", lambda: verbeter(self), "stil", "potlood")
        made.setAccessibleName(text("lezen.verbeter_naam", vraag=self.regel.vraag))
        made.setToolTip(zweeftekst(text("lezen.verbeter")))
        self._kop.addWidget(made, 0, Qt.AlignmentFlag.AlignTop)
