"""The scripts that put ready what the program needs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

INSTALLER = Path(__file__).parents[2] / "installer"
LOCK = "argon2-cffi==25.1.0 --hash=sha256:00\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with a space in its name, the scripts, an environment without its stamp."""
    root = tmp_path / "mijn programma"
    (root / ".venv" / "bin").mkdir(parents=True)
    (root / ".venv" / "bin" / "python").symlink_to(sys.executable)
    shutil.copytree(INSTALLER, root / "installer")
    (root / "installer" / "requirements.txt").write_text(LOCK)
    (root / "main.py").write_text("import sys; print(sys.argv[1:]); sys.exit(7)\n")
    return root


def bash(project: Path, script: str, **env: str) -> subprocess.CompletedProcess[str]:
    source = f'source "{project}/installer/prepare.sh"; {script}'
    return subprocess.run(
        ["bash", "-c", source],
        env={"PATH": os.environ["PATH"], **env},
        capture_output=True,
        text=True,
        check=False,
    )


def stamp(project: Path) -> None:
    bash(project, 'stamp_of "$root/installer/requirements.txt" >"$venv/stamp"')


def is_ready(project: Path) -> bool:
    return bash(project, 'is_ready "$root/installer/requirements.txt" "$venv/stamp"').returncode == 0


def test_half_an_environment_is_not_ready(project: Path) -> None:
    assert not is_ready(project)
    stamp(project)
    assert is_ready(project)


def test_another_lock_or_a_lost_python_asks_for_a_new_environment(project: Path) -> None:
    stamp(project)
    (project / "installer" / "requirements.txt").write_text(LOCK + "\n")
    assert not is_ready(project)
    stamp(project)
    (project / ".venv" / "bin" / "python").unlink()
    assert not is_ready(project)


def test_only_what_is_missing_is_asked_for(project: Path) -> None:
    needs = "libc.so.6  libc6\nlibnergens.so.9  libnergens9\n/etc/passwd  base-passwd\n/er/is/niets  niets\n"
    found = bash(project, f'missing_packages "{needs}"')
    assert (found.stdout, found.stderr) == ("libnergens9 niets ", "")


def test_a_python_is_found_that_can_make_an_environment(project: Path) -> None:
    assert bash(project, "find_python").stdout.startswith(("python3", "/usr/bin/python3"))


def test_without_rights_it_says_who_can_help_and_with_what(project: Path) -> None:
    nobody = 'id() { echo 1000; }; command() { return 1; }; install_packages libegl1 libgl1; echo "went on"'
    found = bash(project, nobody)
    assert (found.returncode, found.stdout) == (1, "")
    assert "apt-get install --no-install-recommends libegl1 libgl1" in found.stderr
    assert "beheerder" in found.stderr


@pytest.mark.parametrize("home", [{}, {"HOME": ""}, {"HOME": "/tmp"}])
def test_a_ready_environment_starts_from_anywhere(project: Path, home: dict[str, str]) -> None:
    stamp(project)
    found = subprocess.run(
        [project / "installer" / "run.sh", "list", "een naam"],
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "CI": "true", **home},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (found.returncode, found.stdout, found.stderr) == (7, "['list', 'een naam']\n", "")


@pytest.mark.parametrize(
    "script", sorted([*INSTALLER.glob("*.sh"), INSTALLER.parent / ".ci" / "run"]), ids=str
)
def test_each_script_is_whole_and_can_be_started(script: Path) -> None:
    assert subprocess.run(["bash", "-n", script], check=False).returncode == 0
    assert os.access(script, os.X_OK) or script.name == "prepare.sh"


APT = """
id() {{ echo 0; }}; env() {{ shift; "$@"; }}
apt-get() {{ echo "apt-get $1" >>"$root/calls"; [ "$1" = update ] && return {update}
    echo "E: slot bezet" >&2; return {install}; }}
install_packages libegl1; echo "went on"
"""


def test_what_apt_said_the_first_time_is_told_when_nothing_helps(project: Path) -> None:
    found = bash(project, APT.format(update=100, install=100))
    assert (found.returncode, found.stdout) == (1, "")
    assert "E: slot bezet" in found.stderr
    assert "als beheerder" in found.stderr
    assert (project / "calls").read_text().splitlines() == ["apt-get install", "apt-get update"]


def test_what_apt_said_is_not_told_when_it_went_well(project: Path) -> None:
    found = bash(project, APT.format(update=0, install=0))
    assert (found.returncode, found.stdout) == (0, "went on\n")
    assert "slot bezet" not in found.stderr


def test_what_makes_the_lock_is_in_the_lock_with_its_hashes() -> None:
    script = "sed --quiet '/^uv==/,/[^\\\\]$/p' installer/requirements-dev.txt"
    assert script in (INSTALLER / "lock.sh").read_text(encoding="utf-8")
    found = subprocess.run(
        ["bash", "-c", script], cwd=INSTALLER.parent, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert found[0].startswith("uv==")
    assert len(found) > 5
    assert all("--hash=sha256:" in line for line in found[1:])
