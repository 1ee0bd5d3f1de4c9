"""A later no stands on the card of the yes that it takes back, whole or in part."""

from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.window.context import Context
from tests.ui.toestemming.hulp import kaart, words


def test_a_later_no_stands_on_the_card_of_the_yes(scherm: ToestemmingenScherm, context: Context) -> None:
    ja = kaart(scherm, "Stichting Taalmaatjes").toestemming
    assert "nee gezegd" not in words(kaart(scherm, "Stichting Taalmaatjes"))
    nee = {
        "datum": context.work.clock.today().isoformat(), "partij": "stichting  taalmaatjes", "doel": "iets",
        "richting": "delen", "gegeven": "nee",
    }  # fmt: skip
    record_toestemming(context.work, context.dossier_id, {**nee, "gegevens": ["sociaal_netwerk.taalmaatje"]})
    scherm.show_with({})
    assert "Later is nee gezegd" in words(kaart(scherm, "Stichting Taalmaatjes"))
    assert "Deels geldig" in words(kaart(scherm, "Stichting Taalmaatjes"))
    record_toestemming(context.work, context.dossier_id, {**nee, "gegevens": [*ja.gegevens]})
    scherm.show_with({})
    assert "eldig Later" not in words(kaart(scherm, "Stichting Taalmaatjes"))
    assert "Later nee gezegd" in words(kaart(scherm, "Stichting Taalmaatjes"))
