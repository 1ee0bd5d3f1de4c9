"""A place of work: its hours come into the ledger once, in whole weeks, as the kind that they count for."""

from datetime import date
from decimal import Decimal

import pytest

from intake_assistant.domain.kinds import WERKPLEK
from intake_assistant.domain.recht.oordeel.wijziging.urenboek import urenboek_of
from intake_assistant.domain.recht.uitvoering.werkplek import Urenvoorstel, urenvoorstel_of, werkplekken_of
from intake_assistant.operations.acts.ontwikkelplan import add_werkplek, write_uren
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.workspace import Workspace

PLEK = {"wat": "kringloop", "uren_per_week": 8, "telt_voor": "map", "van": "2026-06-01", "tot": "2026-06-30"}


def voorstel(work: Workspace, dossier: str, op: date) -> Urenvoorstel | None:
    found = work.vault.dossier(dossier)
    return urenvoorstel_of(found, werkplekken_of(found)[0], op)


def test_hours_are_written_once_and_no_longer_than_it_lasts(work: Workspace, dossier: str) -> None:
    plek = add_werkplek(work, dossier, "", PLEK).made
    assert voorstel(work, dossier, date(2026, 6, 6)) is None
    eerste = voorstel(work, dossier, date(2026, 6, 20))
    assert eerste == Urenvoorstel(date(2026, 6, 1), date(2026, 6, 14), Decimal(16), Decimal(8))
    velden = {"van": "2026-06-01", "tot": "2026-06-14", "aantal": eerste.getal}
    write_uren(work, dossier, plek, velden)
    (rij,) = urenboek_of(work.vault.dossier(dossier))
    assert (rij.soort, rij.aantal, rij.instelling) == ("map", Decimal(16), "kringloop")
    assert voorstel(work, dossier, date(2026, 6, 20)) is None
    rest = voorstel(work, dossier, date(2026, 12, 1))
    assert rest is not None
    assert (rest.van, rest.tot) == (date(2026, 6, 15), date(2026, 6, 28))


@pytest.mark.parametrize("leeg", ["uren_per_week", "telt_voor", "van"])
def test_nothing_is_proposed_of_what_is_not_known(work: Workspace, dossier: str, leeg: str) -> None:
    plek = add_werkplek(work, dossier, "", PLEK).made
    record_waarde(work, dossier, WERKPLEK.of(plek, leeg), "")
    assert voorstel(work, dossier, date(2026, 12, 1)) is None


def test_a_place_for_the_language_says_when_hardly_any_dutch_is_spoken(work: Workspace, dossier: str) -> None:
    plek = add_werkplek(work, dossier, "", {**PLEK, "doel": "taal", "voertaal": "andere_taal"}).made
    assert werkplekken_of(work.vault.dossier(dossier))[0].is_taalarm
    record_waarde(work, dossier, WERKPLEK.of(plek, "voertaal"), "nederlands")
    assert not werkplekken_of(work.vault.dossier(dossier))[0].is_taalarm
