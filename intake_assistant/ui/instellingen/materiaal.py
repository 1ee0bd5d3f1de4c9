"""What is given along with a topic: folders, films and praatplaten, from and to Excel."""

from __future__ import annotations

from intake_assistant.operations.acts.instelling import keep_materiaal
from intake_assistant.operations.socialekaart.materiaal import materiaal_file, materialen_of, read_materiaal
from intake_assistant.texts import text
from intake_assistant.ui.fields.rijen.excel import Excelkaart, Excellijst
from intake_assistant.ui.window.context import Context


def make_materiaal(context: Context) -> Excelkaart:
    """The card with how many there are."""
    work = context.work
    return Excelkaart(
        context,
        Excellijst(
            naam="materiaal",
            kop=text("instellingen.materiaal.kop"),
            uitleg=text("instellingen.materiaal.uitleg"),
            bestand=text("instellingen.materiaal.bestand"),
            stand=lambda: text("instellingen.materiaal.stand", aantal=len(materialen_of(work))),
            take=lambda path: keep_materiaal(work, read_materiaal(work, path)),
            write=lambda: materiaal_file(work),
        ),
    )
