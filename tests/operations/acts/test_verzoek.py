"""Requests of the person: recorded from window and case file, told with their term in plain words."""

import datetime

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.verzoek import Verzoekregel, verzoekregels_of
from intake_assistant.operations.views.wissen.bewaartermijn import due_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from tests.operations.casussen import KORT, changed, on, play

ALLES = (
    changed(
        KORT,
        (
            "kennisgeving_duo = 2026-03-02",
            'kennisgeving_duo = 2026-03-02\neinde_inburgeringsplicht = 2026-09-01\neinde_reden = "vertrek"\n'
            'overgedragen_op = 2026-09-10\nzaaknummer = "Z/26/42"',
        ),
    )
    + """
[[verzoek]]
soort = "wissing"
ontvangen_op = 2026-05-04
wijze = "schriftelijk"
wat = "alles over mijn broer"
verlengd_op = 2026-05-20
verlenging_reden = "het gaat om veel teksten"
beslist_op = 2026-07-01
beslissing = "deels"
reden = "de datum van nareis is nodig"
uitgevoerd_op = 2026-07-02

[[verzoek]]
soort = "beperking"
ontvangen_op = 2026-06-01
opgeheven_op = 2026-08-01
"""
)


def regels(work: Workspace, dossier: str, day: str) -> list[Verzoekregel]:
    return verzoekregels_of(on(work, day), work.vault.dossier(dossier))


def test_a_request_is_received_today_unless_another_day_is_given(work: Workspace, dossier: str) -> None:
    add_verzoek(on(work, "2026-05-04"), dossier, {"soort": "inzage"})
    add_verzoek(work, dossier, {"soort": "wissing", "ontvangen_op": datetime.date(2026, 4, 1)})
    een, twee = regels(work, dossier, "2026-05-04")
    assert (een.naam, een.uiterlijk, een.dagen_over) == ("Inzage", datetime.date(2026, 6, 4), 31)
    assert (twee.naam, twee.stand) == ("Wissen", "overschreden")


@pytest.mark.parametrize("velden", [{}, {"soort": "klacht"}, {"soort": "inzage", "onzin": "x"}])
def test_what_is_no_request_is_a_mistake_of_ours(
    work: Workspace, dossier: str, velden: dict[str, object]
) -> None:
    with pytest.raises(KeyError):
        add_verzoek(work, dossier, velden)


def test_the_term_is_told_in_plain_words(work: Workspace, dossier: str) -> None:
    rij = add_verzoek(on(work, "2026-05-04"), dossier, {"soort": "inzage"}).made
    (loopt,) = regels(work, dossier, "2026-05-04")
    assert loopt.uitleg.startswith(
        "Het antwoord moet er uiterlijk op 4 juni 2026 zijn. Dat is 1 maand na 4 mei"
    )
    (te_laat,) = regels(work, dossier, "2026-06-05")
    assert te_laat.uitleg.startswith("Het antwoord is te laat")
    record_fields(work, dossier, f"verzoek[{rij}]", {"verlengd_op": "2026-06-05"})
    (niet,) = regels(work, dossier, "2026-06-05")
    assert "De verlenging telt niet mee" in niet.uitleg
    record_fields(work, dossier, f"verzoek[{rij}]", {"verlengd_op": "2026-06-01"})
    (langer,) = regels(work, dossier, "2026-06-05")
    assert langer.uiterlijk == datetime.date(2026, 8, 4)
    assert "3 maanden na 4 mei 2026" in langer.uitleg
    assert langer.uitleg.endswith("Schrijf op waarom het langer duurt; de inburgeraar hoort dat ook.")
    record_fields(work, dossier, f"verzoek[{rij}]", {"ontvangen_op": ""})
    (wacht,) = regels(work, dossier, "2026-06-05")
    assert (wacht.stand, wacht.uiterlijk) == ("wacht", None)


