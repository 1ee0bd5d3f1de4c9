"""Who got what is kept, is shown to the person, and is told when it is to be used no longer (AVG 15, 19)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.domain.kinds import PERSOON, VERSTREKKING, VERZOEK
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.domain.uitwisseling.verstrekking import verstrekkingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord
from intake_assistant.operations.acts.record import record_fields, record_waarde
from intake_assistant.operations.acts.toestemming import withdraw_toestemming
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.acts.wissen import erase, erase_antwoord
from intake_assistant.operations.exchange.meldingen import (
    brief_of,
    draw_brief,
    find_melding,
    meldingen,
    note_told,
)
from intake_assistant.operations.exchange.register import files_of_colleagues, sent_files
from intake_assistant.operations.exchange.verstrekken import Verstrekt, hand_out
from intake_assistant.operations.papers.inzage import gather
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.vandaag.dag import eindjes_among
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import pdf_pages
from tests.operations.exchange.verstrekhulp import PARTIJ, TAALMAATJE, agreed, asked, begun


@pytest.fixture
def dossier(work: Workspace) -> str:
    return begun(work)


@pytest.fixture
def consent(work: Workspace, dossier: str) -> str:
    return agreed(work, dossier)


@pytest.fixture
def made(work: Workspace, dossier: str, consent: str, tmp_path: Path) -> Verstrekt:
    return hand_out(work, asked(dossier), tmp_path / "x.intake.age")


def bare(tekst: str) -> str:
    return tekst.replace("\u2068", "").replace("\u2069", "")


def test_the_dossier_keeps_what_went_to_whom(
    work: Workspace, dossier: str, consent: str, made: Verstrekt
) -> None:
    (found,) = verstrekkingen_of(work.vault.dossier(dossier))
    assert (found.ontvanger, found.soort, found.sha256) == (PARTIJ, "partner", made.written.sha256)
    assert [(d.wat, d.toestemming) for d in found.delen] == [("naam", ""), ("toestemming", consent)]
    (regel,) = sent_files(work)
    assert (regel.naam, regel.dossiers, regel.sha256) == (PARTIJ, (dossier,), made.written.sha256)
    assert regel.grond == "naam: AVG 6(1)(a); toestemming: AVG 6(1)(a)"


def test_the_person_sees_who_got_what(work: Workspace, dossier: str, made: Verstrekt) -> None:
    inzage = gather(work, work.vault.dossier(dossier))
    (ontvanger,) = [o for o in inzage.ontvangers if "bestand" in o.wat]
    assert ontvanger.wie == PARTIJ
    assert "Met toestemming" in ontvanger.wat
    van = "van de Algemene verordening gegevensbescherming (AVG)"
    assert ontvanger.grondslag == f"artikel 6, eerste lid, onderdeel a, {van}"
    (hoofdstuk,) = [h for h in inzage.hoofdstukken if h.id == "verstrekking"]
    ((vermelding,),) = [o.vermeldingen for deel in hoofdstuk.onderdelen for o in deel.onderwerpen]
    assert PARTIJ in vermelding.tekst[0].nl


def test_a_withdrawal_is_to_be_told_until_it_was(
    work: Workspace, dossier: str, consent: str, made: Verstrekt
) -> None:
    assert not meldingen(work)
    withdraw_toestemming(work, dossier, consent, {})
    (melding,) = meldingen(work)
    assert (melding.ontvanger, melding.over) == (PARTIJ, (consent,))
    note_told(work, find_melding(work, made.written.sha256[:16]))
    assert not meldingen(work)


def test_an_erased_answer_is_to_be_told(work: Workspace, dossier: str, made: Verstrekt) -> None:
    entry = next(e for e in work.vault.entries(dossier) if e.header.subject == f"{TAALMAATJE}@inburgeraar")
    erase_antwoord(work, dossier, entry.id, "klopte niet")
    (melding,) = meldingen(work)
    assert melding.over == (TAALMAATJE,)
    assert "taalmaatje" in "\n".join(brief_of(work, melding).alineas).casefold()
    note_told(work, melding)
    assert not meldingen(work)


def test_a_later_no_is_to_be_told_as_a_withdrawal_is(
    work: Workspace, dossier: str, consent: str, made: Verstrekt
) -> None:
    nee = {"gegeven": False, "gegevens": [TAALMAATJE], "doel": "iets anders"}
    agreed(work, dossier, dagen=0, **nee)
    (melding,) = meldingen(work)
    assert melding.over == (consent,)
    brief = "\n".join(brief_of(work, melding).alineas)
    assert "zei de inburgeraar nee" in brief
    assert "taalmaatje" in brief.casefold()
    note_told(work, melding)
    assert not meldingen(work)


def test_erasing_why_it_was_withdrawn_gives_no_consent_back(
    work: Workspace, dossier: str, consent: str, made: Verstrekt
) -> None:
    withdraw_toestemming(work, dossier, consent, {"ingetrokken_reden": "buurman Karel zei het"})
    (entry,) = [e for e in work.vault.entries(dossier) if "buurman" in str(e.value)]
    erase_antwoord(work, dossier, entry.id, "noemt een ander")
    found = dict(toestemmingen_of(work.vault.dossier(dossier)))[consent]
    assert (found.stand(work.clock.today()), found.ingetrokken_reden) == ("ingetrokken", "")
    assert [melding.over for melding in meldingen(work)] == [(consent,)]


def test_a_no_to_what_did_not_go_is_told_to_nobody(work: Workspace, dossier: str, made: Verstrekt) -> None:
    agreed(work, dossier, dagen=0, gegeven=False, gegevens=["motivatie"])
    assert not meldingen(work)


def test_an_erased_answer_that_was_given_anew_is_still_to_be_told(
    work: Workspace, dossier: str, made: Verstrekt
) -> None:
    entry = next(e for e in work.vault.entries(dossier) if e.header.subject == f"{TAALMAATJE}@inburgeraar")
    erase_antwoord(work, dossier, entry.id, "klopte niet")
    record_antwoord(work, dossier, TAALMAATJE, "niet")
    assert [melding.over for melding in meldingen(work)] == [(TAALMAATJE,)]


def test_what_was_erased_before_it_went_never_went(
    work: Workspace, dossier: str, consent: str, tmp_path: Path
) -> None:
    entry = next(e for e in work.vault.entries(dossier) if e.header.subject == f"{TAALMAATJE}@inburgeraar")
    erase_antwoord(work, dossier, entry.id, "klopte niet")
    record_antwoord(work, dossier, TAALMAATJE, "niet")
    hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    assert not meldingen(work)


def test_of_what_the_law_let_go_an_erased_value_is_to_be_told(
    work: Workspace, dossier: str, tmp_path: Path
) -> None:
    """Also of a row, of which the question is kept without the row."""
    rij = add_rij(work, dossier, "werkervaring.banen", {"beroep": "naaister"}).made
    baan = f"werkervaring.banen[{rij}].beroep"
    vraag = {"als": Ontvangersoort.GEMEENTE, "verzoek_op": work.clock.today(), "verzoek_door": "J. Bakker"}
    hand_out(work, asked(dossier, **vraag), tmp_path / "x.intake.age")
    gone = {f"{baan}@inburgeraar", "inburgeraar.woonplaats", "inburgeraar.bsn"}
    for entry in [e for e in work.vault.entries(dossier) if e.header.subject in gone]:
        erase_antwoord(work, dossier, entry.id, "klopte niet")
    (melding,) = meldingen(work)
    assert melding.over == ("inburgeraar.bsn", "werkervaring.banen.beroep")
    brief = "\n".join(brief_of(work, melding).alineas)
    assert "BSN" in brief
    assert "inburgeraar.bsn" not in brief


def test_a_rectified_answer_is_to_be_told(work: Workspace, dossier: str, made: Verstrekt) -> None:
    """AVG 16, 19: who has what was wrong hears so; an answer that just changed is no rectification."""
    record_antwoord(work, dossier, TAALMAATJE, "niet")
    assert not meldingen(work)
    vandaag = work.clock.today().isoformat()
    verzoek = {"soort": "rectificatie", "ontvangen_op": vandaag, "wat": "taalmaatje klopt niet"}
    rij = add_verzoek(work, dossier, verzoek).made
    assert not meldingen(work)
    record_fields(work, dossier, VERZOEK.of(rij), {"beslist_op": vandaag, "beslissing": "toegewezen"})
    (melding,) = meldingen(work)
    assert melding.over == (TAALMAATJE,)
    assert (melding.verbeterd, melding.vervalt) == ((TAALMAATJE,), ())
    gemaakt = brief_of(work, melding)
    brief = "\n".join(gemaakt.alineas)
    assert gemaakt.titel == "Een gegeven is verbeterd"
    assert "op verzoek van de inburgeraar verbeterd" in brief
    assert "U krijgt van ons een nieuw bestand." in brief
    assert "Wis ze" not in brief
    note_told(work, melding)
    assert not meldingen(work)


def granted(work: Workspace, dossier: str) -> None:
    vandaag = work.clock.today().isoformat()
    rij = add_verzoek(
        work, dossier, {"soort": "rectificatie", "ontvangen_op": vandaag, "wat": "klopt niet"}
    ).made
    record_fields(work, dossier, VERZOEK.of(rij), {"beslist_op": vandaag, "beslissing": "toegewezen"})


def test_what_must_go_and_what_is_renewed_are_asked_apart(
    work: Workspace, dossier: str, consent: str, tmp_path: Path
) -> None:
    """AVG 16, 17, 19: who is asked to erase all would throw the right value away as well."""
    school = {"als": Ontvangersoort.TAALSCHOOL}
    hand_out(work, asked(dossier, **school), tmp_path / "x.intake.age")
    granted(work, dossier)
    record_waarde(work, dossier, PERSOON.of("woonplaats"), "Assen")
    withdraw_toestemming(work, dossier, consent, {})
    (melding,) = meldingen(work)
    assert (melding.verbeterd, melding.vervalt) == (("inburgeraar.woonplaats",), (consent,))
    gemaakt = brief_of(work, melding)
    assert gemaakt.titel == "Gegevens die weg moeten, en een gegeven dat is verbeterd"
    wis = next(nr for nr, zin in enumerate(gemaakt.alineas) if "Wis ze" in zin)
    vervang = next(nr for nr, zin in enumerate(gemaakt.alineas) if "Vervang daarmee het oude" in zin)
    woonplaats = next(nr for nr, zin in enumerate(gemaakt.alineas) if "Woonplaats" in zin)
    assert wis < woonplaats < vervang
    assert f"kenmerk {dossier[:8].upper()}" in "\n".join(gemaakt.alineas)
    assert "?." not in "\n".join(gemaakt.alineas)


def test_what_is_rectified_once_more_is_told_once_more(
    work: Workspace, dossier: str, made: Verstrekt
) -> None:
    for antwoord in ("niet", "heeft"):
        granted(work, dossier)
        record_antwoord(work, dossier, TAALMAATJE, antwoord)
        (melding,) = meldingen(work)
        assert melding.verbeterd == (TAALMAATJE,)
        note_told(work, melding)
        assert not meldingen(work)


def gewist(work: Workspace, dossier: str) -> None:
    erase(work, dossier, dossier[:8], "vergissing")


def test_after_erasing_is_still_known_who_is_to_be_told(
    work: Workspace, dossier: str, made: Verstrekt
) -> None:
    gewist(work, dossier)
    (melding,) = meldingen(work)
    assert (melding.ontvanger, melding.sha256, melding.dossier) == (PARTIJ, made.written.sha256, "")
    brief = bare("\n".join(pdf_pages(draw_brief(work, melding))))
    assert "gewist" in brief
    assert melding.kenmerk in brief
    kept = repr(work.vault.sent_out())
    assert "Selam" not in kept
    assert dossier not in kept
    note_told(work, melding)
    assert not meldingen(work)
    assert [(file.naam, file.dossiers) for file in sent_files(work)] == [(PARTIJ, ("",))]


def test_a_colleague_who_erases_knows_whom_to_tell(
    work: Workspace, dossier: str, made: Verstrekt, laptop: Callable[[str], Workspace]
) -> None:
    tea = laptop("tea")
    tea.vault.union(work.vault.entries(dossier))
    assert not list(files_of_colleagues(work))
    assert [file.naam for file in files_of_colleagues(tea)] == [PARTIJ]
    assert not sent_files(tea)
    gewist(tea, dossier)
    assert [(m.ontvanger, m.sha256) for m in meldingen(tea)] == [(PARTIJ, made.written.sha256)]


def test_told_by_one_it_is_told_for_all(
    work: Workspace, dossier: str, consent: str, made: Verstrekt, laptop: Callable[[str], Workspace]
) -> None:
    withdraw_toestemming(work, dossier, consent, {})
    tea = laptop("tea")
    tea.vault.union(work.vault.entries(dossier))
    note_told(tea, meldingen(tea)[0])
    work.vault.union(tea.vault.entries(dossier))
    assert not meldingen(work)


def test_of_no_file_nothing_is_told(work: Workspace, made: Verstrekt) -> None:
    with pytest.raises(KnownError) as refused:
        find_melding(work, made.written.sha256)
    assert refused.value.code == "exchange.no_notice"


def test_history_says_it_without_hashes(work: Workspace, dossier: str, made: Verstrekt) -> None:
    told = [regel for regel in geschiedenis_of(work, work.vault.dossier(dossier)) if PARTIJ in repr(regel)]
    assert len(told) == 2  # the consent, and what went on it
    assert not any(made.written.sha256[:16] in repr(regel) for regel in told)


def test_what_others_recorded_may_be_anything(work: Workspace, dossier: str) -> None:
    for nummer, waarde in enumerate(("tekst", {"delen": "x"}, {"delen": [1, {"vragen": 3}], "op": "nooit"})):
        record_waarde(work, dossier, VERSTREKKING.of(f"{nummer:016x}"), waarde)
    assert len(verstrekkingen_of(work.vault.dossier(dossier))) == 2
    assert len(list(files_of_colleagues(work))) == 2
    assert not meldingen(work)


def test_who_is_to_be_told_lies_loose_until_it_was(
    work: Workspace, dossier: str, consent: str, made: Verstrekt
) -> None:
    """AVG 19: on the first screen and among what is to be arranged, not only where one looks for it."""

    def loose() -> list[str]:
        (line,) = list_dossiers(work)
        return [eindje.scherm for eindje in eindjes_among(work, [line]) if eindje.soort == "melden"]

    assert loose() == []
    withdraw_toestemming(work, dossier, consent, {})
    assert loose() == ["verstrekken"]
    note_told(work, meldingen(work)[0])
    assert loose() == []
