"""The file of the administrator: read whole or replaced by the strictest rules, with every mistake told."""

from __future__ import annotations

import datetime
import json
import os
import re
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant import policy
from intake_assistant.errors import KnownError
from intake_assistant.policy import NO_POLICY, SAFE_IDLE, Policy, machine_policy, read_policy
from intake_assistant.texts import known_error_text

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="what the tests write is no administrator's there")

GOED = 'beheerder = "Servicedesk, 12345"\n'
SLEUTEL = str(pyrage.x25519.Identity.generate().to_public())
GEHEIM = str(pyrage.x25519.Identity.generate())


def read(folder: Path, content: str | bytes) -> Policy:
    file = folder / "beleid.toml"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    file.chmod(0o644)
    return read_policy(file, owner=os.getuid())


def test_without_a_file_there_are_no_rules(tmp_path: Path) -> None:
    assert read_policy(None) is NO_POLICY
    assert read_policy(tmp_path / "beleid.toml") is NO_POLICY
    assert NO_POLICY.rules() == []
    NO_POLICY.refuse_if_broken()


def test_the_example_of_the_manual_holds_every_rule(tmp_path: Path) -> None:
    manual = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", manual, re.DOTALL)
    for naam in ("sjablonen", "formulieren"):
        assert f"/etc/intake-assistent/{naam}" in example
        example = example.replace(f"/etc/intake-assistent/{naam}", str(tmp_path / naam))
    (tmp_path / "sjablonen").mkdir()
    (tmp_path / "sjablonen" / "stuk.docx").touch()
    (tmp_path / "formulieren" / "startposities").mkdir(parents=True)
    found = read(tmp_path, example)
    assert found.fouten == ()
    # Each field is in the example: who adds one to the program, adds it there.
    assert len(found.rules()) == len([f for f in Policy.__dataclass_fields__ if f not in _NOT_RULES])
    assert found.wie == "Servicedesk ICT, telefoon 14 0000"


_NOT_RULES = ("bron", "beheerder", "fouten")


def test_an_empty_table_decides_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, GOED + "[vergrendeling]\n[talen]\n")
    assert (found.fouten, found.rules()) == ((), [])


