"""The calendar of a dossier: what is to come, initials at most, and a file that a calendar reads."""

import datetime

from intake_assistant.operations.views.dossier.agenda import agenda_of, write_agenda
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import ALLES, changed, on, play

OP = "2028-03-01"


def written(work: Workspace, case: str = ALLES) -> str:
    dossier = play(work, case)
    at = on(work, OP)
    return write_agenda(at, at.vault.dossier(dossier)).decode()


def test_the_terms_that_run_and_the_agreements_that_are_open(work: Workspace) -> None:
    dossier = play(work, ALLES)
    at = on(work, OP)
    punten = agenda_of(at, at.vault.dossier(dossier))
    assert [punt.dag for punt in punten] == sorted(punt.dag for punt in punten)
    assert "Laatste dag: Inburgeringstermijn" in {punt.wat for punt in punten}
    assert all(punt.dag >= datetime.date(2028, 3, 1) for punt in punten if punt.sleutel.startswith("termijn"))


def test_no_name_no_number_and_no_free_text_leaves_the_vault(work: Workspace) -> None:
    dossier = play(work, ALLES)
    at = on(work, OP)
    found = at.vault.dossier(dossier)
    tekst = write_agenda(at, found).decode().replace("\r\n ", "")
    words = [str(found.get(f"inburgeraar.{veld}")) for veld in ("voornamen", "achternaam", "bsn", "v_nummer")]
    for word in (dossier, *words, *(str(found.get(f"afspraak[{a}].wat")) for a in found.row_ids("afspraak"))):
        assert not word or word not in tekst


def test_each_line_is_short_and_ends_as_the_format_asks(work: Workspace) -> None:
    lang = changed(ALLES, ('voornamen = "', 'voornamen = "' + "Ä " * 60))
    tekst = written(work, lang)
    assert tekst.startswith("BEGIN:VCALENDAR\r\n")
    assert tekst.endswith("END:VCALENDAR\r\n")
    assert "\n" not in tekst.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in tekst.split("\r\n"))
    assert tekst.count("BEGIN:VEVENT") == tekst.count("END:VEVENT") > 0
    assert "Ä." in tekst
