"""The one plain sentence of each clock: why this is its last day, with the dates in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from intake_assistant.dates import with_weekday
from intake_assistant.domain.recht.termijn import feestdagen, plus_dagen


def joined(delen: Sequence[str]) -> str:
    """Parts in one Dutch enumeration: a, b en c (art. 5.3 Besl)."""
    return " en ".join([", ".join(delen[:-1]), delen[-1]] if len(delen) > 1 else delen)


def duur(dagen: int) -> str:
    """A number of days as people say it: 10 weken, 10 dagen (art. 5.3 Besl)."""
    return f"{dagen // 7} weken" if dagen % 7 == 0 and dagen > 7 else f"{dagen} dagen"


def maanden_from(maanden: int, begin: date) -> str:
    """How a term of months was counted: 3 jaar vanaf ... (art. 11 Wet)."""
    aantal = f"{maanden // 12} jaar" if maanden % 12 == 0 else f"{maanden} maanden"
    return f"{aantal} vanaf {with_weekday(begin)}"


def reden(begin: date, dagen: int, uiterlijk: date, anker: str) -> str:
    """Why this is the last day: the count, its anchor, and what it moved over (art. 1 Awt)."""
    geteld = plus_dagen(begin, dagen)
    telling = f"{duur(dagen)} na {with_weekday(begin)}, de dag {anker}"
    if geteld == uiterlijk:
        return telling
    naam = feestdagen(geteld.year).get(geteld)
    vrij = f"is {naam}" if naam else "valt in het weekend" if geteld.weekday() > 4 else "is een vrije dag"
    return f"{telling}; {with_weekday(geteld)} {vrij}, daarom telt de eerste werkdag daarna"


def pip_waiting(ontbreekt: Sequence[str], gedaan: date | None) -> str:
    """The pip clock while its begin is not known (art. 5.3(1) Besl)."""
    nog = f"want dit is nog niet bekend: {joined(ontbreekt)}"
    if gedaan is None:
        return f"Het is nog niet te zeggen wanneer het PIP klaar moet zijn, {nog}."
    return f"Het PIP is vastgesteld op {with_weekday(gedaan)}; of dat op tijd was, is niet te zeggen, {nog}."


def pip_suspended(wacht_op: Sequence[str], gedaan: date | None, derde_dagen: int) -> str:
    """The pip clock while a third party is awaited (art. 5.3(2) Besl)."""
    if gedaan is None:
        return (
            f"De termijn voor het PIP staat stil, want de gemeente wacht op {joined(wacht_op)}; "
            f"na ontvangst is er nog minstens {duur(derde_dagen)} tijd."
        )
    return (
        f"Het PIP is op tijd vastgesteld, op {with_weekday(gedaan)}: "
        f"de termijn stond stil, want de gemeente wachtte op {joined(wacht_op)}."
    )


def pip_counted(wat: str, stand: str, uiterlijk: date, gedaan: date | None, waarom: str) -> str:
    """A pip clock with a last day: still to do, done, or late (art. 5.3 Besl)."""
    laatste = f"de laatste dag was {with_weekday(uiterlijk)}, {waarom}"
    if gedaan is not None:
        tijdig = "op tijd" if stand == "gehaald" else "te laat"
        return f"{wat} is {tijdig} vastgesteld, op {with_weekday(gedaan)}; {laatste}."
    if stand == "loopt":
        return f"{wat} moet uiterlijk op {with_weekday(uiterlijk)} vastgesteld zijn: {waarom}."
    return f"{wat} is te laat, want het is nog niet vastgesteld; {laatste}."


def bezwaar(stand: str, uiterlijk: date, gedaan: date | None, waarom: str, aangenomen: bool) -> str:
    """The six weeks for bezwaar, and that the day of bekendmaking is assumed (art. 6:7 and 6:8 Awb)."""
    dag = with_weekday(uiterlijk)
    if gedaan is not None:
        tijdig = "op tijd" if stand == "gehaald" else "na de laatste dag"
        zin = (
            f"Het bezwaar kwam {tijdig} binnen, op {with_weekday(gedaan)}; de laatste dag was {dag}, {waarom}"
        )
    elif stand == "loopt":
        zin = f"De inburgeraar kan bezwaar maken tot en met {dag}: {waarom}"
    else:
        zin = f"De termijn voor bezwaar is voorbij; de laatste dag was {dag}, {waarom}"
    return zin + ("; wanneer het besluit is verstuurd of gegeven, is niet vastgelegd." if aangenomen else ".")


def termijn(einde: date, gedaan: date | None, telling: str) -> str:
    """The inburgeringstermijn; an empty telling says that DUO set it (art. 11 Wet)."""
    dag = with_weekday(einde)
    if gedaan is not None:
        return (
            f"De inburgeraar is klaar met inburgeren sinds {with_weekday(gedaan)}; de laatste dag was {dag}."
        )
    zin = f"De inburgeraar moet uiterlijk op {dag} klaar zijn met inburgeren"
    if not telling:
        return f"{zin}; DUO heeft deze termijn vastgesteld."
    return f"{zin}: {telling}, de dag na de datum van het eerste PIP; DUO stelt de termijn vast."


def wijzigen(stand: str, uiterlijk: date, telling: str, onderwijsroute: bool) -> str:
    """The months in which the leerroute may change (art. 5.4 Besl)."""
    kan = "kan worden gewijzigd" if stand == "loopt" else "kon worden gewijzigd"
    waarom = f"{telling}, het begin van de inburgeringstermijn"
    zin = f"De leerroute {kan} tot en met {with_weekday(uiterlijk)}: {waarom}"
    if onderwijsroute:
        return f"{zin}; van de onderwijsroute naar de B1-route kan altijd."
    return zin + ("." if stand == "loopt" else "; daarna kan het alleen nog met een uitzondering.")


def ontzorgen(stand: str, uiterlijk: date, telling: str, verlengd: bool) -> str:
    """The months in which the gemeente pays fixed costs from the bijstand (art. 56a Pw)."""
    betaalt = "betaalt" if stand == "loopt" else "betaalde"
    daarna = ", en daarna verlengd" if verlengd else ""
    return (
        f"De gemeente {betaalt} de vaste lasten uit de bijstand tot en met {with_weekday(uiterlijk)}: "
        f"{telling}, het begin van de bijstand{daarna}."
    )
