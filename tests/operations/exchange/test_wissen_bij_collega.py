"""Who else has a dossier that is erased here is named before and after it, until a file told them."""

from intake_assistant.domain.recht import wissen as regels
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.views.wissen.wissing import wissing_of
from tests.operations.exchange.bekenden import Laptops, begun


def test_a_colleague_who_has_it_is_named_until_a_file_told_it(laptops: Laptops) -> None:
    dossier, _ = begun(laptops.an), begun(laptops.an, "Blijft")
    assert [p for p in propose(laptops.an, dossier).plaatsen if p.soort == "collega"] == []
    laptops.travel(laptops.an, laptops.tea, "1")
    voorstel = propose(laptops.an, dossier)
    naam = laptops.tea.vault.device.naam
    assert [p.plaats for p in voorstel.plaatsen if p.soort == "collega"] == [naam]

    made = erase(laptops.an, dossier, voorstel.kenmerk, regels.VERGISSING)
    assert (made.is_klaar, made.wacht_op_collega) == (True, True)
    (collega,) = (p for p in wissing_of(laptops.an, dossier).plaatsen if p.soort == "collega")
    assert collega.stand.startswith("Nog niet verteld")

    laptops.send(laptops.an, laptops.tea, "2")
    found = wissing_of(laptops.an, dossier)
    assert not found.wacht_op_collega
    (collega,) = (p for p in found.plaatsen if p.soort == "collega")
    assert collega.stand.startswith("Verteld met het bestand van")


def test_who_was_sent_nothing_is_not_named(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    made = erase(laptops.an, dossier, propose(laptops.an, dossier).kenmerk, regels.VERGISSING)
    assert not made.wacht_op_collega
    assert [p.soort for p in made.plaatsen if p.soort == "collega"] == []