def test_a_request_leaves_the_list_when_it_is_dealt_with(work: Workspace, dossier: str) -> None:
    rij = add_verzoek(on(work, "2026-05-04"), dossier, {"soort": "wissing"}).made
    at = on(work, "2026-05-20")

    def standen() -> list[str]:
        return [v.stand for _, _, v in due_of(at, at.vault.dossier(dossier)).verzoeken]

    assert standen() == ["loopt"]
    record_fields(at, dossier, f"verzoek[{rij}]", {"beslist_op": "2026-05-19", "beslissing": "toegewezen"})
    assert standen() == ["uitvoeren"]
    record_fields(at, dossier, f"verzoek[{rij}]", {"uitgevoerd_op": "2026-05-20"})
    assert standen() == []


def test_a_case_file_tells_them_with_the_end_of_the_plicht(work: Workspace) -> None:
    dossier = play(work, ALLES)
    shown = show_dossier(on(work, "2027-03-01"), dossier)
    een, twee = shown["verzoek"]
    assert {k: een[k] for k in ("soort", "wijze", "beslissing", "uitgevoerd_op")} == {
        "soort": "wissing", "wijze": "schriftelijk", "beslissing": "deels", "uitgevoerd_op": "2026-07-02",
    }  # fmt: skip
    assert (twee["soort"], twee["opgeheven_op"]) == ("beperking", "2026-08-01")
    assert shown["procedure"]["einde_reden"] == "vertrek"
    assert shown["procedure"]["zaaknummer"] == "Z/26/42"
    assert shown["stand"] == "afgerond"
    # Each was recorded on its own day.
    op = {e.header.subject: e.header.vastgelegd_op[:10] for e in work.vault.entries(dossier)}
    assert op[f"verzoek[{een['id']}].beslissing"] == "2026-07-01"
    assert op[f"verzoek[{een['id']}].wat"] == "2026-05-04"
    assert op["procedure.zaaknummer"] == "2026-09-10"


@pytest.mark.parametrize(
    ("oud", "nieuw", "code"),
    [
        ('soort = "wissing"', 'soort = "wissen"', "case.bad_value"),
        ('einde_reden = "vertrek"', 'einde_reden = "verhuisd"', "case.bad_value"),
        ('beslissing = "deels"', 'beslissing = "gegrond"', "case.bad_value"),
        ("uitgevoerd_op = 2026-07-02", "gedaan_op = 2026-07-02", "case.unknown_key"),
        ("ontvangen_op = 2026-05-04\n", "", "case.bad_value"),
    ],
)
def test_a_mistake_in_a_case_is_refused(work: Workspace, oud: str, nieuw: str, code: str) -> None:
    with pytest.raises(KnownError) as caught:
        play(work, changed(ALLES, (oud, nieuw)))
    assert caught.value.code == code
    assert work.vault.dossiers() == []


@pytest.mark.parametrize(
    ("velden", "zinnen"),
    [
        ({"soort": "rectificatie"}, []),
        ({"soort": "rectificatie", "beslissing": "toegewezen"}, ["ontvangers"]),
        ({"soort": "rectificatie", "beslissing": "toegewezen", "uitgevoerd_op": "2026-11-25"}, []),
        ({"soort": "wissing", "beslissing": "deels"}, ["weigering", "ontvangers"]),
        ({"soort": "bezwaar_verwerking", "beslissing": "afgewezen"}, ["weigering"]),
        ({"soort": "inzage", "beslissing": "toegewezen"}, []),
        ({"soort": "beperking", "beslissing": "toegewezen", "uitgevoerd_op": "2026-11-25"}, ["opheffen"]),
        (
            {"soort": "beperking", "beslissing": "toegewezen", "uitgevoerd_op": "2026-11-25",
             "opgeheven_op": "2026-11-25"},
            [],
        ),
    ],
)  # fmt: skip
def test_who_must_still_hear_something_is_told(
    work: Workspace, dossier: str, velden: dict[str, str], zinnen: list[str]
) -> None:
    beslist = {"beslist_op": "2026-11-25"} if "beslissing" in velden else {}
    add_verzoek(work, dossier, {"ontvangen_op": "2026-11-20", **velden, **beslist})
    (regel,) = verzoekregels_of(work, work.vault.dossier(dossier))
    told = ("weigering", "ontvangers", "opheffen")
    assert [zin for zin in told if text(f"rechten.vertel.{zin}") in regel.uitleg] == zinnen
