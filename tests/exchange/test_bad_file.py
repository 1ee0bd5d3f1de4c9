"""What an incoming file may not do: each lie, cut and flip is refused in words, by its code."""

import gzip
import os
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.domain.entry import Entry, canonical, entry_id
from intake_assistant.exchange import limits, wire
from tests.exchange.hulp import (
    FOTO,
    A,
    B,
    Members,
    content,
    crafted,
    letterhead,
    lines,
    made,
    members,
    person,
    read,
    refusal,
    sealed,
    tarred,
    told,
    write,
)

pytestmark = pytest.mark.slow

AN, BO, COR = person("an"), person("bo"), person("cor")
DAMAGED, NEWER, NOT_FOR_YOU = "exchange.damaged", "exchange.newer", "exchange.not_for_you"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "an.intake.age"


@pytest.fixture
def sound(tmp_path: Path) -> bytes:
    path = tmp_path / "heel.intake.age"
    write(path, letterhead(AN, BO), content(made()), AN.keys)
    return path.read_bytes()


# -- on its way ----------------------------------------------------------------------------------------------


def test_cut_anywhere_it_is_damaged(path: Path, sound: bytes) -> None:
    for size in range(len(sound)):
        path.write_bytes(sound[:size])
        assert refusal(path, BO) == DAMAGED, size


def test_with_any_byte_flipped_it_is_refused(path: Path, sound: bytes) -> None:
    header = sound.index(b"\n---")
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1 << at % 8]) + sound[at + 1 :])
        # Where the header names its receivers, it may be for others.
        assert refusal(path, BO) in ((DAMAGED, NOT_FOR_YOU) if at < header else (DAMAGED,)), at


@pytest.mark.parametrize("behind", [b"\0", b"x", b"x" * 70_000])
def test_with_anything_behind_it_it_is_damaged(path: Path, sound: bytes, behind: bytes) -> None:
    path.write_bytes(sound + behind)
    assert refusal(path, BO) == DAMAGED


def test_for_somebody_else_it_is_told_so(path: Path, sound: bytes) -> None:
    path.write_bytes(sound)
    assert refusal(path, COR) == NOT_FOR_YOU


def test_sent_on_by_who_it_was_for_it_is_not_for_others(path: Path) -> None:
    parts = members(made())
    sealed(path, crafted(AN, told(AN, BO, parts=parts), parts), BO, COR)
    assert (refusal(path, BO), refusal(path, COR)) == ("", NOT_FOR_YOU)


# -- something else ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "plain", [b"", b"hallo", bytes(5000), os.urandom(5000), tarred([]), tarred([("brief.txt", b"hallo")])]
)
@pytest.mark.parametrize("packed", [True, False])
def test_an_age_file_of_something_else_is_damaged(path: Path, plain: bytes, packed: bool) -> None:
    assert refusal(sealed(path, plain, BO, packed=packed), BO) == DAMAGED


@pytest.mark.parametrize("written", [b"", b"PK\3\4", b"-----BEGIN AGE ENCRYPTED FILE-----\n", bytes(100)])
def test_no_age_file_is_damaged(path: Path, written: bytes) -> None:
    path.write_bytes(written)
    assert refusal(path, BO) == DAMAGED


def test_nobody_waits_for_a_folder_a_pipe_or_what_is_not_there(path: Path) -> None:
    assert refusal(path, BO) == refusal(path.parent, BO) == "exchange.no_file"
    if hasattr(os, "mkfifo"):
        os.mkfifo(path)
    assert refusal(path, BO) == "exchange.no_file"


def test_two_gigabytes_of_nothing_are_refused_at_once(path: Path, sound: bytes) -> None:
    for begin in (b"", sound):
        path.write_bytes(begin)
        os.truncate(path, 2 << 30)
        assert peak(lambda: refusal(path, BO)) < 1 << 20
        assert refusal(path, BO) == DAMAGED


# -- a manifest that lies ------------------------------------------------------------------------------------

type Lie = Callable[[dict[str, Any]], object]


def of_part(nr: int, **lie: object) -> Lie:
    return lambda told: told["inhoud"][nr].update(lie)


def of_count(**lie: object) -> Lie:
    return lambda told: told["aantallen"].update(lie)


