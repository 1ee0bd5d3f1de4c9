"""Which Python goes along to Windows: the pinned bytes, or nothing is made."""

import hashlib
import json
import runpy
import zipfile
from pathlib import Path

import pytest

EMBEDDED = Path(__file__).parents[2] / "installer" / "windows" / "embedded.py"


def taken(given: Path, to: Path, library: str = "python313.dll") -> str:
    """What is said when it is refused."""
    with pytest.raises(SystemExit) as refused:
        runpy.run_path(str(EMBEDDED))["take"](given, to, library)
    return str(refused.value.code)


def zipped(folder: Path, content: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(folder / "python.zip", "w") as packed:
        for name, of_it in content.items():
            packed.writestr(f"cp313/{name}", of_it)
    return folder / "python.zip"


def test_every_file_of_it_is_pinned_with_its_hash() -> None:
    pinned = runpy.run_path(str(EMBEDDED))["pinned"]()
    assert {"python.exe", "python313.dll", "python313.zip", "LICENSE.txt"} <= set(pinned)
    assert {len(found) for found in pinned.values()} == {hashlib.sha256().digest_size * 2}


def test_one_other_file_and_nothing_is_taken(tmp_path: Path) -> None:
    pinned = runpy.run_path(str(EMBEDDED))["pinned"]()
    given = zipped(tmp_path, {**dict.fromkeys(pinned, b""), "meer.dll": b""})
    told = taken(given, tmp_path / "python")
    assert "meer.dll" in told
    assert "python313.dll" in told
    assert not (tmp_path / "python").exists()


def test_another_python_than_one_builds_with_is_told(tmp_path: Path) -> None:
    assert "python399.dll" in taken(zipped(tmp_path, {}), tmp_path / "python", "python399.dll")


def test_a_program_without_the_signature_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "eigen.exe"
    own.write_bytes(b"MZ")
    with pytest.raises(SystemExit) as refused:
        runpy.run_path(str(EMBEDDED))["_verify"](own, tmp_path / "wortels.pem")
    assert "eigen.exe" in str(refused.value.code)


def test_what_it_is_made_of_names_python_by_its_own_signature(tmp_path: Path) -> None:
    (tmp_path / "python313.dll").write_bytes(b"MZ" + "Release_v3.13.2_20250204.01".encode("utf-16-be"))
    (tmp_path / "python3.dll").write_bytes(b"MZ")
    sbom = tmp_path / "lijst.json"
    sbom.write_text('{"components": [{"name": "lark"}]}')
    runpy.run_path(str(EMBEDDED.with_name("name_python.py")))["name_python"](sbom, tmp_path)
    named = json.loads(sbom.read_text())["components"]
    assert [(one["name"], one.get("version")) for one in named] == [("lark", None), ("cpython", "3.13.2")]
