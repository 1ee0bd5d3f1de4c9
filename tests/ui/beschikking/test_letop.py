"""Why a let op is passed: typed beside it, kept like all that is typed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.views.concepttekst import found_again
from intake_assistant.ui.beschikking.letop import LetOpKaart
from intake_assistant.ui.window.context import Context
from tests.ui.gespeeld import texts, type_in, visible

KORT = Oordeel("Awb 3:46", "beschikking.motivering", Reden.MOTIVERING_KORT, soort=Soort.LET_OP)
GEEN_GESPREK = Oordeel(
    "Wet 17(1)", "beschikking.voortgangsgesprekken", Reden.GEEN_VOORTGANGSGESPREKKEN, soort=Soort.LET_OP
)


@pytest.fixture
def letop(context: Context, selam: str, shown: Callable[[QWidget], None]) -> LetOpKaart:
    context.dossier_id = selam
    made = LetOpKaart(context, BESCHIKKING.of)
    made.begin()
    shown(made)
    return made


def test_each_let_op_stands_there_with_its_article_and_waits_for_a_reason(
    letop: LetOpKaart, context: Context
) -> None:
    letop.show_let_op([KORT, GEEN_GESPREK], {})
    assert any(zin.endswith("(Awb 3:46)") for zin in texts(letop))
    type_in(visible(letop, KORT.sleutel), "De inburgeraar koos dit zelf.")
    assert letop.lacks_reason(), "the other one has none"
    type_in(visible(letop, GEEN_GESPREK.sleutel), "De school belt elke week.")
    assert not letop.lacks_reason()

    letop.settle()
    concept = concept_of(context.dossier())
    assert concept[KORT.sleutel] == "De inburgeraar koos dit zelf."
    assert found_again(context.work) == []


def test_what_was_typed_stays_when_another_let_op_comes(letop: LetOpKaart) -> None:
    letop.show_let_op([KORT], {})
    type_in(visible(letop, KORT.sleutel), "Besproken.")
    letop.show_let_op([KORT, GEEN_GESPREK], {})
    assert letop.lacks_reason()
    letop.show_let_op([KORT], {})
    assert not letop.lacks_reason()


def test_a_reason_stays_with_its_own_dossier(letop: LetOpKaart, context: Context) -> None:
    letop.show_let_op([KORT], {})
    type_in(visible(letop, KORT.sleutel), "Besproken.")
    letop.settle()
    context.dossier_id = create_dossier(context.work, {"voornamen": "Nour"}).made
    letop.begin()
    letop.show_let_op([KORT], {})
    assert letop.lacks_reason()


def test_without_a_let_op_nothing_is_asked(letop: LetOpKaart) -> None:
    letop.show_let_op([KORT], {})
    letop.show_let_op([], {})
    assert letop.isHidden()
    assert not letop.lacks_reason()
