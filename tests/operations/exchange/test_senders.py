"""Who a file is of and for: as somebody compared it, whatever the file or a card says of itself."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant import crypto
from intake_assistant.domain.recht.uitwisseling import Bestandssoort, Ontvangersoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange.card import Card
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export, refuse_without_right
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.exchange.verstrekken import key_of_card, propose
from intake_assistant.operations.views.overleg.collega import collegas
from intake_assistant.operations.workspace import Workspace
from intake_assistant.ui.uitwisseling.woorden import file_row
from tests.exchange.hulp import Person, crafted, made, members, person, sealed, told
from tests.operations.exchange.two import Two, met
from tests.operations.exchange.verstrekhulp import KEY, agreed, asked, begun


@pytest.fixture
def two(tmp_path: Path, laptop: Callable[[str], Workspace]) -> Two:
    return met(laptop, tmp_path)


def sent_by(sender: Person, card: Card, work: Workspace, folder: Path) -> Path:
    """A file of somebody who calls himself what this card says."""
    own = cards.own_card(work)
    parts = members(made())
    manifest = told(sender, parts=parts) | {"ontvangers": [own.recipient], "afzender": card.as_json()}
    receiver = Person(own, b"", "")
    return sealed(folder / "x.intake.age", crafted(sender, manifest, parts), receiver)


def called(sender: Person, **otherwise: str) -> Card:
    """Another card that the same device signed."""
    card = replace(sender.card, **otherwise)
    return card.signed(lambda message: crypto.sign(sender.private, message))


def refused_to(work: Workspace, card: Card, folder: Path) -> str:
    """Why somebody may not be sent all dossiers; empty when they may."""
    try:
        export(work, Zending(Bestandssoort.TEAM, (card,)), folder / "naar.intake.age")
    except KnownError as error:
        assert not (folder / "naar.intake.age").exists()
        return f"{error.code}: {error.facts['reden']}"
    return ""


def test_a_sender_is_shown_by_the_name_that_was_compared(two: Two, tmp_path: Path) -> None:
    """Who is trusted as Cor does not become the team lead by saying so in a file."""
    gemeente = cards.own_card(two.an).gemeente
    cor = person("cor", gemeente)
    cards.add_card(two.an, cor.card, cor.card.fingerprint)
    path = sent_by(cor, called(cor, naam="Tea", rol="teamleider"), two.an, tmp_path)
    (read,) = merge_files(two.an, [path], dry_run=True).bestanden
    assert read.fout is None
    assert read.as_json()["afzender"] == file_row(path, read)[1] == "cor"
    assert read.as_json()["kenmerk"] == cor.card.fingerprint


@pytest.mark.parametrize("compared", ["Elders", ""])
def test_another_municipality_writes_nothing_in_here(two: Two, tmp_path: Path, compared: str) -> None:
    """Its card is kept to hand out a document to it, whatever it calls itself afterwards."""
    own = cards.own_card(two.an).gemeente
    cor = person("cor", compared or own)
    cards.add_card(two.an, cor.card, cor.card.fingerprint)
    path = sent_by(cor, called(cor, gemeente=own if compared else "Elders"), two.an, tmp_path)
    before = two.an.vault.all_ids()
    (read,) = merge_files(two.an, [path]).bestanden
    assert read.fout is not None
    assert read.fout.code == "exchange.other_municipality"
    assert two.an.vault.all_ids() == before


def test_nothing_goes_to_a_laptop_that_was_withdrawn(two: Two, tmp_path: Path) -> None:
    """A stolen laptop has the key to whatever is sent to it."""
    card = cards.own_card(two.bo)
    cards.withdraw(two.an, card.device)
    assert "ingetrokken" in refused_to(two.an, card, tmp_path)
    with pytest.raises(KnownError, match=r"exchange\.no_right"):
        key_of_card(two.an, card, Ontvangersoort.ANDER)


def test_a_document_goes_to_no_key_of_a_laptop_that_was_withdrawn(two: Two) -> None:
    """Its key alone is enough to read it with."""
    card, dossier = cards.own_card(two.bo), begun(two.an)
    agreed(two.an, dossier)
    aanvraag = asked(dossier, recipients=(str(KEY.to_public()), card.recipient))
    assert propose(two.an, aanvraag).delen
    cards.withdraw(two.an, card.device)
    with pytest.raises(KnownError, match=r"exchange\.no_right"):
        propose(two.an, aanvraag)


def test_reading_out_a_fingerprint_gives_no_withdrawn_laptop_back(two: Two, tmp_path: Path) -> None:
    """Who stole it has the same fingerprint."""
    cor = person("cor", cards.own_card(two.an).gemeente)
    cards.add_card(two.an, cor.card, cor.card.fingerprint)
    path = sent_by(cor, cor.card, two.an, tmp_path)
    cards.withdraw(two.an, cor.card.device)
    (read,) = merge_files(two.an, [path], trust=[cor.card.fingerprint]).bestanden
    assert read.fout is not None
    assert read.fout.code == "exchange.withdrawn_device"
    assert [known.ingetrokken_op for known in cards.known_devices(two.an) if known.naam == "cor"] != [""]


def test_what_is_only_tried_names_no_dossier_that_is_not_there(two: Two) -> None:
    zending = Zending(Bestandssoort.TEAM, (cards.own_card(two.bo),), ("0000",))
    with pytest.raises(KnownError, match=r"dossier\.not_found"):
        refuse_without_right(two.an, zending)


def test_a_card_that_was_compared_is_not_exchanged_for_another(two: Two, tmp_path: Path) -> None:
    gemeente = cards.own_card(two.an).gemeente
    cor = person("cor", "Elders")
    cards.add_card(two.an, cor.card, cor.card.fingerprint)
    assert refused_to(two.an, cor.card, tmp_path).startswith("exchange.no_right: Deze ontvanger")
    for other in (called(cor, gemeente=gemeente), called(cor, recipient=person("dief").recipient)):
        assert "anders dan" in refused_to(two.an, other, tmp_path)
    renewed = called(cor, gemeente=gemeente)
    cards.add_card(two.an, renewed, renewed.fingerprint)
    assert refused_to(two.an, renewed, tmp_path) == ""


def test_who_works_elsewhere_is_no_colleague(two: Two) -> None:
    """A card of another municipality is kept to hand a document to it, not to hand dossiers over."""
    cor = person("cor", "Elders")
    cards.add_card(two.an, cor.card, cor.card.fingerprint)
    assert [collega.naam for collega in collegas(two.an)] == ["bo"]
    cards.withdraw(two.an, cards.own_card(two.bo).device)
    assert collegas(two.an) == []