LIES: dict[str, tuple[str, Lie]] = {
    "later form": (NEWER, lambda told: told.update(formaat=2, nieuw=[])),
    "no form": (DAMAGED, lambda told: told.pop("formaat")),
    "form is text": (DAMAGED, lambda told: told.update(formaat="1")),
    "unknown kind": (NEWER, lambda told: told.update(soort="vakantie")),
    "kind without entries": (DAMAGED, lambda told: told.update(soort="partner")),
    "one key more": (DAMAGED, lambda told: told.update(nieuw=1)),
    "one key less": (DAMAGED, lambda told: told.pop("sinds")),
    "no receivers": (NOT_FOR_YOU, lambda told: told.update(ontvangers=[])),
    "receivers are no list": (DAMAGED, lambda told: told.update(ontvangers=BO.recipient)),
    "another sender": (DAMAGED, lambda told: told.update(afzender=COR.card.as_json())),
    "altered card": (DAMAGED, lambda told: told["afzender"].update(naam="Baas")),
    "card of later form": (NEWER, lambda told: told["afzender"].update(formaat=2)),
    "no moment": (DAMAGED, lambda told: told.update(gemaakt_op="gisteren")),
    "moment elsewhere": (DAMAGED, lambda told: told.update(gemaakt_op="2026-11-02T12:00:00.000+01:00")),
    "since nothing": (DAMAGED, lambda told: told.update(sinds="vorige")),
    "ground is text": (DAMAGED, lambda told: told.update(gronden=["AVG"])),
    "ground with more": (DAMAGED, lambda told: told.update(gronden=[{"wat": "a", "grond": "b", "c": "d"}])),
    "one dossier more": (DAMAGED, of_count(dossiers=2)),
    "one entry less": (DAMAGED, of_count(entries=1)),
    "one entry more": (DAMAGED, of_count(entries=3)),
    "too many entries": (DAMAGED, of_count(entries=limits.ENTRIES + 1)),
    "one erased": (DAMAGED, of_count(gewist=1)),
    "one blob less": (DAMAGED, of_count(blobs=0)),
    "a negative count": (DAMAGED, of_count(dossiers=-1)),
    "a count of text": (DAMAGED, of_count(dossiers="1")),
    "another count": (DAMAGED, of_count(geheim=1)),
    "longer": (DAMAGED, lambda told: told["inhoud"][0].update(bytes=told["inhoud"][0]["bytes"] + 1)),
    "shorter": (DAMAGED, lambda told: told["inhoud"][0].update(bytes=told["inhoud"][0]["bytes"] - 1)),
    "longer by a block": (DAMAGED, lambda told: told["inhoud"][2].update(bytes=len(FOTO) + 512)),
    "larger than any": (DAMAGED, of_part(0, bytes=limits.MEMBER + 1)),
    "blob larger than any": (DAMAGED, of_part(2, bytes=limits.BLOB + 1)),
    "another hash": (DAMAGED, of_part(0, sha256="0" * 64)),
    "blob with another hash": (DAMAGED, of_part(2, sha256="0" * 64)),
    "no hash": (DAMAGED, of_part(1, sha256="x")),
    "part without hash": (DAMAGED, lambda told: told["inhoud"][0].pop("sha256")),
    "part with more": (DAMAGED, of_part(0, nieuw=1)),
    "part of text": (DAMAGED, lambda told: told["inhoud"].append("entries.tsv")),
    "part of nothing": (DAMAGED, lambda told: told["inhoud"].append([])),
    "ground of text": (DAMAGED, lambda told: told.update(gronden=[{"wat": "a"}])),
    "count missing": (DAMAGED, lambda told: told["aantallen"].pop("blobs")),
    "sender is text": (DAMAGED, lambda told: told.update(afzender="An")),
    "another name": (DAMAGED, of_part(0, naam="../../entries.tsv")),
    "blob of no name": (DAMAGED, of_part(2, naam="blobs/../manifest.json")),
    "one part less": (DAMAGED, lambda told: told["inhoud"].pop()),
    "parts turned": (DAMAGED, lambda told: told["inhoud"].reverse()),
    "one part twice": (DAMAGED, lambda told: told["inhoud"].append(told["inhoud"][2])),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_manifest_that_lies_is_refused(path: Path, lie: str) -> None:
    parts = members(made(), made(2), blobs=[FOTO])
    manifest = told(AN, BO, parts=parts)
    code, change = LIES[lie]
    change(manifest)
    assert refusal(sealed(path, crafted(AN, manifest, parts), BO), BO) == code


def test_without_a_lie_it_is_read(path: Path) -> None:
    parts = members(made(), made(2), blobs=[FOTO])
    assert refusal(sealed(path, crafted(AN, told(AN, BO, parts=parts), parts), BO), BO) == ""


def test_signed_by_another_it_is_damaged(path: Path) -> None:
    parts = members(made())
    assert refusal(sealed(path, crafted(COR, told(AN, BO, parts=parts), parts), BO), BO) == DAMAGED


@pytest.mark.parametrize("spoilt", [b"[" * 200_000, b'{"formaat":' + b"9" * 9000 + b"}", b"\xff", b"null"])
def test_a_manifest_that_is_none_is_damaged(path: Path, spoilt: bytes) -> None:
    signature = AN.keys.sign(b"intake-uitwisseling-1\n" + spoilt)
    plain = tarred([("manifest.json", spoilt), ("manifest.sig", signature)])
    assert refusal(sealed(path, plain, BO), BO) == DAMAGED


def test_a_manifest_written_otherwise_is_damaged(path: Path) -> None:
    parts = members(made())
    raw = canonical(told(AN, BO, parts=parts)).replace(b'"sinds":', b'"sinds": ')
    signature = AN.keys.sign(b"intake-uitwisseling-1\n" + raw)
    plain = tarred([("manifest.json", raw), ("manifest.sig", signature), *parts])
    assert refusal(sealed(path, plain, BO), BO) == DAMAGED


# -- parts that are not as they were told --------------------------------------------------------------------


def with_parts(path: Path, parts: Members, given: Members) -> str:
    return refusal(sealed(path, crafted(AN, told(AN, BO, parts=parts), given), BO), BO)


def test_parts_left_out_added_turned_or_swapped_are_damage(path: Path) -> None:
    parts = members(made(), blobs=[FOTO, b"nog een"])
    first, second, *rest = parts
    others = [
        [first, second, rest[0]],
        [*parts, ("brief.txt", b"hallo")],
        [second, first, *rest],
        [first, second, *reversed(rest)],
        [first, second, (rest[0][0], rest[1][1]), (rest[1][0], rest[0][1])],
        [],
    ]
    assert with_parts(path, parts, parts) == ""
    assert {with_parts(path, parts, given) for given in others} == {DAMAGED}


@pytest.mark.parametrize(
    ("at", "what"),
    [(100, b"0000777\0"), (108, b"0000001\0"), (136, b"00000000001\0"), (156, b"2"), (257, b"GNU  \0")],
    ids=["rights", "owner", "moment", "link", "other tar"],
)
def test_the_head_of_a_part_says_nothing_but_name_and_length(path: Path, at: int, what: bytes) -> None:
    parts = members(made())
    plain = bytearray(crafted(AN, told(AN, BO, parts=parts), parts))
    begin = next(i for i in range(0, len(plain), 512) if plain[i : i + 11] == b"entries.tsv")
    head = plain[begin : begin + 512]
    head[at : at + len(what)] = what
    head[148:156] = b" " * 8
    head[148:156] = b"%06o\0 " % sum(head)
    plain[begin : begin + 512] = head
    assert refusal(sealed(path, bytes(plain), BO), BO) == DAMAGED


@pytest.mark.parametrize(
    ("zeros", "code"), [(0, ""), (9 * 512, ""), (limits.ZEROS, DAMAGED), (10**7, DAMAGED)]
)
def test_a_record_of_tar_may_be_filled_up_and_no_more(path: Path, zeros: int, code: str) -> None:
    parts = members(made())
    plain = crafted(AN, told(AN, BO, parts=parts), parts)
    assert refusal(sealed(path, plain + bytes(zeros), BO), BO) == code


def test_nothing_hides_behind_the_end(path: Path) -> None:
    parts = members(made())
    plain = crafted(AN, told(AN, BO, parts=parts), parts)
    hidden = gzip.compress(plain) + gzip.compress(b"geheim")
    assert refusal(sealed(path, hidden, BO, packed=False), BO) == DAMAGED
    assert refusal(sealed(path, plain[:-1024], BO), BO) == DAMAGED
    assert refusal(sealed(path, plain[:-1] + b"x", BO), BO) == DAMAGED


# -- entries that are not sound ------------------------------------------------------------------------------


def of_lines(path: Path, written: bytes, dossiers: int = 1) -> str:
    parts = [("entries.tsv", written), ("gewist.tsv", b"")]
    return refusal(sealed(path, crafted(AN, told(AN, BO, parts=parts, dossiers=dossiers), parts), BO), BO)


def altered(old: bytes, new: bytes, entry: Entry | None = None) -> bytes:
    line = wire.entry_line(entry or made())
    assert old in line
    return line.replace(old, new)


@pytest.mark.parametrize(
    "written",
    [
        altered(b'"waarde":"a1"', b'"waarde":"b2"'),
        altered(b"\t" + b"01" * 16, b"\t" + b"02" * 16),
        altered(b'"counter":1', b'"counter": 1'),
        altered(b'"counter":1', b'"counter":0'),
        altered(b'"counter":1', b'"counter":true'),
        altered(b'"author":"An"', b'"author":"\\u0041n"'),
        altered(b'"formaat":1', b'"formaat":2'),
        altered(b'"dossier":"' + A.encode(), b'"dossier":"' + A.upper().encode()),
        altered(b"12:00:00.000Z", b"12:00:00Z"),
        altered(b"12:00:00.000Z", b"25:00:00.000Z"),
        altered(b'"replaces":[]', b'"replaces":["x"]'),
        altered(b'"gesprek":""', b'"gesprek":"\\ud800"'),
        altered(b"\t" + b"ab" * 16, b"\t" + b"AB" * 16, made(171)),
        altered(b"\t" + b"01" * 16, b"\t"),
        altered(b"\t" + b"01" * 16, b"\t-"),
        altered(b"\t", b" "),
        altered(b"\n", b"\t\n"),
        altered(b"\n", b"\n\n"),
        altered(b"\n", b"\r\n"),
        altered(b"\n", b""),
        b"\n",
        b"[" * 100_000 + b"\t-\t-\n",
        lines([made(limits.COUNTER + 1)]),
        lines([made(2), made(1)]),
        lines([made(), made()]),
    ],
)  # fmt: skip
def test_an_entry_that_is_not_as_we_write_it_is_damage(path: Path, written: bytes) -> None:
    assert of_lines(path, written) == DAMAGED


@pytest.mark.parametrize(
    "value",
    [{"waarde": "a\u0301"}, {"waarde": "a", "b": [1.5]}, {"waarde": 2**40}, ["a1"], "a1", {"w\u00e9": "a"}],
)
def test_a_value_that_could_not_be_stored_is_damage(path: Path, value: Any) -> None:
    assert of_lines(path, lines([made(value=value)])) == DAMAGED


def test_a_header_for_another_dossier_is_damage(path: Path) -> None:
    assert of_lines(path, lines([made(), made(1, dossier=B), made(2)]), dossiers=2) == DAMAGED
    assert of_lines(path, lines([made(1, dossier=B), made()]), dossiers=2) == DAMAGED


def test_an_id_is_of_the_bytes_that_came(path: Path) -> None:
    """An entry with another content has another id: what is replaced by the first is not the second."""
    first, other = made(), made(value={"waarde": "b2", "staat": "beantwoord"})
    assert entry_id(first.raw) == first.id != other.id
    forged = replace(first, body=other.body)
    assert of_lines(path, lines([forged])) == DAMAGED


def test_a_question_that_nobody_knows_is_kept(path: Path) -> None:
    entry = made(subject="ruimtevaart.vluchten@inburgeraar")
    parts = members(entry)
    sealed(path, crafted(AN, told(AN, BO, parts=parts), parts), BO)
    assert read(path, BO).dossiers == {A: [entry]}


def test_a_subject_of_no_kind_is_of_a_newer_program(path: Path) -> None:
    assert of_lines(path, lines([made(subject="ruimtevaart")])) == NEWER


@pytest.mark.parametrize(
    "written",
    [b"x\n", b"\n", A.encode() + b"\t2026-11-02\tvergissing", A.encode() + b"\t2026-11-02\tJan de Boer\n"]
    + [(A.encode() + b"\t2026-11-02\tvergissing\n") * 2],
)
def test_what_was_erased_says_nothing_of_a_person(path: Path, written: bytes) -> None:
    parts = [("entries.tsv", b""), ("gewist.tsv", written)]
    manifest = told(AN, BO, parts=parts, dossiers=0)
    assert refusal(sealed(path, crafted(AN, manifest, parts), BO), BO) == DAMAGED


# -- what would fill the memory ------------------------------------------------------------------------------


def peak(read: Callable[[], object]) -> int:
    tracemalloc.start()
    try:
        read()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_bomb_is_refused_before_it_is_unpacked(path: Path) -> None:
    bombs = {
        "zeros": bytes(48 << 20),
        "manifest": wire.head("manifest.json", 1 << 32) + bytes(48 << 20),
        "long manifest": wire.head("manifest.json", limits.MANIFEST + 1) + bytes(48 << 20),
    }
    for naam, plain in bombs.items():
        sealed(path, plain, BO)
        assert path.stat().st_size < 1 << 20
        assert refusal(path, BO) == DAMAGED, naam
        assert peak(lambda: refusal(path, BO)) < 4 << 20, naam


def test_a_line_without_end_is_refused_at_its_limit(path: Path) -> None:
    assert of_lines(path, b"x" * (64 << 20)) == DAMAGED
    assert peak(lambda: refusal(path, BO)) < 3 * limits.LINE


def test_a_dossier_without_end_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "DOSSIER_ENTRIES", 2)
    assert of_lines(path, lines([made(n) for n in (1, 2)])) == ""
    assert of_lines(path, lines([made(n) for n in (1, 2, 3)])) == DAMAGED
    monkeypatch.setattr(limits, "DOSSIER_ENTRIES", 10)
    monkeypatch.setattr(limits, "DOSSIER_BYTES", 500)
    assert of_lines(path, lines([made(n) for n in (1, 2)])) == DAMAGED
