"""Drawings as data: where things lie, which words fit, and SVG that any program can read."""

import datetime
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from intake_assistant.documents.model import Beeld
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.tekening.banen import Loopbaan, Tijdas, draw_as, draw_baan, stack
from intake_assistant.documents.tekening.staven import Staaf, draw_staven
from intake_assistant.documents.tekening.svg import PAPIERLETTER, as_svg
from intake_assistant.documents.tekening.vormen import Letter, Rechthoek, Schrift, Tekening
from tests.documents.test_pdf import small

LETTER = Letter(10, lambda tekst: len(tekst) * 5)
MONDAY = datetime.date(2026, 8, 24)
TODAY = datetime.date(2026, 11, 2)
AS = Tijdas(MONDAY, 23, TODAY, ("jan",) * 12, 460)


def bars(tekening: Tekening) -> list[float]:
    return [vorm.breed for vorm in tekening.vormen if isinstance(vorm, Rechthoek)]


def words(tekening: Tekening) -> list[Schrift]:
    return [vorm for vorm in tekening.vormen if isinstance(vorm, Schrift)]


def test_bars_are_as_long_as_their_values() -> None:
    found = draw_staven([Staaf("a", 4, "4"), Staaf("b", 2, "2"), Staaf("c", 0, "0")], 400, LETTER, "zin")
    first, second = bars(found)
    assert first == 2 * second
    assert [s.tekst for s in words(found)] == ["a", "4", "b", "2", "c", "0"]
    assert found.zin == "zin"


def test_nothing_to_draw_is_an_empty_drawing() -> None:
    assert draw_staven([], 400, LETTER).vormen == ()


def test_a_long_word_is_cut_and_stays_beside_its_bar() -> None:
    found = draw_staven([Staaf("een heel lange naam van iemand" * 4, 1, "1")], 300, LETTER)
    woord = words(found)[0]
    assert woord.tekst.endswith("…")
    assert LETTER.breedte(woord.tekst) <= woord.x


def test_a_lane_runs_from_its_first_to_its_last_day() -> None:
    lane = Loopbaan(TODAY, TODAY + datetime.timedelta(days=69), (), "accent", "nog 69 dagen")
    found = next(v for v in draw_baan(lane, AS, LETTER).vormen if isinstance(v, Rechthoek))
    assert (found.x, found.breed) == (AS.x(TODAY), 460 * 70 / 161)


def test_words_of_what_is_late_stand_behind_today() -> None:
    late = Loopbaan(MONDAY, TODAY - datetime.timedelta(days=21), (), "fout", "21 dagen te laat")
    (woord,) = words(draw_baan(late, AS, LETTER))
    assert woord.x > AS.x(TODAY)


def test_words_without_room_to_the_right_stand_left_of_the_lane() -> None:
    begin = TODAY + datetime.timedelta(days=20)
    lane = Loopbaan(begin, AS.einde, (), "accent", "nog heel veel dagen te gaan")
    (woord,) = words(draw_baan(lane, AS, LETTER))
    assert (woord.kant, woord.x < AS.x(begin)) == ("rechts", True)


def test_words_without_room_beside_the_lane_stand_in_what_is_to_come() -> None:
    lane = Loopbaan(MONDAY, AS.einde, (), "accent", "nog 49 dagen")
    (woord,) = words(draw_baan(lane, AS, LETTER))
    assert (woord.tekst, woord.kant) == ("nog 49 dagen", "links")
    assert woord.x > AS.x(TODAY)


def test_the_busiest_week_is_bold_and_each_number_is_written() -> None:
    weeks = {TODAY: 2, TODAY + datetime.timedelta(weeks=4): 6}
    found = words(draw_as(AS, weeks, TODAY + datetime.timedelta(weeks=4), LETTER))
    assert [(s.tekst, s.vet) for s in found if s.tekst.isdecimal()] == [("2", False), ("6", True)]


def test_svg_holds_what_anybody_is_called() -> None:
    found = stack([Tekening(10, 10, ())], 100, [Schrift(0, 5, '<b> & "O\'Neill"')], "zin")
    tree = ElementTree.fromstring(as_svg(found))  # our own, made a line above
    assert [t.text for t in tree.iter("{http://www.w3.org/2000/svg}text")] == ['<b> & "O\'Neill"']
    assert PAPIERLETTER.cut("abc", 1000) == "abc"


def test_a_word_is_set_in_the_font_that_has_its_letters() -> None:
    woorden = ("les", "سلام", "ሰላም", "ሰላም سلام")
    drawn = as_svg(Tekening(100, 20, tuple(Schrift(0, 10, woord) for woord in woorden), ""))
    found = [(e.get("font-family"), e.text) for e in ElementTree.fromstring(drawn)]
    assert found == [
        ("Noto Sans", "les"),
        ("Vazirmatn", "سلام"),
        ("Noto Sans Ethiopic", "ሰላም"),
        ("Noto Sans", "��� ����"),
    ]


@pytest.mark.parametrize("woord", ["سابقًا", "التكلّم بالهولندية", "الآن", "می‌خواهم", "ሰላም", "Türkçe konuşmak"])
def test_a_drawing_in_any_language_of_ours_goes_into_a_pdf(woord: str) -> None:
    """PDF/UA refused a page whose drawing had a vowel sign, unless its words had the same one."""
    tekening = Tekening(200, 40, (Schrift(10, 20, woord), Schrift(10, 30, woord, vet=True)), "zin")
    stuk = replace(small("tekst"), blokken=(Beeld(as_svg(tekening), "zin"),))
    assert write_pdf(stuk).startswith(b"%PDF")
