"""The sentences of the checklist, of DUO's rules and of what is wrong with a consent."""

from datetime import date
from string import Formatter

from intake_assistant.domain.recht.controle import ControleFeiten, elementen
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.oordeel.duoregels import DuoFeiten, broken_duo_rules
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel
from intake_assistant.domain.recht.oordeel.reden import Reden
from intake_assistant.domain.recht.toestemming import check_toestemming
from intake_assistant.operations.words.controle import breuk_in_words, element_in_words, oordeel_in_words
from intake_assistant.operations.words.toestemming import probleem_in_words
from intake_assistant.paths import translations_dir
from intake_assistant.po import read_po
from intake_assistant.texts import keys

DAG = date(2026, 5, 11)


def test_each_element_of_each_route_has_its_words() -> None:
    said = set()
    for route in Leerroute:
        feiten = ControleFeiten(
            vergeefse_oproepen=3, vve_leeftijden=(2, 5),
            doelgroep="asielstatushouder", peildatum=DAG, gesprekken=1, lbt_uitslag="haalbaar",
            kinderen_geboortejaren_in_nl=(2023,),
        )  # fmt: skip
        said |= {element_in_words(e) for e in elementen({"leerroute": route.value}, feiten)}
    assert len(said) == len([k for k in keys("nl", "recht") if k.startswith("recht.element.")])
    assert {"gevolgd onderwijs", "intensiteit MAP", "mandaat van de ondertekenaar"} <= said


def test_each_rule_of_duo_says_what_is_wrong() -> None:
    feiten = DuoFeiten(dagtekening=DAG, leerroute="B", doelgroep="asielstatushouder", niveau="A2")
    assert [breuk_in_words(b) for b in broken_duo_rules(feiten)] == [
        "Niveau A2 kan niet bij de B1-route in het eerste PIP."
    ]
    late = date(2027, 1, 1)
    slecht = DuoFeiten(
        DAG, "O", "gezinsmigrant", "A2", 8, begin_inburgeringsplicht=late, inschrijving_brp=late,
        dagtekening_huidige_pip=late,
    )  # fmt: skip
    said = [breuk_in_words(b) for b in broken_duo_rules(slecht)]
    assert len(said) == 5
    assert all(zin.endswith(".") for zin in said)
    (z,) = broken_duo_rules(DuoFeiten(DAG, "Z", "", "B1"))
    assert breuk_in_words(z) == "Niveau B1 kan niet bij de Z-route."


def test_every_reason_has_its_sentence_with_the_day_in_words() -> None:
    for reden in Reden:
        velden = {naam for _, naam, _, _ in Formatter().parse(_catalogue()[reden]) if naam}
        feiten = {naam: "2026-05-11" if naam == "op" else "16" for naam in velden}
        zin = oordeel_in_words(Oordeel("Wet 3", "inburgeraar.bsn", reden, feiten))
        assert ("11 mei 2026" in zin) is ("op" in velden)


def _catalogue() -> dict[str, str]:
    messages = read_po((translations_dir() / "nl" / "LC_MESSAGES" / "recht.po").read_bytes())
    begin = "recht.oordeel."
    return {m.context.removeprefix(begin): m.id for m in messages if m.context.startswith(begin)}


def test_what_is_wrong_with_a_consent() -> None:
    waarde = {
        "datum": "2026-03-05", "partij": "", "doel": "samen", "richting": "erheen", "gegeven": "ja",
        "gegevens": ["weg", "hoofd", "hoofd.pijn"],
        "geldig_tot": "2026-03-04", "ingetrokken_op": "2026-13-01",
    }  # fmt: skip
    found = check_toestemming(waarde, {"hoofd.pijn"}, {"hoofd": ["hoofd.pijn"]})
    assert [probleem_in_words(probleem) for probleem in found] == [
        "Vul in: partij.",
        "Kies een van: delen, opvragen.",
        "Deze datum bestaat niet.",
        "De einddatum ligt voor de datum van de toestemming.",
        "Dit onderwerp of deze vraag bestaat niet: weg.",
        "Bij hoofd zijn alle gegevens bijzonder: noem elke vraag apart.",
        "Voor bijzondere gegevens moet de toestemming uitdrukkelijk zijn: hoofd.pijn.",
        "Leg uit dat nee zeggen mag en geen gevolgen heeft; anders is de toestemming niet vrij.",
    ]
    geweigerd = check_toestemming(
        {**waarde, "gegeven": "nee", "partij": "x", "ingetrokken_op": "2026-03-01"}, (), {}
    )
    assert {
        "De datum van intrekken ligt voor de datum van de toestemming.",
        "Een toestemming die niet is gegeven, kan niet worden ingetrokken.",
    } <= {probleem_in_words(probleem) for probleem in geweigerd}
