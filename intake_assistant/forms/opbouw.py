"""From the rows of one file to its questions, groups and pages; groups and repeats close as they open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from intake_assistant.domain.formulier import HERHALING, Groep, Keuze, Pagina, Vraag
from intake_assistant.forms.fouten import Fouten
from intake_assistant.forms.rijen import (
    BEGIN_GROEP,
    BLADZIJDE,
    EINDE,
    EINDE_HERHALING,
    Rij,
    make_groep,
    make_vraag,
)
from intake_assistant.forms.zinnen import check_bakje, check_portret, check_samenvatting, check_zinnen


@dataclass
class Opbouw:
    """What the rows of one file become, and which groups are open."""

    lijsten: Mapping[str, tuple[Keuze, ...]]
    fouten: Fouten
    vragen: dict[str, Vraag] = field(default_factory=dict)
    groepen: dict[str, Groep] = field(default_factory=dict)
    paginas: dict[str, Pagina] = field(default_factory=dict)
    _open: list[Rij] = field(default_factory=list)

    def add_all(self, rijen: Iterable[Rij]) -> None:
        """Take in every row, and report what stays open."""
        for rij in rijen:
            self._add(rij)
        for rij in self._open:
            self.fouten.meld(rij.plaats, "niet_gesloten", rij.naam)

    def _add(self, rij: Rij) -> None:
        if rij.soort in EINDE:
            self._close(rij)
            return
        if rij.naam in self.vragen or rij.naam in self.groepen:
            self.fouten.meld(rij.plaats, "dubbel", rij.naam)
        herhaling, pagina = self._first(HERHALING), self._first(BLADZIJDE)
        if rij.soort == HERHALING and (herhaling or pagina):
            self.fouten.meld(rij.plaats, "herhaling_binnen", rij.naam)
        if rij.soort == BEGIN_GROEP:
            self.groepen[rij.naam] = make_groep(rij, self._groep(), herhaling)
        else:
            vraag = make_vraag(rij, self._keuzes(rij), self._groep(), herhaling)
            check_zinnen(vraag, rij.tekst("pip.zinnen"), rij.plaats, self.fouten)
            check_portret(vraag, rij.tekst("pip.portret_zinnen"), rij.plaats, self.fouten)
            check_bakje(vraag, rij.plaats, self.fouten)
            check_samenvatting(vraag, rij.plaats, self.fouten)
            self._add_vraag(vraag, pagina)
        if rij.soort in EINDE.values():
            self._open.append(rij)

    def _close(self, rij: Rij) -> None:
        if not self._open or self._open[-1].soort != EINDE[rij.soort]:
            self.fouten.meld(rij.plaats, "niet_geopend", rij.soort)
        elif rij.soort == EINDE_HERHALING:
            self._heed_velden(self._open.pop())
        else:
            self._open.pop()

    def _heed_velden(self, herhaling: Rij) -> None:
        """Let a repeat wait for the trust its rows need: it brings up what they ask."""
        vraag = self.vragen[herhaling.naam]
        velden = [veld for veld in self.vragen.values() if veld.herhaling == vraag.naam and veld.is_veld]
        zwaarst = max((veld.sensitivity for veld in velden), default=0)
        laatst = max((veld.from_gesprek for veld in velden), default=1)
        if "pip.sensitivity" not in herhaling.kolommen:
            vraag = replace(vraag, sensitivity=zwaarst)
        elif vraag.sensitivity < zwaarst:
            self.fouten.meld(herhaling.plaats, "herhaling_lichter", vraag.sensitivity, str(zwaarst))
        if "pip.from_gesprek" not in herhaling.kolommen:
            vraag = replace(vraag, from_gesprek=laatst)
        self.vragen[vraag.naam] = vraag

    def _first(self, wat: str) -> str:
        """Return the outermost open repeat or page, empty when there is none."""
        return next((rij.naam for rij in self._open if wat in (rij.soort, rij.tekst("appearance"))), "")

    def _groep(self) -> str:
        """Return the innermost open group within the innermost open repeat."""
        laatste = self._open[-1] if self._open else None
        return laatste.naam if laatste and laatste.soort == BEGIN_GROEP else ""

    def _keuzes(self, rij: Rij) -> tuple[Keuze, ...]:
        if rij.lijst and rij.lijst not in self.lijsten:
            self.fouten.meld_onbekend(rij.plaats, "lijst", rij.lijst, self.lijsten)
        return self.lijsten.get(rij.lijst, ())

    def _add_vraag(self, vraag: Vraag, pagina: str) -> None:
        self.vragen[vraag.naam] = vraag
        if vraag.vervallen:
            return
        if vraag.type == HERHALING:
            self.paginas[vraag.naam] = Pagina(vraag.naam, (), vraag.naam, vraag.label)
            return
        blad = vraag.herhaling or pagina or vraag.naam
        groep = self.groepen.get(blad)
        oud = self.paginas.get(blad) or Pagina(blad, (), vraag.herhaling, groep.label if groep else "")
        self.paginas[blad] = Pagina(oud.naam, (*oud.vragen, vraag.naam), oud.herhaling, oud.label)
