"""Two days side by side in the words of one language; what that language lacks stays Dutch, apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import batched
from typing import Final

from intake_assistant.dates import in_taal, read_date
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.domain.formulier import Keuze, Vraag
from intake_assistant.domain.leesrichting import isoleer
from intake_assistant.domain.praatplaat.bord import Bord
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.views.toennu.borden import still
from intake_assistant.operations.views.toennu.vergelijken import Gezegd, Toennu, Toennudeel, Toennuregel
from intake_assistant.operations.views.toennu.vormen import MEEST, Toennublad, Toennucel, Toennurij
from intake_assistant.operations.words.gedeeld import Gedeeldblad, in_cijfers
from intake_assistant.operations.words.vertaling import keuze_tekst, taal_van
from intake_assistant.operations.words.waarde import GESPREKSBRONNEN, bronnaam, in_short
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, Stand, Taal, Vertaling, dutch_text, form_text

BEGIN: Final = "toennu"
BORD: Final = "bord"
"""Behind the topic, the name of the page with a board."""
NIETS: Final = "–"
KLAAR: Final = "klaar"
"""The name of the row of what was agreed and is done."""
_SCHAAL: Final = {"waarde": "{waarde}", "meest": "{meest}"}
_STANDEN: Final[tuple[Stand, ...]] = ("ontbreekt", "verouderd", "ongecontroleerd", "gecontroleerd")


def gedeelde_bladen(work: Workspace, gezien: Toennu, taal: Taal) -> list[Gedeeldblad]:
    """The pages for the other side, each of one topic and of so many rows as can be read."""
    return [blad for deel in gezien.delen for blad in Zegger(work, taal).bladen(gezien, deel)]


class Zegger:
    """Says what lies side by side in one language, and what that is worth."""

    def __init__(self, work: Workspace, taal: Taal) -> None:
        self.taal = taal
        self.stand: Stand = "gecontroleerd"
        self._work = work

    # -- pages -----------------------------------------------------------------------------------------------

    def bladen(self, gezien: Toennu, deel: Toennudeel) -> Iterator[Gedeeldblad]:
        """The pages of a topic; words that were only typed in Dutch stand small below them."""
        self.stand = "gecontroleerd"
        los = [rij for rij in self.rijen(deel) if rij is not None and not is_on_board(deel, rij.naam)]
        titel, beeld, koppen = self.titel(deel), beeld_van(deel), self.koppen(gezien)
        naam = f"{BEGIN}/{deel.startpositie.id}/"
        bladen = [
            Toennublad(f"{naam}{nummer}", titel, beeld, koppen, stuk)
            for nummer, stuk in enumerate(batched(los, MEEST))
        ]
        if deel.bord is not None:
            bladen.append(
                Toennublad(f"{naam}{BORD}", titel, beeld, koppen, platen=self._platen(deel, deel.bord))
            )
        dutch = tuple(_dutch(self._work, self, deel))
        if dutch and not bladen:
            bladen.append(Toennublad(f"{naam}0", titel, beeld, koppen))
        for nummer, blad in enumerate(bladen):
            klein = dutch if not nummer else ()
            yield Gedeeldblad(blad.naam, voor_tolk=klein, stand=self.stand, toennu=blad)

    def _platen(self, deel: Toennudeel, bord: Bord) -> tuple[Bordplaat, ...]:
        """The board as it stood on each of the days."""
        borden = [still(self._work, self.taal, bord, stand) for stand in deel.standen]
        self.stand = min((self.stand, *(een.stand for een in borden)), key=_STANDEN.index)
        return tuple(een.plaat for een in borden)

    def titel(self, deel: Toennudeel) -> str:
        """The name of a topic."""
        return self.say(f"{deel.startpositie.id}/titel", deel.startpositie.titel) or ""

    def koppen(self, gezien: Toennu) -> tuple[tuple[str, str], tuple[str, str]]:
        """What stands above each of the days."""
        toen = self.say("gedeeld.toen", dutch_text("gedeeld.toen")) or ""
        nu = self.say("gedeeld.nu", dutch_text("gedeeld.nu")) or ""
        return (toen, self.dag(gezien.toen)), (nu, self.dag(gezien.nu))

    def dag(self, dag: date) -> str:
        """A day as it is written in the language, with its own digits."""
        return in_cijfers(in_taal(dag, self.taal.babel), self.taal.cijfers)

    # -- rows ------------------------------------------------------------------------------------------------

    def rijen(self, deel: Toennudeel) -> Iterator[Toennurij | None]:
        """Each question; None where the language cannot say it."""
        for regel in deel.regels:
            yield self.rij(regel)
        if deel.klaar.toen or deel.klaar.nu:
            woord = self.say("gedeeld.wat_klaar_is", dutch_text("gedeeld.wat_klaar_is"))
            if woord:
                yield Toennurij(KLAAR, woord, self._aantal(deel.klaar.toen), self._aantal(deel.klaar.nu))

    def rij(self, regel: Toennuregel) -> Toennurij | None:
        """One question on both days; None where a word of it is not there in the language."""
        woord = self.woord(regel)
        toen, nu = self.cel(regel, regel.toen, is_toen=True), self.cel(regel, regel.nu)
        if woord is None or toen is None or nu is None:
            return None
        return Toennurij(regel.naam, woord, toen, nu)

    def woord(self, regel: Toennuregel) -> str | None:
        """What a row is called; in a repeat after the row that it is of."""
        label = self.say(f"{regel.vraag.naam}/label", regel.vraag.label)
        if label is None or regel.rij is None:
            return label
        van, waarde = regel.rij
        namen = self._woorden(van, waarde) if waarde is not None else ()
        return f"{isoleer(', '.join(namen))} · {label}" if namen else label

    def cel(self, regel: Toennuregel, gezegd: Gezegd, *, is_toen: bool = False) -> Toennucel | None:
        """What was said on one of the days; None where the language lacks a word of it."""
        if not gezegd.is_beantwoord:
            return self._leeg(is_toen=is_toen and not gezegd.is_gevraagd)
        woorden = self._woorden(regel.vraag, gezegd.waarde)
        if woorden is None:
            return None
        beelden = _beelden(regel.vraag, gezegd.waarde)
        trede = trede_van(self._work, regel.vraag, gezegd.waarde)
        return Toennucel(woorden, beelden, trede, self._bron(regel, gezegd))

    def _leeg(self, *, is_toen: bool) -> Toennucel:
        """Why there is no answer; nothing is made of somebody not having given one."""
        sleutel = "gedeeld.toen_niet_gevraagd"
        woord = self.say(sleutel, dutch_text("gedeeld.toen_niet_gevraagd")) if is_toen else None
        return Toennucel((woord or NIETS,), ("",), is_leeg=True)

    def _aantal(self, klaar: Sequence[str]) -> Toennucel:
        return Toennucel((in_cijfers(str(len(klaar)), self.taal.cijfers),), ("",))

    def _bron(self, regel: Toennuregel, gezegd: Gezegd) -> str:
        """Who said so, where on the other day somebody else did; of what was said to us nobody."""
        bronnen = {een.bron for een in (regel.toen, regel.nu) if een.is_beantwoord}
        if len(bronnen) < 2 or gezegd.bron in GESPREKSBRONNEN:
            return ""
        return self.say(f"recht.bron.{gezegd.bron}", bronnaam(gezegd.bron)) or ""

    def _woorden(self, vraag: Vraag, waarde: object) -> tuple[str, ...] | None:
        if vraag.keuzes:
            return self._keuzes(vraag, waarde)
        if vraag.type == "text":
            return (isoleer(in_short(waarde)),) if self.taal.code == SOURCE else None
        if vraag.type == "range":
            meest = vraag.stappen[-1]
            zin = self.say("stukken.gegevens.schaal", dutch_text("stukken.gegevens.schaal", **_SCHAAL))
            return (in_cijfers(zin.format(waarde=waarde, meest=meest), self.taal.cijfers),) if zin else None
        if vraag.type == "date":
            dag = read_date(waarde)
            return (self.dag(dag),) if dag else None
        return (in_cijfers(str(waarde), self.taal.cijfers),)

    def _keuzes(self, vraag: Vraag, waarde: object) -> tuple[str, ...] | None:
        woorden = []
        for keuze in keuzes_in(vraag, waarde):
            found = self._note(keuze_tekst(self.taal.code, vraag, keuze))
            if found is None:
                return None
            woorden.append(in_cijfers(found, self.taal.cijfers))
        return tuple(woorden)

    # -- words -----------------------------------------------------------------------------------------------

    def say(self, sleutel: str, dutch: str) -> str | None:
        """A text in the language; None where it is missing."""
        return self._note(form_text(self.taal.code, sleutel, dutch))

    def _note(self, found: Vertaling) -> str | None:
        if found.stand == "ontbreekt":
            return None
        self.stand = min(self.stand, found.stand, key=_STANDEN.index)
        return found.tekst


def is_on_board(deel: Toennudeel, naam: str) -> bool:
    """Whether a question is drawn on the board of its topic."""
    velden = deel.bord.velden if deel.bord else ()
    return question_of(naam) in {veld.naam for veld in velden}


def beeld_van(deel: Toennudeel) -> str:
    """The picture of a topic."""
    return next((vraag.image for vraag in deel.startpositie.vragen.values() if vraag.image), "")


def keuzes_in(vraag: Vraag, waarde: object) -> list[Keuze]:
    """The choices of an answer in the order of the form; what is none of them is shown to nobody."""
    codes = {vraag.keuze_of(str(code)) for code in (waarde if isinstance(waarde, list) else [waarde])}
    return [keuze for keuze in vraag.keuzes if keuze.naam in codes]


def _beelden(vraag: Vraag, waarde: object) -> tuple[str, ...]:
    return tuple(keuze.image for keuze in keuzes_in(vraag, waarde)) if vraag.keuzes else ("",)


def trede_van(work: Workspace, vraag: Vraag, waarde: object) -> tuple[int, int] | None:
    """On which step of how many an answer stands; None when it is on no scale and no stairs."""
    if isinstance(waarde, int) and vraag.type == "range" and waarde in vraag.stappen:
        # Nothing is no step.
        laagst = min(vraag.stappen[0], 1)
        return waarde - laagst + (laagst > 0), vraag.stappen[-1] - laagst + (laagst > 0)
    return work.data.toennu.trede(vraag.lijst, str(waarde)) if vraag.type == "select_one" else None


def _dutch(work: Workspace, zegger: Zegger, deel: Toennudeel) -> Iterator[str]:
    """What the language cannot say, small: for the interpreter, and for us."""
    nederlands = Zegger(work, taal_van(SOURCE))
    for regel in deel.regels:
        if zegger.rij(regel) is None and (rij := nederlands.rij(regel)) is not None:
            yield dutch_text("toennu.regel", wat=rij.woord, toen=rij.toen.zin, nu=rij.nu.zin)
