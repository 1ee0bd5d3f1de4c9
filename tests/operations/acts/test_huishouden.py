"""Two dossiers of one household: on the consent of both, undone by either, and nothing else is seen."""

from collections.abc import Callable

import pytest

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.huishouden.samen import huisgenoten_of, is_partner
from intake_assistant.domain.kinds import HUISHOUDEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.ander.huishouden import (
    join_by_number,
    join_huishouden,
    leave_huishouden,
)
from intake_assistant.operations.acts.ander.koppeling import record_koppeling
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.overleg.klantprofiel import keep_klantprofiel
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.acts.toestemming import record_toestemming, withdraw_toestemming
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.views.dossier.huishouden import (
    candidates_for,
    huishouden_of,
    huishouden_shown,
    week_in_words,
)
from intake_assistant.operations.views.overzicht import list_dossiers, refresh_overviews
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import DATA, play
from tests.operations.samen import exchange, give
from tests.storage.bladen import decrypted
from tests.storage.hulp import vault_key

JA = {
    "partij": "uw partner",
    "doel": "samen regelen",
    "gegevens": ["gezinssituatie.kinderen", "randvoorwaarden.les_dagen", "randvoorwaarden.les_momenten"],
    "richting": "delen",
    "gegeven": "ja",
    "vrije_keuze_uitgelegd": "ja",
}


def person(work: Workspace, naam: str, nummer: str, **toestemming: object) -> tuple[str, str]:
    """A dossier with a consent in it: both ids."""
    id = create_dossier(work, {"voornamen": naam, "v_nummer": nummer}).made
    return id, record_toestemming(work, id, {**JA, **toestemming}).made


@pytest.fixture
def two(work: Workspace) -> tuple[str, str]:
    """Amina, and Yusuf of whom the children stand and who can have lessons all week."""
    (amina, _), (yusuf, _) = person(work, "Amina", "1000000001"), person(work, "Yusuf", "1000000002")
    add_rij(work, yusuf, "gezinssituatie.kinderen", {"geboortejaar": 2021})
    for id, dagen in ((amina, ["maandag"]), (yusuf, ["maandag", "dinsdag", "woensdag"])):
        record_antwoord(work, id, "randvoorwaarden.les_dagen", dagen)
        record_antwoord(work, id, "randvoorwaarden.les_momenten", ["ochtend", "middag"])
    record_antwoord(work, yusuf, "randvoorwaarden.kinderopvang_uren", 12)
    join_huishouden(work, amina, yusuf)
    return amina, yusuf


def beeld(work: Workspace, id: str) -> dict[str, object] | None:
    return huishouden_shown(work, work.vault.dossier(id))


def refused(job: Callable[[], object]) -> str:
    with pytest.raises(KnownError) as caught:
        job()
    return caught.value.code


def test_both_see_children_once_and_the_weeks_and_nothing_that_no_consent_names(
    work: Workspace, two: tuple[str, str]
) -> None:
    amina, yusuf = two
    shown, other = beeld(work, amina), beeld(work, yusuf)
    assert shown is not None
    assert other is not None
    assert (shown["met"], shown["kinderen_in"], other["kinderen_in"]) == (yusuf, yusuf, yusuf)
    assert shown["kinderen"] == other["kinderen"] == ["2021"]
    assert shown["dagdelen"] == {amina: 2, yusuf: 6}
    assert "Amina 2, Yusuf 6" in str(shown["let_op"])
    # Yusuf's consent names no hours of childcare: seen by himself only.
    assert (shown["opvang_uren"], other["opvang_uren"]) == ([], ["12"])
    assert "randvoorwaarden.kinderopvang_uren" not in str(shown["gezien"])


def test_the_notice_is_quiet_when_lessons_are_shared_alike(work: Workspace, two: tuple[str, str]) -> None:
    record_antwoord(work, two[0], "randvoorwaarden.les_dagen", ["maandag", "donderdag"])
    shown = beeld(work, two[0])
    assert shown is not None
    assert shown["let_op"] == ""


@pytest.mark.parametrize("who", [0, 1])
def test_either_undoes_it_in_both(work: Workspace, two: tuple[str, str], who: int) -> None:
    leave_huishouden(work, two[who])
    assert [beeld(work, id) for id in two] == [None, None]
    assert [huisgenoten_of(work.vault.dossier(id)) for id in two] == [{}, {}]
    join_huishouden(work, *two)
    assert all(beeld(work, id) for id in two)


