"""The beschikking: a concept however incomplete, set when complete, frozen, then changed by a new besluit."""

import hashlib
import re
from datetime import date

import pytest

from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.domain.recht.besluit import besluiten_of, concept_of, planversies_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.beschikking import (
    maak_planversie,
    record_concept,
    stel_vast,
    wijzig,
)
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.papers.documenten import make_document
from intake_assistant.operations.papers.gegevens import pip_gegevens
from intake_assistant.operations.views.besluit.controle import check_concept
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import known_error_text
from tests.operations.casussen import ALLES, COMPLEET, OPNIEUW, changed, on, play

ASIEL = re.sub(r"(?m)^bsn = .*\n", "", ALLES[: ALLES.index("[[wijziging]]")])
# The same intakes, with everything but the last step.
CONCEPT = changed(COMPLEET, ("dagtekening = 2026-12-28\n", ""))
DAG = "2026-12-28"


@pytest.fixture
def compleet(work: Workspace) -> str:
    """A dossier that is ready to be set."""
    return play(work, CONCEPT)


def refusal(work: Workspace, dossier: str, **velden: object) -> KnownError:
    with pytest.raises(KnownError) as caught:
        stel_vast(on(work, DAG), dossier, {"dagtekening": date.fromisoformat(DAG), **velden})
    assert besluiten_of(work.vault.dossier(dossier)) == []
    return caught.value


def set_on(work: Workspace, dossier: str, day: str = DAG, **velden: object) -> str:
    return stel_vast(on(work, day), dossier, {"dagtekening": date.fromisoformat(day), **velden}).made


# -- what must be there


@pytest.mark.parametrize(
    ("key", "regel"),
    [
        ("leerroute", "Wet 15(1)(a)"),
        ("ondersteuning", "Wet 15(1)(b)"),
        ("pvt_uren", "Wet 15(1)(c)"),
        ("map_uren", "Wet 15(1)(c)"),
        ("vve", "Wet 15(1)(d)"),
        ("voortgangsgesprekken", "Besl 5.3(4)"),
        ("motivering", "Awb 3:46"),
        ("ondertekenaar", "Awb 10:10"),
    ],
)
def test_each_element_is_missed_with_its_article(work: Workspace, key: str, regel: str) -> None:
    begin, end = CONCEPT.split("[beschikking]")
    without = re.sub(rf"(?m)^{key} = .*\n", "", end, count=1)
    assert without != end
    dossier = play(work, f"{begin}[beschikking]{without}")

    missing = show_dossier(on(work, DAG), dossier)["pip"]["ontbreekt"]

    assert {e["regel"] for e in missing} == {regel}
    assert all(e["vraag"].startswith(f"beschikking.{key}") for e in missing)
    error = refusal(work, dossier)
    assert error.code == "pip.incomplete"
    assert regel in known_error_text(error)


def test_an_asylum_case_needs_its_intensity_and_the_z_route_its_hours(work: Workspace) -> None:
    case = re.sub(r"(?m)^(dagtekening|intensiteit) = .*\n", "", ASIEL)
    case = changed(case, ('\nleerroute = "B"\nniveau', '\nleerroute = "Z"\nniveau'))
    missing = show_dossier(on(work, "2028-02-28"), play(work, case))["pip"]["ontbreekt"]
    assert {e["vraag"] for e in missing} == {
        "beschikking.intensiteit",
        "beschikking.zroute.cursusuren",
        "beschikking.zroute.participatie_uren",
    }


def test_no_besluit_without_the_three_weighed(work: Workspace) -> None:
    without_z = re.sub(r'\[\[weging\]\]\nleerroute = "Z"\n.*\n.*\n', "", CONCEPT)
    assert without_z != CONCEPT
    dossier = play(work, without_z)
    missing = show_dossier(on(work, DAG), dossier)["pip"]["ontbreekt"]
    assert [e["vraag"] for e in missing] == ["weging.Z"]
    assert refusal(work, dossier).code == "pip.not_weighed"


