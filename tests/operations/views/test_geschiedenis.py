"""The history of a dossier in words, sifted, and the way back."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.domain.kinds import kind_of, startpositie_of
from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.operations.acts.overleg.overdracht import hand_over
from intake_assistant.operations.acts.overleg.voorlegging import lay_before
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming
from intake_assistant.operations.acts.record import erase_values, record_waarde, undo_regel
from intake_assistant.operations.views.geschiedenis import (
    Geschiedenisregel,
    Geschiedeniszeef,
    geschiedenis_of,
    history,
    sift,
)
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, waarde_in_words
from intake_assistant.operations.workspace import Workspace
from tests.ui.gevuld import VANDAAG, filled_vault


@pytest.fixture
def gevuld(tmp_path: Path) -> Iterator[tuple[Workspace, str]]:
    with filled_vault(tmp_path) as made:
        yield made


@pytest.fixture
def work(gevuld: tuple[Workspace, str]) -> Workspace:
    return gevuld[0]


@pytest.fixture
def dossier(gevuld: tuple[Workspace, str]) -> str:
    return gevuld[1]


def regels(work: Workspace, dossier: str) -> list[Geschiedenisregel]:
    return geschiedenis_of(work, work.vault.dossier(dossier))


def of(found: list[Geschiedenisregel], subject: str) -> list[Geschiedenisregel]:
    return [regel for regel in found if regel.subject == subject]


def test_every_entry_is_there_newest_first(work: Workspace, dossier: str) -> None:
    found = regels(work, dossier)
    assert [r.entry for r in found] == [e.id for e in reversed(work.vault.entries(dossier))]
    assert found[-1].wat == "Dossier begonnen"
    assert all(regel.wat and regel.waarde for regel in found)


def test_a_line_tells_question_value_source_who_and_conversation(work: Workspace, dossier: str) -> None:
    nieuw, oud = of(regels(work, dossier), "taalniveau.nl_lezen@inburgeraar")
    vraag = work.data.formulieren.vraag("taalniveau.nl_lezen")
    assert (nieuw.wat, nieuw.waarde) == (vraag.label, vraag.keuzelabel("a2"))
    assert (oud.waarde, oud.wie, oud.bron) == (vraag.keuzelabel("a1"), "M. de Boer", "inburgeraar")
    assert oud.gesprek_naam == "Gesprek 1, 5 maart 2026"
    assert (nieuw.laatste, oud.laatste) == (True, False)


def test_states_and_reasons_are_told(work: Workspace, dossier: str) -> None:
    found = regels(work, dossier)
    (schrijven,) = of(found, "taalniveau.nl_schrijven@inburgeraar")
    assert schrijven.waarde == "niet gevraagd, want: te moe"
    (slapen,) = of(found, "mentale_gezondheid.slapen@inburgeraar")
    assert slapen.waarde == "wil het niet zeggen"


def test_a_field_of_an_agreement_or_a_goal_says_of_which(work: Workspace, dossier: str) -> None:
    wat = {regel.wat for regel in regels(work, dossier)}
    assert "Afspraak: uiterlijk op, bij inschrijven bij de taalschool" in wat
    assert "Doel: termijn, bij werken in de zorg" in wat
    assert "Afspraak" in wat


def test_no_code_id_or_bsn_is_shown(work: Workspace, dossier: str) -> None:
    found = regels(work, dossier)
    assert of(found, "inburgeraar.bsn")[0].waarde == "••••••019"
    assert of(found, "inburgeraar.nationaliteit")[0].waarde == "Syrië"
    assert of(found, "inburgeraar.doelgroep")[0].waarde == "asielstatushouder"
    shown = " ".join(regel.waarde + regel.wat for regel in found)
    ids = work.vault.dossier(dossier).row_ids("doel")
    assert ids
    assert not any(id in shown for id in ids)


def test_consent_and_withdrawal_are_told(work: Workspace, dossier: str) -> None:
    waarden = [r.waarde for r in regels(work, dossier) if r.soort == "toestemming"]
    assert "Ja voor Stichting Taalmaatjes: een taalmaatje vinden dat past" in waarden
    assert any(w.startswith("Nee voor Huisartsenpraktijk De Linde") for w in waarden)
    assert "Ingetrokken op 18 april 2026" in waarden


def test_an_erased_value_is_shown_as_erased(work: Workspace, dossier: str) -> None:
    (entry,) = history(work, dossier, "motivatie.beroepswens@inburgeraar")
    erase_values(work, dossier, [entry.id], "ging over een ander")
    regel = of(regels(work, dossier), "motivatie.beroepswens@inburgeraar")[0]
    assert regel.waarde == "gewist op verzoek of na een vergissing"
    assert not regel.kan_terug
    assert regels(work, dossier)[0].wat == "Een eerdere waarde gewist"
    assert "verpleegkundige" not in regel.waarde


def test_sift_by_words_subject_person_and_conversation(work: Workspace, dossier: str) -> None:
    found = regels(work, dossier)
    assert {r.subject for r in sift(found, Geschiedeniszeef(woorden="TÁALMAATJES vinden"))} == {
        r.subject for r in found if "Taalmaatjes" in r.waarde
    }
    taal = sift(found, Geschiedeniszeef(soort="antwoord", startpositie="taalniveau"))
    assert taal
    assert all(r.startpositie == "taalniveau" for r in taal)
    assert sift(found, Geschiedeniszeef(wie="iemand anders")) == []
    eerste = next(r.gesprek for r in found if r.gesprek_naam.startswith("Gesprek 1"))
    assert all(r.gesprek == eerste for r in sift(found, Geschiedeniszeef(gesprek=eerste)))


def test_what_was_known_on_a_day(work: Workspace, dossier: str) -> None:
    found = regels(work, dossier)
    toen = sift(found, Geschiedeniszeef(tot_en_met=datetime.date(2026, 3, 31), toen=True))
    (lezen,) = of(toen, "taalniveau.nl_lezen@inburgeraar")
    assert lezen.waarde == work.data.formulieren.vraag("taalniveau.nl_lezen").keuzelabel("a1")
    assert all(r.op.date() <= datetime.date(2026, 3, 31) for r in toen)
    nu = sift(found, Geschiedeniszeef(toen=True))
    assert len(of(nu, "taalniveau.nl_lezen@inburgeraar")) == 1


def test_undo_brings_back_what_stood_there(work: Workspace, dossier: str) -> None:
    nieuw, oud = of(regels(work, dossier), "taalniveau.nl_lezen@inburgeraar")
    assert undo_regel(work, dossier, oud).entry is None
    assert undo_regel(work, dossier, nieuw).entry
    assert work.vault.dossier(dossier).get("taalniveau.nl_lezen@inburgeraar") == "a1"
    assert len(of(regels(work, dossier), "taalniveau.nl_lezen@inburgeraar")) == 3


def test_undo_of_a_line_that_is_no_longer_the_last_does_nothing(work: Workspace, dossier: str) -> None:
    (regel,) = of(regels(work, dossier), "inburgeraar.achternaam")
    record_waarde(work, dossier, "inburgeraar.achternaam", "Haddad")
    assert undo_regel(work, dossier, regel).entry is None
    assert work.vault.dossier(dossier).get("inburgeraar.achternaam") == "Haddad"


def test_a_besluit_can_not_be_undone(work: Workspace, dossier: str) -> None:
    subject = f"besluit[{work.new_id()}]"
    waarde = {"nummer": 1, "grond": "eerste", "dagtekening": "2026-04-20", "inhoud": {}, "bestanden": {}}
    record_waarde(work.at(VANDAAG), dossier, subject, waarde)
    regel = regels(work, dossier)[0]
    assert (regel.waarde, regel.kan_terug) == ("Besluit 1 van 20 april 2026", False)
    assert undo_regel(work, dossier, regel).entry is None


@pytest.mark.parametrize(
    ("subject", "soort", "startpositie"),
    [
        ("taalniveau.nl_lezen@coa", "antwoord", "taalniveau"),
        ("werkervaring.banen[0123456789abcdef]", "antwoord", "werkervaring"),
        ("geldt:taalniveau.nl_lezen", "antwoord", "taalniveau"),
        ("notitie[gesprek 0123456789abcdef]", "notitie", ""),
        ("procedure.oproep[0123456789abcdef].datum", "procedure", ""),
        ("weging[B].voor[0123456789abcdef]", "weging", ""),
        ("beschikking.intensiteit.weken", "besluit", ""),
        ("gewist[0123]", "overig", ""),
    ],
)
def test_kinds_of_subject(work: Workspace, subject: str, soort: str, startpositie: str) -> None:
    assert (kind_of(subject).soort, startpositie_of(subject)) == (soort, startpositie)
    assert "[" not in onderwerp_in_words(work, subject)
    assert waarde_in_words(work, subject, None) == ""


def test_a_version_of_the_plan_is_told_in_words_not_in_hashes(work: Workspace) -> None:
    bestanden = {"pdf": "0" * 64}
    waarde = {"nummer": 2, "datum": "2026-06-16", "reden": "de baan veranderde", "bestanden": bestanden}
    gezegd = waarde_in_words(work, "planversie[0123456789abcdef]", {"waarde": waarde})
    assert gezegd == "versie 2 van 16 juni 2026: de baan veranderde"
    eerste = {"waarde": {**waarde, "nummer": 1, "reden": "eerste"}}
    assert waarde_in_words(work, "planversie[0123456789abcdef]", eerste).endswith(": eerste PIP")


def test_what_was_asked_of_colleagues_is_told(work: Workspace, dossier: str) -> None:
    lay_before(work, dossier, "beschikking", "Graag voor vrijdag")
    hand_over(work, [dossier], Collega("Bo"), "verlof")
    add_waarneming(work, [dossier], Collega("Ci"), VANDAAG, datetime.date(2100, 12, 1))
    gezegd = [regel.waarde for regel in geschiedenis_of(work, work.vault.dossier(dossier))[:3]]
    assert gezegd[0].startswith("door Ci, van ")
    assert gezegd[0].endswith(" tot en met 1 december 2100")
    assert gezegd[1].endswith(" aan Bo: verlof")
    assert gezegd[2] == "deel: beschikking: Graag voor vrijdag"
