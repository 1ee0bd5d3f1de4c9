"""All that a window of its own needs, read by who imports this: the process they are forked from."""

from tests.gelezen import data
from tests.ui.fields import families
from tests.ui.midden_in_een_woord import opened

__all__ = ["families", "opened"]
data()
