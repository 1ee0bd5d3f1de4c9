"""What a machine can see in a translation: each fault is named with its place."""

from pathlib import Path

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.vertalen.bijwerken import update_taal
from intake_assistant.operations.vertalen.brontekst import Brontekst
from intake_assistant.operations.vertalen.dekking import dekking_of
from intake_assistant.operations.vertalen.talen import keur
from intake_assistant.operations.vertalen.toets import Vertaaltoets
from intake_assistant.operations.vertalen.woordenlijst import Term, read_woordenlijst
from intake_assistant.texts import Taal, taalfouten
from tests.operations.vertalen.proef import bron

GROET = bron("proef.groet", "Beste {naam}, welkom.")
PLICHT = bron("proef.plicht", "Wat is uw inburgeringsplicht?")
TERM = Term("inburgeringsplicht", "واجب الاندماج", ("بواجب الاندماج",))


@pytest.fixture
def toets(taal: Taal) -> Vertaaltoets:
    """Looks over Arabic, with one term in its glossary."""
    return Vertaaltoets(taal, [TERM])


@pytest.mark.parametrize(
    ("vraag", "tekst", "soort", "wat"),
    [
        (GROET, "أهلا وسهلا بك", "velden", "{naam}"),
        (GROET, "أهلا {naam} {dag}", "velden", "{dag}"),
        (GROET, "أهلا {naam", "velden", "expected"),
        (bron("proef.uren", "{aantal} uur"), "ساعة", "velden", "{aantal}"),
        (GROET, "أهلا <b>{naam}</b>", "opmaak", "<b>"),
        (GROET, "أهلا \u2068{naam}\u2069", "richting", "U+2068 U+2069"),
        (GROET, "أهلا \u200f{naam}", "richting", "U+200F"),
        (GROET, "أهلا {naam} ሰላም", "teken", "U+1230"),
        (GROET, "أهلا {naam} " + "وسهلا " * 20, "lengte", "/ 21"),
        (PLICHT, "ما هو التزامك؟", "woordenlijst", "inburgeringsplicht = واجب الاندماج"),
    ],
)
def test_a_fault_is_named(toets: Vertaaltoets, vraag: Brontekst, tekst: str, soort: str, wat: str) -> None:
    gevonden = [fout for fout in toets.fouten_in(vraag, [tekst]) if fout.soort == soort]
    assert [fout.plek for fout in gevonden] == [vraag.plek]
    assert wat in gevonden[0].wat
    assert vraag.plek in gevonden[0].tekst


def test_what_is_well_is_let_be(toets: Vertaaltoets) -> None:
    gat = bron("proef.gat", "Dit is: {inburgeringsplicht}.")
    goed = (
        (GROET, "أهلا {naam}،\u200c وسهلا."), (PLICHT, "ما هو واجب الاندماج؟"), (GROET, "{naam}"),
        (gat, "هذا: {inburgeringsplicht}."),
    )  # fmt: skip
    assert [fout for vraag, tekst in goed for fout in toets.fouten_in(vraag, [tekst])] == []


def test_a_form_for_one_may_say_the_number_as_a_word(toets: Vertaaltoets) -> None:
    telt = bron("proef.twee", "{aantal} vraag", "{aantal} vragen")
    assert list(toets.fouten_in(telt, ["سؤال", "سؤالان", "{aantal} أسئلة"])) == []


def test_all_faults_of_a_broken_catalogue_are_told_and_its_language_is_off(folder: Path, taal: Taal) -> None:
    update_taal(taal, [GROET, bron("ander.groet", "Dag")])
    for naam in ("proef", "ander"):
        (folder / f"ar/LC_MESSAGES/{naam}.po").write_text(
            'msgwat\n\nmsgid "los\n\nmsgctxt "a"\n', encoding="utf-8"
        )
    gevonden = keur(taal, [GROET])
    assert len(gevonden.fouten) == 2
    assert all("1: msgwat\n3: msgid" in fout and ": msgid, msgstr" in fout for fout in gevonden.fouten)
    assert gevonden.dekking is not None
    assert gevonden.dekking.totaal == {"ontbreekt": 1}
    assert len(taalfouten("ar")) == 2


def test_how_far_a_language_is_and_who_says_so(folder: Path, taal: Taal) -> None:
    update_taal(taal, [GROET, PLICHT])
    pad = folder / "ar/LC_MESSAGES/proef.po"
    gezien = (
        pad.read_text(encoding="utf-8")
        .replace('msgstr ""', 'msgstr "أهلا {naam}"')
        .replace("#. Vraag", "# gecontroleerd: S. Haddad; 2026-05-01; tolk\n#. Vraag", 1)
    )
    pad.write_text(gezien.replace('msgid ""\nmsgstr "أهلا {naam}"', 'msgid ""\nmsgstr ""'), encoding="utf-8")
    dekking = dekking_of(taal, [GROET, PLICHT, bron("elders/titel", "Titel")])
    assert dekking.onderwerpen == {
        "proef": {"gecontroleerd": 1, "ongecontroleerd": 1},
        "elders": {"ontbreekt": 1},
    }
    assert dekking.vertaald == 2
    assert [(door.naam, door.hoedanigheid, aantal) for door, aantal in dekking.nagezien.items()] == [
        ("S. Haddad", "tolk", 1)
    ]


def test_an_abbreviation_is_no_word_in_small_letters() -> None:
    term = Term("MAP", "MAP")
    assert term.is_in("Uren voor de MAP.")
    assert not term.is_in("Kies een map. In de Map staat niets.")


def test_a_glossary_is_read_whole_or_refused(folder: Path, taal: Taal) -> None:
    assert read_woordenlijst(taal) == ()
    pad = folder / "ar/woordenlijst.toml"
    pad.write_text('[[woord]]\nnl = "DUO"\nvertaling = "DUO"\n[[woord]]\nnl = "PIP"\n', encoding="utf-8")
    assert read_woordenlijst(taal) == (Term("DUO", "DUO"),)
    pad.write_text('[[woord]]\nnl = "DUO"\nvertaald = "DUO"\n', encoding="utf-8")
    with pytest.raises(KnownError, match=r"translation\.invalid"):
        read_woordenlijst(taal)
    assert any("vertaald" in fout for fout in keur(taal, [GROET]).fouten)
