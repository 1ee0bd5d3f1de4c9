"""Where a vault lies: shares and synchronised folders are noticed, ordinary places are not."""

import os
from pathlib import Path

import pytest

from intake_assistant.storage.engine.place import UnsafePlace, is_unc, look_at_place, sync_folder

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/team /mnt/team cifs rw,vers=3.1.1 0 0
server:/export /mnt/nfs\\040met\\040spatie nfs4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
google /mnt/google fuse.google-drive-ocamlfuse rw 0 0
/dev/sdb1 /mnt/team/usb vfat rw 0 0
kapot
"""


@pytest.mark.skipif(os.name == "nt", reason="the mounts of Linux; Windows is asked for the drive")
@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/opt/kluizen/an.intake", ()),
        ("/mnt/team/an.intake", (UnsafePlace("netwerk", "cifs"),)),
        ("/mnt/teams/an.intake", ()),
        ("/mnt/team/usb/an.intake", ()),
        ("/mnt/nfs met spatie/diep/an.intake", (UnsafePlace("netwerk", "nfs4"),)),
        ("/run/user/1000/gvfs/smb-share:server=x/an.intake", (UnsafePlace("netwerk", "fuse.gvfsd-fuse"),)),
        ("/mnt/google/an.intake", (UnsafePlace("netwerk", "fuse.google-drive-ocamlfuse"),)),
        (
            "/opt/OneDrive - Gemeente Delfzijl/Documenten/an.intake",
            (UnsafePlace("synchronisatie", "OneDrive"),),
        ),
        (
            "/mnt/team/Nextcloud/an.intake",
            (UnsafePlace("netwerk", "cifs"), UnsafePlace("synchronisatie", "Nextcloud")),
        ),
    ],
)
def test_a_share_and_a_synchronised_folder_are_noticed(path: str, found: tuple[UnsafePlace, ...]) -> None:
    assert look_at_place(Path(path), {}, MOUNTS) == found


@pytest.mark.parametrize(
    ("naam", "door"),
    [
        ("OneDrive", "OneDrive"), ("OneDrive - Gemeente Ommen", "OneDrive"), ("onedrive", "OneDrive"),
        ("Dropbox (Persoonlijk)", "Dropbox"), ("Nextcloud2", "Nextcloud"), ("iCloudDrive", "iCloudDrive"),
        ("Mijn Drive", "Mijn Drive"), ("Mobile Documents", "Mobile Documents"), ("STACK", "STACK"),
        ("Stackers", ""), ("dropboxen", ""), ("Documenten", ""), ("", ""), ("Mega.intake", ""),
    ],
)  # fmt: skip
def test_folders_are_known_by_their_names(naam: str, door: str) -> None:
    assert sync_folder(naam) == door


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (r"\\server\team\an.intake", True), ("//server/team/an.intake", True),
        (r"\\?\UNC\server\team\an.intake", True), (r"\\?\C:\an.intake", False), (r"\\.\C:", False),
        (r"C:\an.intake", False), ("/opt/an.intake", False), ("", False), ("\\\\", False),
    ],
)  # fmt: skip
def test_paths_to_another_computer_are_known(path: str, is_one: bool) -> None:
    assert is_unc(path) is is_one


def test_a_mark_or_a_setting_of_the_program_tells_too(tmp_path: Path) -> None:
    path = tmp_path / "werk" / "an.intake"
    path.mkdir(parents=True)
    assert look_at_place(path, {}, "") == ()
    (tmp_path / ".stfolder").mkdir()
    assert look_at_place(path, {}, "") == (UnsafePlace("synchronisatie", "Syncthing"),)
    assert look_at_place(path, {"OneDriveCommercial": str(tmp_path)}, "") == (
        UnsafePlace("synchronisatie", "OneDrive"),
    )


@pytest.mark.skipif(os.name == "nt", reason="a plain user of Windows makes no links")
def test_a_link_does_not_hide_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "kluizen").symlink_to(tmp_path / "Dropbox")
    assert look_at_place(tmp_path / "kluizen" / "an.intake", {}, "") == (
        UnsafePlace("synchronisatie", "Dropbox"),
    )
    (tmp_path / "lus").symlink_to(tmp_path / "lus")
    assert look_at_place(tmp_path / "lus" / "an.intake", {}, "") == ()
