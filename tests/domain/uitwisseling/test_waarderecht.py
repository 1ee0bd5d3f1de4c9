"""Which values go along to a colleague: those on health and safety only on a ground."""

import pytest

from intake_assistant.domain.entry import Entry
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.domain.uitwisseling.waarderecht import Waarderecht
from tests.exchange.hulp import made
from tests.gelezen import lazily

FORMULIEREN = lazily().formulieren
ZONDER, MET = (Waarderecht(FORMULIEREN, gezondheid=met) for met in (False, True))
SLAPEN, LEZEN = "mentale_gezondheid.slapen", "taalniveau.nl_lezen"


def goes(recht: Waarderecht, entry: Entry) -> bool:
    return not recht.refused([entry])


@pytest.mark.parametrize(
    "subject",
    [
        f"{SLAPEN}@inburgeraar",
        f"{SLAPEN}@coa",
        f"geldt:{SLAPEN}",
        f"notitie[{SLAPEN}]",
        "leerbaarheid.leerbelemmering@toets",
        "werknemersvaardigheden.belastbaar_uren_week@inburgeraar",
        "mentale_gezondheid.vraag_van_later@inburgeraar",
        "verwijzing[0123456789abcdef]",
        "overdracht_coa[0123456789abcdef].let_op",
        "klantprofiel[0123456789abcdef]",
        "weekstap[0123456789abcdef].uren",
        "daarna[0123456789abcdef].wat",
        "partneroverleg[0123456789abcdef].geleerd",
        "onderzoek[0123456789abcdef].uitkomst",
        "verstrekking[0123456789abcdef].grond",
    ],
)
def test_what_is_about_health_goes_only_on_a_ground(subject: str) -> None:
    assert not goes(ZONDER, made(subject=subject))
    assert goes(MET, made(subject=subject))


@pytest.mark.parametrize(
    "subject",
    [
        f"{LEZEN}@inburgeraar",
        f"notitie[{LEZEN}]",
        "notitie[gesprek 0123456789abcdef]",
        "inburgeraar.achternaam",
        "werkervaring.banen[0123456789abcdef].beroep@inburgeraar",
        "ruimtevaart.vluchten@inburgeraar",
        "besluit[0123456789abcdef]",
        "weekblok[0123456789abcdef].van",
        "werkplek[0123456789abcdef].wat",
        "verstrekking[0123456789abcdef]",
        "verstrekking[0123456789abcdef].gemeld",
        "geldpost[0123456789abcdef].bedrag",
        "geldtaak[0123456789abcdef].wat",
        "afspraak[0123456789abcdef].zelf_vanaf",
    ],
)
def test_all_else_goes_along(subject: str) -> None:
    assert goes(ZONDER, made(subject=subject))


def test_a_reason_goes_by_the_answer_that_it_rests_on() -> None:
    def reason(vraag: str) -> bool:
        return goes(ZONDER, made(subject="weging[B].tegen[0123456789abcdef]", value={"vraag": vraag}))

    assert (reason(LEZEN), reason(""), reason(SLAPEN)) == (True, True, False)


def test_a_goal_goes_by_the_answer_that_it_rests_on_with_all_that_is_said_of_it() -> None:
    """AVG 9: 'lessons around the dialysis' tells it, whatever field it stands in."""
    een, ander, stap, los = ("0123456789abcde" + teken for teken in "abcd")
    values = {
        f"doel[{een}].naam": "Lessen om de dialyse heen",
        f"doel[{een}].vraag": "fysieke_gezondheid.aanpassing",
        f"afspraak[{stap}].wat": "dialysetijden doorgeven",
        f"afspraak[{stap}].doel": een,
        f"opmerking[doel[{een}].naam][{los}].tekst": "Ook op dinsdag?",
        f"vertaling[afspraak[{stap}].wat].tekst": "...",
        f"procedure.informatie_derde[{los}].wat": "verklaring over slaap",
        f"procedure.informatie_derde[{los}].gezondheid": "ja",
        f"doel[{ander}].naam": "Werken in de zorg",
        f"doel[{ander}].vraag": LEZEN,
        f"afspraak[{ander}].wat": "bellen met de school",
        f"afspraak[{ander}].doel": ander,
        f"procedure.informatie_derde[{ander}].wat": "diplomawaardering",
    }
    entries = [made(nr, subject, value={"waarde": w}) for nr, (subject, w) in enumerate(values.items(), 1)]
    stays = ZONDER.refused(entries)
    told = [e.header.subject for e in entries if e.id in stays]
    assert told == [s for s in [*values][:8] if not s.endswith((".doel", ".gezondheid"))]
    assert not MET.refused(entries)


def test_each_question_that_the_forms_call_bijzonder_stays_behind() -> None:
    for vraag in bijzondere_vragen(FORMULIEREN):
        assert not goes(ZONDER, made(subject=f"{vraag}@inburgeraar")), vraag


def test_only_colleagues_get_entries() -> None:
    assert [soort.value for soort in Bestandssoort if soort.has_entries] == ["team", "overdracht-collega"]
