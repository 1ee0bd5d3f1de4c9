"""Person and procedure: each field is recorded when it is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.bsn import elfproef, mask
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.operations.views.dubbel.bsn import refuse_same_bsn
from intake_assistant.operations.words.onderwerp import LANDEN, TALEN
from intake_assistant.texts import text
from intake_assistant.ui.dossier.procedure import ProcedureKaart
from intake_assistant.ui.dossier.procedurevelden import EERDER_PIP, EINDE, ProcedureveldenKaart
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field, LineField, VNummerField, YearField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import LineEditor
from intake_assistant.ui.kit.flow import Rooster, Vloei
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.window.context import Context

# The fields in the order in which they stand on the screen, per part.
PERSOON: Final = (
    "voornamen", "achternaam", "geboortedatum", "geboortejaar", "geslacht", "nationaliteit", "bsn",
    "v_nummer",
)  # fmt: skip
VERBLIJF: Final = ("doelgroep", "verblijfstitel", "begin_inburgeringsplicht", "spreektaal", "leestaal")
CONTACT: Final = ("adres", "postcode", "woonplaats", "telefoon", "email")
# Names of languages are long: a line for themselves.
BREED: Final = ("spreektaal", "leestaal")
# The parts of the form in the order in which they are looked for.
KOPPEN: Final = (
    "persoon",
    "contact",
    "verblijf",
    "procedure",
    "oproepen",
    "derden",
    "azc",
    "eerder_pip",
    "einde",
)
_DATUMS: Final = ("geboortedatum", "begin_inburgeringsplicht")
_HULP: Final = {
    "achternaam": "zonder_achternaam", "geboortedatum": "geboorte_hulp", "geboortejaar": "jaar_hulp",
    "bsn": "bsn_hulp",
}  # fmt: skip


class BsnField(Field):
    """The BSN: masked unless asked for; one that fails the 11-proef is kept with its mark (domain 5.4)."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, hulp: str = "") -> None:
        self._shown, line = False, LineEditor()
        self.regel = line.regel
        super().__init__(keeper, subject, naam, line, hulp)
        self.toon = knop(text("dossier.bsn_toon"), "bsn_toon", self.turn, icoon="oog")
        self.toon.setAccessibleName(text("dossier.bsn_toon_naam"))
        line.rij.addWidget(self.toon)

    def turn(self) -> None:
        """Show the number, or hide it."""
        waarde = self.typed()
        self._shown = not self._shown
        self.toon.setText(text("dossier.bsn_verberg" if self._shown else "dossier.bsn_toon"))
        self._draw(waarde)

    def typed(self) -> str:
        """The number itself, also while it is masked."""
        return self._kept if self._is_masked() else "".join(super().typed().split())

    def put(self, waarde: str) -> None:
        """Show the number, masked unless asked for."""
        self._draw(waarde)

    def notice(self, waarde: str) -> str:
        """The 11-proef in words."""
        return text("dossier.bsn_fout") if waarde and not elfproef(waarde) else ""

    def value(self, waarde: str) -> Mapping[str, Any]:
        """With the mark when it fails the 11-proef."""
        return (
            {"waarde": waarde} if not waarde or elfproef(waarde) else {"waarde": waarde, "gebrek": "elfproef"}
        )

    def ask(self) -> None:
        """Refused when another dossier has it; KnownError `dossier.same_bsn`."""
        if waarde := self.typed():
            refuse_same_bsn(self.context.work, waarde, self.context.dossier_id)

    def leave(self) -> None:
        """Record it, and mask it again."""
        super().leave()
        if not self._shown and not self.regel.hasFocus():
            self._draw(self.typed())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever types in it sees what is typed; whoever leaves it, leaves it masked."""
        if watched is self.regel and event.type() is QEvent.Type.KeyPress and self._is_masked():
            self.regel.setText(self._kept)
            self.regel.selectAll()
        if watched is self.regel and event.type() is QEvent.Type.FocusOut and not self._shown:
            self.leave()
            self._draw(self.typed())
        return super().eventFilter(watched, event)

    def _is_masked(self) -> bool:
        return bool(self._kept) and self.regel.text() == mask(self._kept) and "•" in self.regel.text()

    def _draw(self, waarde: str) -> None:
        # Only what is recorded hides: of a number that was refused the mask itself would be read back.
        is_open = self._shown or waarde != self._kept
        self.regel.setText(waarde if is_open else mask(waarde))


class PersoonPaneel(QWidget):
    """The second part of the dossier."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context, self.keeper = context, Keeper(context, self)
        self.velden: dict[str, Field] = {}
        inhoud = QWidget()
        # Along with the page: in a low window it would leave no room for the fields.
        page = kolom(inhoud, tussen=8)
        page.addWidget(self._inhoudsopgave())
        links, rechts = kolom(tussen=16), kolom(tussen=16)
        links.addWidget(self._kaart("persoon", PERSOON, text("dossier.persoon_uitleg")))
        links.addWidget(self._kaart("contact", CONTACT))
        self.eerder_pip = ProcedureveldenKaart(self.keeper, "eerder_pip", EERDER_PIP)
        links.addWidget(self.eerder_pip)
        self.einde = ProcedureveldenKaart(self.keeper, "einde", EINDE)
        links.addWidget(self.einde)
        links.addStretch(1)
        rechts.addWidget(self._kaart("verblijf", VERBLIJF))
        self.procedure = ProcedureKaart(self.keeper)
        rechts.addWidget(self.procedure)
        rechts.addStretch(1)
        naast = Groepen(links, rechts, delen=(1, 1))
        naast.setSpacing(px(16))
        page.addLayout(naast)
        outer = kolom(self)
        outer.setContentsMargins(0, px(8), 0, 0)
        self._vlak = schuifvlak(inhoud)
        outer.addWidget(self._vlak)

    def _inhoudsopgave(self) -> QWidget:
        """What stands on the long form, each with the way there."""
        made = QWidget()
        row = Vloei(made)
        for kop in KOPPEN:
            row.addWidget(
                knop(text(f"dossier.{kop}"), f"naar_kaart_{kop}", partial(self._to_card, kop), "stil")
            )
        return made

    def _to_card(self, kop: str) -> None:
        """Have a card at the top, and the keyboard in its first field."""
        kaart_, page = self.findChild(QFrame, f"kaart_{kop}"), self._vlak.widget()
        if kaart_ is None or page is None:
            raise LookupError(kop)
        self._vlak.verticalScrollBar().setValue(kaart_.mapTo(page, QPoint()).y())
        first = next((w for w in kaart_.findChildren(QWidget) if _takes_keys(w)), None)
        if first is not None:
            first.setFocus()
            bring_into_sight(first)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is recorded, and what is being typed."""
        self.keeper.begin((kinds.PERSOON, *kinds.of_soort("procedure")))
        for naam, veld in self.velden.items():
            veld.show_value(str(dossier.get(kinds.PERSOON.of(naam))))
        self.procedure.show_dossier(dossier)
        self.eerder_pip.show_dossier(dossier)
        self.einde.show_dossier(dossier)

    def focus_on(self, subject: str) -> None:
        """Give the field of a subject the keyboard, and bring it into sight; an empty subject is none."""
        veld = next((v for v in self.findChildren(Field) if v.subject == subject), None)
        editor = veld.naam.buddy() if veld is not None else None
        if veld is not None and editor is not None:
            editor.setFocus()
            bring_into_sight(veld)

    def leave(self) -> None:
        """Record what stands in the fields."""
        if self.context.dossier_id:
            for veld in self.velden.values():
                veld.leave()
            self.procedure.leave()
            self.eerder_pip.leave()
            self.einde.leave()

    def _kaart(self, naam: str, velden: Iterable[str], uitleg: str = "") -> QFrame:
        made = kaart(naam=f"kaart_{naam}")
        box = kolom(made, rand=24, tussen=12)
        box.addWidget(label(text(f"dossier.{naam}"), "kop2"))
        if uitleg:
            box.addWidget(label(uitleg, "zacht", wrap=True))
        velden_ = Rooster(2)
        for veld in velden:
            self.velden[veld] = self._veld(veld)
            velden_.add(self.velden[veld], breed=veld in BREED)
        box.addLayout(velden_)
        return made

    def _veld(self, veld: str) -> Field:
        subject, naam = kinds.PERSOON.of(veld), text(f"dossier.veld.{veld}")
        hulp = text(f"dossier.{_HULP[veld]}") if veld in _HULP else ""
        if veld == "bsn":
            return BsnField(self.keeper, subject, naam, hulp)
        if veld in _DATUMS:
            return DateField(self.keeper, subject, naam, hulp)
        if veld == "geboortejaar":
            return YearField(self.keeper, subject, naam, hulp)
        if veld == "v_nummer":
            return VNummerField(self.keeper, subject, naam, hulp)
        keuzes = self._keuzes(veld)
        if keuzes:
            return ChoiceField(self.keeper, subject, naam, keuzes, hulp)
        return LineField(self.keeper, subject, naam, hulp)

    def _keuzes(self, veld: str) -> list[tuple[str, str]]:
        if VELDEN[veld]:
            return [(code, text(f"dossier.code.{veld}.{code}")) for code in VELDEN[veld]]
        lijst = {"spreektaal": TALEN, "leestaal": TALEN, "nationaliteit": LANDEN}.get(veld)
        vraag = self.context.work.data.formulieren.vragen.get(lijst) if lijst else None
        return [(keuze.naam, keuze.label) for keuze in vraag.keuzes] if vraag else []


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()
