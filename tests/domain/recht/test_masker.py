"""What is about others is found and hidden; what is about the person stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.recht.masker import (
    Derden,
    Masker,
    derden_of,
    merged,
    names_of_relatives,
    shown,
    without,
)

NAMEN = {"T. Abraha": "tolk", "L. van Dam": "maatschappelijk_begeleider", "Rahwa": "steunfiguur",
         "مريم": "tolk"}  # fmt: skip
DERDEN = derden_of(NAMEN, ["Selam", "Tesfay"], ["06 12345678", "selam@voorbeeld.example", "999990019"])


def woord(rol: str) -> str:
    return f"[{rol or '…'}]"


def hidden(tekst: str, *, over_anderen: bool = False, derden: Derden = DERDEN) -> str:
    return shown(tekst, derden.find(tekst, over_anderen=over_anderen), woord)


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("T. Abraha vertaalde rustig.", "[tolk] vertaalde rustig."),
        ("Bel Abraha als Selam te laat is.", "Bel [tolk] als Selam te laat is."),
        ("Van Dam komt; van Dam belt.", "Van [maatschappelijk_begeleider] komt; van "
         "[maatschappelijk_begeleider] belt."),
        ("Rahwa's zus", "[steunfiguur]'s zus"),
        ("Rahwana is een ander woord", "Rahwana is een ander woord"),
        ("zei مريم toen", "zei [tolk] toen"),
        ("قلت لمريم ومريم", "قلت ل[tolk] و[tolk]"),
        ("t. abraha en ABRAHA, RAHWA", "[tolk] en [tolk], [steunfiguur]"),
        ("bel 06-98765432 na vijven", "bel [telefoon] na vijven"),
        ("bel +31 6 98 76 54 32.", "bel [telefoon]."),
        ("haar eigen 06 12345678 of +31612345678", "haar eigen 06 12345678 of +31612345678"),
        ("BSN 999990019, 12-03-1985, 0,5 uur", "BSN 999990019, 12-03-1985, 0,5 uur"),
        ("mail naar buur@voorbeeld.example of selam@voorbeeld.example", "mail naar [email] of "
         "selam@voorbeeld.example"),
        ("niets bijzonders", "niets bijzonders"),
        ("", ""),
    ],
)  # fmt: skip
def test_names_and_numbers_of_others_are_found(tekst: str, verwacht: str) -> None:
    assert hidden(tekst) == verwacht


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Latifa, haar vroegere buurvrouw", "[ander], haar vroegere buurvrouw"),
        ("mijn vrouw Nadia", "mijn vrouw [ander]"),
        ("mijn zus in Eindhoven. Zij belt vaak.", "mijn zus in [ander]. Zij belt vaak."),
        ("Nadia", "[ander]"),
        ("Piet Jansen van de kerk", "[ander] [ander] van de kerk"),
        (
            "Omar van der Berg helpt. De Eritrese kerk ook.",
            "[ander] van der [ander] helpt. De [ander] kerk ook.",
        ),
        ("Mijn zus helpt.", "Mijn zus helpt."),
        ("Selam, ik zelf", "Selam, ik zelf"),
        ("Nee, aan niemand. Ja, hier.", "Nee, aan niemand. Ja, hier."),
        ("ሓፍተይ ምርያም", "[ander]"),
        ("أختي مريم", "[ander]"),
    ],
)
def test_an_answer_about_others_hides_what_looks_like_a_name(tekst: str, verwacht: str) -> None:
    assert hidden(tekst, over_anderen=True) == verwacht


def test_a_name_the_person_bears_too_is_not_hidden() -> None:
    derden = derden_of({"Yonas Tesfay": "familie"}, ["Selam", "Tesfay"], [])
    assert hidden("Yonas en mevrouw Tesfay", derden=derden) == "[familie] en mevrouw Tesfay"
    assert hidden("Yonas Tesfay belt", derden=derden) == "[familie] belt"


def test_a_name_that_is_a_word_too_hides_only_the_name() -> None:
    derden = derden_of({"J. Bakker": "tolk", "Hoop": "familie", "Bo": "familie", "A": "tolk"}, ["Selam"], [])
    assert hidden("Hij wil bakker worden, zegt Bakker.", derden=derden) == (
        "Hij wil bakker worden, zegt [tolk]."
    )
    assert hidden("Er is hoop. A is een letter. Bo en Hoop.", derden=derden) == (
        "Er is hoop. A is een letter. [familie] en [familie]."
    )


def test_a_twin_of_the_same_name_hides_nothing_of_the_person() -> None:
    tweeling = derden_of({"Mohamed Ali": "familie"}, ["Mohamed", "Ali"], [])
    assert hidden("Mohamed Ali werkt. Ali leest.", derden=tweeling) == "Mohamed Ali werkt. Ali leest."
    broer = derden_of({"Hussein Ali": "familie"}, ["Mohamed", "Ali"], [])
    assert hidden("Hussein en Ali", derden=broer) == "[familie] en Ali"


@pytest.mark.parametrize(
    ("tekst", "namen"),
    [
        ("Mijn man Bram, onze dochter Luna van drie en ik.", ["Bram", "Luna"]),
        ("Mevrouw Van Dam, of mijn vriendin Rahwa.", ["Van Dam", "Rahwa"]),
        ("mijn schoonmoeder Anneke de Wit", ["Anneke"]),
        ("Zij heet Latifa. De vrouw in het azc. Een man Nederlands leren", ["Latifa", "Nederlands"]),
        ("mijn zus in Eindhoven", []),
        ("vrouwen Amsterdam", []),
    ],
)
def test_a_name_behind_what_somebody_is_to_the_person(tekst: str, namen: list[str]) -> None:
    assert list(names_of_relatives(tekst)) == namen


def test_masks_that_touch_are_one() -> None:
    assert merged([Masker(5, 8), Masker(0, 5, "tolk"), Masker(9, 10)]) == (
        Masker(0, 8, "tolk"),
        Masker(9, 10),
    )
    assert without([Masker(0, 4), Masker(6, 9)], 3, 5) == (Masker(6, 9),)


def test_a_mask_beyond_the_text_hides_nothing_and_breaks_nothing() -> None:
    assert shown("kort", [Masker(2, 40)], woord) == "kort"


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)).map(lambda s: Masker(s[0], s[0] + s[1])))


@given(st.text(max_size=40), spans)
def test_what_is_hidden_is_gone_and_the_rest_is_whole(tekst: str, maskers: list[Masker]) -> None:
    inside = [m for m in maskers if m.tot <= len(tekst)]
    left = [teken for i, teken in enumerate(tekst) if not any(m.van <= i < m.tot for m in inside)]
    assert shown(tekst, inside, lambda _: "") == "".join(left)


@given(st.text(alphabet="Abrah T.vndm06 98765-\n", max_size=60))
def test_found_places_lie_in_the_text_and_apart(tekst: str) -> None:
    found = DERDEN.find(tekst, over_anderen=True)
    assert all(0 <= m.van < m.tot <= len(tekst) for m in found)
    assert all(a.tot < b.van for a, b in zip(found, found[1:], strict=False))
    assert "Abraha" not in hidden(tekst).split()
