"""A later besluit: each ground with its own power, its own words, and nothing of another."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.gegevens import Bevinding, PipGegevens
from intake_assistant.documents.pip.wijzigingsgegevens import Bezwaarbehandeling, WijzigingGegevens
from intake_assistant.domain.recht.leerroute import Uitzondering
from tests.documents import voorbeeld
from tests.documents.voorbeeld import BESCHIKKING, PIP

TEKSTEN = voorbeeld.teksten()
MEI = date(2026, 5, 11)
ANDERS = WijzigingGegevens(vorig=MEI, kiest_route=False, weging_van=MEI)


def later(grond: str, wijziging: WijzigingGegevens = ANDERS, **besluit: object) -> PipGegevens:
    beschikking = replace(BESCHIKKING, dagtekening=date(2027, 5, 10), **besluit)  # type: ignore[arg-type]  # names in the test
    return replace(PIP, grond=grond, dagtekening_eerste_pip=MEI, wijziging=wijziging, beschikking=beschikking)


def built(gegevens: PipGegevens) -> str:
    return "\n".join(texts_of(build_beschikking(gegevens, TEKSTEN)))


INGESPANNEN = replace(
    ANDERS,
    lagere_delen=("schrijven",),
    scholen=("De Brug",),
    lesuren=Decimal(620),
    inspanning="U kwam altijd.",
)
MACHT: Mapping[str, tuple[PipGegevens, str, str]] = {
    "schakelen": (
        later("schakelen", replace(ANDERS, kiest_route=True)),
        "U krijgt een andere leerroute",
        "artikel 17, tweede lid, van de Wet inburgering 2021 en de artikelen 5.3, zesde lid, en 5.4",
    ),
    "afschalen": (
        later(
            "afschalen",
            replace(
                ANDERS,
                lagere_delen=("schrijven",),
                scholen=("De Brug",),
                lesuren=Decimal(620),
                inspanning="U kwam altijd.",
            ),
            niveau="A2",
        ),
        "U mag examen doen op een lager niveau",
        "artikel 17, derde lid, van de Wet inburgering 2021 en de artikelen 5.3, zesde lid, en 5.5",
    ),
    "verhuizing": (
        later("verhuizing"),
        "U bent verhuisd naar onze gemeente",
        "artikel 15, vierde lid, van de Wet inburgering 2021 en artikel 5.3, derde lid",
    ),
    "bezwaar": (
        later("herziening", replace(ANDERS, herzien_na="bezwaar")),
        "U maakte bezwaar",
        "artikel 7:11, tweede lid, van de Algemene wet bestuursrecht",
    ),
    "uitspraak": (
        later("herziening", replace(ANDERS, herzien_na="uitspraak")),
        "De rechter heeft over ons besluit beslist",
        "artikel 8:72 van de Algemene wet bestuursrecht",
    ),
    "eigen": (
        later("herziening"),
        "Wij hebben ons besluit opnieuw bekeken",
        "wijzigt uit eigen beweging",
    ),
    "kennelijke_fout": (
        later("kennelijke_fout"),
        "stond een fout. Die verbeteren wij.",
        "verbetert een kennelijke fout",
    ),
}


@pytest.mark.parametrize("grond", MACHT)
def test_each_ground_has_its_own_words_and_its_own_power(grond: str) -> None:
    gegevens, woorden, macht = MACHT[grond]
    said = built(gegevens)
    assert woorden in said
    assert macht in said
    assert "van ⁨11 mei 2026⁩" in said or "van 11 mei 2026" in said
    assert "artikel 11, derde lid" in said
    others = [zin for ander, (_, zin, _) in MACHT.items() if ander != grond]
    assert not [zin for zin in others if zin in said]


def test_only_a_move_is_set_and_not_changed() -> None:
    assert "stelt het persoonlijk plan inburgering en participatie vast" in built(MACHT["verhuizing"][0])
    assert "wijzigt het persoonlijk plan" not in built(MACHT["verhuizing"][0])


def test_afschalen_says_the_hours_the_school_the_effort_and_each_level() -> None:
    wijziging = replace(
        ANDERS, lesuren=Decimal(620), scholen=("De Brug",), lagere_delen=("schrijven", "spreken"),
        inspanning="U kwam naar elke les, ook toen uw kind ziek was.",
    )  # fmt: skip
    niveaus = {"lezen": "B1", "luisteren": "B1", "schrijven": "A2", "spreken": "A2"}
    said = built(later("afschalen", wijziging, niveau="A2", niveau_per_onderdeel=niveaus))
    plain = said.replace("⁨", "").replace("⁩", "")
    assert "lezen op B1, luisteren op B1, schrijven op A2 en spreken op A2" in plain
    assert "U volgde 620 uur Nederlandse les bij De Brug." in plain
    assert "Toch kunt u voor schrijven en spreken het niveau B1 niet halen" in plain
    assert "U kwam naar elke les, ook toen uw kind ziek was." in plain
    # No letter says both.
    assert "tot niveau B1" not in plain
    assert "Uw doel is niveau A2" not in plain


def test_a_level_that_was_lowered_before_is_said_in_every_later_besluit() -> None:
    said = built(later("verhuizing", niveau="A2", niveau_per_onderdeel={}))
    assert "tot niveau B1" not in said
    assert "spreken op A2" in said.replace("⁨", "").replace("⁩", "")


def test_the_old_weighing_is_named_by_its_day_unless_it_was_made_anew() -> None:
    assert "Dit is de weging van" in built(later("herziening"))
    # After a move nothing is weighed: the route is that of the plan before (Wet 15(4)).
    assert "Uw leerroute staat al vast" in built(later("verhuizing"))
    assert "Dit is de weging van" not in built(later("schakelen", WijzigingGegevens(vorig=MEI)))


def test_an_exception_is_printed_with_its_facts() -> None:
    wijziging = replace(ANDERS, kiest_route=True, uitzondering="U was een half jaar ernstig ziek.")
    said = built(later("schakelen", wijziging))
    assert "U was een half jaar ernstig ziek." in said
    assert "iets bijzonders" not in said


@pytest.mark.parametrize("soort", Uitzondering)
def test_the_exception_that_was_named_is_printed_before_its_facts(soort: Uitzondering) -> None:
    wijziging = replace(ANDERS, kiest_route=True, uitzondering="In juni.", uitzondering_soort=soort.value)
    said = built(later("schakelen", wijziging))
    assert said.index(
        TEKSTEN.tekst(f"besluit.uitzondering.{soort.value}", op=date(2027, 11, 12)).tekst
    ) < said.index("In juni.")


def test_of_a_clerical_error_both_sides_are_printed() -> None:
    wijziging = replace(ANDERS, verbeteringen={"participatiewet": ("kenmerk Pw-12", "kenmerk Pw-21")})
    said = built(later("kennelijke_fout", wijziging, zienswijze=""))
    assert said.index("kenmerk Pw-12") < said.index("kenmerk Pw-21")
    assert "Dit stond er" in said
    # What was wrong is what one wants to know: it stands right after the besluit.
    assert said.index("Dit stond er") < said.index("Het belangrijkste op een rij")
    assert "Wat u ervan vindt" not in said


def test_the_term_began_with_the_first_pip() -> None:
    assert "Die tijd begon op de dag na de datum van uw eerste PIP" in built(later("verhuizing"))
    assert "Die tijd begon" not in built(PIP)


@pytest.mark.parametrize(
    ("grond", "open_plek"),
    [
        ("schakelen", "de leerroute (Wet inburgering 2021"),
        ("afschalen", "welke onderdelen op een lager niveau komen"),
        ("afschalen", "wat de inburgeraar deed om B1 te halen"),
    ],
)
def test_what_the_ground_still_asks_is_an_open_place(grond: str, open_plek: str) -> None:
    said = built(replace(later(grond), vastgesteld=False))
    assert f"Nog in te vullen: {open_plek}" in said
    assert "een andere leerroute: de B1-route" not in said


def test_a_part_that_duo_took_away_is_said_and_has_no_level() -> None:
    niveaus = {deel: "A2" for deel in ("lezen", "luisteren", "schrijven", "spreken")}
    gegevens = later("afschalen", INGESPANNEN, niveau_per_onderdeel=niveaus)
    said = built(replace(gegevens, ontheven=("schrijven",)))
    assert "DUO gaf u ontheffing voor schrijven. Daarvan hoeft u geen examen te doen." in said
    assert "schrijven op A2" not in said


def test_who_was_right_in_part_reads_that() -> None:
    deels = built(later("herziening", replace(ANDERS, herzien_na="bezwaar", deels=True)))
    assert "Voor een deel krijgt u gelijk." in deels
    assert "voor zover het bezwaar gegrond is" in deels
    assert "Voor de rest krijgt u geen gelijk" in deels
    assert "verklaart het bezwaar voor het overige ongegrond" in deels
    heel = built(later("herziening", replace(ANDERS, herzien_na="bezwaar")))
    assert "U krijgt gelijk." in heel
    assert "deel" not in heel.partition("Dit besluit komt in de plaats")[0].partition("U maakte bezwaar")[2]


def test_after_a_move_the_days_before_it_are_of_the_gemeente_of_then() -> None:
    said = built(later("verhuizing"))
    assert "Uw vorige gemeente deed de brede intake." in said
    assert "ons besluit van die dag" not in said
    assert "Uw vorige gemeente" not in built(later("herziening"))


def test_what_was_set_on_a_bezwaar_goes_to_court() -> None:
    said = built(later("herziening", replace(ANDERS, herzien_na="bezwaar")))
    assert "U kunt in beroep gaan bij" in said
    assert "6:8, 6:23, 7:1, eerste lid, onderdeel a, en 8:1" in said
    assert "U kunt bezwaar maken" not in said
    assert "U kunt bezwaar maken" in built(later("herziening"))


def test_what_changes_stands_beside_what_it_was() -> None:
    anders = (("Uren per week", "12", "10"), ("Afspraken over VVE", "", "Een plek."))
    said = built(later("herziening", replace(ANDERS, anders=anders)))
    assert "Wat er verandert" in said
    for woord in ("Uren per week", "geen", "Een plek."):
        assert woord in said
    assert "Wat er verandert" not in built(later("herziening"))


def test_schakelen_says_what_was_followed_and_when_we_spoke() -> None:
    gezien = WijzigingGegevens(
        vorig=MEI, gevolgd=Decimal(400), scholen=("De Brug",), gesproken=(date(2027, 5, 3),)
    )
    said = built(later("schakelen", gezien))
    assert "U volgde 400 uur les" in said
    assert "Wij spraken u hierover op 3 mei 2027" in said
    assert "Wat wij zagen" not in built(later("schakelen", WijzigingGegevens(vorig=MEI)))


def test_two_besluiten_of_one_day_are_told_apart_by_their_reference() -> None:
    said = built(later("herziening", replace(ANDERS, vorig_kenmerk="B90C21D9-1")))
    assert "ons besluit van 11 mei 2026 (kenmerk B90C21D9-1)" in said


def test_what_was_known_before_is_not_said_of_now() -> None:
    """Awb 3:2: an answer of two years ago is no finding of today."""
    eerder = Bevinding("Werkervaring", (), ("U werkt nu niet.",))
    nieuw = Bevinding("Taalniveau", ("U leest op niveau A2.",))
    gegevens = replace(later("herziening"), bevindingen=(eerder, nieuw))
    said = built(gegevens)
    assert said.index("Dit hoorden en zagen wij na het besluit van 11 mei 2026") < said.index("U leest op")
    assert said.index("U leest op") < said.index("Dit was bekend bij het besluit van 11 mei 2026.")
    assert said.index("Het kan nu anders zijn.") < said.index("U werkt nu niet.")
    assert "Dit hoorden" not in built(replace(gegevens, bevindingen=(eerder,)))


@pytest.mark.parametrize(
    ("bezwaar", "zin", "nooit"),
    [
        (
            Bezwaarbehandeling(MEI, gehoord_op=date(2026, 6, 24)),
            "Op 24 juni 2026 vertelde u waarom",
            "commissie",
        ),
        (Bezwaarbehandeling(MEI, niet_gehoord="wilde_niet"), "U wilde daar niet over praten.", "vertelde"),
        (
            Bezwaarbehandeling(MEI, niet_gehoord="volledig_gelijk", commissie=True),
            "Een commissie gaf",
            "vertelde",
        ),
        (Bezwaarbehandeling(MEI), "Wij kregen uw bezwaar op 11 mei", "hoorzitting"),
    ],
)
def test_how_a_bezwaar_was_handled_is_said(bezwaar: Bezwaarbehandeling, zin: str, nooit: str) -> None:
    """Awb 7:12(1): where nobody was heard it says on which ground."""
    said = built(later("herziening", replace(ANDERS, herzien_na="bezwaar", bezwaar=bezwaar)))
    assert zin in said
    assert nooit not in said


def test_a_slip_of_the_pen_opens_no_other_way_than_the_besluit_had() -> None:
    """Awb 7:1(1)(a): of a decision on bezwaar one goes to court, also of its correction."""
    fout = replace(ANDERS, verbeteringen={"participatiewet": ("a", "b")})
    assert "U kunt bezwaar maken" in built(later("kennelijke_fout", fout))
    said = built(later("kennelijke_fout", replace(fout, vorig_rechtsmiddel="beroep")))
    assert "U kunt in beroep gaan" in said
    assert "U kunt bezwaar maken" not in said
