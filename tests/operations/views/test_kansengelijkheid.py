"""Whether equal people are offered the same: counted in a real vault, with figures by hand."""

import datetime
from dataclasses import replace

import pytest

from intake_assistant.domain.team.kansfeiten import (
    GelijkFeiten,
    KansFeiten,
    Kansuitkomst,
    Kenmerk,
    kansfeiten,
)
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.beschikking import record_concept
from intake_assistant.operations.acts.dossier import create_dossier, look_into, record_inburgeraar
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.team.kansengelijkheid import (
    Kansbeeld,
    may_compare_regievoerders,
    read_gelijken,
    read_kansen,
)
from intake_assistant.operations.words.kansen import (
    gelijk_in_words,
    groep_in_words,
    routes_in_words,
    uren_in_words,
    verschil_in_words,
    zin_gelijken,
    zin_geteld,
    zinnen_altijd,
    zinnen_van,
)
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from tests.operations.kansen import besluit, veertig
from tests.operations.rijk import play


def beeld_of(work: Workspace) -> Kansbeeld:
    return read_kansen(work, list_dossiers(work))


def test_an_empty_vault_tells_nothing_and_why(work: Workspace) -> None:
    beeld = beeld_of(work)
    assert (beeld.feiten, beeld.genoeg, beeld.vergelijkingen) == ((), False, 0)
    assert zin_geteld(beeld).startswith("Er zijn nog minder dan 10 besluiten.")


def test_what_is_looked_at_of_a_first_pip(work: Workspace) -> None:
    dossier = besluit(
        work,
        1,
        {"geslacht": "vrouw", "geboortejaar": "1990", "nationaliteit": "SYR", "spreektaal": "ar"},
        {"leerroute": "Z", "niveau": "A2", "ondersteuning": ["buddy"], "intensiteit.uren_per_week": "12.5"},
        {"opleiding.hoogste_niveau": "basis", "taalniveau.geletterdheid": "anders"},
    )
    assert kansfeiten(look_into(work, dossier)) == KansFeiten(
        dagtekening=datetime.date(2026, 4, 27), geslacht="vrouw", leeftijd="tot_45", land="SYR",
        opleiding="basis", taal="ar", leesvaardigheid="anders", regievoerder="Anneke", lbt="onbekend",
        taalniveau="onbekend", leerroute="Z", niveau="A2", ondersteuning="ja", uren=12.5, wachttijd=8.0,
    )  # fmt: skip


def test_what_is_kept_for_the_list_is_what_the_dossier_says(work: Workspace) -> None:
    found = play(work)
    line = next(line for line in list_dossiers(work) if line.dossier == found)
    assert line.team.kansen == (kansfeiten(look_into(work, found)),)
    begun = create_dossier(work, {"achternaam": "Zonder"}).made
    assert next(line for line in list_dossiers(work) if line.dossier == begun).team.kansen == ()


def test_shares_by_sex_as_counted_by_hand(work: Workspace) -> None:
    """Twelve of 24 women got the Z-route and no man: a number below ten hides the whole table."""
    veertig(work)
    beeld = beeld_of(work)
    tabel = beeld.tabel(Kenmerk.GESLACHT, Kansuitkomst.LEERROUTE)
    assert [(rij.groep, rij.aantal) for rij in tabel.rijen] == [(("vrouw",), 24), (("man",), 16)]
    assert tabel.kolommen == (("B",), ("Z",))
    assert tabel.verborgen == 4
    assert tabel.samen is not None
    assert [a.aantal for a in tabel.samen.aandelen if a] == [28, 12]
    assert zinnen_van(work, tabel) == [
        "Hierover staan er geen cijfers per groep. Anders kunt u cijfers over minder dan 10 mensen "
        "uitrekenen."
    ]


def test_medians_of_hours_and_weeks_as_counted_by_hand(work: Workspace) -> None:
    veertig(work)
    beeld = beeld_of(work)
    uren = beeld.tabel(Kenmerk.GESLACHT, Kansuitkomst.UREN)
    assert [rij.mediaan.waarde for rij in uren.rijen if rij.mediaan] == [12, 16]
    weken = beeld.tabel(Kenmerk.GESLACHT, Kansuitkomst.WACHTTIJD)
    assert [rij.mediaan.waarde for rij in weken.rijen if rij.mediaan] == [9, 6]
    assert zinnen_van(work, weken) == [
        "De middelste tijd tot het PIP loopt van 6,0 weken (man) tot 9,0 weken (vrouw). De middelste wil "
        "zeggen: de helft wachtte zo lang of korter, de helft zo lang of langer.",
        "De marges van deze twee groepen raken elkaar niet. Zo’n verschil komt door toeval niet vaak voor. "
        "Dit cijfer zegt niet waardoor het komt.",
    ]


