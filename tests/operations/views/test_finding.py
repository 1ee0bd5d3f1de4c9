"""Words found in what was recorded: whose, about what, where it stands; and nothing that is gone."""

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import add_rij, record_antwoord, record_notitie
from intake_assistant.operations.acts.dossier import create_dossier, record_inburgeraar, record_procedure
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.record import erase_values, remove_row, restore_row
from intake_assistant.operations.acts.weging import add_argument
from intake_assistant.operations.vault.beleid import keep_asking
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.finding import Kijker, Treffer, around, find, index_some, place_of
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.workspace import Data, Workspace
from tests.operations.samen import exchange
from tests.storage.hulp import CLOCK, copied, quick, seeded

NIEMAND = Kijker()
LEZEN = "taalniveau.nl_lezen"
RIJBEWIJS = "praktische_competenties.rijbewijs"
GEZOND = "gezondheid.toelichting"


def found(work: Workspace, woorden: str, kijker: Kijker = NIEMAND) -> list[Treffer]:
    return find(work, woorden, kijker)


@pytest.mark.parametrize(
    ("woorden", "over", "zegt"),
    [
        ("ozturk", "Achternaam", "Öztürk"),
        ("isik yildiz", "Adres", "Işık Yıldızstraat 4"),
        ("999990019", "BSN", "••••••019"),
        ("0123456789", "V-nummer", "0123456789"),
        ("z-2026", "Zaaknummer", "Z-2026-17"),
        ("pleinvrees", "Notitie", "Heeft last van pleinvrees"),
    ],
)
def test_names_numbers_and_notes_are_found_without_accents(
    work: Workspace, woorden: str, over: str, zegt: str
) -> None:
    dossier = create_dossier(
        work,
        {"voornamen": "Ayşe", "achternaam": "Öztürk", "bsn": "999990019", "v_nummer": "0123456789",
         "adres": "Işık Yıldızstraat 4"},
        {"zaaknummer": "Z-2026-17"},
    ).made  # fmt: skip
    record_notitie(work, dossier, LEZEN, "Heeft last van pleinvrees")
    (treffer,) = found(work, woorden)
    assert (treffer.dossier, treffer.naam, treffer.woorden) == (dossier, "Öztürk, Ayşe", zegt)
    assert over.casefold() in treffer.over.casefold()


def test_an_answer_is_found_by_what_was_said_and_by_what_was_said_beside_it(
    work: Workspace, dossier: str
) -> None:
    record_antwoord(work, dossier, "motivatie.beroepswens", "Lasser bij de scheepswerf")
    (treffer,) = found(work, "scheeps")
    assert treffer.over == work.data.formulieren.vragen["motivatie.beroepswens"].label
    assert treffer.woorden == "Lasser bij de scheepswerf"
    record_antwoord(work, dossier, LEZEN, "a1", extra={"toelichting": "leest ondertitels"})
    (treffer,) = found(work, "ondertitels")
    assert treffer.woorden.endswith("leest ondertitels")


def test_of_a_conversation_its_words_are_found_and_not_its_codes(work: Workspace, dossier: str) -> None:
    """Five conversations on a topic stood before that topic itself."""
    velden = {"vorm": "azc", "onderwerpen": ["fysieke_gezondheid"], "datum": "2026-03-19"}
    gesprek = start_gesprek(work, dossier, velden).made
    rond_af(work, dossier, gesprek, {"samenvatting": "U vertelde over de markt."})
    assert [treffer.subject for treffer in found(work, "markt")] == [f"gesprek[{gesprek}].samenvatting"]
    rond_af(work, dossier, gesprek, {"volgende_afspraak": "2026-04-22T10:00"})
    said = {r.subject: r.waarde for r in geschiedenis_of(work, work.vault.dossier(dossier))}
    assert said[f"gesprek[{gesprek}].volgende_afspraak"] == "22 april 2026, 10.00"
    for woorden in ("azc", "fysieke", "2026", "maart", "april"):
        assert not [t for t in found(work, woorden) if t.subject.startswith("gesprek[")], woorden


def test_what_was_changed_is_found_as_it_is_now(work: Workspace, dossier: str) -> None:
    record_notitie(work, dossier, LEZEN, "kwikstaart")
    assert found(work, "kwikstaart")
    record_notitie(work, dossier, LEZEN, "roodborst")
    assert found(work, "kwikstaart") == []
    assert [t.woorden for t in found(work, "roodborst")] == ["roodborst"]


