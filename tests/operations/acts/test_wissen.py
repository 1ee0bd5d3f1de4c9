"""Erasing a dossier: what is proposed, what is refused, what is gone, and what is kept of it."""

import datetime
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Presence
from intake_assistant.domain.recht import wissen as regels
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.acts.dossier import create_dossier, record_procedure
from intake_assistant.operations.acts.gesprek import keep_plek, keep_seconden
from intake_assistant.operations.acts.record import record_fields, undo
from intake_assistant.operations.acts.schets import keep_half
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.acts.wissen import catch_up, erase, erase_antwoord, erase_detail, give_up
from intake_assistant.operations.papers.wisbewijs import make_wisbewijs
from intake_assistant.operations.vault.reservekopie import back_up
from intake_assistant.operations.views.gesprek import Plek
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.schets import half_dates_of
from intake_assistant.operations.views.wissen.voorstel import ground_for, propose
from intake_assistant.operations.views.wissen.wissing import Wissing, wissing_of, wissingen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup.backup import BACKUPS, list_backups
from intake_assistant.texts import text
from tests.operations.casussen import on
from tests.operations.rijk import play
from tests.operations.samen import exchange

LATER = datetime.date(2033, 1, 3)
SOON = "2026-04-10"
LEZEN = "taalniveau.nl_lezen@inburgeraar"


def code_of(refused: pytest.ExceptionInfo[KnownError]) -> str:
    return refused.value.code


def wiped(work: Workspace, dossier: str, grond: str = regels.VERGISSING) -> Wissing:
    return erase(work, dossier, propose(work, dossier).kenmerk, grond)


def given(work: Workspace, dossier: str, **bezwaar: str) -> None:
    record_fields(work, dossier, f"bezwaar[{work.new_id()}]", bezwaar)


def test_the_proposal_counts_and_changes_nothing(work: Workspace) -> None:
    dossier = play(work, 2)
    before = work.vault.all_ids()
    voorstel = propose(work.at(LATER), dossier)
    assert voorstel.naam == "Nour Al-Khatib"
    assert voorstel.aantallen["gesprekken"] == len(work.vault.dossier(dossier).row_ids("gesprek"))
    assert voorstel.aantallen["documenten"] == len(work.vault.blobs.files())
    assert voorstel.aantallen["vastleggingen"] == len(work.vault.entries(dossier))
    assert [plaats.soort for plaats in voorstel.plaatsen] == ["kluis", "backups"]
    assert work.vault.all_ids() == before


def test_everything_of_the_person_is_gone_and_the_others_stay(work: Workspace) -> None:
    dossier, other = play(work, 2), play(work, 3)
    kept_blobs = set(work.vault.blobs.files())
    keep_concepttekst(work, dossier, LEZEN, {"waarde": "a1"})
    others = work.vault.entries(other)
    found = wiped(work, dossier)
    assert found.is_klaar
    assert (found.regel, found.functie) == ("AVG 5(1)(d)", "regievoerder")
    assert work.vault.entries(dossier) == []
    assert work.vault.concepttekst(dossier) == []
    assert [line.dossier for line in list_dossiers(work)] == [other]
    assert work.vault.entries(other) == others
    assert set(work.vault.blobs.files()) < kept_blobs
    named = json.dumps([e.value for e in others])
    digests = [sha256(work.vault.blobs.read_file(naam) or b"") for naam in work.vault.blobs.files()]
    assert all(digest.hexdigest() in named for digest in digests)


def test_what_was_remembered_beside_it_goes_and_the_log_tells_no_longer_of_whom(work: Workspace) -> None:
    dossier, other = play(work, 2), create_dossier(work, {"achternaam": "Haile"}).made
    keep_plek(work, dossier, Plek("taalniveau", "niveau", LEZEN, 0))
    keep_seconden(work, work.vault.dossier(dossier).row_ids("gesprek")[0], 55)
    for one in (dossier, other):
        keep_half(work, one, "inburgeraar.geboortedatum", "12-")
    work.vault.log_access("geopend", dossier)
    work.vault.log_export("beschikking pdf", dossier, "0" * 64)
    wiped(work, dossier)
    assert half_dates_of(work, dossier) == {}
    assert half_dates_of(work, other) == {"inburgeraar.geboortedatum": "12-"}
    with work.vault.reading() as connection:
        settings = connection.execute("SELECT sleutel FROM setting ORDER BY sleutel").fetchall()
        lines = connection.execute("SELECT wat, dossier FROM access_log ORDER BY nr").fetchall()
        exports = connection.execute("SELECT wat, dossier FROM export_log").fetchall()
    kept = {"naam", "rol", "gemeente", "stand", "schets half", "gewist.nagekeken", f"wissing {dossier}"}
    assert {naam for (naam,) in settings} == kept
    assert ("geopend", "") in lines
    assert lines[-1] == ("gewist", dossier)
    assert exports == [("beschikking pdf", "")]


