"""Against what was decided on a bezwaar one goes to court: the clock says so."""

from dataclasses import replace
from datetime import date

from intake_assistant.domain.recht.feiten import BesluitFeit, BezwaarFeit
from tests.domain.recht.test_klokken import ASIEL, EERSTE, clock


def test_a_besluit_on_a_bezwaar_is_open_to_beroep() -> None:
    weigering = BezwaarFeit(1, date(2026, 5, 20), "ongegrond", date(2026, 7, 1))
    herzien = BesluitFeit(2, "herziening", date(2026, 7, 1), date(2026, 7, 2), "B", rechtsmiddel="beroep")
    feiten = replace(ASIEL, besluiten=(EERSTE, herzien), bezwaren=(weigering,))
    klok = clock("bezwaar", feiten, date(2026, 7, 10))
    assert (klok.besluit, klok.naam, klok.stand) == (2, "beroep", "loopt")
    ingesteld = replace(feiten, bezwaren=(replace(weigering, beroep_op=date(2026, 7, 8)),))
    klok = clock("bezwaar", ingesteld, date(2026, 7, 10))
    assert (klok.stand, klok.gehaald_op) == ("gehaald", date(2026, 7, 8)), "nothing to wait for any more"
    eerder = replace(feiten, bezwaren=(replace(weigering, beroep_op=date(2026, 6, 30)),))
    assert clock("bezwaar", eerder, date(2026, 7, 10)).stand == "loopt", "that was against another besluit"
