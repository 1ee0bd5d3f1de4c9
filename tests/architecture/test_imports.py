"""One direction, and a core that runs without Qt."""

import subprocess
import sys

from tests.architecture.source import PACKAGE, ROOT

WITH_QT = {"ui", "demo", "app"}
# Together these cost more than a whole start; they are imported by the function that uses them (stack 5).
LATE = {"docxtpl", "docx", "openpyxl", "reportlab", "pyxform", "typst"}

CHILD = """
import importlib, sys
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted(name for name in sys.modules if "." not in name))
"""


def core_modules() -> list[str]:
    names = []
    for file in sorted(PACKAGE.rglob("*.py")):
        parts = file.relative_to(ROOT).with_suffix("").parts
        if len(parts) == 1 or parts[1] not in WITH_QT:
            names.append(".".join(parts).removesuffix(".__init__"))
    return names


def loaded_by(*modules: str) -> set[str]:
    child = subprocess.run(
        [sys.executable, "-c", CHILD, *modules], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert child.returncode == 0, child.stderr
    return set(child.stdout.split())


def test_the_core_imports_without_qt() -> None:
    modules = core_modules()
    assert "intake_assistant.domain.ports" in modules
    assert not any(name.startswith("intake_assistant.ui") for name in modules)
    loaded_by(*modules)


def test_heavy_libraries_come_late() -> None:
    assert loaded_by("intake_assistant.cli") & LATE == set()


def test_the_import_direction_holds() -> None:
    lint = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    child = subprocess.run(
        [sys.executable, "-c", lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert child.returncode == 0, child.stdout + child.stderr
