"""The example of a newcomer is of this week, in whatever year the program is started for the first time."""

from __future__ import annotations

import datetime
import json
import re

import pytest

from intake_assistant.app import _VOORBEELD
from intake_assistant.casus.check import read_case
from intake_assistant.casus.plan import plan_case
from intake_assistant.casus.voorbeeld import play_voorbeeld
from intake_assistant.dates import in_words
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import on

SOURCE = _VOORBEELD.read_bytes()
MAANDEN = [in_words(datetime.date(2026, nummer, 1)).split()[1] for nummer in range(1, 13)]
WEEK = datetime.timedelta(days=7)


@pytest.mark.parametrize("dag", [24, 25, 28])
def test_it_ended_in_the_last_seven_days_and_nothing_is_late(work: Workspace, dag: int) -> None:
    vandaag = datetime.date(2033, 11, dag)
    dossier = work.vault.dossier(play_voorbeeld(on(work, vandaag.isoformat()), SOURCE, "voorbeeld"))
    gesprekken = [naam for naam in dossier.subjects if re.fullmatch(r"gesprek\[\w+\]\.datum", naam)]
    last = max(datetime.date.fromisoformat(dossier.get(naam)) for naam in gesprekken)
    # What was recorded after it is of the same week.
    assert last.weekday() == 0
    assert 4 <= (vandaag - last).days <= 10
    (line,) = list_dossiers(on(work, vandaag.isoformat()))
    assert {klok.klok for klok in line.klokken if klok.stand == "overschreden"} <= {"bezwaar"}


def test_all_that_happens_moves_by_as_much_and_a_birthday_stays(work: Workspace) -> None:
    vandaag = datetime.date(2033, 5, 9)
    case = read_case(SOURCE, "voorbeeld", work.data)
    dossier = work.vault.dossier(play_voorbeeld(on(work, vandaag.isoformat()), SOURCE, "voorbeeld"))
    later = vandaag - max(step.day for step in plan_case(case, vandaag))
    later -= later % WEEK
    for naam in ("kennisgeving_duo", "inschrijving_brp", "aanbod_op"):
        assert dossier.get(f"procedure.{naam}") == (case["procedure"][naam] + later).isoformat()
    assert dossier.get("inburgeraar.geboortedatum") == "1989-06-11"
    said = json.dumps([dossier.get(subject) for subject in dossier.subjects], ensure_ascii=False)
    assert "juli 2026" not in said
    assert not re.search(rf"\b(in|vanaf) ({'|'.join(MAANDEN)})\b", said, re.IGNORECASE), "a month moves along"
    assert in_words(datetime.date(2026, 7, 20) + later) in said


def test_before_its_days_it_stays_as_it_is(work: Workspace) -> None:
    vandaag = datetime.date(2026, 5, 4)
    dossier = work.vault.dossier(play_voorbeeld(on(work, vandaag.isoformat()), SOURCE, "voorbeeld"))
    assert dossier.get("procedure.kennisgeving_duo") == "2026-01-26"