def test_what_was_erased_is_not_found(work: Workspace, dossier: str) -> None:
    record_notitie(work, dossier, LEZEN, "kwikstaart")
    assert found(work, "kwikstaart")
    (entry,) = [e for e in work.vault.entries(dossier) if e.header.subject == f"notitie[{LEZEN}]"]
    erase_values(work, dossier, [entry.id], "ging over kwikstaart en niet over haar")
    assert found(work, "kwikstaart") == []


def test_what_stands_in_a_removed_row_is_not_found_until_it_stands_again(
    work: Workspace, dossier: str
) -> None:
    rij = add_rij(work, dossier, "werkervaring.banen", {"beroep": "touwslager"}).made
    assert found(work, "touwslager")
    remove_row(work, dossier, f"werkervaring.banen[{rij}]")
    assert found(work, "touwslager") == []
    restore_row(work, dossier, f"werkervaring.banen[{rij}]")
    assert found(work, "touwslager")


def test_what_was_withheld_is_not_found(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"voornamen": "Selam"}).made
    record_notitie(an, dossier, LEZEN, "kwikstaart")
    withheld = [
        dataclasses.replace(e, presence=type(e.presence)("achtergehouden"), salt=b"", body=b"")
        if e.header.subject.startswith("notitie") else e
        for e in an.vault.entries(dossier)
    ]  # fmt: skip
    bo.vault.union(withheld)
    assert found(bo, "kwikstaart") == []
    assert found(bo, "selam")


