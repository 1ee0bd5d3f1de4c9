"""Sending and merging between laptops: what is refused changes nothing, what is joined is joined once."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.domain.entry import Presence, Tombstone
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.exchange import cards, register
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.meldingen import meldingen
from intake_assistant.operations.exchange.merge import Samenvoeging, Verandering, merge_files
from intake_assistant.operations.exchange.verstrekken import hand_out
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.vandaag.dag import eindjes_among
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import CANCELLED, Watch
from intake_assistant.storage.erase import erase
from tests.exchange.hulp import crafted, made, members, person, sealed, told
from tests.operations.exchange.bekenden import LEZEN, SLAPEN, TEAM, Laptops, begun, meet
from tests.operations.exchange.verstrekhulp import agreed, asked
from tests.storage.hulp import stopped_after


def kept(work: Workspace) -> tuple[object, ...]:
    """All that is in a vault, to the bytes of what is derived and the files of blobs."""
    return digest(work), work.vault.projections(), work.vault.blobs.files(), cards.known_devices(work)


def codes(done: Samenvoeging) -> list[str]:
    return [one.fout.code if one.fout else "" for one in done.bestanden]


# -- there and back ------------------------------------------------------------------------------------------


def test_all_of_a_dossier_arrives(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    done = laptops.travel(laptops.an, laptops.tea)
    assert [(one.dossier, one.verandering) for one in done.dossiers] == [(dossier, Verandering.NIEUW)]
    assert laptops.tea.vault.entries(dossier) == laptops.an.vault.entries(dossier)
    assert laptops.tea.vault.projections()["p_leaf"] == laptops.an.vault.projections()["p_leaf"]
    assert [row.wat for row in laptops.tea.vault.log("access", dossier)] == ["samengevoegd"]


def test_twice_the_same_file_changes_nothing(laptops: Laptops) -> None:
    begun(laptops.an)
    pad = laptops.send(laptops.an, laptops.tea).pad
    merge_files(laptops.tea, [pad])
    before = kept(laptops.tea)
    done = merge_files(laptops.tea, [pad, pad])
    assert kept(laptops.tea) == before
    assert {one.verandering for one in done.dossiers} == {Verandering.GELIJK}


def test_an_older_file_adds_only_what_is_missing(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    old = laptops.send(laptops.an, laptops.tea, "oud").pad
    record_antwoord(laptops.an, dossier, LEZEN, "b1")
    laptops.travel(laptops.an, laptops.tea, "nieuw")
    before = kept(laptops.tea)
    merge_files(laptops.tea, [old])
    assert kept(laptops.tea) == before
    assert laptops.tea.vault.dossier(dossier).antwoord(LEZEN).waarde == "b1"


def test_a_conflict_is_shown_with_its_subject(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    laptops.travel(laptops.an, laptops.tea, "1")
    record_antwoord(laptops.an, dossier, LEZEN, "a2")
    record_antwoord(laptops.tea, dossier, LEZEN, "b1")
    (one,) = laptops.travel(laptops.an, laptops.tea, "2").dossiers
    assert one.verandering is Verandering.GEWIJZIGD
    assert one.onderwerpen == (f"{LEZEN}@inburgeraar",)
    assert [conflict.subject for conflict in one.conflicten] == [f"{LEZEN}@inburgeraar"]


def test_what_is_only_looked_at_changes_nothing(laptops: Laptops) -> None:
    begun(laptops.an)
    pad = laptops.send(laptops.an, laptops.tea).pad
    before = kept(laptops.tea)
    seen = merge_files(laptops.tea, [pad], dry_run=True)
    assert kept(laptops.tea) == before
    assert seen.as_json() == merge_files(laptops.tea, [pad]).as_json()


def test_only_what_was_chosen_is_joined(laptops: Laptops) -> None:
    dossier, _other = begun(laptops.an), begun(laptops.an, "Ander")
    pad = laptops.send(laptops.an, laptops.tea).pad
    done = merge_files(laptops.tea, [pad], only=[dossier])
    assert [one.dossier for one in done.dossiers] == laptops.tea.vault.dossiers() == [dossier]


def test_a_backup_of_before_is_made(laptops: Laptops) -> None:
    begun(laptops.an)
    laptops.travel(laptops.an, laptops.tea)
    assert [p for p in (laptops.tea.vault.path / "backups").iterdir() if "samenvoegen" in p.name]


def test_called_off_it_changes_nothing(laptops: Laptops) -> None:
    begun(laptops.an)
    pad = laptops.send(laptops.an, laptops.tea).pad
    before = kept(laptops.tea)
    watch = Watch()
    watch.cancel()
    with pytest.raises(KnownError) as stopped:
        merge_files(laptops.tea, [pad], progress=watch.progress)
    assert stopped.value.code == CANCELLED
    assert kept(laptops.tea) == before


def test_called_off_anywhere_it_changes_nothing(laptops: Laptops) -> None:
    """At each dossier and each document, and when what changed is told."""
    begun(laptops.an)
    begun(laptops.an, "Ander")
    pads = [laptops.send(laptops.an, laptops.tea, naam).pad for naam in ("1", "2")]
    before = kept(laptops.tea)
    for stops in range(8):
        with pytest.raises(KnownError, match=CANCELLED):
            merge_files(laptops.tea, pads, progress=stopped_after(stops))
        assert kept(laptops.tea) == before
    merge_files(laptops.tea, pads)
    assert len(laptops.tea.vault.dossiers()) == 2


# -- what is refused -----------------------------------------------------------------------------------------


def test_a_refused_file_keeps_no_other_from_being_joined(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    pad = laptops.send(laptops.an, laptops.tea).pad
    spoilt = laptops.folder / "stuk.intake.age"
    spoilt.write_bytes(pad.read_bytes()[:-1])
    done = merge_files(laptops.tea, [spoilt, pad, laptops.folder / "weg.intake.age"])
    assert codes(done) == ["exchange.damaged", "", "exchange.no_file"]
    assert laptops.tea.vault.dossiers() == [dossier]


def test_nobody_is_trusted_on_first_sight(laptops: Laptops, laptop: Callable[[str], Workspace]) -> None:
    bo = laptop("bo")
    begun(bo)
    pad = laptops.send(bo, laptops.tea).pad
    before = kept(laptops.tea)
    assert codes(merge_files(laptops.tea, [pad], trust=["00000" * 6])) == ["exchange.unknown_device"]
    assert kept(laptops.tea) == before
    kenmerk = cards.own_card(bo).fingerprint
    assert codes(merge_files(laptops.tea, [pad], trust=[kenmerk], dry_run=True)) == [""]
    assert kept(laptops.tea) == before
    assert codes(merge_files(laptops.tea, [pad], trust=[kenmerk])) == [""]
    assert [known.naam for known in cards.known_devices(laptops.tea)] == ["an", "bo"]


def test_of_a_withdrawn_device_nothing_more_is_taken(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    laptops.travel(laptops.an, laptops.tea, "1")
    record_antwoord(laptops.an, dossier, LEZEN, "b2")
    cards.withdraw(laptops.tea, laptops.an.vault.device.id)
    before = kept(laptops.tea)
    assert codes(laptops.travel(laptops.an, laptops.tea, "2")) == ["exchange.withdrawn_device"]
    assert kept(laptops.tea) == before
    assert laptops.tea.vault.dossiers() == [dossier]


def test_a_wrong_fingerprint_keeps_no_card(laptops: Laptops) -> None:
    card = person("cor").card
    with pytest.raises(KnownError) as refused:
        cards.add_card(laptops.tea, card, cards.own_card(laptops.an).fingerprint)
    assert refused.value.code == "exchange.fingerprint"
    assert [known.naam for known in cards.known_devices(laptops.tea)] == ["an"]


def test_a_sound_dossier_before_an_unsound_one_is_not_kept(laptops: Laptops) -> None:
    """All of a file or nothing: what was joined of it before the lie was found is taken back."""
    cor = person("cor", cards.own_card(laptops.tea).gemeente)
    cards.add_card(laptops.tea, cor.card, cor.card.fingerprint)
    parts = members(made(), made(1, dossier="b" * 32))
    manifest = told(cor, parts=parts, dossiers=3) | {"ontvangers": [laptops.tea.vault.device.recipient]}
    path = sealed(laptops.folder / "x.intake.age", crafted(cor, manifest, parts), _as_person(laptops.tea))
    before = kept(laptops.tea)
    assert codes(merge_files(laptops.tea, [path])) == ["exchange.damaged"]
    assert kept(laptops.tea) == before


def test_after_an_unsound_file_others_are_joined_where_they_belong(laptops: Laptops) -> None:
    """The number of a dossier that was taken back is not remembered: it went to somebody else meanwhile."""
    cor, lead = person("cor", cards.own_card(laptops.tea).gemeente), _as_person(laptops.tea)
    cards.add_card(laptops.tea, cor.card, cor.card.fingerprint)
    one, other = members(made()), members(made(1, dossier="b" * 32))
    paths = list[Path]()
    for parts, dossiers in ((one, 2), (other, 1), (one, 1)):
        paths.append(laptops.folder / f"{len(paths)}.intake.age")
        manifest = told(cor, parts=parts, dossiers=dossiers) | {"ontvangers": [lead.recipient]}
        sealed(paths[-1], crafted(cor, manifest, parts), lead)
    assert codes(merge_files(laptops.tea, paths)) == ["exchange.damaged", "", ""]
    found = {dossier: laptops.tea.vault.entries(dossier) for dossier in laptops.tea.vault.dossiers()}
    assert found == {"a" * 32: [made()], "b" * 32: [made(1, dossier="b" * 32)]}


def test_whatever_happened_to_it_on_its_way_the_vault_stays_as_it_was(laptops: Laptops) -> None:
    begun(laptops.an)
    whole = laptops.send(laptops.an, laptops.tea).pad.read_bytes()
    spoilt = [whole[:size] for size in range(0, len(whole), 61)]
    spoilt += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 61)]
    paths = [laptops.folder / f"{nr}.age" for nr in range(len(spoilt))]
    for path, content in zip(paths, spoilt, strict=True):
        path.write_bytes(content)
    before = kept(laptops.tea)
    done = merge_files(laptops.tea, paths)
    assert set(codes(done)) <= {"exchange.damaged", "exchange.not_for_you"}
    assert (done.dossiers, done.wacht) == ((), ())
    assert kept(laptops.tea) == before


def _as_person(work: Workspace) -> Any:
    card = cards.own_card(work)
    return type("Receiver", (), {"recipient": card.recipient})


# -- what goes along -----------------------------------------------------------------------------------------


def test_health_stays_behind_without_a_ground(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    record_antwoord(laptops.an, dossier, SLAPEN, 2)
    laptops.travel(laptops.an, laptops.tea, "1")
    found = {e.header.subject: e.presence for e in laptops.tea.vault.entries(dossier)}
    assert found[f"{SLAPEN}@inburgeraar"] is Presence.WITHHELD
    assert found[f"{LEZEN}@inburgeraar"] is Presence.PRESENT
    grond = "overleg over belastbaarheid"
    made = laptops.send(laptops.an, laptops.tea, "2", gezondheid=grond)
    assert grond in [deel.grond for deel in made.written.manifest.gronden]
    assert grond in register.sent_files(laptops.an)[0].grond
    merge_files(laptops.tea, [made.pad])
    assert laptops.tea.vault.dossier(dossier).antwoord(SLAPEN).waarde == 2


def test_nothing_goes_to_another_municipality(laptops: Laptops) -> None:
    begun(laptops.an)
    zending = Zending(TEAM, (person("cor", gemeente="Elders").card,))
    with pytest.raises(KnownError) as refused:
        export(laptops.an, zending, laptops.folder / "x.intake.age")
    assert refused.value.code == "exchange.no_right"
    assert not list(laptops.folder.glob("*.age"))


def test_an_empty_vault_has_nothing_to_send(laptops: Laptops) -> None:
    with pytest.raises(KnownError) as refused:
        laptops.send(laptops.an, laptops.tea)
    assert refused.value.code == "exchange.nothing_to_send"


def test_documents_go_along(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    with laptops.an.vault.transaction():
        sha256 = laptops.an.vault.blobs.put(b"het besluit")
        from intake_assistant.operations.acts.record import record_waarde

        record_waarde(laptops.an, dossier, "besluit[0123456789abcdef].stuk", {"bestanden": {"pdf": sha256}})
    laptops.travel(laptops.an, laptops.tea)
    assert laptops.tea.vault.blobs.get(sha256) == b"het besluit"


# -- erased --------------------------------------------------------------------------------------------------


def gone(work: Workspace, dossier: str) -> None:
    erase.erase_dossier(work.vault, Tombstone(dossier, "2026-11-02", "vergissing"))
    erase.finish(work.vault)


def test_what_was_erased_elsewhere_waits_until_somebody_confirms(laptops: Laptops) -> None:
    dossier, other = begun(laptops.an), begun(laptops.an, "Blijft")
    laptops.travel(laptops.an, laptops.tea, "1")
    gone(laptops.an, dossier)
    pad = laptops.send(laptops.an, laptops.tea, "2").pad
    done = merge_files(laptops.tea, [pad])
    assert [stone.dossier for stone in done.wacht] == [dossier]
    assert done.as_json()["gewist"] == 1
    assert sorted(laptops.tea.vault.dossiers()) == sorted([dossier, other])
    # It is seen until somebody decides, and not at the next merge only.
    waits = [e.dossier for e in eindjes_among(laptops.tea, list_dossiers(laptops.tea)) if e.soort == "elders"]
    assert waits == [dossier]
    done = merge_files(laptops.tea, [pad], accept_erase=[dossier])
    assert not [e for e in eindjes_among(laptops.tea, list_dossiers(laptops.tea)) if e.soort == "elders"]
    assert (done.wacht, done.as_json()["gewist"]) == ((), 1)
    assert laptops.tea.vault.dossiers() == [other]
    with laptops.an.vault.reading() as connection:
        left = connection.execute("SELECT dossier FROM sent").fetchall()
    assert left == [(other,)]
    assert digest(laptops.tea) == digest(laptops.an)


def test_what_may_not_be_erased_here_is_not_since_it_was_elsewhere(laptops: Laptops) -> None:
    """AVG 18(2): who erased it did not know what was asked here."""
    dossier = begun(laptops.an)
    laptops.travel(laptops.an, laptops.tea, "1")
    add_verzoek(laptops.tea, dossier, {"soort": "beperking"})
    erase.erase_dossier(laptops.an.vault, Tombstone(dossier, "2026-11-02", "anders"))
    erase.finish(laptops.an.vault)
    pad = laptops.send(laptops.an, laptops.tea, "2").pad
    before = kept(laptops.tea)
    with pytest.raises(KnownError, match=r"erase\.forbidden"):
        merge_files(laptops.tea, [pad], accept_erase=[dossier])
    assert kept(laptops.tea) == before
    assert [stone.dossier for stone in merge_files(laptops.tea, [pad]).wacht] == [dossier]


def test_who_got_something_is_still_to_be_told_after_an_erasing_of_elsewhere(
    laptops: Laptops, tmp_path: Path
) -> None:
    """AVG 19: what a colleague gave out is known here only by the dossier that goes."""
    dossier = begun(laptops.an)
    agreed(laptops.an, dossier, gegevens=["taalniveau"])
    made = hand_out(laptops.an, asked(dossier), tmp_path / "x.intake.age")
    laptops.travel(laptops.an, laptops.tea, "1")
    gone(laptops.an, dossier)
    pad = laptops.send(laptops.an, laptops.tea, "2").pad
    merge_files(laptops.tea, [pad], accept_erase=[dossier])
    assert [melding.sha256 for melding in meldingen(laptops.tea)] == [made.written.sha256]


def test_who_was_erased_elsewhere_comes_not_in_unseen_by_the_file_of_another(
    laptops: Laptops, laptop: Callable[[str], Workspace]
) -> None:
    """An erased somebody whom the lead never had; the older file of Bo brings them all the same."""
    bo = laptop("bo")
    meet(laptops.an, laptops.tea, bo)
    dossier, other = begun(laptops.an), begun(laptops.an, "Blijft")
    laptops.travel(laptops.an, bo, "1")
    gone(laptops.an, dossier)
    assert laptops.travel(laptops.an, laptops.tea, "2").wacht == ()
    pad = laptops.send(bo, laptops.tea, "3").pad
    for dry_run in (True, False):
        done = merge_files(laptops.tea, [pad], dry_run=dry_run)
        assert [stone.dossier for stone in done.wacht] == [dossier]
    done = merge_files(laptops.tea, [pad], accept_erase=[dossier])
    assert (done.wacht, laptops.tea.vault.dossiers()) == ((), [other])
    assert digest(laptops.tea) == digest(laptops.an)
    assert dossier not in laptops.tea.vault.setting("elders_gewist")


def test_what_was_typed_of_a_person_goes_with_the_person(laptops: Laptops) -> None:
    """The log keeps that a ground for health was given and to whom; the words may name who was erased."""
    dossier, other = begun(laptops.an), begun(laptops.an, "Blijft")
    grond = "Selam Tesfay gaat naar een kliniek"
    sha256 = laptops.send(laptops.an, laptops.tea, gezondheid=grond).written.sha256
    assert grond in register.sent_files(laptops.an)[0].grond
    gone(laptops.an, dossier)
    (file,) = register.sent_files(laptops.an)
    assert (file.sha256, sorted(file.dossiers)) == (sha256, ["", other])
    assert "gezondheid: een grond die voor dit bestand is opgeschreven" in file.grond
    assert laptops.an.vault.setting("gezondheidsgrond " + sha256) == ""
    assert "kliniek" not in str([laptops.an.vault.sent_out(), laptops.an.vault.logs()])


def test_nobody_brings_back_what_was_erased_here(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    pad = laptops.send(laptops.an, laptops.tea).pad
    merge_files(laptops.tea, [pad])
    gone(laptops.tea, dossier)
    done = merge_files(laptops.tea, [pad])
    assert [(one.dossier, one.verandering) for one in done.dossiers] == [(dossier, Verandering.GEWIST)]
    assert laptops.tea.vault.dossiers() == []