def test_departing_from_the_test_needs_its_reason(work: Workspace, compleet: str) -> None:
    record_concept(work, compleet, {"leerroute": "Z", "zroute": {"cursusuren": 800}, "niveau": ""})
    assert "leerbaarheidstoets" in known_error_text(refusal(work, compleet))
    record_concept(
        work, compleet, {"motivering_afwijking_lbt": "Zij is sinds de toets ernstig ziek geworden."}
    )
    assert set_on(work, compleet)


def test_an_answer_in_conflict_or_never_asked_was_not_investigated(work: Workspace) -> None:
    without = re.sub(r"(?ms)^    \[gesprek\.antwoorden\.fysieke_gezondheid\]\n.*?(?=^    \[)", "", CONCEPT)
    dossier = play(work, without)
    assert "fysieke gezondheid" in known_error_text(refusal(work, dossier))
    record_antwoord(
        work, dossier, "fysieke_gezondheid.ervaren", staat="niet_gevraagd", extra={"reden": "moe"}
    )
    assert "fysieke gezondheid" in known_error_text(refusal(work, dossier))
    record_antwoord(work, dossier, "fysieke_gezondheid.ervaren", staat="wil_niet_zeggen")
    assert set_on(work, dossier)


# -- what excuses


def vergeefs(aantal: int, gewaarschuwd: bool) -> str:
    rows = [f"[[procedure.oproep]]\ndatum = 2026-11-0{n}\nverschenen = false\n" for n in range(1, aantal + 1)]
    if gewaarschuwd:
        rows[0] += "waarschuwing = 2026-11-02\n"
    return "".join(rows)


@pytest.mark.parametrize(
    ("aantal", "gewaarschuwd", "reden", "excused"),
    [(3, True, True, True), (3, True, False, False), (3, False, True, False), (2, True, True, False)],
)
def test_only_three_calls_a_warning_and_a_reason_excuse_the_intake(
    work: Workspace, aantal: int, gewaarschuwd: bool, reden: bool, excused: bool
) -> None:
    without_talks = re.sub(r"(?ms)^\[\[gesprek\]\]\n.*?(?=^\[\[weging\]\])", "", CONCEPT)
    dossier = play(
        work, without_talks.replace("[[weging]]", vergeefs(aantal, gewaarschuwd) + "\n[[weging]]", 1)
    )
    record_concept(work, dossier, {"onvolledig_reden": "zij kwam drie keer niet"} if reden else {})

    if excused:
        assert set_on(work, dossier)
    else:
        assert refusal(work, dossier).code == "pip.incomplete"


def test_a_reason_never_excuses_an_element_of_the_law(work: Workspace) -> None:
    case = re.sub(r"(?m)^(pvt_uren|motivering) = .*\n", "", CONCEPT)
    dossier = play(work, case.replace("[[weging]]", vergeefs(3, True) + "\n[[weging]]", 1))
    record_concept(work, dossier, {"onvolledig_reden": "zij kwam drie keer niet"})
    told = known_error_text(refusal(work, dossier))
    assert "intensiteit PVT" in told
    assert "motivering" in told


# -- rules of DUO, and what does not go together


@pytest.mark.parametrize(
    ("velden", "regel"),
    [
        ({"leerroute": "O", "map_uren": "", "niveau": "A2"}, "DUO 4, Wet 8(4)"),
        (
            {"leerroute": "Z", "zroute": {"cursusuren": 800}, "motivering_afwijking_lbt": "ziek"},
            "DUO 5, Wet 9",
        ),
        ({"niveau": "A2"}, "DUO 6, Wet 17(3)"),
        ({"geschatte_intensiteit_b1_route": 900}, "DUO 8, Wet 15(2)"),
    ],
)
def test_what_duo_would_refuse_is_refused_here(
    work: Workspace, compleet: str, velden: dict[str, object], regel: str
) -> None:
    error = refusal(work, compleet, **velden)
    assert error.code == "pip.duo_rule"
    assert f"({regel})" in str(error.facts["wat"])