def test_one_consent_withdrawn_it_is_gone_in_both_and_comes_back_by_no_later_yes(
    work: Workspace, two: tuple[str, str]
) -> None:
    amina, yusuf = two
    toestemming = huisgenoten_of(work.vault.dossier(yusuf))[amina]
    withdraw_toestemming(work, yusuf, toestemming, {})
    assert [beeld(work, id) for id in two] == [None, None]
    assert refused(lambda: join_huishouden(work, *two)) == "huishouden.geen_toestemming"
    record_toestemming(work, yusuf, JA)
    assert [beeld(work, id) for id in two] == [None, None]
    join_huishouden(work, *two)
    assert beeld(work, amina)


def test_a_later_no_to_the_partner_ends_it(work: Workspace, two: tuple[str, str]) -> None:
    record_toestemming(work, two[0], {**JA, "gegeven": "nee"})
    assert [beeld(work, id) for id in two] == [None, None]


def test_whom_a_consent_left_is_free_for_another_household(work: Workspace, two: tuple[str, str]) -> None:
    amina, yusuf = two
    withdraw_toestemming(work, yusuf, huisgenoten_of(work.vault.dossier(yusuf))[amina], {})
    sara, _ = person(work, "Sara", "1000000003")
    found = candidates_for(work, work.vault.dossier(amina), lambda: list_dossiers(work))
    assert sara in dict(found)
    join_huishouden(work, amina, sara)
    assert None not in (beeld(work, amina), beeld(work, sara))
    assert huisgenoten_of(work.vault.dossier(yusuf)) == {}


def lessen(work: Workspace, id: str, dagen: list[str], **velden: object) -> None:
    blok = {"soort": "les", "dagen": dagen, "van": "9.00", "tot": "12.30", "afgesproken_op": "2026-01-05"}
    record_waarde(work, id, f"weekblok[{work.new_id()}]", {**blok, **velden})


def test_the_lessons_that_are_planned_stand_beside_each_other(work: Workspace, two: tuple[str, str]) -> None:
    amina, yusuf = two

    def weken(id: str) -> list[str]:
        found = huishouden_of(work, work.vault.dossier(id))
        assert found is not None
        return [week_in_words(found, een).get("Les in het weekplan", "") for een in (found.zelf, found.ander)]

    assert weken(amina) == ["", ""]
    lessen(work, yusuf, ["maandag"], van="11.00", tot="15.00")
    assert weken(amina) == ["nog geen les gepland", "'s ochtends: maandag\n's middags: maandag"]
    assert (beeld(work, amina) or {})["dagdelen"] == {amina: 2, yusuf: 6}
    lessen(work, amina, ["dinsdag", "woensdag"])
    lessen(work, amina, ["donderdag"], soort="werk")
    assert weken(yusuf)[1] == "'s ochtends: dinsdag, woensdag"
    assert (beeld(work, amina) or {})["dagdelen"] == {amina: 2, yusuf: 2}


def test_a_week_that_no_consent_names_is_not_shown(work: Workspace) -> None:
    alleen = ["gezinssituatie.kinderen", "randvoorwaarden.les_dagen"]
    (amina, _), (yusuf, _) = (person(work, n, f"100000000{n}", gegevens=alleen) for n in "12")
    join_huishouden(work, amina, yusuf)
    for id in (amina, yusuf):
        lessen(work, id, ["maandag"])
        record_antwoord(work, id, "randvoorwaarden.les_momenten", ["ochtend"])
    found = huishouden_of(work, work.vault.dossier(amina))
    assert found is not None
    week = week_in_words(found, found.ander)
    assert (week["Les kan op"], week["Tijden"]) == ("nog niet gevraagd", "hier is geen ja voor")
    assert week["Les in het weekplan"] == "hier is geen ja voor"


def test_who_is_one_person_or_with_a_third_is_refused(work: Workspace, two: tuple[str, str]) -> None:
    amina, yusuf = two
    third, _ = person(work, "Sara", "1000000003")
    assert refused(lambda: join_huishouden(work, amina, amina)) == "huishouden.zelf"
    assert refused(lambda: join_huishouden(work, third, yusuf)) == "huishouden.derde"
    assert huisgenoten_of(work.vault.dossier(third)) == {}
    again, _ = person(work, "Sarah", "1000000003")
    assert refused(lambda: join_huishouden(work, third, again)) == "huishouden.zelf"
    other, _ = person(work, "S.", "1000000004")
    record_koppeling(work, third, other, Koppeling.ZELFDE)
    assert refused(lambda: join_huishouden(work, third, other)) == "huishouden.zelf"


def test_a_case_finds_the_partner_by_number(work: Workspace) -> None:
    (amina, _), (yusuf, _) = person(work, "Amina", "1000000001"), person(work, "Yusuf", "1000000002")
    assert refused(lambda: join_by_number(work, yusuf, "1000000009")) == "huishouden.niet_gevonden"
    person(work, "Sara", "")
    assert refused(lambda: join_by_number(work, yusuf, " ")) == "huishouden.niet_gevonden"
    join_by_number(work, yusuf, "1000 000001")
    assert beeld(work, amina)


