"""A line of time as data: nothing lies over anything else, from near and far."""

import datetime
from xml.etree import ElementTree

import pytest

from intake_assistant.documents.tekening.gezin import Figuur, draw_gezin
from intake_assistant.documents.tekening.levenslijn import Levenslijn, Moment, Tijdbaan, draw_levenslijn
from intake_assistant.documents.tekening.svg import as_svg
from intake_assistant.documents.tekening.tijdschaal import LEAST_DAYS, Uitzicht, around, steps_of
from intake_assistant.documents.tekening.vakje import Vakje, draw_vakje
from intake_assistant.documents.tekening.vormen import Letter, Rechthoek, Rondje, Schrift, Tekening

LETTER = Letter(10, lambda tekst: len(tekst) * 5)
TODAY = datetime.date(2026, 5, 20)
DAY = datetime.timedelta(days=1)


def line(*days: int, begin: datetime.date | None = None, word: str = "gesprek") -> Levenslijn:
    momenten = tuple(Moment(n, TODAY + day * DAY, f"{word} {n}") for n, day in enumerate(days))
    return Levenslijn((Tijdbaan("Gesprekken", momenten, begin),), TODAY, "vandaag", "zin")


def words(tekening: Tekening, y: float | None = None) -> list[Schrift]:
    return [v for v in tekening.vormen if isinstance(v, Schrift) and y in (None, v.y)]


def overlaps(found: list[Schrift]) -> list[str]:
    """The words that lie over the next ones of their row."""
    wrong = []
    for y in {s.y for s in found}:
        spans = sorted(_span(s) for s in found if s.y == y)
        wrong += [left[2] for left, right in zip(spans, spans[1:], strict=False) if left[1] > right[0]]
    return wrong


def touching(tekening: Tekening) -> list[tuple[float, float]]:
    """Dots and words of one lane that nearly touch what comes next; a number lies in its ring."""
    spans = [(d.x - d.straal, d.x + d.straal, d.y) for d in tekening.vormen if isinstance(d, Rondje)]
    spans += [(*_span(s)[:2], s.y) for s in words(tekening) if not s.klein]
    nabij = ((one, two) for one in spans for two in spans if one != two and one[2] == two[2])
    return [(one[1], two[0]) for one, two in nabij if one[0] < two[0] < one[1] + LETTER.hoog * 0.15]


def _span(schrift: Schrift) -> tuple[float, float, str]:
    wide = LETTER.breedte(schrift.tekst)
    left = schrift.x - {"links": 0, "midden": wide / 2, "rechts": wide}[schrift.kant]
    return left, left + wide, schrift.tekst


def test_far_apart_each_dot_has_its_words_and_leads_to_itself() -> None:
    lijn = line(-300, 0, 400)
    tekening, vlakken = draw_levenslijn(lijn, around(lijn.dagen, TODAY), 900, LETTER)
    assert {"gesprek 0", "gesprek 1", "gesprek 2"} <= {s.tekst for s in words(tekening)}
    assert [vlak.nummers for vlak in vlakken] == [(0,), (1,), (2,)]
    assert overlaps(words(tekening)) == []
    assert tekening.zin == "zin"


def test_close_together_they_are_counted_and_come_apart_from_near() -> None:
    lijn = line(-1, 0, 1, 2, 700)
    tekening, vlakken = draw_levenslijn(lijn, around(lijn.dagen, TODAY), 600, LETTER)
    assert vlakken[0].nummers == (0, 1, 2, 3)
    assert "4" in {s.tekst for s in words(tekening)}
    near = Uitzicht(TODAY - 3 * DAY, TODAY + 11 * DAY)
    tekening, vlakken = draw_levenslijn(lijn, near, 900, LETTER)
    assert [vlak.nummers for vlak in vlakken if len(vlak.nummers) == 1][-1:] != []
    assert {n for vlak in vlakken for n in vlak.nummers} == {0, 1, 2, 3, 4}
    assert "1›" in {s.tekst for s in words(tekening)}, "what lies after it is counted"