def test_duo_refuses_a_dagtekening_before_the_plicht_or_the_move(work: Workspace, compleet: str) -> None:
    record_waarde(work, compleet, "inburgeraar.begin_inburgeringsplicht", "2026-12-29")
    record_waarde(work, compleet, "procedure.inschrijving_brp", "2026-12-30")
    regels = str(refusal(work, compleet).facts["wat"])
    assert "(DUO 1, Wet 3)" in regels
    assert "(DUO 3, Besl 5.3(1))" in regels


@pytest.mark.parametrize(
    ("velden", "told"),
    [
        ({"leerroute": "O", "niveau": ""}, "MAP"),
        ({"intensiteit": {"uren_per_week": 12, "weken": 75}}, "asielstatushouder"),
        ({"zroute": {"cursusuren": 800}}, "Z-route"),
    ],
)
def test_what_does_not_go_with_the_route_or_the_group_is_refused(
    work: Workspace, compleet: str, velden: dict[str, object], told: str
) -> None:
    error = refusal(work, compleet, **velden)
    assert error.code in ("pip.incomplete", "pip.unlawful")
    assert told in known_error_text(error)


def test_a_besluit_from_before_the_law_is_refused_yet_can_be_seen(work: Workspace, compleet: str) -> None:
    record_concept(work, compleet, {"dagtekening": "2016-12-28"})
    dossier = work.vault.dossier(compleet)
    assert "beschikking.dagtekening" in {
        o.vraag for o in check_concept(work, dossier, concept_of(dossier)).weigert
    }
    assert make_document(work, dossier, "beschikking", "pdf").inhoud.startswith(b"%PDF")


# -- frozen


def test_setting_freezes_everything_it_rests_on(work: Workspace, compleet: str) -> None:
    rij = set_on(work, compleet)
    besluit = besluiten_of(work.vault.dossier(compleet))[0]

    assert (besluit.id, besluit.nummer, besluit.grond, besluit.dagtekening) == (rij, 1, "eerste", DAG)
    pdf, model = (work.vault.blobs.get(besluit.bestanden[k]) for k in ("pdf", "model"))
    assert hashlib.sha256(pdf).hexdigest() == besluit.bestanden["pdf"]
    assert read_stuk(model).soort == "beschikking"
    assert work.vault.dossier(compleet).get(f"besluit[{rij}]")["regels"] == work.data.regels.versie
    plan = planversies_of(work.vault.dossier(compleet))
    assert [(v.nummer, v.datum) for v in plan] == [(1, DAG)]


def test_what_is_recorded_later_changes_no_letter_of_the_besluit(work: Workspace, compleet: str) -> None:
    set_on(work, compleet)
    before = make_document(work, work.vault.dossier(compleet), "beschikking", "pdf").inhoud

    record_waarde(work, compleet, "inburgeraar.achternaam", "Andersom")
    record_antwoord(work, compleet, "opleiding.jaren_onderwijs", 3)

    after = make_document(on(work, "2027-05-01"), work.vault.dossier(compleet), "beschikking", "pdf")
    assert after.frozen
    assert after.inhoud == before


def test_a_set_besluit_takes_no_other_words(work: Workspace, compleet: str) -> None:
    set_on(work, compleet)
    for act in (
        lambda: record_concept(work, compleet, {"motivering": "anders"}),
        lambda: set_on(work, compleet),
    ):
        with pytest.raises(KnownError) as caught:
            act()
        assert caught.value.code == "pip.frozen"
    assert len(besluiten_of(work.vault.dossier(compleet))) == 1


def test_a_refused_vaststellen_leaves_the_concept_as_it_was(work: Workspace, compleet: str) -> None:
    before = concept_of(work.vault.dossier(compleet))
    refusal(work, compleet, niveau="A2")
    assert concept_of(work.vault.dossier(compleet)) == before