def test_what_is_kept_of_it_can_be_read_again(work: Workspace, dossier: str) -> None:
    found = wiped(work, dossier)
    assert wissing_of(work, dossier) == found
    assert wissingen(work) == [found]
    assert found.as_json()["klaar"]
    with pytest.raises(KnownError) as refused:
        wissing_of(work, "0" * 32)
    assert code_of(refused) == "dossier.not_found"


def test_erasing_twice_or_what_never_was_is_refused(work: Workspace, dossier: str) -> None:
    wiped(work, dossier)
    for id, code in ((dossier, "dossier.erased"), ("0" * 32, "dossier.not_found")):
        with pytest.raises(KnownError) as refused:
            propose(work, id)
        assert code_of(refused) == code


def test_nothing_is_recorded_or_kept_of_an_erased_dossier(work: Workspace, dossier: str) -> None:
    wiped(work, dossier)
    with pytest.raises(KnownError) as refused:
        record_antwoord(work, dossier, "taalniveau.nl_lezen", "a1")
    assert code_of(refused) in ("dossier.erased", "dossier.not_found")
    with pytest.raises(KnownError) as refused:
        keep_concepttekst(work, dossier, LEZEN, {"waarde": "a1"})
    assert code_of(refused) == "dossier.erased"
    assert work.vault.entries(dossier) == []
    assert work.vault.concepttekst() == []


def test_it_must_be_confirmed_with_the_reference_of_just_this_dossier(work: Workspace, dossier: str) -> None:
    kenmerk = propose(work, dossier).kenmerk
    for typed in ("", "Tesfay", kenmerk[:-1]):
        with pytest.raises(KnownError) as refused:
            erase(work, dossier, typed, regels.VERGISSING)
        assert code_of(refused) == "erase.not_confirmed"
    assert erase(work, dossier, f" {kenmerk[:4].lower()} {kenmerk[4:].lower()}\n", regels.VERGISSING).op


@pytest.mark.parametrize("grond", [regels.BEWAARTERMIJN, regels.OVERGEDRAGEN, regels.VERZOEK, "zomaar"])
def test_a_ground_that_is_not_there_is_refused(work: Workspace, dossier: str, grond: str) -> None:
    with pytest.raises(KnownError) as refused:
        erase(work, dossier, propose(work, dossier).kenmerk, grond)
    assert code_of(refused) == "erase.no_ground"
    assert work.vault.entries(dossier)


def test_another_reason_is_written_down_and_names_nobody(work: Workspace, dossier: str) -> None:
    kenmerk = propose(work, dossier).kenmerk
    for toelichting, code in (
        (" ", "erase.no_reason"),
        ("Mevrouw Tesfay, op haar vraag", "erase.names_person"),
        ("selam wilde dit", "erase.names_person"),
    ):
        with pytest.raises(KnownError) as refused:
            erase(work, dossier, kenmerk, regels.ANDERS, toelichting)
        assert code_of(refused) == code
    found = erase(work, dossier, kenmerk, regels.ANDERS, "aangemaakt tijdens een les")
    assert (found.grond, found.toelichting) == ("anders", "aangemaakt tijdens een les")


def test_the_law_gives_the_ground_when_the_term_has_passed(work: Workspace) -> None:
    dossier = play(work, 4)
    assert ground_for(propose(work.at(LATER), dossier)) == regels.ANDERS
    record_procedure(work, dossier, {"overgedragen_op": "2026-11-20", "zaaknummer": "Z-26-0042"})
    voorstel = propose(work.at(LATER), dossier)
    assert ground_for(voorstel) == regels.OVERGEDRAGEN
    assert (voorstel.kenmerk, [r.wat for r in voorstel.te_wissen]) == ("Z-26-0042", ["laptopkopie"])
    record_procedure(work, dossier, {"einde_inburgeringsplicht": "2027-01-20", "einde_reden": "overlijden"})
    assert ground_for(propose(work.at(datetime.date(2033, 6, 1)), dossier)) == regels.BEWAARTERMIJN
    found = erase(work.at(LATER), dossier, "z-26-0042", regels.OVERGEDRAGEN)
    assert "26-0042" not in json.dumps(found.as_json())


def test_a_besluit_that_stands_nowhere_else_goes_only_as_a_mistake(work: Workspace) -> None:
    """Archiefwet 3 and 5; whatever ground there is but that it should never have been here."""
    dossier = play(work, 4)
    at = work.at(LATER)
    voorstel = propose(at, dossier)
    assert "zaaksysteem" in voorstel.belet_in_woorden
    with pytest.raises(KnownError) as refused:
        erase(at, dossier, voorstel.kenmerk, regels.ANDERS, "opruimen")
    assert code_of(refused) == "erase.forbidden"
    forbidden = [grond for grond in regels.GRONDEN if voorstel.verboden(grond)]
    assert forbidden == [grond for grond in regels.GRONDEN if grond != regels.VERGISSING]
    assert wiped(at, dossier).is_klaar


