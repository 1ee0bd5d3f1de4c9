"""Files of what is new since the last one: nothing gets lost between two of them unseen."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.exchange.merge import Samenvoeging, merge_files
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.ui.uitwisseling.woorden import file_row, refused_in_words
from tests.operations.exchange.bekenden import LEZEN, SLAPEN, Laptops, begun, meet


def test_the_next_file_holds_only_what_came_since(laptops: Laptops) -> None:
    dossier, other = begun(laptops.an), begun(laptops.an, "Ander")
    first = laptops.send(laptops.an, laptops.tea, "1")
    record_antwoord(laptops.an, dossier, LEZEN, "b1")
    next_one = laptops.send(laptops.an, laptops.tea, "2", alleen_nieuw=True)
    told = next_one.written.manifest
    assert (told.aantallen.dossiers, told.aantallen.entries) == (1, 1)
    assert told.sinds == first.written.sha256
    merge_files(laptops.tea, [first.pad, next_one.pad])
    assert digest(laptops.tea) == digest(laptops.an)
    assert sorted(laptops.tea.vault.dossiers()) == sorted([dossier, other])
    with pytest.raises(KnownError) as refused:
        laptops.send(laptops.an, laptops.tea, "3", alleen_nieuw=True)
    assert refused.value.code == "exchange.nothing_to_send"


def test_without_the_file_before_it_the_dossier_is_incomplete(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    first = laptops.send(laptops.an, laptops.tea, "1")
    record_antwoord(laptops.an, dossier, LEZEN, "b1")
    (one,) = laptops.travel(laptops.an, laptops.tea, "2", alleen_nieuw=True).dossiers
    assert one.onvolledig
    (one,) = merge_files(laptops.tea, [first.pad]).dossiers
    assert not one.onvolledig


def late(done: Samenvoeging) -> list[bool]:
    return [one.mist_eerder for one in done.bestanden]


def test_who_never_got_the_file_before_it_is_told(laptops: Laptops) -> None:
    """A file of what is new replaces nothing of what got lost: nobody would see that it is missing."""
    dossier = begun(laptops.an)
    sent = []
    for nr, vraag in enumerate((LEZEN, "taalniveau.nl_spreken", "taalniveau.nl_schrijven", "opleiding.cv")):
        record_antwoord(laptops.an, dossier, vraag, "a2")
        sent.append(laptops.send(laptops.an, laptops.tea, str(nr), alleen_nieuw=nr > 0).pad)
    first, lost, third, fourth = sent
    assert late(merge_files(laptops.tea, [first])) == [False]
    done = merge_files(laptops.tea, [third])
    assert (late(done), done.as_json()["onvolledig"]) == ([True], 0)
    assert done.as_json()["bestanden"][0]["mist_eerder"] is True
    (read,) = done.bestanden
    assert file_row(third, read)[-1] == "niet alles"
    assert "vraag an om alles te sturen" in refused_in_words(read)
    assert late(merge_files(laptops.tea, [fourth], dry_run=True)) == [True]
    assert late(merge_files(laptops.tea, [fourth, third, lost])) == [False] * 3
    assert late(merge_files(laptops.tea, [fourth])) == [False]
    assert digest(laptops.tea) == digest(laptops.an)


def test_of_a_file_that_was_joined_in_part_the_next_one_misses_something(laptops: Laptops) -> None:
    dossier, other = begun(laptops.an), begun(laptops.an, "Ander")
    first = laptops.send(laptops.an, laptops.tea, "1").pad
    merge_files(laptops.tea, [first], only=[dossier])
    record_antwoord(laptops.an, dossier, LEZEN, "b1")
    pad = laptops.send(laptops.an, laptops.tea, "2", alleen_nieuw=True).pad
    assert late(merge_files(laptops.tea, [pad])) == [True]
    assert late(merge_files(laptops.tea, [first, pad], only=[dossier, other])) == [False, False]


def test_what_was_not_in_the_file_before_it_goes_whole(laptops: Laptops) -> None:
    """The first file got lost; the second, of one dossier, arrived: the third needs that one only."""
    dossier, other = begun(laptops.an), begun(laptops.an, "Ander")
    laptops.send(laptops.an, laptops.tea, "1")
    later = replace(laptops.an, clock=FixedClock(datetime.date(2026, 11, 3)))
    second = laptops.send(later, laptops.tea, "2", dossiers=(dossier,)).pad
    record_antwoord(laptops.an, dossier, LEZEN, "b1")
    third = laptops.send(laptops.an, laptops.tea, "3", alleen_nieuw=True)
    assert third.written.manifest.aantallen.entries == 1 + len(laptops.an.vault.entries(other))
    assert late(merge_files(laptops.tea, [second, third.pad])) == [False, False]
    assert digest(laptops.tea) == digest(laptops.an)


def test_what_was_left_out_before_goes_along_once_there_is_a_ground(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    record_antwoord(laptops.an, dossier, SLAPEN, 2)
    laptops.travel(laptops.an, laptops.tea, "1")
    laptops.travel(laptops.an, laptops.tea, "2", alleen_nieuw=True, gezondheid="overleg")
    assert laptops.tea.vault.dossier(dossier).antwoord(SLAPEN).waarde == 2


def test_what_came_in_later_from_somebody_else_goes_along_though_it_is_older(
    laptops: Laptops, laptop: Callable[[str], Workspace]
) -> None:
    """By ids of leaves, never by counters: An passes on what Bo recorded long before."""
    bo = laptop("bo")
    meet(laptops.an, laptops.tea, bo)
    dossier = begun(laptops.an)
    laptops.travel(laptops.an, bo, "1")
    record_antwoord(bo, dossier, LEZEN, "b2")
    for waarde in ("a2", "b1", "a1"):
        record_antwoord(laptops.an, dossier, LEZEN, waarde)
    laptops.travel(laptops.an, laptops.tea, "2")
    laptops.travel(bo, laptops.an, "3")
    laptops.travel(laptops.an, laptops.tea, "4", alleen_nieuw=True)
    assert digest(laptops.tea) == digest(laptops.an)
