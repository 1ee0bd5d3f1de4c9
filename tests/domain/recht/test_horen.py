"""Why nobody was heard goes with what was decided (Awb 7:3)."""

from datetime import date

import pytest

from intake_assistant.domain.recht.bezwaar import Bezwaargebrek, fouten_of, waarom_niet_gehoord

KWAM = {"ontvangen_op": "2026-06-10", "besluit": 1}


@pytest.mark.parametrize(
    ("velden", "mag"),
    [
        ({"niet_gehoord": "wilde_niet", "beslissing": "deels"}, True),
        ({"niet_gehoord": "volledig_gelijk", "beslissing": "gegrond"}, True),
        ({"niet_gehoord": "volledig_gelijk", "beslissing": "deels"}, False),
        ({"niet_gehoord": "kennelijk", "beslissing": "niet_ontvankelijk"}, True),
        ({"niet_gehoord": "kennelijk", "beslissing": "gegrond"}, False),
        ({"niet_gehoord": "wilde_niet", "gehoord_op": "2026-06-20"}, False),
        ({"gehoord_op": "2026-06-20", "beslissing": "gegrond"}, True),
    ],
)
def test_a_reason_that_cannot_be_is_refused_and_never_printed(velden: dict[str, str], mag: bool) -> None:
    gebreken = [fout.gebrek for fout in fouten_of({**KWAM, **velden}, {1: date(2026, 5, 11)})]
    assert gebreken == ([] if mag else [Bezwaargebrek.HOREN])
    assert bool(waarom_niet_gehoord(velden)) == (mag and "niet_gehoord" in velden)
