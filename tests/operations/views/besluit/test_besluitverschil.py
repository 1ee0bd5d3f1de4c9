"""Two besluiten side by side: only what differs, in words; and the one that a besluit goes on from."""

from typing import Any

from intake_assistant.domain.recht.besluit import Besluit
from intake_assistant.domain.recht.oordeel.wijziging.kennelijke_fout import verbeteringen
from intake_assistant.operations.views.besluit.besluitverschil import (
    Veldverschil,
    besluit_changes,
    verschil_in_words,
    vorige_van,
)


def besluit(nummer: int, grond: str, vervangt: tuple[str, ...] | None, **inhoud: Any) -> Besluit:
    dag = f"2026-05-{10 + nummer}"
    velden = {"dagtekening": dag, **{naam.replace("__", "."): waarde for naam, waarde in inhoud.items()}}
    return Besluit(f"b{nummer}", nummer, grond, dag, dag, aangenomen=False, vervangt=vervangt, inhoud=velden)


EERSTE = besluit(
    1, "eerste", (), leerroute="B", niveau="B1", ondersteuning=["Een taalmaatje."], motivering="Het past."
)
TWEEDE = besluit(
    2,
    "schakelen",
    ("b1",),
    leerroute="Z",
    zroute__cursusuren=400,
    ondersteuning=["Een taalmaatje.", "Opvang."],
    motivering="Het past.",
    inschrijving_brp="2026-05-02",
)


def test_each_difference_is_a_field_with_both_sides() -> None:
    assert besluit_changes(EERSTE, TWEEDE) == (
        Veldverschil("Leerroute", "B1-route", "Z-route"),
        Veldverschil("Niveau lezen", "B1", ""),
        Veldverschil("Niveau luisteren", "B1", ""),
        Veldverschil("Niveau schrijven", "B1", ""),
        Veldverschil("Niveau spreken", "B1", ""),
        Veldverschil("Cursusuren Z-route", "", "400"),
        Veldverschil("Ondersteuning en begeleiding", "Een taalmaatje.", "Een taalmaatje.\nOpvang."),
        Veldverschil("Inschrijving in de nieuwe gemeente", "", "2 mei 2026"),
    )
    assert besluit_changes(EERSTE, EERSTE) == ()


def test_the_onderwijsroute_has_the_same_levels_in_one_or_in_four() -> None:
    delen = {f"niveau_per_onderdeel__{deel}": "B1" for deel in ("lezen", "luisteren", "schrijven", "spreken")}
    nieuw = besluit(2, "schakelen", ("b1",), **{**EERSTE.inhoud, "leerroute": "O"}, **delen)
    assert besluit_changes(EERSTE, nieuw) == (Veldverschil("Leerroute", "B1-route", "Onderwijsroute"),)


def test_a_row_is_read_part_by_part_and_never_where_its_file_is_kept() -> None:
    aftrek = [{"soort": "pvt", "uren": 4, "artikel": "Besl 3.1(5)"}]
    pw = {"besluit": "Bijstand", "datum": "2026-02-02", "bestand": "pw.pdf", "bijlage": "01JX"}
    nieuw = besluit(2, "herziening", ("b1",), **EERSTE.inhoud, aftrek=aftrek, participatiewet=[pw])
    assert besluit_changes(EERSTE, nieuw) == (
        Veldverschil("Waarom zijn het minder uren dan de wet noemt?", "", "uren PVT, 4, Besl 3.1(5)"),
        Veldverschil("Besluiten op grond van de Participatiewet", "", "Bijstand, 2 februari 2026, pw.pdf"),
    )
    assert verbeteringen(EERSTE.inhoud, nieuw.inhoud)["participatiewet"] == (
        "",
        "Bijstand, 2 februari 2026, pw.pdf",
    )


def test_one_level_for_all_and_four_are_compared_part_by_part() -> None:
    afgeschaald = besluit(
        2, "afschalen", ("b1",), leerroute="B", niveau="A2", niveau_per_onderdeel__schrijven="A2",
        ondersteuning=["Een taalmaatje."], motivering="Het past.",
    )  # fmt: skip
    assert besluit_changes(EERSTE, afgeschaald) == (Veldverschil("Niveau schrijven", "B1", "A2"),)


def test_the_sentence_names_both_and_the_ground() -> None:
    zin = verschil_in_words(EERSTE, TWEEDE)
    assert zin.startswith("Besluit 2 (schakelen) naast besluit 1 van 11 mei 2026.")


def test_a_besluit_goes_on_from_what_it_took_the_place_of() -> None:
    apart = besluit(2, "herziening", (), leerroute="B")
    derde = besluit(3, "herziening", ("b1", "b2"), leerroute="B")
    alle = [EERSTE, apart, derde]
    assert vorige_van(EERSTE, alle) is None
    assert vorige_van(apart, alle) is None
    assert vorige_van(derde, alle) is apart
    # One of before that was kept goes on from the last before it.
    assert vorige_van(besluit(2, "schakelen", None), [EERSTE]) is EERSTE