# -- changes


def test_another_route_leaves_behind_what_belonged_to_the_old_one(work: Workspace) -> None:
    dossier = play(work, ASIEL)
    velden = {
        **OPNIEUW,
        "dagtekening": date(2028, 10, 2),
        "leerroute": "Z",
        "intensiteit": {"uren_per_week": 10, "weken": 80},
        "zroute": {"cursusuren": 800, "participatie_uren": 700},
        "aftrek": [{"soort": "map", "uren": 100, "artikel": "Besl 3.14(5)"}],
    }
    wijzig(on(work, "2028-10-02"), dossier, "schakelen", velden)
    besluit = besluiten_of(work.vault.dossier(dossier))[-1]
    assert (besluit.nummer, besluit.leerroute, besluit.inhoud["zroute.participatie_uren"]) == (2, "Z", 700)
    left = {k for k in besluit.inhoud if k.startswith(("niveau", "geschatte", "motivering_afwijking"))}
    assert left == set()
    assert besluit.inhoud["map_uren"] == 40


def test_a_change_of_something_else_keeps_what_belongs_to_the_route(work: Workspace) -> None:
    dossier = play(work, ASIEL)
    velden = {**OPNIEUW, "dagtekening": date(2028, 3, 6)}
    wijzig(on(work, "2028-03-06"), dossier, "kennelijke_fout", velden)
    besluit = besluiten_of(work.vault.dossier(dossier))[-1]
    assert (besluit.inhoud["niveau"], besluit.inhoud["geschatte_intensiteit_b1_route"]) == ("B1", 900)
    shown = show_dossier(on(work, "2028-03-07"), dossier)["pip"]
    assert (shown["dagtekening"], shown["dagtekening_eerste_pip"]) == ("2028-03-06", "2028-02-28")
    assert shown["inburgeringstermijn"] == {"begin": "2028-02-29", "einde": "2031-02-28", "bron": "berekend"}


def test_no_change_before_the_first_besluit_and_none_dated_before_it(work: Workspace, compleet: str) -> None:
    with pytest.raises(KnownError) as caught:
        wijzig(work, compleet, "herziening", {"dagtekening": date(2026, 12, 30)})
    assert caught.value.code == "pip.incomplete"
    set_on(work, compleet)
    with pytest.raises(KnownError) as caught:
        wijzig(work, compleet, "herziening", {"dagtekening": date(2026, 12, 1)})
    assert caught.value.code == "pip.duo_rule"


def test_the_plan_gets_versions_and_the_besluit_does_not(work: Workspace, compleet: str) -> None:
    set_on(work, compleet)
    maak_planversie(on(work, "2027-02-01"), compleet, "nieuwe afspraken")
    shown = show_dossier(on(work, "2027-02-02"), compleet)["pip"]
    assert (shown["ontwikkelplan_versie"], shown["besluit"]) == (2, 1)


# -- health


def test_health_is_never_printed_but_as_its_own_sentence_when_marked(work: Workspace) -> None:
    gegevens = pip_gegevens(
        work, work.vault.dossier(dossier := play(work, ASIEL)), concept_of(work.vault.dossier(dossier))
    )
    tegen = gegevens.weging[0].tegen
    assert [(a.tekst, a.vraag) for a in tegen] == [("kan 5 uur per dag aan", "")]
    assert all("ezondheid" not in bevinding.startpositie for bevinding in gegevens.bevindingen)


def test_an_unmarked_health_argument_is_counted_and_left_out(work: Workspace) -> None:
    case = changed(ASIEL, (", in_besluit = true}", "}"))
    dossier = work.vault.dossier(play(work, case))
    weging = pip_gegevens(work, dossier, concept_of(dossier)).weging[0]
    assert weging.tegen == ()
    assert weging.niet_afgedrukt == 1
