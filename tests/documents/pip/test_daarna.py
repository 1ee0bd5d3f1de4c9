"""When somebody else takes over: a sheet for the person, and one for the colleague without health."""

from dataclasses import replace
from datetime import date

from intake_assistant.documents.model import texts_of
from intake_assistant.documents.pip.daarna import build_daarna, build_daarna_collega
from intake_assistant.documents.pip.gegevens import DaarnaGegevens
from intake_assistant.domain.recht.ontwikkelplan import Afspraak
from intake_assistant.domain.recht.uitvoering.hulptrap import Hulptrap
from intake_assistant.domain.recht.uitvoering.nazorg import Nazorg
from tests.documents import voorbeeld

TEKSTEN = voorbeeld.teksten()
DAARNA = DaarnaGegevens(
    gemeente=voorbeeld.GEMEENTE,
    inburgeraar=voorbeeld.SELAM,
    kenmerk="Z-1",
    peildatum=date(2026, 5, 11),
    nazorg=(
        Nazorg("taalles", "Taalhuis", "010 123 45 67", date(2026, 6, 1), date(2026, 6, 2), "eerste les"),
        Nazorg("gesprekken", "GGZ", dag=date(2026, 7, 1), gezondheid=True),
        Nazorg("zoeken naar werk", dag=date(2026, 4, 1), wat_dan="al geweest"),
    ),
    termijn_einde=date(2029, 5, 11),
    leerroute="B",
    afspraken=(Afspraak("a", "een laptop regelen", "regievoerder", "2026-06-15", ""),),
    contact="J. Smit",
)


def test_the_person_reads_who_helps_from_now_on_and_which_days_count() -> None:
    said = texts_of(build_daarna(DAARNA, TEKSTEN))
    assert "Taalhuis: 010 123 45 67, vanaf 1 juni 2026" in said
    assert "GGZ" in said
    assert "dat wordt nog afgesproken" in said
    assert [deel for deel in said if deel in ("2 juni 2026", "1 juli 2026", "11 mei 2029")] == [
        "2 juni 2026",
        "1 juli 2026",
        "11 mei 2029",
    ]
    assert "al geweest" not in said


def test_the_colleague_reads_what_is_open_and_nothing_of_health_or_the_number_of_the_person() -> None:
    said = "\n".join(texts_of(build_daarna_collega(DAARNA, TEKSTEN)))
    for deel in ("Selam Tesfay", "B1-route", "een laptop regelen", "taalles"):
        assert deel in said
    for deel in ("GGZ", "1 juli 2026", voorbeeld.SELAM.bsn):
        assert deel not in said


def test_the_colleague_goes_on_where_the_help_stands() -> None:
    samen = replace(DAARNA.afspraken[0], hulp=Hulptrap("samen", "", ""))
    said = texts_of(build_daarna_collega(replace(DAARNA, afspraken=(samen,)), TEKSTEN))
    assert "een laptop regelen (de gemeente en de inburgeraar doen dit samen)" in said


def test_the_term_is_no_day_to_remember_for_who_is_done() -> None:
    klaar = replace(DAARNA, nazorg=(), einde_op=date(2026, 5, 1))
    assert "Er zijn nu geen dagen die u moet onthouden." in texts_of(build_daarna(klaar, TEKSTEN))
