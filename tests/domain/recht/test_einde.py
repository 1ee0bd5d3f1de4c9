"""The end of the plicht: what it stops, and how it is read from a dossier."""

from dataclasses import replace
from datetime import date

import pytest

from intake_assistant.domain.recht import einde
from intake_assistant.domain.recht.bezwaar import bezwaren_of
from intake_assistant.domain.recht.feiten import klokfeiten
from tests.domain.recht.test_klokken import ASIEL, EERSTE, clock, names
from tests.domain.schrijver import Schrijver


def test_who_need_no_longer_inburgeren_has_no_term_to_keep() -> None:
    feiten = replace(ASIEL, inkomen="bijstand", einde_plicht_op=date(2026, 5, 4))
    # The last day is one on which it is there.
    assert names(feiten, date(2026, 5, 4)) == ["pip", "ontzorgen"]
    assert names(feiten, date(2026, 5, 5)) == ["ontzorgen"]
    met_pip = replace(feiten, besluiten=(EERSTE,), einde_plicht_op=date(2026, 6, 1))
    # A PIP that was made in time stays a fact; bezwaar against it is still possible.
    assert names(met_pip, date(2026, 6, 2)) == ["pip", "bezwaar", "ontzorgen"]
    voldaan = replace(met_pip, ingeburgerd_op=date(2026, 6, 1))
    assert clock("inburgeringstermijn", voldaan, date(2026, 6, 2)).stand == "gehaald"
    # Nor is there an offer to wait for, or a route to change.
    over = ["pip", "bezwaar", "inburgeringstermijn", "ontzorgen"]
    assert names(voldaan, date(2026, 6, 2)) == over


@pytest.mark.parametrize(
    ("reden", "ingeburgerd"), [("voldaan", date(2026, 6, 1)), ("vertrek", None), ("", None)]
)
def test_only_who_fulfilled_the_plicht_is_ingeburgerd(reden: str, ingeburgerd: date | None) -> None:
    hand = Schrijver("an")
    hand.record(einde.EINDE_OP, {"waarde": "2026-06-01"})
    hand.record(einde.EINDE_REDEN, {"waarde": reden})
    feiten = klokfeiten(hand.dossier)
    assert (feiten.einde_plicht_op, feiten.ingeburgerd_op) == (date(2026, 6, 1), ingeburgerd)


def test_a_bezwaar_is_read_whole_and_field_by_field() -> None:
    hand = Schrijver("an")
    hand.record("bezwaar[a]", {"waarde": {"ontvangen_op": "2026-06-10", "besluit": 1}})
    hand.record("bezwaar[a].beslissing", {"waarde": "ongegrond"})
    hand.record("bezwaar[a].beslist_op", {"waarde": "2026-08-03"})
    hand.record("bezwaar[b].ontvangen_op", {"waarde": "2026-07-01"})
    hand.record("bezwaar[b].besluit", {"waarde": "2"})
    hand.record("bezwaar[c].ontvangen_op", {"waarde": ""})
    een, twee = klokfeiten(hand.dossier).bezwaren
    assert (een.besluit, een.beslissing, een.beslist_op) == (1, "ongegrond", date(2026, 8, 3))
    assert (twee.besluit, twee.ontvangen_op) == (2, date(2026, 7, 1))
    assert [rij for rij, _ in bezwaren_of(hand.dossier)] == ["a", "b"]
