"""The logo and the colour of the municipality in letters, with how they look on white paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from intake_assistant.documents.model import Huisstijl
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import record_huisstijl
from intake_assistant.operations.papers.brief.huisstijl import huisstijl_of, read_logo
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.line import LineEditor
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context

_DONKERBLAUW = "#1d3d63"


class HuisstijlKaart(QWidget):
    """What letters look like, kept as soon as a line is left; what was refused stays, with why."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._logo = b""
        self.voorbeeld = Briefvoorbeeld()
        self.weg = knop(text("instellingen.huisstijl_weg"), "logo_weg", self._drop, "stil")
        self.logo_tekst = LineEditor()
        self.kleur = LineEditor(160)
        self.melding = label("", "fout", wrap=True, naam="huisstijl_melding")
        vak = kolom(self, tussen=8)
        vak.addWidget(label(text("instellingen.huisstijl_uitleg"), "klein", wrap=True))
        vak.addWidget(self.voorbeeld)
        row = Vloei()
        row.addWidget(knop(text("instellingen.huisstijl_kies"), "logo_kies", self._choose))
        row.addWidget(self.weg)
        vak.addLayout(row)
        for naam, veld in (("logo_tekst", self.logo_tekst), ("kleur", self.kleur)):
            name_field(veld, f"huisstijl_{naam}", text(f"instellingen.huisstijl_{naam}"))
            kop = label(text(f"instellingen.huisstijl_{naam}"), "veldnaam")
            kop.setBuddy(veld.regel)
            veld.verlaten.connect(self.keep)
            vak.addWidget(kop)
            vak.addWidget(veld)
            vak.addWidget(label(text(f"instellingen.huisstijl_{naam}_hulp"), "klein", wrap=True))
        vak.addWidget(self.melding)

    def show_kept(self) -> None:
        """Show what is kept."""
        stijl = huisstijl_of(self._context.work)
        self._logo = stijl.logo
        self.logo_tekst.show_waarde(stijl.logo_tekst)
        self.kleur.show_waarde(stijl.kleur)
        self._tell("")

    def keep(self) -> bool:
        """Keep what stands here; what no letter can carry is told here, and letters stay as they were."""
        said = self._said()
        kept = self._context.act(lambda: record_huisstijl(self._context.work, said), self._refuse)
        if kept is not None:
            self._tell("")
        return kept is not None

    def _said(self) -> Huisstijl:
        kleur, tekst = (str(veld.waarde() or "") for veld in (self.kleur, self.logo_tekst))
        return Huisstijl(kleur=kleur, logo=self._logo, logo_tekst=tekst)

    def _refuse(self, error: KnownError) -> None:
        self._tell(known_error_text(error))

    def _tell(self, woorden: str) -> None:
        self.melding.setText(woorden)
        self.melding.setVisible(bool(woorden))
        self.weg.setEnabled(bool(self._logo))
        self.voorbeeld.show_stijl(huisstijl_of(self._context.work))

    def _choose(self) -> None:
        titel, filter = text("instellingen.huisstijl_kies"), text("instellingen.huisstijl_filter")
        path = messages.choose_file(self, "open", titel, Path.home(), filter)
        if path is None:
            return
        before, tekst = self._logo, self.logo_tekst.waarde()
        try:
            self._logo = read_logo(path)
        except KnownError as error:
            self._refuse(error)
            return
        if not tekst:
            naam = gemeente_of(self._context.work).naam
            self.logo_tekst.show_waarde(text("instellingen.huisstijl_logo_van", naam=naam))
        if not self.keep():
            # The next line that is left would be refused because of it.
            self._logo = before
            self.logo_tekst.show_waarde(tekst)

    def _drop(self) -> None:
        if not messages.confirm_weghalen(self):
            return
        self._logo = b""
        self.logo_tekst.show_waarde("")
        self.keep()
        self.logo_tekst.setFocus()


class Briefvoorbeeld(QWidget):
    """The logo and a heading as on white paper, whatever the colours of the window."""

    def __init__(self) -> None:
        super().__init__()
        self._stijl, self._logo = Huisstijl(), QPixmap()
        self.setObjectName("huisstijl_voorbeeld")
        self.setFixedHeight(px(128))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stijl(self, stijl: Huisstijl) -> None:
        """Show what letters look like now."""
        self._stijl, self._logo = stijl, QPixmap()
        if stijl.logo:
            self._logo.loadFromData(stijl.logo)
        said = (text("instellingen.huisstijl_voorbeeld"), stijl.logo_tekst, stijl.kleur)
        self.setAccessibleName(" ".join(part for part in said if part))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the paper, the logo at the top left, and the heading under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        rand, half = px(12), self.height() // 2
        room = QSize(self.width() - 2 * rand, half - rand)
        if not self._logo.isNull():
            size = self._logo.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(QRect(rand, rand, size.width(), size.height()), self._logo)
        font = QFont(self.font())
        font.setPixelSize(px(20))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(self._stijl.kleur or _DONKERBLAUW))
        under = QRect(rand, half, room.width(), half)
        kop = painter.fontMetrics().elidedText(
            text("instellingen.huisstijl_voorbeeldkop"), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(under, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, kop)
        painter.end()
