"""A plan that rests on health goes to a colleague with its days, without what it is about (AVG 9)."""

from datetime import timedelta

from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.views.show import show_dossier
from tests.operations.exchange.bekenden import Laptops, begun


def test_days_and_clocks_are_the_same_where_the_words_are_not(laptops: Laptops) -> None:
    an, tea = laptops.an, laptops.tea
    dossier, later = begun(an), (an.clock.today() + timedelta(days=20)).isoformat()
    doel = add_doel(an, dossier, "Lessen om de dialyse heen", "kort", vraag="fysieke_gezondheid.aanpassing")
    wat = {"wat": "dialysetijden doorgeven", "wie": "inburgeraar", "uiterlijk": later}
    add_afspraak(an, dossier, doel.made, wat)
    begin = {"kennisgeving_duo": (an.clock.today() - timedelta(days=60)).isoformat()}
    record_fields(an, dossier, "procedure", begin | {"inschrijving_brp": begin["kennisgeving_duo"]})
    derde = {
        "wat": "verklaring over de dialyse", "van": "het ziekenhuis", "gezondheid": "ja",
        "noodzakelijk_omdat": "zonder weten wij niet wanneer de dialyse is",
        "gevraagd_op": an.clock.today().isoformat(),
    }  # fmt: skip
    record_fields(an, dossier, "procedure.informatie_derde[0123456789abcdef]", derde)
    laptops.travel(an, tea)
    shown = show_dossier(tea, dossier)
    assert "dialyse" in repr(show_dossier(an, dossier))
    assert "dialyse" not in repr(shown)
    assert "ziekenhuis" not in repr(shown)
    (klok, *_), (here, *_) = shown["klokken"], show_dossier(an, dossier)["klokken"]
    assert "wacht op informatie van een ander;" in klok.pop("uitleg")
    assert here.pop("uitleg")
    assert klok == here
    assert klok["stand"] == "opgeschort"
    (gezien,) = doelen_of(tea.vault.dossier(dossier))
    (afspraak,) = gezien.afspraken
    assert (gezien.naam, gezien.termijn, afspraak.wat, afspraak.uiterlijk) == ("", "kort", "", later)