def test_a_share_that_differs_is_told_with_that_of_all_others(work: Workspace) -> None:
    """Of those born in 1990 (odd numbers) 12 of 20 got the Z-route, of the others 0 of 20."""
    with work.vault.transaction():
        for nummer in range(60):
            is_vrouw = nummer < 30
            route = "Z" if nummer % (2 if is_vrouw else 3) else "B"
            besluit(work, nummer, {"geslacht": "vrouw" if is_vrouw else "man"}, {"leerroute": route})
    beeld = beeld_of(work)
    tabel = beeld.tabel(Kenmerk.GESLACHT, Kansuitkomst.LEERROUTE)
    aandelen = [[a.aantal for a in rij.aandelen if a] for rij in tabel.rijen]
    assert aandelen == [[15, 15], [10, 20]]
    verschil = [a.verschil for a in tabel.rijen[0].aandelen if a]
    # 50 % against 33 %: Wilson 33.2-66.8 and 19.2-51.2.
    assert verschil_in_words(verschil[0]) == "17 procentpunt meer (−8 tot +39)"
    assert verschil_in_words(verschil[1]) == "17 procentpunt minder (−39 tot +8)"
    assert tabel.opvallend == ()
    assert zinnen_van(work, tabel, 0)[0].startswith("De verschillen die hier staan, kunnen toeval zijn.")


def test_a_large_difference_is_told_in_words(work: Workspace) -> None:
    with work.vault.transaction():
        for nummer in range(80):
            is_vrouw = nummer < 40
            is_z = nummer % 40 < (25 if is_vrouw else 12)
            besluit(
                work,
                nummer,
                {"geslacht": "vrouw" if is_vrouw else "man"},
                {"leerroute": "Z" if is_z else "B"},
            )
    tabel = beeld_of(work).tabel(Kenmerk.GESLACHT, Kansuitkomst.LEERROUTE)
    assert zinnen_van(work, tabel, 1) == [
        "Van de groep ‘vrouw’ kreeg 62 % ‘Z-route’. Van alle anderen kreeg 30 % dat.",
        "Van de groep ‘man’ kreeg 30 % ‘Z-route’. Van alle anderen kreeg 62 % dat.",
        "Zo’n verschil komt door toeval niet vaak voor. Dit cijfer zegt niet waardoor het komt.",
    ]


def test_countries_of_few_people_have_one_name_together(work: Workspace) -> None:
    with work.vault.transaction():
        for nummer in range(30):
            land = "SYR" if nummer < 12 else ("ERI", "AFG", "IRN")[nummer % 3]
            besluit(work, nummer, {"nationaliteit": land}, {"leerroute": "B"})
    beeld = beeld_of(work)
    tabel = beeld.tabel(Kenmerk.LAND, Kansuitkomst.LEERROUTE)
    assert [groep_in_words(work, Kenmerk.LAND, rij.groep) for rij in tabel.rijen] == [
        "Syrië", "andere landen, of niet bekend",
    ]  # fmt: skip
    assert not tabel.is_vergelijkbaar
    assert zinnen_van(work, tabel)[0].startswith("Minder dan 10 mensen kregen iets anders dan de rest.")


def test_what_the_figures_cannot_say_stands_beside_them(work: Workspace) -> None:
    veertig(work)
    beeld = beeld_of(work)
    oorzaken, veel, score = zinnen_altijd(beeld)
    assert "geen bewijs van ongelijke behandeling" in oorzaken
    # Sex, age, country: two groups and two leerroutes each; of niveau and ondersteuning there is one.
    assert beeld.vergelijkingen == 3
    assert "3 vergelijkingen" in veel
    assert score == "Geen enkel cijfer gaat over minder dan 10 mensen. Niemand krijgt een score."


# -- by regievoerder -----------------------------------------------------------------------------------------


def test_regievoerders_are_not_compared_without_the_works_council(work: Workspace) -> None:
    veertig(work)
    beeld = beeld_of(work)
    assert Kenmerk.REGIEVOERDER not in beeld.kenmerken
    with pytest.raises(ValueError):
        beeld.tabel(Kenmerk.REGIEVOERDER, Kansuitkomst.LEERROUTE)


@pytest.mark.parametrize(("days", "allowed"), [(0, True), (-400, True), (1, False)])
def test_consent_counts_from_its_day_on(work: Workspace, days: int, *, allowed: bool) -> None:
    op = work.clock.today() + datetime.timedelta(days=days)
    under = replace(work, policy=Policy(or_instemming_op=op, or_kenmerk="OR 1"))
    assert may_compare_regievoerders(under) is allowed
    assert not may_compare_regievoerders(replace(work, policy=Policy(or_instemming_op=op)))