def test_two_cases_of_one_household(work: Workspace) -> None:
    amina, yusuf = (play(work, case) for case in sorted((DATA / "cases" / "huishouden").glob("*.toml")))
    assert show_dossier(work, amina)["huishouden"]["met"] == yusuf
    hij = show_dossier(work, yusuf)["huishouden"]
    assert (hij["met"], bool(hij["kinderen"]), bool(hij["let_op"])) == (amina, True, True)


def test_who_may_be_asked_said_yes_to_it_too(work: Workspace) -> None:
    (amina, _), (yusuf, _) = person(work, "Amina", "1000000001"), person(work, "Yusuf", "1000000002")
    person(work, "Nee", "1000000003", gegeven="nee")
    later, _ = person(work, "Later nee", "1000000004")
    record_toestemming(work, later, {**JA, "gegeven": "nee"})
    person(work, "Voorbij", "1000000005", datum="2026-01-01", geldig_tot="2026-02-01")
    samen = [person(work, naam, f"100000000{n}")[0] for n, naam in ((6, "Sara"), (7, "Musa"))]
    join_huishouden(work, *samen)
    found = candidates_for(work, work.vault.dossier(amina), lambda: list_dossiers(work))
    assert [id for id, _ in found] == [yusuf]


def test_after_merging_a_withdrawal_or_a_third_leaves_nothing(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    (amina, ja), (yusuf, _), (sara, _) = (
        person(an, naam, f"100000000{n}") for n, naam in enumerate(("Amina", "Yusuf", "Sara"))
    )
    exchange(an, bo)
    join_huishouden(an, amina, yusuf)
    join_huishouden(bo, amina, sara)
    exchange(an, bo)
    assert [huishouden_of(w, w.vault.dossier(amina)) for w in (an, bo)] == [None, None]
    leave_huishouden(bo, sara)
    exchange(an, bo)
    assert None not in (beeld(an, yusuf), beeld(bo, amina))
    withdraw_toestemming(bo, amina, ja, {})
    exchange(an, bo)
    assert beeld(an, yusuf) is beeld(bo, yusuf) is None


def test_what_was_said_before_they_parted_goes_with_who_is_erased(
    work: Workspace, two: tuple[str, str]
) -> None:
    amina, yusuf = two
    leave_huishouden(work, amina)
    refresh_overviews(work)
    erase(work, yusuf, propose(work, yusuf).kenmerk, "vergissing")
    kept = [e for e in work.vault.entries(amina) if e.header.subject == HUISHOUDEN.of(yusuf)]
    assert {e.presence for e in kept} == {Presence.ERASED}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_who_joins_again_without_knowing_of_a_withdrawal_is_apart_after_merging(
    laptop: Callable[[str], Workspace], order: tuple[int, int]
) -> None:
    laptops = laptop("an"), laptop("bo")
    an, bo = laptops
    (amina, ja), (yusuf, _) = (person(an, n, f"100000000{n}") for n in "12")
    join_huishouden(an, amina, yusuf)
    exchange(an, bo)
    withdraw_toestemming(an, amina, ja, {})
    leave_huishouden(bo, yusuf)
    join_huishouden(bo, yusuf, amina)
    for one in order:
        give(laptops[one], laptops[1 - one])
        assert beeld(laptops[1 - one], amina) is None
    assert [beeld(w, id) for w in laptops for id in (amina, yusuf)] == [None] * 4


def test_who_is_erased_leaves_nothing_in_the_dossier_of_the_other(
    work: Workspace, two: tuple[str, str]
) -> None:
    amina, yusuf = two
    record_fields(work, yusuf, "weekblok[r]", {"wat": "zwaardvisje", "soort": "les"})
    record_fields(work, yusuf, "onderzoek[r]", {"uitkomst": "zwaardvisje"})
    keep_klantprofiel(work, yusuf, "1000000002", "zwaardvisje.pdf", b"zwaardvisje")
    refresh_overviews(work)
    erase(work, yusuf, propose(work, yusuf).kenmerk, "vergissing")
    kept = [e for e in work.vault.entries(amina) if e.header.subject == HUISHOUDEN.of(yusuf)]
    assert [e.presence for e in kept] == [Presence.ERASED]
    assert beeld(work, amina) is None
    pages = decrypted(work.vault.path, vault_key("an"))
    assert [woord for woord in (b"zwaardvisje", b"1000000002", b"Yusuf") if woord in pages] == []
    assert not list(work.vault.blobs.files())


def test_the_forms_ask_it_of_the_party_that_a_household_rests_on(work: Workspace) -> None:
    assert any(is_partner(voorzet.partij) for voorzet in toestemmingsteksten(work).partijen)
