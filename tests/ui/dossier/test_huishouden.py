"""The household on the dossier: joined and taken back by clicks, out of sight of who looks along."""

from PySide6.QtWidgets import QComboBox, QFrame, QLabel

from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.window.context import Context
from tests.ui.conftest import ShowScreen
from tests.ui.gespeeld import click
from tests.ui.helpers import nameless
from tests.ui.terug import Terug

JA = {
    "partij": "uw partner",
    "doel": "samen regelen",
    "gegevens": ["gezinssituatie.kinderen", "randvoorwaarden.les_dagen", "randvoorwaarden.les_momenten"],
    "richting": "delen",
    "gegeven": "ja",
    "vrije_keuze_uitgelegd": "ja",
}


def test_two_are_joined_seen_beside_each_other_and_taken_apart(
    show_screen: ShowScreen, context: Context, selam: str
) -> None:
    work = context.work
    yusuf = create_dossier(work, {"voornamen": "Yusuf", "achternaam": "Tesfay"}).made
    add_rij(work, yusuf, "gezinssituatie.kinderen", {"geboortejaar": 2021})
    for id, dagen in ((selam, ["maandag"]), (yusuf, ["maandag", "dinsdag", "woensdag"])):
        record_toestemming(work, id, JA)
        record_antwoord(work, id, "randvoorwaarden.les_dagen", dagen)
        record_antwoord(work, id, "randvoorwaarden.les_momenten", ["ochtend"])
    scherm = show_screen(DossierScherm, selam)
    wie = scherm.findChild(QComboBox, "huishouden_wie")
    assert wie is not None
    assert [wie.itemData(n) for n in range(wie.count())] == [yusuf]
    click(scherm, "huishouden_samen")
    wijkt = scherm.findChild(QLabel, "huishouden_wijkt")
    assert wijkt is not None
    assert "Yusuf 3" in wijkt.text()
    assert nameless(scherm) == []
    context.samen = selam
    scherm.follow()
    assert scherm.findChild(QFrame, "huishouden") is None
    context.samen = ""
    scherm.follow()
    _part(scherm)


def _part(scherm: DossierScherm) -> None:
    terug = Terug(scherm.context)
    click(scherm, "huishouden_los")
    assert scherm.findChild(QFrame, "huishouden") is None
    assert scherm.findChild(QFrame, "huishouden_vragen") is not None
    terug.put_back()
    assert scherm.findChild(QFrame, "huishouden") is not None
