"""Whether two people are asked about as one: certain by number, possible by name, birthday and country."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.domain.dubbel.paren import Signalementen
from intake_assistant.domain.dubbel.schrijfwijze import like_sounding, sounds_of, words_of
from intake_assistant.domain.dubbel.signalement import (
    Signalement,
    compare,
    is_telling,
    kept_signalement,
    like_named,
    typed_signalement,
)
from tests.domain.dubbel.hulp import Proef, person, table

TABLE = list(table())
NAMES = sorted({w for p in TABLE for s in (p.een, p.ander) for w in s.woorden})
words = st.lists(st.one_of(st.sampled_from(NAMES), st.text("abcdeghijkmostuyz' -", max_size=9)), max_size=5)
born = st.sampled_from(["", "1990", "1990-01-01", "1990-05-12", "1990-12-05", "1991-05-12", "geen idee"])
people = st.builds(
    person, words.map(" ".join), words.map(" ".join), born, st.sampled_from(["", "SYR", "ERI"])
)


def test_the_table_holds_enough_of_each_origin() -> None:
    per = Counter((proef.herkomst, proef.is_zelfde) for proef in TABLE)
    assert sum(per.values()) >= 120
    assert len(per) == 10
    assert min(per.values()) >= 6
    assert len({proef.regel for proef in TABLE}) == len(TABLE)


@pytest.mark.parametrize("proef", TABLE, ids=[proef.regel for proef in TABLE])
def test_two_spellings_are_asked_about_and_two_people_are_not(proef: Proef) -> None:
    found = compare(proef.een, proef.ander)
    assert (found is not None) == proef.is_zelfde
    assert found is None or found.zekerheid == "mogelijk"


@given(people, people)
def test_it_is_the_same_both_ways(a: Signalement, b: Signalement) -> None:
    assert compare(a, b) == compare(b, a)
    assert 0 <= like_named(a, b) <= 1


@given(words, words, st.randoms(use_true_random=False), people)
def test_the_order_of_names_says_nothing(
    voor: list[str], achter: list[str], random: Random, other: Signalement
) -> None:
    shuffled = random.sample([*voor, *achter], len(voor) + len(achter))
    written = person(" ".join(voor), " ".join(achter), "1990-05-12", "SYR")
    for turned in (
        person(" ".join(achter), " ".join(voor), "1990-05-12", "SYR"),
        person("", " ".join(shuffled), "1990-05-12", "SYR"),
    ):
        assert compare(written, other) == compare(turned, other)


@given(people)
def test_who_is_known_by_two_words_and_a_birthday_is_like_themselves(one: Signalement) -> None:
    if len(one.woorden) > 1 and one.dag:
        assert compare(one, one) is not None


@given(people)
def test_what_is_kept_of_somebody_is_read_back(one: Signalement) -> None:
    again = kept_signalement(one.dossier, one.as_kept())  # type: ignore[arg-type]  # as JSON gives it
    assert (again.woorden, again.dag, again.jaar, again.land) == (one.woorden, one.dag, one.jaar, one.land)


# -- numbers -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("nummer", ["bsn", "v_nummer"])
def test_one_number_is_certain_whatever_the_name(nummer: str) -> None:
    a = typed_signalement({"voornamen": "Selam", "geboortedatum": "1990-05-12", nummer: "1234567890"})
    b = typed_signalement({"voornamen": "Ahmad", "geboortedatum": "1971-02-02", nummer: "1234567890"})
    found = compare(a, b)
    assert found is not None
    assert (found.zekerheid, found.nummer) == ("zeker", nummer)


def test_a_number_that_is_in_conflict_counts_in_each_of_its_forms() -> None:
    a = replace(person("Selam"), nummers={"bsn": frozenset(("111", "222"))})
    b = replace(person("Ahmad"), nummers={"bsn": frozenset(("222",))})
    found = compare(a, b)
    assert found is not None
    assert found.nummer == "bsn"


def test_two_bsns_are_two_people_and_two_v_numbers_are_not() -> None:
    told = {"voornamen": "Selam", "achternaam": "Tesfay", "geboortedatum": "1990-05-12"}
    assert compare(typed_signalement({**told, "bsn": "1"}), typed_signalement({**told, "bsn": "2"})) is None
    found = compare(
        typed_signalement({**told, "v_nummer": "1"}), typed_signalement({**told, "v_nummer": "2"})
    )
    assert found is not None
    assert found.zekerheid == "mogelijk"


def test_nothing_is_looked_for_by_a_first_name_alone() -> None:
    assert not is_telling(person("Mohammed"))
    assert not is_telling(person("", "", "1990-05-12", "SYR"))
    assert is_telling(person("Mohammed", "Ali"))
    assert is_telling(person("Selam", "", "1990"))
    assert is_telling(typed_signalement({"v_nummer": "1234567890"}))


# -- words ---------------------------------------------------------------------------------------------------


def test_a_name_without_letters_is_no_name() -> None:
    assert words_of("'- 12 ?") == ()
    assert compare(person("", "", "1990-05-12"), person("", "", "1990-05-12")) is None


def test_articles_come_and_go_but_a_name_of_only_those_stays() -> None:
    assert words_of("Mohammed El-Amrani") == ("mohammed", "amrani")
    assert words_of("Bin") == ("bin",)


@pytest.mark.parametrize("word", ["", "c" * 60, "ghchthdh" * 20, "x" * 500])
def test_any_word_is_heard_and_soon(word: str) -> None:
    heard = sounds_of(word)
    assert 1 <= len(heard) <= 24
    assert like_sounding(heard, heard) == 1.0


# -- among many ----------------------------------------------------------------------------------------------


def numbered(many: list[Signalement]) -> list[Signalement]:
    return [replace(one, dossier=f"{number:032x}") for number, one in enumerate(many)]


def test_each_pair_of_the_table_is_found_among_all_others() -> None:
    known = numbered([s for proef in TABLE for s in (proef.een, proef.ander)])
    wanted = {(known[2 * at].dossier, known[2 * at + 1].dossier) for at, p in enumerate(TABLE) if p.is_zelfde}
    found = {(paar.dossier, paar.ander) for paar in Signalementen(known).pairs()}
    assert wanted <= found


@given(st.lists(people, max_size=12))
def test_who_is_found_among_all_is_found_from_each_side_and_once(many: list[Signalement]) -> None:
    known = numbered(many)
    register = Signalementen(known)
    pairs = [(paar.dossier, paar.ander) for paar in register.pairs()]
    assert len(pairs) == len(set(pairs))
    for one in known:
        from_here = {(paar.dossier, paar.ander) for paar in register.like(one)}
        assert from_here == {pair for pair in pairs if one.dossier in pair}


def test_who_changed_or_went_is_no_longer_found_as_they_were() -> None:
    one, other = numbered([person("Selam", "Tesfay", "1990-05-12"), person("Selam", "Tesfai", "1990-05-12")])
    register = Signalementen([one, other])
    register.put(replace(person("Ahmad", "Haddad", "1980-05-12"), dossier=other.dossier))
    assert register.like(one) == []
    register.put(other)
    assert [paar.ander for paar in register.like(one)] == [other.dossier]
    register.drop(other.dossier)
    register.drop(other.dossier)
    assert register.like(one) == []
