"""A dot with a line on each row: where it stands, and what stands instead when nothing is told."""

from intake_assistant.documents.tekening.punten import Margepunt, Schaal, draw_punten
from intake_assistant.documents.tekening.vormen import Letter, Rondje, Schrift, Streep

LETTER = Letter(10, lambda tekst: 5.0 * len(tekst))


def test_a_dot_lies_where_its_number_is_on_the_scale() -> None:
    made = draw_punten([Margepunt("vrouw", (50, 25, 75))], Schaal(100, " %"), 135, LETTER, "de zin")
    # The word takes 25 and a line of 10, and the scale keeps 20 free behind it: 80 for 100.
    [dot] = [vorm for vorm in made.vormen if isinstance(vorm, Rondje)]
    assert (dot.x, dot.y) == (35 + 40, 9.5)
    line = next(v for v in made.vormen if isinstance(v, Streep) and v.y1 == v.y2)
    assert (line.x1, line.x2) == (35 + 20, 35 + 60)
    assert made.zin == "de zin"
    assert [v.tekst for v in made.vormen if isinstance(v, Schrift)] == [
        "0 %", "25 %", "50 %", "75 %", "100 %", "vrouw",
    ]  # fmt: skip


def test_what_is_hidden_says_so_in_its_row() -> None:
    made = draw_punten([Margepunt("man", None, "afgeschermd")], Schaal(10), 200, LETTER)
    assert not [vorm for vorm in made.vormen if isinstance(vorm, Rondje)]
    assert [v.tekst for v in made.vormen if isinstance(v, Schrift)] == [
        "0", "2,5", "5", "7,5", "10", "man", "afgeschermd",
    ]  # fmt: skip


def test_the_figure_of_everybody_is_a_dashed_line() -> None:
    made = draw_punten([Margepunt("man", (5, 4, 6))], Schaal(10, allen=5), 135, LETTER)
    [dashed] = [v for v in made.vormen if isinstance(v, Streep) and v.gestreept]
    assert dashed.x1 == dashed.x2 == 25 + (135 - 25 - 20) / 2


def test_without_rows_there_is_nothing_to_draw() -> None:
    assert draw_punten([], Schaal(10), 100, LETTER).vormen == ()
