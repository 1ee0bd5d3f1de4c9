"""Where the rules of the administrator lie, and that a plain user can neither move nor write them."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from intake_assistant import paths
from intake_assistant.trust import is_of_administrator, owner_windows


def test_nothing_a_user_sets_moves_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = paths.policy_file()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "ProgramData", "ALLUSERSPROFILE", "APPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert paths.policy_file() == before
    if sys.platform == "linux":
        assert before == Path("/etc/intake-assistent/beleid.toml")


@pytest.mark.skipif(
    sys.platform == "win32", reason="users and modes are of Linux; Windows has owners (below)"
)
class TestLinux:
    def test_a_file_of_the_system_is_of_the_administrator(self) -> None:
        assert is_of_administrator(Path("/etc/passwd"))

    def test_every_folder_above_counts(self, tmp_path: Path) -> None:
        inner = tmp_path / "a" / "b"
        inner.mkdir(parents=True)
        file = inner / "beleid.toml"
        file.touch(0o644)
        assert is_of_administrator(file, os.getuid())
        for folder in (inner, tmp_path / "a"):
            folder.chmod(0o757)
            assert not is_of_administrator(file, os.getuid())
            folder.chmod(0o755)
        assert is_of_administrator(file, os.getuid())

    def test_a_link_counts_with_where_it_leads_and_where_it_stands(self, tmp_path: Path) -> None:
        ours, theirs = tmp_path / "ons", tmp_path / "hun"
        for folder in (ours, theirs):
            folder.mkdir()
        (ours / "echt").touch(0o644)
        (theirs / "echt").touch(0o644)
        (ours / "naar_hun").symlink_to(theirs / "echt")
        (theirs / "naar_ons").symlink_to(ours / "echt")
        theirs.chmod(0o777)
        assert not is_of_administrator(ours / "naar_hun", os.getuid())
        assert not is_of_administrator(theirs / "naar_ons", os.getuid())


class Advapi:
    """The two functions of Windows that are asked, with the answers that its documentation gives."""

    def __init__(self, sid: str, failed: int = 0) -> None:
        self.sid, self.failed = sid, failed

    def GetNamedSecurityInfoW(self, name: str, *rest: Any) -> int:
        """0 when it went well."""
        return self.failed

    def ConvertSidToStringSidW(self, owner: Any, written: Any) -> int:
        """Not 0 when it went well; the text is put where `written` points."""
        written._obj.value = self.sid
        return 1


class Kernel:
    """Counts what is given back."""

    def __init__(self) -> None:
        self.freed = 0

    def LocalFree(self, memory: Any) -> None:
        """One piece of memory less."""
        self.freed += 1


class TestWindows:
    def test_the_owner_is_asked_of_windows_and_its_memory_given_back(self) -> None:
        kernel = Kernel()
        assert owner_windows(Path("x"), Advapi("S-1-5-32-544"), kernel) == "S-1-5-32-544"
        assert kernel.freed == 2

    def test_a_file_that_windows_knows_nothing_of_has_no_owner(self) -> None:
        assert owner_windows(Path("x"), Advapi("S-1-5-18", failed=2), Kernel()) == ""

    def test_the_folder_of_all_users_is_asked_of_windows(self) -> None:
        class Shell:
            def SHGetKnownFolderPath(self, known: bytes, flags: int, token: None, found: Any) -> int:
                assert len(known) == 16
                found._obj.value = "C:\\ProgramData"
                return 0

        class Ole:
            def CoTaskMemFree(self, memory: ctypes.c_wchar_p) -> None:
                assert memory.value == "C:\\ProgramData"

        assert str(paths.program_data(Shell(), Ole())) == "C:\\ProgramData"

    def test_a_windows_that_does_not_tell_is_an_error(self) -> None:
        class Shell:
            def SHGetKnownFolderPath(self, known: bytes, flags: int, token: None, found: Any) -> int:
                return -2147024894

        with pytest.raises(OSError, match="-2147024894"):
            paths.program_data(Shell(), None)
