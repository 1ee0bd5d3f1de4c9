"""The expressions of all forms held against all questions: references, choices, functions, circles."""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from lxml import etree

from intake_assistant.domain.formulier import (
    HERHALING,
    LIJSTTYPEN,
    Formulieren,
    Groep,
    Keuze,
    Startpositie,
    Vraag,
)
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.forms.fouten import Fouten, Plaats
from intake_assistant.forms.uitdrukking import FUNCTIES, VANDAAG, Uitdrukking, Vergelijking, compile_xpath

DOELGROEP = PERSOON.of("doelgroep")
# What a condition may see besides answers: who falls under another chapter of the law is asked other things.
GEGEVENS: Mapping[str, Vraag] = {
    DOELGROEP: Vraag(
        naam=DOELGROEP,
        type="select_one",
        label="",
        keuzes=tuple(Keuze(code, code) for code in VELDEN["doelgroep"]),
    )
}
_PROEF = etree.fromstring(f'<data {VANDAAG}="20000"><x>1</x></data>')


def ouder(ding: Vraag | Groep) -> str:
    """Return the name of the group or repeat whose relevance a row inherits, empty at the top."""
    return ding.groep or ding.herhaling


class ExpressionCheck:
    """Checks expressions against the questions of all files together."""

    def __init__(self, vragen: Mapping[str, Vraag], plaatsen: Mapping[str, Plaats], fouten: Fouten) -> None:
        self._vragen = {**GEGEVENS, **vragen}
        self._plaatsen = plaatsen
        self._fouten = fouten

    def check(self, ding: Vraag | Groep) -> None:
        """Report what is wrong in the conditions of one question or group."""
        plaats = self._plaatsen[ding.naam]
        if ding.relevant:
            voorwaarde = Uitdrukking(ding.relevant)
            if voorwaarde.gebruikt_zichzelf:
                self._fouten.meld(plaats, "punt_in_relevant", ding.relevant)
            self._check_uitdrukking(voorwaarde, None, plaats)
        if isinstance(ding, Vraag) and ding.constraint:
            self._check_uitdrukking(Uitdrukking(ding.constraint), ding, plaats)

    def _check_uitdrukking(self, uitdrukking: Uitdrukking, zelf: Vraag | None, plaats: Plaats) -> None:
        for naam in uitdrukking.verwijzingen:
            if naam not in self._vragen:
                self._fouten.meld_onbekend(plaats, "verwijzing", naam, self._vragen)
        self._check_taal(uitdrukking, plaats)
        for vergelijking in uitdrukking.vergelijkingen():
            vraag = zelf if vergelijking.vraag == "." else self._vragen.get(vergelijking.vraag)
            if vraag:
                self._check_vergelijking(vergelijking, vraag, plaats)

    def _check_taal(self, uitdrukking: Uitdrukking, plaats: Plaats) -> None:
        for stuk in uitdrukking.vreemde_stukken():
            self._fouten.meld(plaats, "vreemd_stuk", f"{stuk} in {uitdrukking.bron}")
        for aanroep in uitdrukking.aanroepen():
            minst, meest = FUNCTIES.get(aanroep.functie, (-1, -1))
            if minst < 0:
                self._fouten.meld_onbekend(plaats, "functie", aanroep.functie, FUNCTIES)
            elif not minst <= aanroep.argumenten <= meest:
                self._fouten.meld(plaats, "argumenten", f"{aanroep.functie}: {aanroep.argumenten}")
        try:
            # Tried on an answer as well: some mistakes, as a count of a text, only show when it is judged.
            compile_xpath(uitdrukking.to_xpath(lambda naam: "/data/x"))(_PROEF)
        except (etree.XPathError, ValueError, TypeError):  # ValueError: a sign that XML cannot hold
            self._fouten.meld(plaats, "xpath", uitdrukking.bron)

    def _check_vergelijking(self, gevonden: Vergelijking, vraag: Vraag, plaats: Plaats) -> None:
        tekst = f"{vraag.naam} {gevonden.hoe} '{gevonden.code}'"
        if gevonden.code == "":
            return
        if vraag.type in LIJSTTYPEN and gevonden.code not in vraag.codes:
            self._fouten.meld_onbekend(plaats, "keuze", gevonden.code, vraag.codes)
        elif vraag.type == "select_multiple" and gevonden.hoe != "selected":
            self._fouten.meld(plaats, "meer_keuzes", tekst, f"selected(${{{vraag.naam}}}, '{gevonden.code}')")
        elif vraag.type == "date" or vraag.type == HERHALING:
            self._fouten.meld(plaats, "tekst_vergeleken", tekst)


def dependencies(dingen: Mapping[str, Vraag | Groep]) -> Iterator[tuple[str, set[str]]]:
    """Yield each question or group with the names its relevance rests on."""
    for naam, ding in dingen.items():
        verwijzingen = set(Uitdrukking(ding.relevant).verwijzingen) if ding.relevant else set()
        boven = {ouder(ding)} - {""}
        yield naam, (verwijzingen & dingen.keys()) | boven


def evaluation_order(dingen: Mapping[str, Vraag | Groep]) -> list[str]:
    """Return the names so that each comes after what its relevance rests on; CycleError for a circle."""
    return list(TopologicalSorter(dict(dependencies(dingen))).static_order())


def check_kringen(
    dingen: Mapping[str, Vraag | Groep], plaatsen: Mapping[str, Plaats], fouten: Fouten
) -> None:
    """Report questions whose conditions wait for each other."""
    try:
        evaluation_order(dingen)
    except CycleError as fout:
        namen: list[str] = fout.args[1][:0:-1]
        begin = namen.index(min(namen))
        kring = [*namen[begin:], *namen[:begin], namen[begin]]
        fouten.meld(plaatsen[kring[0]], "kring", " -> ".join(kring))


def aanleidingen(formulieren: Formulieren) -> Mapping[str, str]:
    """Return question -> the last one of its startpositie that its condition asks about; not for all."""
    return {naam: eerder for deel in formulieren.startposities for naam, eerder in _of(deel).items()}


def _of(deel: Startpositie) -> dict[str, str]:
    volgorde = {naam: plaats for plaats, naam in enumerate(deel.vragen)}
    found = {}
    for naam, vraag in deel.vragen.items():
        vragen = [deel.vragen[v] for v in _verwijzingen(deel, vraag) if v in deel.vragen]
        namen = {v.herhaling or v.naam for v in vragen if not v.vervallen}
        if namen := namen - {naam}:
            found[naam] = max(namen, key=volgorde.__getitem__)
    return found


def _verwijzingen(deel: Startpositie, ding: Vraag | Groep) -> set[str]:
    """What its own condition asks about, and those of the groups around it."""
    eigen = set(Uitdrukking(ding.relevant).verwijzingen) if ding.relevant else set[str]()
    boven = deel.groepen.get(ouder(ding)) or deel.vragen.get(ouder(ding))
    return eigen | _verwijzingen(deel, boven) if boven else eigen