def test_a_request_counts_once_it_was_granted(work: Workspace, dossier: str) -> None:
    verzoek = add_verzoek(work, dossier, {"soort": "wissing"}).made
    assert regels.VERZOEK not in propose(work, dossier).gronden
    record_fields(
        work, dossier, f"verzoek[{verzoek}]", {"beslist_op": "2026-11-02", "beslissing": "toegewezen"}
    )
    assert ground_for(propose(work, dossier)) == regels.VERZOEK
    assert wiped(work, dossier, regels.VERZOEK).regel == "AVG 17"


def test_a_bezwaar_holds_it_back_except_what_should_never_have_been_here(work: Workspace) -> None:
    dossier = play(work, 4)
    at = work.at(LATER)
    record_procedure(work, dossier, {"overgedragen_op": "2026-11-20", "zaaknummer": "Z-26-0042"})
    given(work, dossier, ontvangen_op="2026-06-10")
    voorstel = propose(at, dossier)
    assert "10 juni 2026" in voorstel.belet_in_woorden
    with pytest.raises(KnownError) as refused:
        erase(at, dossier, voorstel.kenmerk, regels.ANDERS, "niet meer nodig")
    assert code_of(refused) == "erase.forbidden"
    assert "bezwaar" in str(refused.value.facts["waarom"])
    assert voorstel.verboden(regels.VERZOEK)
    assert not voorstel.verboden(regels.VERGISSING)
    assert wiped(at, dossier).is_klaar


def test_before_the_days_for_bezwaar_are_over_a_request_waits(work: Workspace) -> None:
    dossier = play(work, 2)
    record_procedure(work, dossier, {"overgedragen_op": SOON, "zaaknummer": "Z-26-0042"})
    besluit = propose(work.at(LATER), dossier)
    assert besluit.belet is None
    soon = propose(on(work, SOON), dossier)
    assert soon.belet_in_woorden
    assert soon.verboden(regels.VERZOEK)
    assert not soon.verboden(regels.ANDERS)


def test_who_asked_to_keep_only_is_kept(work: Workspace, dossier: str) -> None:
    add_verzoek(work, dossier, {"soort": "beperking", "ontvangen_op": "2026-11-01"})
    assert "alleen te bewaren" in propose(work, dossier).belet_in_woorden
    with pytest.raises(KnownError) as refused:
        erase(work, dossier, propose(work, dossier).kenmerk, regels.ANDERS, "opruimen")
    assert code_of(refused) == "erase.forbidden"


def test_a_colleague_who_has_it_still_does_not_bring_it_back(laptop: object, work: Workspace) -> None:
    other = laptop("bo")  # type: ignore[operator]  # the fixture gives a function
    dossier = create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    exchange(work, other)
    record_antwoord(other, dossier, "taalniveau.nl_lezen", "a2")
    wiped(work, dossier)
    work.vault.union(other.vault.entries(dossier))
    assert work.vault.entries(dossier) == []
    assert work.vault.search("Tesfay") == []


def values(work: Workspace, dossier: str, subject: str) -> list[object]:
    return [e.value and e.value["waarde"] for e in work.vault.entries(dossier) if e.header.subject == subject]


def test_one_answer_goes_wherever_it_was_said_the_same(work: Workspace, dossier: str) -> None:
    for waarde in ("a1", "b2", "a1", "b1"):
        record_antwoord(work, dossier, "taalniveau.nl_lezen", waarde)
    undo(work, dossier, LEZEN)
    last = [e for e in work.vault.entries(dossier) if e.header.subject == LEZEN][-1]
    keep_concepttekst(work, dossier, LEZEN, {"waarde": "a1"})
    assert len(erase_antwoord(work, dossier, last.id, "klopt niet").entries) == 3
    assert values(work, dossier, LEZEN) == [None, "b2", None, "b1", None]
    assert work.vault.concepttekst(dossier) == []
    for gone, code in ((last.id, "erase.nothing"), ("0" * 64, "erase.nothing")):
        with pytest.raises(KnownError) as refused:
            erase_antwoord(work, dossier, gone, "")
        assert code_of(refused) == code


def test_what_a_besluit_says_is_not_erased_by_itself(work: Workspace) -> None:
    dossier = play(work, 2)
    besluit = next(e for e in work.vault.entries(dossier) if e.header.subject.startswith("besluit["))
    with pytest.raises(KnownError) as refused:
        erase_antwoord(work, dossier, besluit.id, "")
    assert code_of(refused) == "erase.stays"


