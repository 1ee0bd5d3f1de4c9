"""The way through the pages: the planned startposities in order, past what cannot apply or must wait."""

from __future__ import annotations

from collections.abc import Iterator

from intake_assistant.domain.formulier import Pagina, Startpositie
from intake_assistant.domain.kinds import GESPREK
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.acts.gesprek import record_gesprek
from intake_assistant.operations.views.voorbereiden import counts_as, is_aan_de_beurt, propose
from intake_assistant.ui.vragen.voering import Gespreksvoering


class Route:
    """Which page comes before and after; knows no widget."""

    def __init__(self, voering: Gespreksvoering) -> None:
        self._voering = voering
        self._formulieren = voering.work.data.formulieren
        self.nummer = counts_as(voering.work, voering.dossier, voering.id)
        gekozen = voering.dossier.get(GESPREK.of(voering.id, "onderwerpen"), [])
        bekend = {deel.id for deel in self._formulieren.startposities}
        self._gekozen = [wat for wat in gekozen if wat in bekend]
        self.gepland = list(self._gekozen) or list(
            propose(voering.work, voering.dossier, voering.id).voorgesteld
        )
        self.gepland = self.gepland or [self._formulieren.startposities[0].id]
        self._bezocht: set[str] = set()

    def startpositie(self, pagina: Pagina) -> Startpositie:
        """Return the startpositie of a page."""
        return self._formulieren.startpositie_of(pagina.naam)

    def pagina(self, naam: str) -> Pagina | None:
        """Return the page of a name, or the one that holds the question or field of a row of that name."""
        naam = question_of(naam)
        deel = next((d for d in self._formulieren.startposities if d.id == naam.partition(".")[0]), None)
        if deel is None:
            return None
        return next((p for p in deel.paginas if naam == p.naam or naam in p.vragen), None)

    def plan(self, startpositie: str) -> None:
        """Take one more startpositie into this conversation; what was only proposed is not recorded by it."""
        if startpositie not in self.gepland:
            self.gepland.append(startpositie)
            if not self._gekozen:
                # A proposal follows the answers: coming back to a page must not make a choice of it.
                return
            velden = {"onderwerpen": self.gepland}
            v = self._voering
            v.attempt(lambda: record_gesprek(v.work, v.context.dossier_id, v.id, velden))

    def first(self, startpositie: str) -> Pagina | None:
        """Return where a startpositie begins in this conversation: with the sentence it opens with.

        Who was there already goes on at the first page with something open; None without a page.
        """
        if not startpositie:
            return None
        paginas = list(self._walk(startpositie, from_hand=True))
        eerste = paginas[0] if paginas else None
        if not any(p.naam in self._bezocht for p in paginas):
            return eerste
        return next((p for p in paginas if self._is_open(p)), eerste)

    def first_open(self, pagina: Pagina) -> str:
        """Return the first question of a page that has no answer; empty without one."""
        velden = [naam for naam in self._velden(pagina) if self._voering.is_relevant(naam)]
        return next((naam for naam in velden if self._voering.antwoord(naam).open), "")

    def visit(self, pagina: Pagina) -> None:
        """Have a page stay in the row: who went there by hand comes back to it."""
        self._bezocht.add(pagina.naam)

    def next(self, pagina: Pagina) -> Pagina | None:
        """Return the page after; after the last a topic that was jumped over; None when all had its turn."""
        alle = list(self._all(pagina))
        plaats = alle.index(pagina)
        return alle[plaats + 1] if plaats + 1 < len(alle) else self._jumped_over(alle)

    def _jumped_over(self, alle: list[Pagina]) -> Pagina | None:
        """Return where the first planned topic begins of which nothing was seen or said."""
        gezien = {self.startpositie(p).id for p in alle if p.naam in self._bezocht or self._is_begonnen(p)}
        return next((p for p in alle if self.startpositie(p).id not in gezien), None)

    def previous(self, pagina: Pagina) -> Pagina | None:
        """Return the page before; None at the beginning."""
        alle = list(self._all(pagina))
        plaats = alle.index(pagina)
        return alle[plaats - 1] if plaats else None

    def place(self, pagina: Pagina) -> tuple[int, int]:
        """Return which page this is of how many of its startpositie."""
        paginas = [p for p in self._all(pagina) if self.startpositie(p).id == self.startpositie(pagina).id]
        return paginas.index(pagina) + 1, len(paginas)

    def _all(self, hier: Pagina) -> Iterator[Pagina]:
        eigen = self.startpositie(hier).id
        for startpositie in self.gepland if eigen in self.gepland else [eigen, *self.gepland]:
            yield from self._walk(startpositie, hier=hier)

    def _walk(
        self, startpositie: str, *, hier: Pagina | None = None, from_hand: bool = False
    ) -> Iterator[Pagina]:
        deel = self._formulieren.startpositie(startpositie)
        paginas = [p for p in deel.paginas if p == hier or self._voering.is_bladzijde(p)]
        beurt = [p for p in paginas if p == hier or self._is_in_rij(deel, p)]
        # Who opens by hand what waits for trust may see it.
        yield from beurt or (paginas if from_hand else [])

    def _is_in_rij(self, deel: Startpositie, pagina: Pagina) -> bool:
        is_eerder = pagina.naam in self._bezocht or self._is_begonnen(pagina)
        return is_eerder or is_aan_de_beurt(deel, pagina, self.nummer)

    def _is_open(self, pagina: Pagina) -> bool:
        if pagina.herhaling:
            return not self._voering.rijen(pagina.herhaling)
        return bool(self.first_open(pagina))

    def _is_begonnen(self, pagina: Pagina) -> bool:
        if pagina.herhaling:
            return bool(self._voering.rijen(pagina.herhaling))
        return any(not self._voering.antwoord(naam).open for naam in self._velden(pagina))

    def _velden(self, pagina: Pagina) -> list[str]:
        return [naam for naam in pagina.vragen if self._voering.vraag(naam).is_veld]
