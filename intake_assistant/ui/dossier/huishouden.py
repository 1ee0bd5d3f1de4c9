"""The household on the dossier: both people beside each other, or the question with whom to join."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.operations.acts.ander.huishouden import join_huishouden, leave_huishouden
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.dossier.huishouden import (
    Huishoudbeeld,
    candidates_for,
    huishouden_of,
    week_in_words,
    wijkt_in_words,
)
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import ChoiceBox, kaart, knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context


def huishoudkaart(context: Context, done: Callable[[], object]) -> QFrame | None:
    """What stands of the household of the open dossier; None without one, and while somebody looks along."""
    if context.samen:
        return None
    beeld = huishouden_of(context.work, context.dossier())
    if beeld is not None:
        return _together(context, beeld, done)
    namen = candidates_for(context.work, context.dossier(), context.lines)
    return _to_join(context, namen, done) if namen else None


def _together(context: Context, beeld: Huishoudbeeld, done: Callable[[], object]) -> QFrame:
    made = kaart(naam="huishouden")
    box = kolom(made, rand=16, tussen=8)
    box.addWidget(label(text("dossier.huishouden.kop", naam=beeld.ander.naam), "kop2", wrap=True))
    for zin in _lines(beeld):
        box.addWidget(label(zin, wrap=True))
    box.addWidget(_side_by_side(beeld))
    if stil := wijkt_in_words(beeld):
        box.addWidget(label(stil, "zacht", wrap=True, naam="huishouden_wijkt"))
    row = QWidget()
    flow = Vloei(row)
    there = partial(context.navigate.emit, "dossier", {"dossier": beeld.ander.dossier})
    naar = knop(text("dubbel.open_dossier"), "huishouden_open", there)
    naar.setAccessibleName(text("dubbel.open_naam", naam=beeld.ander.naam))
    flow.addWidget(naar)
    los = partial(_part, context, beeld, done)
    flow.addWidget(knop(text("dossier.huishouden.los"), "huishouden_los", los, "stil"))
    box.addWidget(row)
    return made


def _lines(beeld: Huishoudbeeld) -> list[str]:
    """What is the same for both, and told once."""
    found = []
    if beeld.kinderen:
        van = beeld.zelf if beeld.kinderen_van == beeld.zelf.dossier else beeld.ander
        elk = "; ".join(beeld.kinderen)
        found.append(text("dossier.huishouden.kinderen", elk=elk, naam=van.naam))
    if len(beeld.opvang) == 1:
        found.append(text("dossier.huishouden.opvang", uren=beeld.opvang[0]))
    elif beeld.opvang:
        een, ander = beeld.opvang
        found.append(text("dossier.huishouden.opvang_anders", een=een, ander=ander))
    return found


def _side_by_side(beeld: Huishoudbeeld) -> QWidget:
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(4))
    for column, genoot in enumerate((beeld.zelf, beeld.ander), 1):
        grid.addWidget(label(op_scherm(genoot.naam), "kop3", wrap=True), 0, column)
        grid.setColumnStretch(column, 1)
        for row, (veld, waarde) in enumerate(week_in_words(beeld, genoot).items(), 1):
            if column == 1:
                grid.addWidget(label(veld, "veldnaam", wrap=True), row, 0)
            said = label(waarde, wrap=True)
            wat = f"{genoot.naam}, {veld}"
            said.setAccessibleName(text("dubbel.voorgelezen", veld=wat, waarde=said.text()))
            grid.addWidget(said, row, column)
    return made


def _to_join(context: Context, namen: list[tuple[str, str]], done: Callable[[], object]) -> QFrame:
    made = kaart(naam="huishouden_vragen")
    box = kolom(made, rand=16, tussen=8)
    box.addWidget(label(text("dossier.huishouden.vraag"), "kop2", wrap=True))
    box.addWidget(label(text("dossier.huishouden.uitleg"), "zacht", wrap=True))
    wie = ChoiceBox()
    wie.setObjectName("huishouden_wie")
    wie.setAccessibleName(text("dossier.huishouden.wie"))
    for id, naam in namen:
        wie.addItem(op_scherm(naam), id)
    box.addWidget(wie)

    def join() -> None:
        act = partial(join_huishouden, context.work, context.dossier_id, str(wie.currentData()))
        _do(context, act, done)

    box.addWidget(knop(text("dossier.huishouden.samen"), "huishouden_samen", join))
    return made


def _part(context: Context, beeld: Huishoudbeeld, done: Callable[[], object]) -> None:
    zelf, ander = beeld.zelf.dossier, beeld.ander.dossier
    if _do(context, partial(leave_huishouden, context.work, zelf), done):
        again = partial(_do, context, partial(join_huishouden, context.work, zelf, ander), done)
        context.ended.emit(text("dossier.huishouden.losgemaakt", naam=beeld.ander.naam), again)


def _do(context: Context, act: Callable[[], Changed], done: Callable[[], object]) -> bool:
    is_done = context.act(act) is not None
    if is_done:
        done()
    return is_done
