"""What never stands on the shared side, whatever is in focus and whatever the switch says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.praatplaat.bord import stand_in
from intake_assistant.operations.talen.bladen import dialectenblad, geenblad, talenblad, welkomblad
from intake_assistant.operations.talen.dialecten import dialecten_of
from intake_assistant.operations.words.gedeeld import Gevraagd, gezegd, is_gezegd
from intake_assistant.operations.words.praatplaat.blad import Bordgreep, Bordzicht
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import talen
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld, Gedeeldestand
from intake_assistant.ui.gedeeld.venster import Gedeeldvenster
from intake_assistant.ui.gedeeld.vorm import vorm_van
from tests.ui.gedeeld_hulp import heard
from tests.ui.gesprekshulp import DATA

FORMULIEREN = DATA.formulieren


def places() -> Iterator[tuple[str, list[Vraag]]]:
    """Each question in focus: its startpositie, and what stands above it on its page."""
    for deel in FORMULIEREN.startposities:
        for pagina in deel.paginas:
            vragen = [FORMULIEREN.vraag(naam) for naam in pagina.vragen]
            for nummer in range(1, len(vragen) + 1):
                yield deel.id, vragen[:nummer]


def states(gedeeld: Gedeeld) -> Iterator[None]:
    """As it comes, shown by hand, standing still, with what was said before, and covered."""
    yield
    gedeeld.toggle_bedekt()
    yield
    gedeeld.show_eerder()
    yield
    gedeeld.set_wijze(Gedeeldestand.STIL)
    yield
    gedeeld.set_wijze(Gedeeldestand.BEDEKT)
    yield
    gedeeld.set_wijze(Gedeeldestand.VOLGT)
    yield


@pytest.fixture
def venster(qtbot: QtBot) -> Gedeeldvenster:
    made = Gedeeldvenster(los=True)
    qtbot.addWidget(made)
    return made


def test_every_question_in_every_state(venster: Gedeeldvenster) -> None:
    gedeeld, seen = Gedeeld(venster, Path()), dict[str, str]()
    gedeeld.gewijzigd.connect(lambda: seen.setdefault(gedeeld.zicht.blad.naam, ""))
    for startpositie, tot in places():
        gezegd_nu = gezegd(tot, in_rij=bool(tot[-1].herhaling))
        if not gezegd_nu:
            gedeeld.dim(startpositie)
        else:
            vraag = gezegd_nu[-1]
            gekozen = [keuze.naam for keuze in vraag.te_kiezen[:1]]
            gedeeld.ask(Gevraagd(vraag, tuple(gezegd_nu[:-1])), gekozen, gedimd=not is_gezegd(tot[-1]))
        for _ in states(gedeeld):
            zicht = gedeeld.zicht
            if not seen.get(zicht.blad.naam):
                venster.vlak.show_zicht(zicht, vorm_van())
                seen[zicht.blad.naam] = heard(venster)
    alles = "\n".join(seen.values())
    gesproken = [v for v in FORMULIEREN.vragen.values() if is_gezegd(v) and not v.vervallen]
    assert [v.naam for v in gesproken if v.label not in alles] == []
    gids = [v.guidance_hint.strip() for v in FORMULIEREN.vragen.values() if v.guidance_hint.strip()]
    assert [tekst for tekst in gids if tekst in alles] == []
    regels = set(alles.splitlines())
    van_ons = {v.label for v in FORMULIEREN.vragen.values() if not is_gezegd(v)} - {
        v.label for v in gesproken
    }
    assert van_ons & regels == set()
    titels = {deel.titel for deel in FORMULIEREN.startposities}
    assert titels & regels == set()


def test_every_board_in_every_state(venster: Gedeeldvenster) -> None:
    """Covered nothing of it is heard; shown, no guidance, and in another language nothing in Dutch."""
    gedeeld, gids = Gedeeld(venster, Path()), [v.guidance_hint for v in FORMULIEREN.vragen.values()]
    gedeeld.set_taal("ar")
    for bord in DATA.praatplaten:
        stand = stand_in(bord, {"werkervaring.banen": {"r": {"beroep": "bakker", "tot_jaar": 2020}}})
        gedeeld.fill(Bordzicht(bord, stand, Bordgreep(), 1990, formulieren=FORMULIEREN))
        for _ in states(gedeeld):
            venster.vlak.show_zicht(gedeeld.zicht, vorm_van())
            told = heard(venster.vlak)
            assert (venster.vlak.bord is None) is (gedeeld.is_bedekt or gedeeld.zicht.blad.plaat is None)
            assert bord.titel not in told
            assert "bakker" not in told
            assert not any(tekst and tekst in told for tekst in gids)
        gedeeld.rest()


@pytest.mark.parametrize("nu", ["nl", "ar", "ti"])
def test_the_first_minute_shows_languages_and_nothing_else(venster: Gedeeldvenster, nu: str) -> None:
    gedeeld, taal = Gedeeld(venster, Path()), taal_van(nu)
    gedeeld.set_taal(nu)
    gedeeld.ask(Gevraagd(FORMULIEREN.vraag("mentale_gezondheid.slapen")))
    bladen = [
        talenblad(talen(), taal),
        dialectenblad(taal, dialecten_of(taal)),
        welkomblad(taal),
        geenblad(taal),
    ]
    for blad in bladen:
        gedeeld.put_before(blad)
        venster.vlak.show_zicht(gedeeld.zicht, vorm_van())
        gezegd = set(heard(venster).splitlines())
        eigen = {een.naam for een in talen()} | {"Welkom"}
        dutch = {v.label for v in FORMULIEREN.vragen.values()} | {d.titel for d in FORMULIEREN.startposities}
        assert gezegd & (dutch - eigen) == set()
        assert not any("taalniveau" in zin or "Tigrinya (" in zin for zin in gezegd)
