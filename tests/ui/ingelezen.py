"""All that a window of its own needs, read by who imports this: the process they are forked from."""

import gc

from intake_assistant.texts import taalfouten
from tests.gelezen import data
from tests.ui.fields import families
from tests.ui.midden_in_een_woord import opened

__all__ = ["families", "opened"]
data()
# A window looks through all languages as soon as it can be used.
taalfouten()
# Of all of them: none goes through it again.
gc.collect()
gc.freeze()
