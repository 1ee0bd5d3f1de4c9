"""The sociale kaart: to whom one can refer, from and to Excel."""

from __future__ import annotations

from intake_assistant.operations.acts.instelling import keep_kaart
from intake_assistant.operations.socialekaart.groepen import groepslessen_of
from intake_assistant.operations.socialekaart.kaart import kaart_file, organisaties_of, read_kaart
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.fields.rijen.excel import Excelkaart, Excellijst
from intake_assistant.ui.window.context import Context


def make_sociale_kaart(context: Context) -> Excelkaart:
    """The card with how many there are."""
    work = context.work
    return Excelkaart(
        context,
        Excellijst(
            naam="kaart",
            kop=text("uitvoering.kaart.kop"),
            uitleg=text("uitvoering.kaart.uitleg"),
            bestand=text("uitvoering.kaart.bestand"),
            stand=lambda: _stand(work),
            take=lambda path: keep_kaart(work, *read_kaart(work, path)),
            write=lambda: kaart_file(work),
        ),
    )


def _stand(work: Workspace) -> str:
    stand = text("uitvoering.kaart.stand", aantal=len(organisaties_of(work)))
    groepen = len(groepslessen_of(work))
    return f"{stand} {text('uitvoering.kaart.stand_groepen', aantal=groepen)}" if groepen else stand