BROKEN: dict[str, tuple[str | bytes, str]] = {
    "not toml": (GOED + "vergrendeling seconden 300", "Regel 2 is geen goede TOML"),
    "a quote that does not close": ('beheerder = "ICT\n', "Regel 1 is geen goede TOML"),
    "a path of Windows between double quotes": (
        GOED + '[backup]\nplaats = "D:\\data"\n', "enkele: 'D:\\map'"),
    "a path of Windows that TOML reads as another": (
        GOED + '[backup]\nplaats = "/D:\\backups"\n', "enkele aanhalingstekens: 'D:\\map'"),
    "a table twice": (GOED + "[talen]\n[talen]\n", "Regel 3 is geen goede TOML"),
    "a key twice": (GOED + GOED, "Regel 2 is geen goede TOML"),
    "not utf-8": (b'beheerder = "caf\xe9"\n', "byte 17"),
    "utf-16": ('beheerder = "ICT"\n'.encode("utf-16"), "geen gewone tekst"),
    "a zip": (b"PK\x03\x04\x14\x00\xff\xfe", "geen gewone tekst"),
    "zeros": (b"\0" * 4096, "geen goede TOML"),
    "only an opening bracket": ("[", "geen goede TOML"),
    "json": ('{"beheerder": "ICT"}', "geen goede TOML"),
    "brackets in brackets": (GOED + "talen = " + "[" * 20_000, "te veel haakjes"),
    "nobody": ("[vergrendeling]\nseconden = 300\n", "wie de regels vastzet"),
    "empty": ("", "wie de regels vastzet"),
    "only a comment": ("# later\n", "wie de regels vastzet"),
    "a nameless administrator": ('beheerder = "  "\n', "moet een tekst zijn"),
    "a number as administrator": ("beheerder = 12345\n", "moet een tekst zijn"),
    "a name that is not known": (GOED + "[vergrendelen]\nseconden = 300\n", "Bedoelt u vergrendeling.seco"),
    "a key that is not known": (GOED + "[vergrendeling]\nseconde = 300\n", "Regel 3: vergrendeling.seconde"),
    "a value where a table belongs": (GOED + "vergrendeling = 300\n", "Regel 2: vergrendeling is geen regel"),
    "a table where a value belongs": (GOED + "[vergrendeling.seconden]\nx = 1\n", "heel aantal seconden"),
    "a list of tables": (GOED + "[[vergrendeling]]\nseconden = 300\n", "vergrendeling is geen regel"),
    "seconds as text": (GOED + '[vergrendeling]\nseconden = "300"\n', "heel aantal seconden"),
    "never locking": (GOED + "[vergrendeling]\nseconden = 0\n", "van 30 tot en met 3600"),
    "seconds below nothing": (GOED + "[vergrendeling]\nseconden = -1\n", "van 30 tot en met 3600"),
    "a day of seconds": (GOED + "[vergrendeling]\nseconden = 86400\n", "van 30 tot en met 3600"),
    "seconds with a fraction": (GOED + "[vergrendeling]\nseconden = 300.5\n", "heel aantal seconden"),
    "seconds without end": (GOED + "[vergrendeling]\nseconden = inf\n", "heel aantal seconden"),
    "yes as seconds": (GOED + "[vergrendeling]\nseconden = true\n", "heel aantal seconden"),
    "ja for true": (GOED + '[scherm]\nopname_uitsluiten = "ja"\n', "true (ja) of false (nee)"),
    "one for true": (GOED + "[gevoelig]\nopnieuw_vragen = 1\n", "true (ja) of false (nee)"),
    "a key with a letter changed": (
        GOED + f'[gemeente]\nsleutel = "{SLEUTEL[:-1]}{"q" if SLEUTEL[-1] != "q" else "p"}"\n',
        "geen openbare sleutel"),
    "a key that is cut": (GOED + f'[gemeente]\nsleutel = "{SLEUTEL[:40]}"\n', "geen openbare sleutel"),
    "a key of ssh": (GOED + '[gemeente]\nsleutel = "ssh-ed25519 AAAA"\n', "geen openbare sleutel"),
    "the secret key": (GOED + f'[gemeente]\nsleutel = "{GEHEIM}"\n', "is de geheime sleutel"),
    "no key at all": (GOED + '[gemeente]\nsleutel = ""\n', "moet een tekst zijn"),
    "half a path": (GOED + '[backup]\nplaats = "backups"\n', "geen volledig pad"),
    "a home as path": (GOED + '[backup]\nplaats = "~/backups"\n', "geen volledig pad"),
    "a folder that is not there": (GOED + '[documenten]\nsjablonen = "/er/is/niets"\n', "bestaat niet"),
    "a folder with something else": (GOED + '[documenten]\nsjablonen = "/etc"\n', "stuk.docx / stuk.typ"),
    "forms without startposities": (GOED + '[formulieren]\nmap = "/etc"\n', "startposities"),
    "a file where a folder belongs": (GOED + '[formulieren]\nmap = "/etc/passwd"\n', "bestaat niet"),
    "a language that is not there": (GOED + '[talen]\naanbod = ["klingon"]\n', "klingon"),
    "one language without list": (GOED + '[talen]\naanbod = "ar"\n', "lijst van taalcodes"),
    "no language": (GOED + "[talen]\naanbod = []\n", "lijst van taalcodes"),
    "a day between quotes": (
        GOED + '[ondernemingsraad]\ninstemming = "2026-03-12"\nkenmerk = "OR 1"\n',
        "zonder aanhalingstekens: jaar"),
    "a moment for a day": (
        GOED + '[ondernemingsraad]\ninstemming = 2026-03-12T10:00:00\nkenmerk = "OR 1"\n',
        "moet een datum zijn"),
    "a works council that cannot be looked up": (
        GOED + "[ondernemingsraad]\ninstemming = 2026-03-12\n", "horen twee regels"),
    "a works council that agreed on no day": (
        GOED + '[ondernemingsraad]\nkenmerk = "OR 1"\n', "horen twee regels"),
    "numbers for languages": (GOED + "[talen]\naanbod = [1]\n", "lijst van taalcodes"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_file_locks_the_safe_way_and_says_what_is_wrong(kind: str, tmp_path: Path) -> None:
    content, told = BROKEN[kind]
    found = read(tmp_path, content)
    assert_strictest(found)
    with pytest.raises(KnownError) as refused:
        found.refuse_if_broken()
    sentence = known_error_text(refused.value)
    assert refused.value.code == "policy.invalid"
    assert told in sentence
    assert str(tmp_path / "beleid.toml") in sentence
    assert GEHEIM not in sentence


def assert_strictest(policy: Policy) -> None:
    assert policy.fouten
    assert policy.idle_seconds is not None
    assert policy.idle_seconds <= SAFE_IDLE
    assert policy.opname_uitsluiten is True
    assert policy.ongecontroleerd is False
    assert policy.gevoelig_opnieuw_vragen is True
    assert policy.or_instemming_op is None


def test_every_mistake_is_told_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    found = read(tmp_path, '[scherm]\nopname_uitsluiten = 1\n[vergrendeling]\nseconden = 1\nkleur = "rood"\n')
    assert [re.match(r"Regel (\d+)|Er staat", fout)[0] for fout in found.fouten] == [  # type: ignore[index]  # always
        "Er staat", "Regel 2", "Regel 4", "Regel 5",
    ]  # fmt: skip


def test_what_a_broken_file_says_well_stays_when_it_is_stricter(tmp_path: Path) -> None:
    found = read(
        tmp_path, GOED + "[vergrendeling]\nseconden = 60\n[documenten]\nongecontroleerd = true\nx = 1\n"
    )
    assert (found.idle_seconds, found.ongecontroleerd, found.wie) == (60, False, "Servicedesk, 12345")


def test_in_a_broken_file_no_consent_of_a_works_council_counts(tmp_path: Path) -> None:
    rules = '[ondernemingsraad]\ninstemming = 2026-03-12\nkenmerk = "OR 1"\n'
    assert read(tmp_path, GOED + rules).or_instemming_op == datetime.date(2026, 3, 12)
    found = read(tmp_path, GOED + rules + "[talen]\naanbod = 1\n")
    assert (found.or_instemming_op, found.or_kenmerk) == (None, "")
    assert_strictest(found)


def test_a_computer_that_does_not_tell_where_its_rules_are_locks_the_safe_way() -> None:
    def nowhere() -> Path:
        raise OSError("SHGetKnownFolderPath")

    found = machine_policy(nowhere)
    assert_strictest(found)
    with pytest.raises(KnownError):
        found.refuse_if_broken()


class TestWhoWroteIt:
    def test_a_file_that_others_can_write_is_not_followed(self, tmp_path: Path) -> None:
        file = tmp_path / "beleid.toml"
        file.write_text(GOED)
        for mode in (0o666, 0o664, 0o646):
            file.chmod(mode)
            found = read_policy(file, owner=os.getuid())
            assert_strictest(found)
            assert "Gewone gebruikers kunnen" in found.fouten[0]

    def test_a_folder_that_others_can_write_is_not_followed(self, tmp_path: Path) -> None:
        open_folder = tmp_path / "open"
        open_folder.mkdir()
        open_folder.chmod(0o777)
        assert_strictest(read(open_folder, GOED))

    def test_a_file_of_somebody_else_is_not_followed(self, tmp_path: Path) -> None:
        file = tmp_path / "beleid.toml"
        file.write_text(GOED)
        file.chmod(0o644)
        if os.getuid():
            assert_strictest(read_policy(file))
        else:
            os.chown(file, 65534, 65534)
            assert_strictest(read_policy(file))

    def test_a_link_into_a_folder_of_others_is_not_followed(self, tmp_path: Path) -> None:
        open_folder = tmp_path / "open"
        open_folder.mkdir()
        (open_folder / "echt.toml").write_text(GOED)
        (tmp_path / "beleid.toml").symlink_to(open_folder / "echt.toml")
        open_folder.chmod(0o777)
        assert_strictest(read_policy(tmp_path / "beleid.toml", owner=os.getuid()))

    def test_a_link_to_nothing_is_a_broken_file(self, tmp_path: Path) -> None:
        (tmp_path / "beleid.toml").symlink_to(tmp_path / "weg.toml")
        assert_strictest(read_policy(tmp_path / "beleid.toml", owner=os.getuid()))

    def test_a_folder_in_its_place_is_a_broken_file(self, tmp_path: Path) -> None:
        (tmp_path / "beleid.toml").mkdir()
        assert_strictest(read_policy(tmp_path / "beleid.toml", owner=os.getuid()))


def test_the_schema_knows_just_the_rules_that_there_are() -> None:
    schema = json.loads((ROOT / "docs" / "beleid.schema.json").read_text(encoding="utf-8"))
    known = {
        (naam, *inner) if inner else (naam,)
        for naam, part in schema["properties"].items()
        for inner in ([(veld,) for veld in part["properties"]] if "properties" in part else [()])
    }
    assert known == set(policy._FIELDS)
    seconden = schema["properties"]["vergrendeling"]["properties"]["seconden"]
    assert (seconden["minimum"], seconden["maximum"]) == policy.IDLE