def test_with_consent_regievoerders_are_compared(work: Workspace) -> None:
    veertig(work)
    op = work.clock.today()
    under = replace(work, policy=Policy(or_instemming_op=op, or_kenmerk="OR 1"))
    tabel = read_kansen(under, list_dossiers(under)).tabel(Kenmerk.REGIEVOERDER, Kansuitkomst.UREN)
    assert [(rij.groep, rij.aantal) for rij in tabel.rijen] == [(("Anneke",), 20), (("Bo",), 20)]


# -- one case ------------------------------------------------------------------------------------------------


def gelijke(work: Workspace, aantal: int) -> None:
    with work.vault.transaction():
        for nummer in range(aantal):
            besluit(
                work,
                nummer,
                {"geboortejaar": "1990" if nummer % 2 else "1960"},
                {"leerroute": "Z" if nummer % 3 == 0 else "B", "intensiteit.uren_per_week": 8 + nummer % 4},
                {"opleiding.hoogste_niveau": "basis", "leerbaarheid.lbt_uitslag": "haalbaar"},
            )


def case(work: Workspace, **concept: str) -> str:
    dossier = create_dossier(work, {"achternaam": "Nu", "geboortejaar": "1991"}).made
    record_antwoord(work, dossier, "leerbaarheid.lbt_uitslag", "haalbaar")
    record_antwoord(work, dossier, "opleiding.hoogste_niveau", "basis")
    if concept:
        record_concept(work, dossier, concept)
    return dossier


def test_before_a_leerroute_was_chosen_nothing_of_others_is_told(work: Workspace) -> None:
    gelijke(work, 24)
    beeld = read_gelijken(work, list_dossiers(work), case(work))
    assert (beeld.route, beeld.gelijken) == ("", None)


def test_of_others_with_the_same_facts_it_is_counted_what_they_got(work: Workspace) -> None:
    gelijke(work, 24)
    beeld = read_gelijken(work, list_dossiers(work), case(work, leerroute="B"))
    assert beeld.route == "B"
    assert beeld.gelijken is not None
    # The twelve of 1990; each third of all is 0, 3, 6, ...: of the odd ones 3, 9, 15 and 21.
    assert beeld.gelijken.gelijk_in == ("lbt", "opleiding", "leeftijd")
    assert list(routes_in_words(beeld.gelijken)) == [("B1-route", 8), ("onderwijsroute", 0), ("Z-route", 4)]
    assert list(uren_in_words(beeld.gelijken)) == [
        ("minder dan 10 uur per week", 6), ("10 tot 15 uur per week", 6),
    ]  # fmt: skip
    assert zin_gelijken(work, beeld.feiten, beeld.gelijken) == (
        "12 andere besluiten gaan over mensen die hierin gelijk zijn: uitslag van de leerbaarheidstoets "
        "(haalbaar), hoogste opleiding (basisschool) en leeftijd (35 tot 45 jaar)."
    )


def test_with_too_few_the_age_is_let_go_first(work: Workspace) -> None:
    gelijke(work, 18)
    beeld = read_gelijken(work, list_dossiers(work), case(work, leerroute="B"))
    assert beeld.gelijken is not None
    assert (beeld.gelijken.gelijk_in, beeld.gelijken.aantal) == (("lbt", "opleiding"), 18)


def test_with_fewer_than_ten_it_says_so(work: Workspace) -> None:
    gelijke(work, 9)
    beeld = read_gelijken(work, list_dossiers(work), case(work, leerroute="B"))
    assert beeld.gelijken is None
    assert zin_gelijken(work, beeld.feiten, None).startswith("Er zijn minder dan 10 andere besluiten")


def test_a_case_is_not_held_against_itself(work: Workspace) -> None:
    gelijke(work, 10)
    dossier = list_dossiers(work)[0].dossier
    assert read_gelijken(work, list_dossiers(work), dossier).gelijken is None


def test_each_fact_of_a_case_has_its_words(work: Workspace) -> None:
    feiten = GelijkFeiten("niet_haalbaar", "geen", "alfa_a", "vanaf_55")
    assert gelijk_in_words(work, feiten, feiten.known()) == [
        "uitslag van de leerbaarheidstoets (niet haalbaar)", "hoogste opleiding (geen onderwijs)",
        "Nederlands lezen (Alfa A)", "leeftijd (55 jaar of ouder)",
    ]  # fmt: skip


def test_what_changes_of_a_person_is_counted_anew(work: Workspace) -> None:
    dossier = besluit(work, 1, {"geslacht": "vrouw"}, {"leerroute": "B"})
    assert [f.geslacht for f in beeld_of(work).feiten] == ["vrouw"]
    record_inburgeraar(work, dossier, {"geslacht": "x"})
    assert [f.geslacht for f in beeld_of(work).feiten] == ["x"]
