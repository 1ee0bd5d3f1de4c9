"""A new dossier: only what is known now; nothing is required but a name or a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from intake_assistant.dates import read_date, read_typed
from intake_assistant.domain.bsn import elfproef
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.kinds import PROCEDURE
from intake_assistant.domain.recht.datums import GEBOORTE
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.views.onmogelijk import wrong_new_date, wrong_person
from intake_assistant.texts import text
from intake_assistant.ui.dossiers.bekend import Bekend
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.flag import Flag
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.search_list import hits_below
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.parts import ChoiceBox, kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import ctrl_enter_does, enter_goes_on
from intake_assistant.ui.qt.focus import LAST
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.window.context import Context

_TEKST: Final = ("voornamen", "achternaam", "geboren", "bsn", "v_nummer")
_DATUMS: Final = ("kennisgeving_duo", "inschrijving_brp")
_TE_BEOORDELEN: Final = ("geboren", "v_nummer", *_DATUMS)
_JAAR: Final = re.compile(r"\d{4}")
_PERSOON: Final = ("voornamen", "achternaam", "geboren", "spreektaal", "bsn", "v_nummer")


class NieuwDossier(QWidget):
    """`made` with the id of the dossier."""

    made = Signal(str)
    closed = Signal()
    reopened = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.velden = {naam: QLineEdit() for naam in (*_TEKST, *_DATUMS)}
        self.spreektaal, self.doelgroep = ChoiceBox(), ChoiceBox()
        self.bekend = Bekend(context, self._inburgeraar)
        self.melding = label("", "fout", wrap=True, naam="nieuw_melding")
        self.bsn_raad = label(text("dossiers.bsn_raad"), "waarschuwing", wrap=True, naam="bsn_raad")
        self._fill_lists()
        self._name_fields()
        self.gebreken = {naam: Flag(self.velden[naam], self._judge(naam)) for naam in _TE_BEOORDELEN}
        self.gebreken["spreektaal"] = Flag(self._taalregel(), self._fault_taal)
        self.schets = Draft(Keeper(context, self), self._typed, self)
        self.schets.watch(*self.velden.values(), self.spreektaal, self.doelgroep)
        inner = QWidget()
        inner.setMaximumWidth(px(760))
        self._build(inner)
        room = QWidget()
        around = rij(room, rand=24)
        around.addWidget(inner, 1)
        around.addStretch(0)
        outer = kolom(self, tussen=0)
        outer.addWidget(schuifvlak(room))
        self._connect()

    def _connect(self) -> None:
        self.velden["bsn"].editingFinished.connect(self._judge_bsn)
        for veld in (*self.velden.values(), self._taalregel()):
            veld.textChanged.connect(self._look_again)
            veld.textChanged.connect(self.bekend.look_soon)
        lijsten: dict[str, QWidget] = {"spreektaal": self.spreektaal, "doelgroep": self.doelgroep}
        alle = {**self.velden, **lijsten}
        enter_goes_on([alle[naam] for naam in (*_PERSOON, "doelgroep", *_DATUMS)], self.make)

    def _taalregel(self) -> QLineEdit:
        regel = self.spreektaal.lineEdit()
        if regel is None:
            raise TypeError("the list of languages can be typed in")
        regel.setObjectName("nieuw_spreektaal_regel")
        return regel

    def _fill_lists(self) -> None:
        vraag = self.context.work.data.formulieren.vragen["taalniveau.moedertaal"]
        self.spreektaal.addItem("", "")
        for keuze in sorted(vraag.keuzes, key=lambda k: k.label.casefold()):
            self.spreektaal.addItem(keuze.label, keuze.naam)
        self.spreektaal.setEditable(True)
        self.spreektaal.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.spreektaal.setCompleter(hits_below(self.spreektaal.model(), self.spreektaal))
        self._taalregel().editingFinished.connect(self._take_language)
        self.doelgroep.addItem("", "")
        for code in VELDEN["doelgroep"]:
            self.doelgroep.addItem(text(f"dossiers.doelgroep_{code}"), code)

    def _name_fields(self) -> None:
        alle: dict[str, QWidget] = {
            **self.velden, "spreektaal": self.spreektaal, "doelgroep": self.doelgroep,
        }  # fmt: skip
        for naam, veld in alle.items():
            veld.setObjectName(f"nieuw_{naam}")
            veld.setAccessibleName(text(f"dossiers.veld_{naam}"))

    def _build(self, inner: QWidget) -> None:
        box = kolom(inner, tussen=16)
        box.addWidget(label(text("dossiers.nieuw_kop"), "kop1"))
        box.addWidget(label(text("dossiers.nieuw_uitleg"), "zacht", wrap=True))
        self._card(box, "persoon", 2, _PERSOON)
        box.addWidget(self.bsn_raad)
        box.addWidget(self.bekend)
        self._card(box, "procedure", 3, ("doelgroep", *_DATUMS))
        box.addWidget(self.melding)
        row = rij(tussen=8)
        annuleren = knop(text("venster.annuleren"), "nieuw_annuleren", self._cancel, "stil")
        maken = knop(text("dossiers.maak"), "nieuw_maken", self.make, "hoofdknop")
        row.addWidget(annuleren)
        row.addStretch(1)
        ctrl_enter_does(maken, self)
        row.addWidget(maken)
        box.addLayout(row)
        # From the last field one comes to what the page is for, not to what throws it away.
        annuleren.setProperty(LAST, True)
        box.addStretch(1)
        self.melding.hide()
        self.bsn_raad.hide()

    def _card(self, box: QVBoxLayout, kop: str, wide: int, namen: tuple[str, ...]) -> None:
        card = kaart()
        inside = kolom(card, rand=16, tussen=8)
        inside.addWidget(label(text(f"dossiers.kop_{kop}"), "kop3"))
        grid = Rooster(wide)
        for naam in namen:
            grid.add(self._labelled(naam))
        inside.addLayout(grid)
        box.addWidget(card)

    def _labelled(self, naam: str) -> QWidget:
        lists = {"spreektaal": self.spreektaal, "doelgroep": self.doelgroep}
        veld: QWidget = lists[naam] if naam in lists else self.velden[naam]
        woord = text(f"dossiers.veld_{naam}")
        room = QWidget()
        group = kolom(room, tussen=4)
        above = label(woord, "veldnaam")
        above.setBuddy(veld)
        group.addWidget(above)
        group.addWidget(veld)
        if naam in self.gebreken:
            group.addWidget(self.gebreken[naam])
        group.addStretch(1)
        if naam in _DATUMS or naam == "geboren":
            veld.setProperty("placeholderText", text("dossiers.datum_voorbeeld"))
        return room

    # -- doing -----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start with the first field; what was filled in half is still there, also after a lock."""
        self._show(self.schets.begin("nieuw dossier"))
        self.velden["voornamen"].setFocus()

    def _show(self, found: Mapping[str, object]) -> None:
        for naam, veld in self.velden.items():
            veld.setText(str(found.get(naam, veld.text())))
        if found:
            self.spreektaal.setCurrentText(str(found.get("spreektaal", "")))
            self.doelgroep.setCurrentIndex(max(self.doelgroep.findData(found.get("doelgroep", "")), 0))

    def clear(self) -> None:
        """Empty every field."""
        self.schets.drop()
        for veld in self.velden.values():
            veld.setText("")  # not `clear`, after which Ctrl+Z brings the person back
        for lijst in (self.spreektaal, self.doelgroep):
            lijst.setCurrentIndex(0)
        self.melding.hide()
        self.bsn_raad.hide()
        self.bekend.clear()

    def _typed(self) -> dict[str, object]:
        """What stands in the fields, to go on with later."""
        typed = {naam: veld.text() for naam, veld in self.velden.items()}
        typed |= {"spreektaal": self.spreektaal.currentText()}
        typed |= {"doelgroep": str(self.doelgroep.currentData() or "")}
        return {naam: wat for naam, wat in typed.items() if wat}

    def _cancel(self) -> None:
        typed = self._typed()
        self.clear()
        self.closed.emit()
        if typed:
            put_back = while_there(self, partial(self._put_back, typed))
            self.context.ended.emit(text("dossiers.nieuw_gestopt"), put_back)

    def _put_back(self, typed: dict[str, object]) -> None:
        self._show(typed)
        self.schets.touched()
        self.schets.keep()
        self.reopened.emit()

    def _judge(self, naam: str) -> Callable[[], str]:
        """What to say below a field: as on the page of the person, once the dossier is there."""
        return lambda: self._odd(naam, self.velden[naam].text().strip())

    def _odd(self, naam: str, typed: str) -> str:
        work = self.context.work
        if naam == "v_nummer":
            return wrong_person(work, "v_nummer", typed)
        if naam == "geboren" and _JAAR.fullmatch(typed):
            return wrong_person(work, "geboortejaar", typed)
        subject = GEBOORTE if naam == "geboren" else PROCEDURE.of(naam)
        geboren = self._date("geboren")
        return wrong_new_date(work, subject, self._date(naam), geboren)

    def _date(self, naam: str) -> str:
        """The ISO date of what stands in a field, or what stands there."""
        vandaag = self.context.work.clock.today() if naam == "geboren" else None
        return read_typed(self.velden[naam].text().strip(), tot_en_met=vandaag)

    def _judge_bsn(self) -> None:
        typed = self.velden["bsn"].text().strip()
        self.bsn_raad.setVisible(bool(typed) and not elfproef(typed))

    def make(self) -> None:
        """Make the dossier from what was filled in, or say what cannot be."""
        fouten = self._faults()
        if fouten:
            fouten[0][0].setFocus()
            self._tell(_in_words(fouten))
            return
        work, wie, dates = self.context.work, self._inburgeraar(), self._dates()
        changed = self.context.act(lambda: create_dossier(work, wie, dates))
        if changed is not None:
            self.clear()
            self.made.emit(changed.made)

    def _inburgeraar(self) -> dict[str, object]:
        found: dict[str, object] = {
            naam: self.velden[naam].text().strip() for naam in _TEKST if naam != "geboren"
        }
        found |= {"spreektaal": self._taal(), "doelgroep": self.doelgroep.currentData() or ""}
        geboren = self.velden["geboren"].text().strip()
        if _JAAR.fullmatch(geboren):
            found["geboortejaar"] = int(geboren)
        elif geboren:
            found["geboortedatum"] = self._date("geboren")
        return {naam: waarde for naam, waarde in found.items() if waarde}

    def _take_language(self) -> None:
        """The beginning of one language only is that language."""
        typed = self.spreektaal.currentText().strip().casefold()
        namen = [self.spreektaal.itemText(n) for n in range(1, self.spreektaal.count())]
        begun = [naam for naam in namen if naam.casefold().startswith(typed)] if typed else []
        if len(begun) == 1:
            self.spreektaal.setCurrentText(begun[0])

    def _taal(self) -> str:
        typed = self.spreektaal.currentText().strip()
        at = self.spreektaal.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.spreektaal.itemData(at) or "") if typed else ""

    def _dates(self) -> dict[str, object]:
        return {naam: self._date(naam) for naam in _DATUMS if self.velden[naam].text().strip()}

    # -- what cannot be --------------------------------------------------------------------------------------

    def _faults(self) -> list[tuple[QWidget, str]]:
        """All that keeps the dossier from being made, in the order of the page, each with its field."""
        wie = [self.velden[naam] for naam in ("voornamen", "achternaam", "bsn", "v_nummer")]
        found: list[tuple[QWidget, str]] = []
        if not any(veld.text().strip() for veld in wie):
            found.append((wie[0], text("dossiers.wie_ontbreekt")))
        for naam in ("geboren", "spreektaal", *_DATUMS):
            if zin := self._fault_taal() if naam == "spreektaal" else self._fault_datum(naam):
                found.append((self.velden.get(naam, self.spreektaal), zin))
        return found

    def _fault_taal(self) -> str:
        typed = self.spreektaal.currentText().strip()
        is_known = not typed or self.spreektaal.findText(typed, Qt.MatchFlag.MatchFixedString) >= 0
        return "" if is_known else text("dossiers.taal_onbekend", taal=typed)

    def _fault_datum(self, naam: str) -> str:
        typed = self.velden[naam].text().strip()
        is_jaar = naam == "geboren" and bool(_JAAR.fullmatch(typed))
        if not typed or is_jaar or read_date(self._date(naam)) is not None:
            return ""
        return text("dossiers.geen_datum", veld=text(f"dossiers.veld_{naam}"))

    def _look_again(self) -> None:
        """What was told goes as soon as it is mended; what remains stays."""
        if self.melding.isVisibleTo(self):
            zinnen = _in_words(self._faults())
            self.melding.setText(zinnen)
            self.melding.setVisible(bool(zinnen))

    def _tell(self, tekst: str) -> None:
        self.melding.setText(tekst)
        self.melding.show()
        announce(self.melding, tekst)


def _in_words(fouten: list[tuple[QWidget, str]]) -> str:
    return "\n".join(zin for _, zin in fouten)
