"""Who is, or was, at a conversation that exists: each change is one entry, what is being typed is kept."""

from __future__ import annotations

from functools import partial

from intake_assistant.domain.kinds import AANWEZIG, kind_of
from intake_assistant.domain.recht.gesprek import Gesprek
from intake_assistant.operations.acts.record import remove_row
from intake_assistant.operations.words.onderwerp import TALEN
from intake_assistant.texts import text
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.gesprek.aanwezigen import Aanwezige, Aanwezigen
from intake_assistant.ui.qt.later import while_there


class Erbij(Aanwezigen):
    """The lines of one conversation."""

    def __init__(self, keeper: Keeper, gesprek: str, kop: str, niemand: str) -> None:
        talen = keeper.context.work.data.formulieren.vraag(TALEN).keuzes
        super().__init__(kop, niemand, talen)
        self._keeper, self._gesprek = keeper, gesprek
        self._subjects: dict[Aanwezige, str] = {}
        self.gevraagd.connect(self._add_somebody)
        self.weg.connect(self._removed)

    def show_mensen(self, gesprek: Gesprek) -> None:
        """Show who is recorded, and who is being typed."""
        for mens in list(self.mensen):
            self._subjects.pop(mens, None)
            self.take_out(mens)
        self.set_taal(gesprek.taal)
        mensen: dict[str, object] = {
            AANWEZIG.of(self._gesprek, rij): dict(wie) for rij, wie in gesprek.aanwezig
        }
        typed = {s: w for s, w in self._keeper.waarden.items() if kind_of(s) is AANWEZIG}
        for subject, iemand in {**mensen, **typed}.items():
            if isinstance(iemand, dict):
                self._add(subject).show_gegevens(iemand)

    def _add_somebody(self) -> None:
        mens = self._add(AANWEZIG.of(self._gesprek, self._keeper.context.work.new_id()))
        # Only what is shown can take the keyboard, and a layout shows what it is given later.
        mens.show()
        mens.naam.setFocus()

    def _add(self, subject: str) -> Aanwezige:
        mens = self.add()
        self._subjects[mens] = subject
        mens.tolk.unfold()
        mens.getypt.connect(lambda: self._keeper.typed(subject, {"waarde": mens.gegevens()}))
        mens.verlaten.connect(lambda: self._keeper.left(subject))
        mens.gekozen.connect(lambda: self._keeper.chosen(subject, {"waarde": mens.gegevens()}))
        return mens

    def _removed(self, mens: Aanwezige) -> None:
        subject, context, wie = self._subjects.pop(mens), self._keeper.context, mens.gegevens()
        self._keeper.drop(subject)
        if context.work.vault.leaves(context.dossier_id, subject):
            context.act(lambda: remove_row(context.work, context.dossier_id, subject))
        put_back = while_there(self, partial(self._put_back, subject, wie))
        context.ended.emit(text("venster.weggehaald"), put_back)

    def _put_back(self, subject: str, wie: dict[str, str]) -> None:
        self._add(subject).show_gegevens(wie)
        self._keeper.chosen(subject, {"waarde": wie})
        self.terug.emit()
