"""Which texts can be spoken in, where the sounds lie, and when one says something else than the screen."""

import dataclasses
import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.geluid.klanken import (
    BREEDTE,
    LANGST,
    MAP,
    TEMPO,
    Klanken,
    eigen_map,
    hash_of,
    klankmappen,
    klanknaam,
    read_opname,
)
from intake_assistant.operations.geluid.opnemen import drop_opname, keep_opname
from intake_assistant.operations.geluid.teksten import in_taal, klankdekking, spreekteksten
from intake_assistant.operations.words.gedeeld import Gevraagd, Spreektekst, TeHoren, blad_van_vraag
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import FixedClock, Workspace
from tests.storage.hulp import copied, quick, seeded
from tests.ui.gesprekshulp import DATA

TAAL = taal_van("ti")
VRAAG = DATA.formulieren.vraag("taalniveau.geletterdheid")
TEKST = Spreektekst(f"{VRAAG.naam}/label", VRAAG.label)
STEM = bytes(TEMPO * BREEDTE)


@pytest.fixture
def work(tmp_path: Path) -> Iterator[Workspace]:
    copied(tmp_path)
    vault = quick(tmp_path / "an.intake")
    yield Workspace(vault, DATA, FixedClock(datetime.date(2026, 3, 19)), seeded(1))
    vault.close()


def spoken(work: Workspace, tekst: Spreektekst = TEKST, **anders: str) -> Path:
    wie = {"naam": "Stem nummer 12", "hoedanigheid": "tolk Wbtv", **anders}
    return keep_opname(work, TAAL, tekst, STEM, **wie)


def test_each_text_has_a_name_of_its_own_on_every_disk() -> None:
    plekken = [tekst.plek for teksten in spreekteksten(DATA).values() for tekst in teksten]
    namen = [klanknaam(plek).casefold() for plek in plekken]
    assert len(namen) > 200
    assert len(set(namen)) == len(namen)
    assert [naam for naam in namen if set(naam) & set('/\\:*?"<>|')] == []


def test_all_that_is_shown_of_a_question_can_be_spoken_in_and_nothing_that_was_said() -> None:
    te_spreken = {tekst for teksten in spreekteksten(DATA).values() for tekst in teksten}
    gezien = 0
    for vraag in DATA.formulieren.vragen.values():
        if vraag.read_aloud and len(vraag.keuzes) < 10:
            for een in blad_van_vraag(TAAL, Gevraagd(vraag, te_bevestigen="Homs")).te_horen:
                assert een.tekst in te_spreken, een.tekst.plek
                assert "Homs" not in een.tekst.nl
                gezien += 1
    assert gezien > 200
    assert [tekst for tekst in te_spreken if "{" in tekst.nl] == []


def test_what_was_spoken_in_lies_beside_the_vault_with_who_and_when(work: Workspace) -> None:
    file = spoken(work)
    assert file == work.vault.path.parent / MAP / "ti" / "taalniveau.geletterdheid.wav"
    assert work.vault.path not in file.parents
    opname = read_opname(file.with_suffix(".toml"))
    assert opname is not None
    assert (opname.naam, opname.hoedanigheid, opname.datum) == ("Stem nummer 12", "tolk Wbtv", "2026-03-19")
    klank = Klanken(klankmappen(work)).klank("ti", TEKST.plek)
    assert klank is not None
    assert not klank.is_old(TEKST, in_taal(TAAL, TEKST))


def test_it_is_old_once_the_dutch_or_the_translation_changes(work: Workspace) -> None:
    spoken(work)
    klanken = Klanken(klankmappen(work))
    klank = klanken.klank("ti", TEKST.plek)
    assert klank is not None
    assert klank.is_old(TEKST._replace(nl="Kunt u lezen?"), in_taal(TAAL, TEKST))
    assert klank.is_old(TEKST, "ካልእ")
    assert klanken.files("ti", [TeHoren(TEKST, "ካልእ")]) == ()
    assert klanken.files("ti", [TeHoren(TEKST, in_taal(TAAL, TEKST))]) == (klank.file,)
    assert klanken.files("ar", [TeHoren(TEKST, "")]) == ()


def test_what_came_with_the_forms_is_heard_and_what_is_spoken_in_here_goes_before(
    work: Workspace, tmp_path: Path
) -> None:
    forms = tmp_path / "gemeente" / "forms"
    gegeven = tmp_path / "gemeente" / MAP / "ti" / "taalniveau.geletterdheid.ogg"
    gegeven.parent.mkdir(parents=True)
    gegeven.write_bytes(b"OggS")
    data = dataclasses.replace(work)
    object.__setattr__(data, "data", type(DATA)(forms))
    klanken = Klanken(klankmappen(data))
    klank = klanken.klank("ti", TEKST.plek)
    assert klank is not None
    assert klank.file == gegeven
    assert klank.opname is None
    assert not klank.is_old(TEKST)
    eigen = spoken(work)
    klanken.forget()
    nu = klanken.klank("ti", TEKST.plek)
    assert nu is not None
    assert nu.file == eigen
    # What is not ours stays; what is goes with what was known of it.
    drop_opname(work, klank)
    drop_opname(work, nu)
    assert gegeven.is_file()
    assert list(eigen_map(work).rglob("*.*")) == []


def test_coverage_counts_by_topic(work: Workspace) -> None:
    spoken(work)
    spoken(work, Spreektekst("gedeeld.pauze", "Even pauze"))
    klanken = Klanken(klankmappen(work))
    dekking = klankdekking(DATA, klanken, TAAL)
    assert dekking["taalniveau"].ingesproken == 1
    assert dekking["gedeeld"].ingesproken == 1
    assert dekking["opleiding"].ingesproken == 0
    assert dekking["taalniveau"].alle > 20
    opname = eigen_map(work) / "ti" / "gedeeld.pauze.toml"
    opname.write_text(opname.read_text().replace(hash_of("Even pauze"), hash_of("Pauze")))
    klanken.forget()
    assert klankdekking(DATA, klanken, TAAL)["gedeeld"].oud == 1


def test_what_is_no_fixed_text_cannot_be_kept(work: Workspace) -> None:
    with pytest.raises(KeyError):
        spoken(work, Spreektekst("taalniveau.verhaal/antwoord", "Thuis spreek ik Tigrinya."))
    with pytest.raises(KeyError):
        spoken(work, TEKST._replace(nl="Wat iemand zei"))
    assert not eigen_map(work).exists()


def test_what_is_no_text_or_of_nobody_is_refused(work: Workspace) -> None:
    with pytest.raises(KnownError) as error:
        spoken(work, naam="  ")
    assert error.value.code == "opname.naam"
    for geluid in (b"", bytes(BREEDTE * TEMPO * (LANGST + 1))):
        with pytest.raises(KnownError) as error:
            keep_opname(work, TAAL, TEKST, geluid, naam="Stem", hoedanigheid="")
        assert error.value.code == "opname.lengte"
    assert not eigen_map(work).exists()


def test_facts_that_cannot_be_read_say_nothing(tmp_path: Path) -> None:
    for inhoud in (b"", b"naam = ", b'naam = "A"', b"\xff\xfe"):
        (tmp_path / "a.toml").write_bytes(inhoud)
        assert read_opname(tmp_path / "a.toml") is None
    assert read_opname(tmp_path / "b.toml") is None
