"""What every test stands on: no screen, and a home of its own."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# The run that decides says the same twice; HYPOTHESIS_PROFILE=zoek looks for what nobody thought of.
settings.register_profile("vast", derandomize=True, deadline=None)
settings.register_profile("zoek", max_examples=500, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "vast"))

# Before anyone imports Qt; also when pytest is started without installer/test.sh.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
for _name in ("INTAKE_PASSPHRASE", "INTAKE_RECOVERY_KEY"):
    os.environ.pop(_name, None)


@pytest.fixture(scope="session", autouse=True)
def own_home() -> Iterator[Path]:
    """Nothing of the person who runs the tests is read or written."""
    before = dict(os.environ)
    with tempfile.TemporaryDirectory(prefix="intake-home-") as folder:
        home = Path(folder)
        runtime = home / "runtime"
        runtime.mkdir(mode=0o700)
        os.environ |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime)}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ.pop(name, None)
        yield home
    os.environ.clear()
    os.environ |= before