def test_both_sides_of_a_conflict_are_found_once(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = create_dossier(an, {"voornamen": "Selam"}).made
    exchange(an, bo)
    record_notitie(an, dossier, LEZEN, "leest de krant")
    record_notitie(bo, dossier, LEZEN, "leest geen krant")
    exchange(an, bo)
    (treffer,) = found(an, "krant")
    assert treffer.woorden in ("leest de krant; leest geen krant", "leest geen krant; leest de krant")


def test_while_somebody_looks_along_nobody_else_is_found_and_nobody_is_named(work: Workspace) -> None:
    first = create_dossier(work, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    second = create_dossier(work, {"voornamen": "Nour", "achternaam": "Al-Khatib"}).made
    for dossier in (first, second):
        record_notitie(work, dossier, LEZEN, "leest de krant")
    kijker = Kijker(first, gevoelig_open=True, samen=first)
    (treffer,) = found(work, "krant", kijker)
    assert (treffer.dossier, treffer.naam, treffer.scherm) == (first, "", "gesprek")
    assert treffer.argumenten == {"dossier": first, "vraag": LEZEN, "notitie": "ja"}
    assert found(work, "khatib", kijker) == []
    assert work.vault.stale_words() == [second]


def test_on_health_the_words_are_shown_in_the_open_dossier_only(work: Workspace, dossier: str) -> None:
    vraag = sensitive(work)
    record_notitie(work, dossier, vraag, "reuma in de handen")
    (elders,) = found(work, "reuma")
    deel = work.data.formulieren.startpositie_of(vraag)
    assert (elders.woorden, elders.over) == ("", deel.titel)
    assert work.data.formulieren.vraag(vraag).label.rstrip("?") not in elders.over
    assert [t.woorden for t in found(work, "reuma", Kijker(dossier))] == ["reuma in de handen"]


def test_what_asks_for_the_passphrase_once_more_is_not_found_before_it_was_given(
    work: Workspace, dossier: str
) -> None:
    record_notitie(work, dossier, sensitive(work), "reuma in de handen")
    keep_asking(work, on=True)
    assert found(work, "reuma") == found(work, "reuma", Kijker(dossier)) == []
    (treffer,) = found(work, "reuma", Kijker(dossier, gevoelig_open=True))
    assert treffer.woorden == "reuma in de handen"
    # Of another that is not open.
    assert found(work, "reuma", Kijker("0" * 32, gevoelig_open=True)) == []


def sensitive(work: Workspace) -> str:
    return next(v.naam for v in work.data.formulieren.vragen.values() if v.is_veld and v.bijzonder)


def test_each_kind_leads_to_where_it_is_changed_or_shown(work: Workspace, dossier: str) -> None:
    doel = add_doel(work, dossier, "Werken als lasser", "lang").made
    afspraak = add_afspraak(work, dossier, doel, {"wat": "Langs bij het lasbedrijf"}).made
    record_procedure(work, dossier, {"zaaknummer": "Z-17"})
    opened = work.vault.dossier(dossier)
    for subject, scherm, argumenten in (
        ("inburgeraar.adres", "dossier", {"deel": "persoon", "veld": "inburgeraar.adres"}),
        ("procedure.zaaknummer", "dossier", {"deel": "persoon", "veld": "procedure.zaaknummer"}),
        ("gesprek[a].samenvatting", "gesprek", {"gesprek": "a", "deel": "nazien", "veld": "samenvatting"}),
        ("toestemming[a]", "toestemmingen", {"toestemming": "a"}),
        ("weging[B].voor[a]", "weging", {"argument": "weging[B].voor[a]"}),
        ("beschikking.motivering", "beschikking", {"veld": "motivering"}),
        (f"doel[{doel}].naam", "ontwikkelplan", {"doel": doel}),
        (f"afspraak[{afspraak}].wat", "ontwikkelplan", {"doel": doel}),
        ("verzoek[a].wat", "rechten", {}),
        (f"{LEZEN}@school", "geschiedenis", {"onderwerp": f"{LEZEN}@school"}),
        ("iets_van_later[a]", "geschiedenis", {"onderwerp": "iets_van_later[a]"}),
    ):
        assert place_of(opened, subject) == (scherm, argumenten)
    assert place_of(opened, f"{LEZEN}@school", samen=True) == ("gesprek", {"vraag": LEZEN})


def test_what_the_program_notes_itself_is_not_found(work: Workspace, dossier: str) -> None:
    """Who works here began every dossier: that name would find them all."""
    add_argument(work, dossier, "B", "voor", "an zegt dat het gaat")
    for _ in range(120):
        create_dossier(work, {})
    assert [t.subject.partition("[")[0] for t in found(work, work.author)] == ["weging"]


@pytest.mark.parametrize(
    "woorden",
    [
        '"',
        "*",
        "\0",
        "a\0b",
        "\ud800",
        "x" * 10_000,
        "x " * 5_000,
        "\N{GRINNING FACE}",
        "سلام",
        "-",
        "NEAR(a",
    ],
)
def test_anything_may_be_typed(work: Workspace, dossier: str, woorden: str) -> None:
    record_notitie(work, dossier, LEZEN, "gewoon")
    assert found(work, woorden) == []


def test_words_of_every_writing_are_found(work: Workspace, dossier: str) -> None:
    record_notitie(work, dossier, LEZEN, "قال: سَلام عليكم, en ሰላም, en \N{GRINNING FACE}blij")
    for woorden in ("سلام", "سَلام", "ሰላም", "\N{GRINNING FACE}blij", "blij"):
        assert len(found(work, woorden)) == 1, woorden


def test_a_long_text_is_shown_around_the_word() -> None:
    tekst = "voor " * 100 + "de Öztürkstraat " + "na " * 100
    shown = around(tekst, "ozturk")
    assert shown.startswith("…voor voor voor de Öztürkstraat na")
    assert shown.endswith("…")
    assert len(shown) <= 162
    assert around("kort\n en\tgoed", "goed") == "kort en goed"


def test_indexing_stops_when_it_must_and_goes_on_where_it_was(work: Workspace) -> None:
    for n in range(3):
        record_notitie(work, f"{n:032x}", LEZEN, "krant")
    before = work.vault.changes()
    asked: list[bool] = []

    def stop() -> bool:
        asked.append(True)
        return len(asked) > 1

    assert not index_some(work, stop)
    assert len(work.vault.stale_words()) == 2
    assert find(work, "krant", NIEMAND, lambda: True) == []
    assert index_some(work, lambda: False)
    assert work.vault.stale_words() == []
    # No backup is made for it, and no screen reads anew.
    assert work.vault.changes() == before


def test_the_same_bsn_is_found_without_waiting_for_the_index(work: Workspace) -> None:
    first = create_dossier(work, {"bsn": "999990019"}).made
    second = create_dossier(work, {"voornamen": "Selam"}).made
    for _ in range(2):
        stale = work.vault.stale_words()
        with pytest.raises(KnownError) as refused:
            record_inburgeraar(work, second, {"bsn": "999990019"})
        assert refused.value.facts["dossier"] == first
        assert work.vault.stale_words() == stale
        index_some(work, lambda: False)


INDEXER = """
import sys
from pathlib import Path
from intake_assistant.operations.views.finding import index_some
from intake_assistant.operations.workspace import Workspace, packaged_data
from tests.storage.hulp import AROUND, CLOCK
from intake_assistant.storage.engine.opening import open_with
vault = open_with(Path(sys.argv[1]), AROUND, lambda vault, ways: bytes.fromhex(sys.argv[2]))
work = Workspace(vault, packaged_data(), CLOCK, AROUND.random)
index_some(work, lambda: bool(print("verder", flush=True)))
"""
DOSSIERS, NOTES = 30, 40


@pytest.mark.parametrize("after", [1, 7, 19])
def test_killed_in_the_middle_of_indexing_the_vault_is_sound_and_all_is_found(
    tmp_path: Path, data: Data, after: int
) -> None:
    path = copied(tmp_path)
    with quick(path) as vault:
        work = Workspace(vault, data, CLOCK, seeded(1))
        key = bytes(vault.key).hex()
        for n in range(DOSSIERS):
            with vault.transaction():
                for note in range(NOTES):
                    record_notitie(
                        work, f"{n:032x}", f"taalniveau.vraag{note}", f"krant nummer{note} van {n}"
                    )
    with subprocess.Popen(
        [sys.executable, "-c", INDEXER, str(path), key], stdout=subprocess.PIPE, text=True, cwd=os.getcwd()
    ) as indexer:
        assert indexer.stdout is not None
        for _ in range(after):
            assert indexer.stdout.readline() == "verder\n"
        indexer.send_signal(signal.SIGKILL)
    assert indexer.returncode == -signal.SIGKILL
    with quick(path) as vault:
        assert vault.check_pages() == []
        left = len(vault.stale_words())
        assert DOSSIERS - DOSSIERS < left <= DOSSIERS - after + 1
        assert len(vault.search("krant", most=10_000)) == DOSSIERS * NOTES
        kept = vault.indexed()
        vault.rebuild()
        assert len(vault.search("krant", most=10_000)) == DOSSIERS * NOTES
        assert vault.indexed() == kept


def with_other_label(data: Data, folder: Path) -> Data:
    """The same forms, in which one choice is called otherwise."""
    changed = Path(shutil.copytree(data.folder, folder / "forms"))
    path = changed / "startposities" / "04_praktische_competenties.toml"
    path.write_text(path.read_text().replace('label = "de vrachtwagen"', 'label = "de trekker"'))
    return Data(changed)


def test_a_choice_is_found_by_the_word_on_the_screen(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "X", "nationaliteit": "ERI", "spreektaal": "ti"}).made
    record_antwoord(work, dossier, "taalniveau.moedertaal", "ti")
    record_antwoord(work, dossier, RIJBEWIJS, ["vrachtwagen", "heftruck"])
    rij = add_rij(work, dossier, "werkervaring.banen", {"land": "SOM"}).made
    subjects = {
        "tigrinya": {"taalniveau.moedertaal@inburgeraar", "inburgeraar.spreektaal"},
        "eritr": {"inburgeraar.nationaliteit"},
        "vrachtwagen": {f"{RIJBEWIJS}@inburgeraar"},
        "somalie": {f"werkervaring.banen[{rij}].land@inburgeraar"},
    }
    for woorden, wanted in subjects.items():
        assert {treffer.subject for treffer in found(work, woorden)} == wanted, woorden
    record_antwoord(work, dossier, "taalniveau.moedertaal", "ar")
    assert {treffer.subject for treffer in found(work, "tigrinya")} == {"inburgeraar.spreektaal"}
    assert check_open(work) == []


def test_with_other_forms_it_is_found_by_their_words(work: Workspace, tmp_path: Path) -> None:
    dossier, other = (create_dossier(work, {"voornamen": naam}).made for naam in "XY")
    for each in (dossier, other):
        record_antwoord(work, each, RIJBEWIJS, ["vrachtwagen"])
    assert {treffer.dossier for treffer in found(work, "vrachtwagen")} == {dossier, other}
    later = dataclasses.replace(work, data=with_other_label(work.data, tmp_path))
    record_antwoord(later, dossier, RIJBEWIJS, ["auto"])
    assert {treffer.dossier for treffer in found(later, "trekker")} == {other}
    record_antwoord(later, other, RIJBEWIJS, ["auto"])
    assert found(later, "trekker") == []
    assert check_open(later) == []


def test_a_label_about_health_is_hidden_as_the_answer_is(work: Workspace) -> None:
    keep_asking(work, on=True)
    dossier = create_dossier(work, {"voornamen": "X"}).made
    record_antwoord(work, dossier, "mentale_gezondheid.oordeel_belastbaarheid", "tijdelijk_niet")
    label = work.data.formulieren.vraag("mentale_gezondheid.oordeel_belastbaarheid").keuzelabel(
        "tijdelijk_niet"
    )
    assert found(work, label) == []
    assert len(found(work, label, Kijker(dossier, gevoelig_open=True))) == 1