@pytest.mark.parametrize("breed", [320, 600, 1100])
@pytest.mark.parametrize("dagen", [14, 90, 1200, 9000])
def test_two_hundred_moments_never_lie_over_each_other(breed: int, dagen: int) -> None:
    lijn = line(*range(-400, 400, 4), word="een heel lang woord")
    uitzicht = Uitzicht(TODAY - dagen // 2 * DAY, TODAY + dagen // 2 * DAY)
    tekening, vlakken = draw_levenslijn(lijn, uitzicht, breed, LETTER)
    assert overlaps(words(tekening)) == []
    assert touching(tekening) == []
    assert sorted(n for vlak in vlakken for n in vlak.nummers) == list(range(200))
    assert all(left >= 0 and right <= breed + 20 for left, right, _ in map(_span, words(tekening)))


def test_a_term_runs_from_its_first_to_its_last_day_as_far_as_it_is_seen() -> None:
    lijn = line(36, begin=TODAY - 34 * DAY, word="nog 36 dagen")
    uitzicht = Uitzicht(TODAY - 100 * DAY, TODAY + 100 * DAY)
    tekening, _ = draw_levenslijn(lijn, uitzicht, 600, LETTER)
    (bar,) = [v for v in tekening.vormen if isinstance(v, Rechthoek)]
    near, _ = draw_levenslijn(lijn, Uitzicht(TODAY - 7 * DAY, TODAY + 7 * DAY), 600, LETTER)
    (whole,) = [v for v in near.vormen if isinstance(v, Rechthoek)]
    assert 0 < bar.breed < whole.breed
    assert any("nog 36 dagen" in s.tekst for s in words(near)), "inside, where there is no room beside it"


def test_a_term_out_of_sight_has_its_words_on_the_side_where_it_lies() -> None:
    lijn = line(36, begin=TODAY - 34 * DAY, word="nog 36 dagen")
    for uitzicht, woord in (
        (Uitzicht(TODAY + 100 * DAY, TODAY + 200 * DAY), "‹ nog 36 dagen 0"),
        (Uitzicht(TODAY - 200 * DAY, TODAY - 100 * DAY), "nog 36 dagen 0 ›"),
    ):
        tekening, (vlak,) = draw_levenslijn(lijn, uitzicht, 600, LETTER)
        assert woord in {s.tekst for s in words(tekening)}
        assert vlak.nummers == (0,)
        assert [v for v in tekening.vormen if isinstance(v, Rechthoek)] == []


def test_what_lies_absurdly_far_does_not_press_the_rest_together() -> None:
    far = datetime.date(2090, 1, 1)
    found = around([TODAY - 100 * DAY, TODAY + 1000 * DAY, far], TODAY, jaren=6)
    assert found.tot < far
    assert around([far], TODAY).tot >= far
    assert around([], TODAY).dagen >= LEAST_DAYS


def test_nearer_and_further_stay_within_the_years_that_there_are() -> None:
    found = around([TODAY], TODAY)
    for _ in range(60):
        found = found.zoomed(1.7)
    assert (found.van.year, found.tot.year) == (1900, 2100)
    for _ in range(60):
        found = found.zoomed(0.5).moved(5)
    assert found.dagen == LEAST_DAYS
    assert found.tot.year == 2100


@pytest.mark.parametrize("dagen", [14, 60, 400, 1500, 9000, 73000])
@pytest.mark.parametrize("room", [200, 1000])
def test_the_marks_on_the_axis_fit_and_the_year_is_told(dagen: int, room: int) -> None:
    begin = datetime.date(1901, 5, 20)
    marks = list(steps_of(Uitzicht(begin, begin + dagen * DAY), room / dagen, LETTER))
    assert marks
    assert len(marks) <= room / 20
    assert any(part.isdecimal() and len(part) == 4 for part in marks[0][1].split())


def test_the_line_and_the_family_are_svg_too() -> None:
    lijn = line(-300, 0, 400, word='<b> & "')
    tekening, _ = draw_levenslijn(lijn, around(lijn.dagen, TODAY), 900, LETTER)
    tree = ElementTree.fromstring(as_svg(tekening))  # our own, made a line above
    told = [t.text for t in tree.iter("{http://www.w3.org/2000/svg}text")]
    assert '<b> & " 0' in told
    assert ElementTree.fromstring(as_svg(draw_vakje(Vakje("Ta", 0.5, True), 34, LETTER))) is not None


def test_a_family_is_shown_whole_with_fewer_words_when_it_is_large() -> None:
    kinderen = [Figuur(f"{n} jaar", "elders", str(n), is_groot=False, is_hier=False) for n in range(10, 24)]
    gezin = [Figuur("zelf"), Figuur("partner"), *kinderen]
    few, many = draw_gezin(gezin[:4], 400, LETTER, "zin"), draw_gezin(gezin, 400, LETTER, "zin")
    assert [s.tekst for s in words(few)] == ["zelf", "partner", "10 jaar", "elders", "11 jaar", "elders"]
    assert [s.tekst for s in words(many)][-1] == "23"
    small = draw_gezin(gezin, 120, LETTER, "zin")
    shown = len({v.x for v in small.vormen if isinstance(v, Rondje)})
    assert f"+{len(gezin) - shown}" in [s.tekst for s in words(small)]
