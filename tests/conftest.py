"""What every test stands on: no screen, and a home of its own."""

import gc
import os
import tempfile
from collections.abc import Iterator
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest
from hypothesis import settings

from tests.sporen import no_traces

# The run that decides says the same twice; HYPOTHESIS_PROFILE=zoek looks for what nobody thought of.
settings.register_profile("vast", derandomize=True, deadline=None)
settings.register_profile("zoek", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "vast"))

# Before anyone imports Qt; also when pytest is started without installer/test.sh.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("INTAKE_PASSPHRASE", "INTAKE_NEW_PASSPHRASE", "INTAKE_RECOVERY_KEY"):
    os.environ.pop(_name, None)

WINDOW = Path(__file__).parent / "ui"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest begins first, then the window: else all but one core wait for it at the end.

    What waits itself comes while the others have most to do: else the cores wait with it.
    """
    slow, waits = (
        {item.path for item in items if item.get_closest_marker(name)} for name in ("slow", "waits")
    )
    window = {path for path in {item.path for item in items} - waits if path.is_relative_to(WINDOW)}
    items.sort(key=lambda item: (item.path not in slow, item.path not in window, item.path not in waits))


def pytest_collection_finish() -> None:
    """All that was read to begin stays till the end: no search for cycles goes through it again."""
    gc.collect()
    gc.freeze()
    # A test makes much and lets go of nearly all of it: looking for cycles each 2,000 objects finds none.
    gc.set_threshold(50_000)


def pytest_sessionfinish() -> None:
    """What was left is looked for once; pytest goes ten times through all there is."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Nothing of the person who runs the tests is read or written; temporary files are ours alone."""
    before = dict(os.environ)
    tmp_path_factory.getbasetemp()  # where it always was, for who looks afterwards
    get_temp_dir()  # of processes that are forked: it goes when Python ends, after our home
    with tempfile.TemporaryDirectory(prefix="intake-home-") as folder:
        home = Path(folder)
        for name in ("runtime", "tmp"):
            (home / name).mkdir(mode=0o700)
        os.environ |= {
            "HOME": str(home), "XDG_RUNTIME_DIR": str(home / "runtime"), "TMPDIR": str(home / "tmp"),
            "USERPROFILE": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home)
        }  # fmt: skip
        tempfile.tempdir = None
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ.pop(name, None)
        yield home
    os.environ.clear()
    os.environ |= before
    tempfile.tempdir = None


@pytest.fixture
def geen_sporen(tmp_path: Path) -> Iterator[None]:
    """After the story nothing of anybody lies outside the vault and the documents that were asked for."""
    with no_traces(tmp_path):
        yield