def test_detail_goes_when_it_is_due_and_not_while_a_bezwaar_runs(work: Workspace) -> None:
    dossier = play(work, 2)
    record_notitie(work, dossier, "leerbaarheid.lbt_score", "rekenfout")
    with pytest.raises(KnownError) as refused:
        erase_detail(on(work, SOON), dossier, "lbt_detail")
    assert code_of(refused) == "erase.not_due"
    given(work, dossier, ontvangen_op="2026-06-10")
    with pytest.raises(KnownError):
        erase_detail(work.at(LATER), dossier, "lbt_detail")
    rij = work.vault.dossier(dossier).row_ids("bezwaar")[0]
    record_fields(work, dossier, f"bezwaar[{rij}]", {"beslist_op": "2026-07-10", "beslissing": "ongegrond"})
    assert len(erase_detail(work.at(LATER), dossier, "lbt_detail").entries) >= 2
    gone = [e for e in work.vault.entries(dossier) if e.presence is Presence.ERASED]
    assert {e.header.subject for e in gone} >= {
        "leerbaarheid.lbt_score@duo",
        "notitie[leerbaarheid.lbt_score]",
    }


def test_what_could_not_be_done_is_told_with_its_cause_and_file(work: Workspace, dossier: str) -> None:
    broken = work.vault.path / "backups" / "20200101T000000000000Z-hand.db"
    broken.parent.mkdir(exist_ok=True)
    broken.write_bytes(b"x" * 8192)
    with work.vault.transaction() as connection:
        connection.execute("INSERT INTO backupplaats VALUES('/media/weg/stick', '')")
    found = wiped(work, dossier)
    assert not found.is_klaar
    assert [(p.soort, p.is_gewist, p.oorzaak) for p in found.plaatsen] == [
        ("kluis", True, ""), ("backups", False, "vault.damaged"), ("elders", False, "plaats.weg"),
    ]  # fmt: skip
    assert str(broken) in found.plaatsen[1].stand
    broken.unlink()
    catch_up(work)
    assert [p.is_gewist for p in wissing_of(work, dossier).plaatsen] == [True, True, False]
    give_up(work, "/media/weg/stick")
    assert wissing_of(work, dossier).is_klaar


def test_each_ground_has_its_words_and_its_rule() -> None:
    assert all(text(f"wissen.grond.{grond}") and regel for grond, regel in regels.GRONDEN.items())


def test_a_proof_says_what_a_copy_that_came_back_makes_of_it(work: Workspace, dossier: str) -> None:
    """What is proven was looked at just then: an old copy is cleaned first, a broken one told."""
    back_up(work)
    (kept,) = list_backups(work.vault.path / BACKUPS)
    before = kept.path.read_bytes()
    assert wiped(work, dossier).is_klaar
    kept.path.write_bytes(before)
    make_wisbewijs(work, dossier)
    assert kept.path.read_bytes() != before
    assert wissing_of(work, dossier).is_klaar
    kept.path.write_bytes(b"x" * 8192)
    make_wisbewijs(work, dossier)
    found = wissing_of(work, dossier)
    assert not found.is_klaar
    assert [plaats.soort for plaats in found.plaatsen if not plaats.is_gewist] == ["backups"]


def test_a_linked_backup_is_named_among_what_was_not_erased(
    work: Workspace, dossier: str, tmp_path: Path
) -> None:
    back_up(work)
    (kept,) = list_backups(work.vault.path / BACKUPS)
    shutil.move(kept.path, tmp_path / "stick.db")
    kept.path.symlink_to(tmp_path / "stick.db")
    found = wiped(work, dossier)
    (plaats,) = [plaats for plaats in found.plaatsen if not plaats.is_gewist]
    assert plaats.stand == text("wissen.oorzaak.koppeling", bestand=str(kept.path))


def test_erasing_why_a_question_was_not_asked_leaves_what_was_said_later(work: Workspace) -> None:
    """Neither has a value: that alone makes them no equals."""
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    waarom = {"reden": "was te moe"}
    why = record_antwoord(work, dossier, "taalniveau.nl_lezen", None, staat="niet_gevraagd", extra=waarom)
    record_antwoord(work, dossier, "taalniveau.nl_lezen", None, staat="wil_niet_zeggen")
    assert why.entry is not None
    erase_antwoord(work, dossier, why.entry.id, "klopt niet")
    said = [e for e in work.vault.entries(dossier) if e.header.subject == LEZEN]
    assert [e.presence for e in said] == [Presence.ERASED, Presence.PRESENT]
    assert work.vault.dossier(dossier).antwoord("taalniveau.nl_lezen").staat == "wil_niet_zeggen"
