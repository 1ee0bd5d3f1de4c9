"""Forms, rules and texts, read once for all the processes that are forked from this one."""

from functools import cache

from intake_assistant.operations.workspace import Data, packaged_data


@cache
def data() -> Data:
    """The data that comes with the program, all of it read."""
    made = packaged_data()
    for part in (made.formulieren, made.engine, made.regels, made.teksten, made.versie):
        assert part is not None
    return made
