"""Sixty lives through the real acts: what the letters then say is true of each of them."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.operations.papers.bevindingen import bevindingen_of, planzinnen_of
from intake_assistant.operations.papers.stukken import beschikking_stuk, ontwikkelplan_stuk, wandplan_stuk
from intake_assistant.operations.workspace import Data, Workspace
from tests.operations.papers.levens import GEHEIM, PROFIELEN, Leven, live, make_leven
from tests.operations.papers.waarheid import faults, make_stuk
from tests.storage.hulp import CLOCK, copied, quick, seeded

AANTAL = 60
"""Twice each profile with each doelgroep, and with one source of an answer or two."""
ISOLATES = re.compile("[\u2066-\u2069]")


type Levens = tuple[Workspace, list[tuple[Leven, str]]]


@pytest.fixture(scope="module")
def lives(tmp_path_factory: pytest.TempPathFactory, data: Data) -> Iterator[Levens]:
    """All of them in one vault."""
    folder: Path = tmp_path_factory.mktemp("levens")
    with quick(copied(folder, "an")) as vault:
        work = Workspace(vault, data, CLOCK, seeded(7))
        told = [make_leven(nummer, data.formulieren) for nummer in range(AANTAL)]
        yield work, [(leven, live(work, leven)) for leven in told]


def said(work: Workspace, dossier: str) -> tuple[list[str], list[str]]:
    """The findings of the besluit and the sentences of the plan."""
    found = work.vault.dossier(dossier)
    besluit = [zin for bevinding in bevindingen_of(work, found) for zin in bevinding.zinnen]
    return besluit, [zin for zinnen in planzinnen_of(work, found).values() for zin in zinnen]


def test_no_letter_says_what_is_not_so(lives: Levens) -> None:
    work, everybody = lives
    wrong: list[str] = []
    for leven, dossier in everybody:
        for zinnen in said(work, dossier):
            told = faults(make_stuk(zinnen, work.clock.today(), leven.zegt))
            wrong += [f"leven {leven.nummer} ({leven.profiel}): {fault}" for fault in told]
    assert wrong == []


def test_the_lives_are_of_every_kind_and_most_of_them_say_much(
    lives: Levens,
) -> None:
    work, everybody = lives
    counts = {profiel: 0 for profiel in PROFIELEN}
    for leven, dossier in everybody:
        counts[leven.profiel] += sum(map(len, said(work, dossier)))
    assert counts["leeg"] == 0
    assert 0 < counts["karig"] < counts["gewoon"] < counts["vol"]
    told = {zin for _, dossier in everybody for zinnen in said(work, dossier) for zin in zinnen}
    assert len(told) > 600
    assert any(leven.zegt("taalniveau.geletterdheid") == "niet" for leven, _ in everybody)


def test_nothing_sealed_is_in_any_paper_and_each_can_be_drawn(
    lives: Levens,
) -> None:
    work, everybody = lives
    for leven, dossier in everybody:
        found = work.vault.dossier(dossier)
        plan = ontwikkelplan_stuk(work, found, versie=1, datum=work.clock.today(), vastgesteld=False)
        papers = (beschikking_stuk(work, found, concept_of(found)), plan, wandplan_stuk(work, found))
        for paper in papers:
            assert GEHEIM not in ISOLATES.sub("", "\n".join(texts_of(paper))), leven.nummer
            if leven.nummer % 20 == 4:  # the furthest of each doelgroep: drawing takes longer than telling
                assert write_pdf(paper).startswith(b"%PDF")


ONWAAR = [
    ("U spreekt Nederlands op niveau Alfa A.",),
    ("De niveaus komen uit een toets.",),
    ("U werkt nu, met of zonder loon.",),
    ("Dat zien wij hieraan: “Leert snel”.",),
    ("Voor uw kind hebben wij dit afgesproken: “De voorschool”.",),
    ("U bent 14 jaar naar school gegaan (bron: COA; uit het gesprek kwam: 15).",),
    ("Zij wil graag werken.",),
    ("U heeft belangstelling voor werk_zorg.",),
    ("De reis naar de les duurt ongeveer 0 minuten.",),
    ("U wilt graag dit werk doen: kok",),
    ("Dit wilt u ook nog leren: ““zo” zei mijn oom”.",),
    ("U heeft een eigen woning.",),
    ("U werkt nu niet.", "U werkt 12 uur per week."),
    ("U heeft nog geen inkomen.", "De gemeente betaalt deze rekeningen eerst voor u, uit uw bijstand: huur."),
    ("Dit wilt u nog beter kunnen: “Fietsen”.", "Dit wilt u ook nog leren: “fietsen!”"),
    ("U kunt fietsen.", "U kunt fietsen."),
]
ONWAAR_BIJ = [
    ("taalniveau.geletterdheid", "niet", "Brieven krijgt u het liefst in het Pasjtoe (Pashto)."),
    ("praktische_competenties.rijbewijs_geldig", "examen_nodig", "U heeft een rijbewijs voor de auto."),
    ("gezinssituatie.heeft_kinderen", "nee", "De opvang voor uw kinderen is geregeld."),
    ("financien.toeslagen", ["geen"], "Uw toeslagen zijn aangevraagd. Het geld komt nog."),
]


@pytest.mark.parametrize("zinnen", ONWAAR, ids=lambda zinnen: zinnen[0][:40])
def test_the_rules_see_what_is_untrue(zinnen: tuple[str, ...]) -> None:
    assert faults(make_stuk(zinnen, CLOCK.today(), lambda naam: ""))


@pytest.mark.parametrize(("naam", "waarde", "zin"), ONWAAR_BIJ)
def test_the_rules_see_what_contradicts_an_answer(naam: str, waarde: object, zin: str) -> None:
    assert not faults(make_stuk([zin], CLOCK.today(), lambda asked: ""))
    assert faults(make_stuk([zin], CLOCK.today(), lambda asked: waarde if asked == naam else ""))


def test_the_rules_see_a_day_that_has_passed() -> None:
    said = {"leerbaarheid.lbt_status": "gepland", "leerbaarheid.lbt_gepland_op": "2026-09-24"}
    zin = ["Uw leerbaarheidstoets is op 24 september 2026."]
    assert faults(make_stuk(zin, datetime.date(2026, 9, 25), lambda naam: said.get(naam, "")))
    assert not faults(make_stuk(zin, datetime.date(2026, 9, 24), lambda naam: said.get(naam, "")))
