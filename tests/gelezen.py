"""Forms, rules and texts, read once for all tests and for the processes forked from this one."""

from functools import cache

from intake_assistant.operations.workspace import Data, packaged_data


@cache
def lazily() -> Data:
    """The data that comes with the program, of which each part is read when it is first asked for."""
    return packaged_data()


@cache
def data() -> Data:
    """The data that comes with the program, all of it read."""
    made = lazily()
    for part in (made.formulieren, made.engine, made.regels, made.teksten, made.versie):
        assert part is not None
    return made
