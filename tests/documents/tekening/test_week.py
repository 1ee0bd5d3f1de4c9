"""The drawing of a week: a column a day, each block where its hours are, what collides beside each other."""

from dataclasses import replace

from intake_assistant.documents.tekening.vormen import Letter, Rechthoek, Schrift, Streep
from intake_assistant.documents.tekening.week import Weekvak, Weekwoorden, draw_week

LETTER = Letter(10, lambda tekst: len(tekst) * 5)
WOORDEN = Weekwoorden(("maandag", "dinsdag"), {"opvang": "opvang"}, "Twee dagen les.")


def test_a_longer_block_is_higher_and_a_later_one_lower() -> None:
    vakken = [Weekvak(0, 540, 600, "les", "les"), Weekvak(1, 600, 720, "werk", "werk", "Buurthuis")]
    drawn = draw_week(vakken, WOORDEN, 400, LETTER)
    les, werk = (vorm for vorm in drawn.vormen if isinstance(vorm, Rechthoek))
    assert werk.x > les.x + les.breed
    assert werk.y > les.y
    assert werk.hoog > 1.9 * les.hoog
    words = [vorm.tekst for vorm in drawn.vormen if isinstance(vorm, Schrift)]
    assert {"maandag", "dinsdag", "9.00", "17.00", "les", "werk", "Buurthuis"} <= set(words)
    assert drawn.zin == "Twee dagen les."


def test_what_is_at_once_stands_beside_each_other_and_is_marked() -> None:
    vakken = [
        Weekvak(0, 540, 660, "les", "les", botst=True),
        Weekvak(0, 600, 720, "zorg", "zorg", botst=True),
    ]
    drawn = draw_week(vakken, WOORDEN, 400, LETTER)
    left, right = (vorm for vorm in drawn.vormen if isinstance(vorm, Rechthoek))
    assert right.x >= left.x + left.breed
    assert left.kader == right.kader == "fout"


def test_the_name_of_a_lesson_goes_on_below_where_there_is_room() -> None:
    long = Weekvak(0, 540, 780, "les", "les", "Taalschool De Brug")
    smal = Weekwoorden(tuple("mdwdv"), {}, "")
    drawn = draw_week([long, replace(long, dag=1, tot=640)], smal, 360, LETTER)
    words = [vorm.tekst for vorm in drawn.vormen if isinstance(vorm, Schrift)]
    assert words[words.index("les") + 1 :][:2] == ["Taalschool", "De Brug"]
    assert not {word for word in words if word.endswith("…")} - {"Taalschool…"}


def test_childcare_is_a_line_along_the_day_and_nothing_is_no_drawing() -> None:
    drawn = draw_week([Weekvak(0, 480, 1080, "opvang", "opvang")], WOORDEN, 400, LETTER)
    assert not [vorm for vorm in drawn.vormen if isinstance(vorm, Rechthoek)]
    # Once along the day, and once beside its word.
    assert len([vorm for vorm in drawn.vormen if isinstance(vorm, Streep) and vorm.dik == 4]) == 2
    assert draw_week([], WOORDEN, 400, LETTER).vormen == ()


def test_days_that_have_no_room_are_all_named_short() -> None:
    vak, kort = Weekvak(0, 540, 660, "les", "les"), replace(WOORDEN, kort=("ma", "di"))
    for breed, namen in ((90, {"ma", "di"}), (400, {"maandag", "dinsdag"})):
        words = {
            vorm.tekst for vorm in draw_week([vak], kort, breed, LETTER).vormen if isinstance(vorm, Schrift)
        }
        assert namen <= words
