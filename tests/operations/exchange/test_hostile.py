"""Files of somebody who means harm, or of a laptop that is no good any more."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from intake_assistant.documents.inzage.stuk import build_inzage
from intake_assistant.domain.entry import Entry, Json, Presence, make_entry
from intake_assistant.domain.kinds import GEWIST
from intake_assistant.domain.recht.besluit import besluiten_of, samenloop_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.conflict import resolve_conflict
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.merge import Samenvoeging, merge_files
from intake_assistant.operations.papers import inzage
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.views.team.beeld import read_team
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import erase
from intake_assistant.ui.uitwisseling.woorden import file_row
from tests.exchange.hulp import Person, crafted, made, members, person, sealed, told
from tests.operations.exchange.two import LEZEN, Two, met


@pytest.fixture
def two(tmp_path: Path, laptop: Callable[[str], Workspace]) -> Two:
    return met(laptop, tmp_path)


def codes(done: Samenvoeging) -> list[str]:
    return [one.fout.code if one.fout else "" for one in done.bestanden]


def test_a_file_that_cannot_be_read_any_more_keeps_no_other_from_being_joined(two: Two) -> None:
    """The stick is taken out: the system gives an error instead of bytes, as it does for this file."""
    unreadable = Path("/proc/self/mem")
    done = merge_files(two.bo, [unreadable, two.sent(two.an, two.bo)])
    assert codes(done) == ["path.unreachable", ""]
    assert two.bo.vault.dossiers() == [two.dossier]


# -- erasing -------------------------------------------------------------------------------------------------

BESLUIT = "besluit[0123456789abcdef]"


def stranger(two: Two) -> Person:
    """Somebody whose card was compared, and who sends what our program never would."""
    cor = person("cor", cards.own_card(two.bo).gemeente)
    cards.add_card(two.bo, cor.card, cor.card.fingerprint)
    return cor


def sent_by(two: Two, sender: Person, *entries: Entry, naam: str = "cor") -> Path:
    parts = members(*entries)
    manifest = told(sender, parts=parts) | {"ontvangers": [cards.own_card(two.bo).recipient]}
    receiver = Person(cards.own_card(two.bo), b"", "")
    return sealed(two.folder / f"{naam}.intake.age", crafted(sender, manifest, parts), receiver)


@pytest.mark.parametrize("is_first", [False, True])
def test_nobody_erases_a_besluit_by_itself(two: Two, *, is_first: bool) -> None:
    """It stands until the whole dossier goes, also when what erases it comes before it (Besl 9.9)."""
    besluit = record_waarde(two.an, two.dossier, BESLUIT, {"nummer": 1}).entries[0]
    detail = record_antwoord(two.an, two.dossier, LEZEN, "b1").entries[0]
    erasing = [
        made(1000 + nr, GEWIST.of(id), dossier=two.dossier, value={"reden": "zo"})
        for nr, id in enumerate((besluit.id, detail.id))
    ]
    hostile, file = sent_by(two, stranger(two), *erasing), two.sent(two.an, two.bo)
    for path in (hostile, file) if is_first else (file, hostile):
        assert codes(merge_files(two.bo, [path])) == [""]
    for _ in ("as derived while joining", "anew"):
        found = {e.id: e.presence for e in two.bo.vault.entries(two.dossier)}
        assert (found[besluit.id], found[detail.id]) == (Presence.PRESENT, Presence.ERASED)
        two.bo.vault.rebuild()
    assert not erase.own_pending(two.bo.vault)
    assert check_open(two.bo) == []


def besluit(leerroute: str) -> dict[str, Json]:
    return {
        "nummer": 1, "grond": "eerste", "dagtekening": "2026-10-01", "leerroute": leerroute,
        "inhoud": {"leerroute": leerroute}, "bestanden": {},
    }  # fmt: skip


def test_nobody_writes_a_besluit_anew(two: Two) -> None:
    """It says that it replaces what was handed over: both stay in sight, and nobody can choose the other."""
    subject = BESLUIT
    was = record_waarde(two.an, two.dossier, subject, besluit("B")).entries[0]
    two.exchange()
    other = made(900, subject, dossier=two.dossier, value={"waarde": besluit("Z")}, replaces=[was])
    assert codes(merge_files(two.bo, [sent_by(two, stranger(two), other)])) == [""]
    for _ in ("as derived while joining", "anew"):
        dossier = two.bo.vault.dossier(two.dossier)
        both = besluiten_of(dossier)
        assert [one.inhoud["leerroute"] for one in both] == ["B", "Z"]
        assert samenloop_of(both) is not None
        assert [conflict.subject for conflict in dossier.conflicts()] == [subject]
        two.bo.vault.rebuild()
    with pytest.raises(KnownError, match=r"pip\.frozen"):
        resolve_conflict(two.bo, two.dossier, subject, "2")


# -- values that our program never writes --------------------------------------------------------------------

STRANGE: dict[str, dict[str, Json]] = {
    f"{LEZEN}@inburgeraar": {"staat": "nvt", "waarde": "a1"},
    "taalniveau.nl_spreken@duo": {"staat": "verwijderd"},
    "taalniveau.nl_spreken@marsman": {"staat": "beantwoord", "waarde": "a2"},
    "geldt:taalniveau.nl_spreken": {"waarde": "marsman"},
    "geldt:taalniveau.nl_schrijven": {"waarde": ["duo"]},
    "taalniveau.nl_schrijven@duo": {"staat": "beantwoord", "waarde": "a1"},
    "taalniveau.nl_schrijven@inburgeraar": {"staat": "beantwoord", "waarde": {"a": "b"}},
    "werkervaring.banen@inburgeraar": {"staat": "beantwoord", "waarde": "geen"},
    "gesprek[0123456789abcdef].aanwezig[0123456789abcdef]": {"waarde": 5},
    "gesprek[0123456789abcdef].verteld[rechten]": {"waarde": "ja"},
    "toestemming[0123456789abcdef]": {"waarde": ["school"]},
    f"masker[{'a' * 64}]": {"waarde": {"waarde": 3, "b": ["x"]}},
    f"masker[{'b' * 64}]": {"waarde": "x"},
    "nagelezen[0123456789abcdef]": {"waarde": 3},
    "verstrekking[0123456789abcdef]": {"waarde": {"delen": [{"wat": "later"}, 3], "op": [1]}},
    "planversie[0123456789abcdef]": {"waarde": "1", "staat": ["x"]},
    "planversie[1123456789abcdef]": {"waarde": {"nummer": "1"}},
    "besluit[0123456789abcdef]": {"waarde": {"nummer": "x", "inhoud": 3}},
    "besluit[1123456789abcdef]": {"waarde": {"dagtekening": "2026-02-02"}},
    "besluit[2123456789abcdef]": {
        "waarde": {
            "nummer": 1,
            "grond": "later",
            "dagtekening": "2026-02-02",
            "inhoud": {"leerroute": "X"},
            "bestanden": {},
        }
    },
    "weging[X].voor[0123456789abcdef]": {"waarde": "x"},
    "wijziging[0123456789abcdef].grond": {"waarde": ["zomaar"]},
    "wijziging[1123456789abcdef].motivering": {"waarde": {"a": 1}},
    "randvoorwaarden.les_dagen@inburgeraar": {"staat": "beantwoord", "waarde": 3},
    "randvoorwaarden.les_momenten@inburgeraar": {"staat": "beantwoord"},
    "bezwaar[0123456789abcdef].ontvangen_op": {"waarde": "2026-03-02"},
    "bezwaar[0123456789abcdef].besluit": {"waarde": [1]},
}
"""As a newer program might, or who means harm; each where something else is expected."""


def within(much: int) -> Json:
    found: Json = "x"
    for _ in range(much):
        found = [found]
    return found


def test_what_nobody_expects_keeps_nobody_from_the_list(two: Two) -> None:
    """One entry of one dossier does not take away the list of all others, nor that dossier."""
    strange = [
        made(nr + 1, subject, dossier="e" * 32, value=value)
        for nr, (subject, value) in enumerate(STRANGE.items())
    ]
    path = sent_by(two, stranger(two), *strange)
    two.travel(two.an, two.bo)
    assert codes(merge_files(two.bo, [path])) == [""]
    lines = list_dossiers(two.bo)
    assert {line.dossier for line in lines} == {two.dossier, "e" * 32}
    assert not any(line.is_beschadigd for line in lines)
    assert len(read_team(two.bo, lines).rijen) == 2
    dossier = two.bo.vault.dossier("e" * 32)
    (said,) = (regel.waarde for regel in geschiedenis_of(two.bo, dossier) if regel.subject.startswith(LEZEN))
    assert said == "nvt"
    assert show_dossier(two.bo, "e" * 32)["gesprekken"][0]["aanwezig"] == [{}]
    assert inzage.as_json(two.bo, dossier)


def test_a_value_is_not_too_deep_to_be_read(two: Two) -> None:
    cor, (subject, *_) = stranger(two), STRANGE
    # Deeper than three thousand Python itself does not write on Windows.
    for deep, code in ((31, ""), (32, "exchange.damaged"), (3000, "exchange.damaged")):
        entry = made(1, subject, dossier=f"{deep:032x}", value={"waarde": within(deep)})
        assert codes(merge_files(two.bo, [sent_by(two, cor, entry, naam=str(deep))])) == [code]
    dossier = two.bo.vault.dossier(f"{31:032x}")
    assert geschiedenis_of(two.bo, dossier)
    assert inzage.as_json(two.bo, dossier)


@pytest.fixture
def in_nederland(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone in which the program is used: east of Greenwich, so ahead of what a file tells."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Amsterdam")
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("in_nederland")
@pytest.mark.parametrize("op", ["9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z"])
def test_a_clock_at_the_end_of_the_calendar_does_no_harm(two: Two, op: str) -> None:
    cor, plain = stranger(two), made(dossier="e" * 32)
    entry = make_entry(replace(plain.header, vastgelegd_op=op), plain.salt, plain.body)
    parts = members(entry)
    receiver = Person(cards.own_card(two.bo), b"", "")
    manifest = told(cor, receiver, parts=parts) | {"gemaakt_op": op}
    path = sealed(two.folder / "ver.intake.age", crafted(cor, manifest, parts), receiver)
    done = merge_files(two.bo, [path])
    assert codes(done) == [""]
    assert file_row(path, done.bestanden[0])[0] == path.name
    dossier = two.bo.vault.dossier("e" * 32)
    assert geschiedenis_of(two.bo, dossier)
    assert build_inzage(inzage.gather(two.bo, dossier), two.bo.data.inzageteksten).blokken
