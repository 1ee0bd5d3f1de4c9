"""From two days of a dossier to the pages that the person takes home of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from intake_assistant.documents.model import Stuk, Tweetalig
from intake_assistant.documents.tekening.praatplaat.plaat import Bordplaat
from intake_assistant.documents.toennu.blad import Bladdeel, Bladregel, ToennuGegevens, build_toennu
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.forms.checking.beelden import MAP
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.papers.tweetalig.stuk import leestaal_of
from intake_assistant.operations.vault.beleid import may_print_unchecked
from intake_assistant.operations.views.toennu.borden import is_empty, still
from intake_assistant.operations.views.toennu.vergelijken import (
    Gezegd,
    Toennu,
    Toennudeel,
    Toennuregel,
    compare,
    first_days,
)
from intake_assistant.operations.views.toennu.vormen import Toennucel
from intake_assistant.operations.views.toennu.zicht import Zegger, is_on_board
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, dutch_text

TOEN_EN_NU: Final = "toen_en_nu"


def has_toennu(dossier: Dossier) -> bool:
    """Whether there is a first conversation to look back to."""
    return any(gesprek.dag for gesprek in gesprekken_of(dossier))


@dutch
def toennu_stuk(work: Workspace, dossier: Dossier, toen: date | None = None, nu: date | None = None) -> Stuk:
    """What differs as a document, of the first conversation and today when no days are given."""
    first, last = first_days(work, dossier)
    gezien = compare(work, dossier, toen or first, nu or last).changed()
    return build_toennu(_Toennuschrijver(work, dossier, gezien).gegevens(), work.data.teksten)


class _Toennuschrijver:
    """Says each thing in Dutch, and in the reading language where that may be printed."""

    def __init__(self, work: Workspace, dossier: Dossier, gezien: Toennu) -> None:
        self._work, self._gezien = work, gezien
        self._nl = Zegger(work, taal_van(SOURCE))
        eigen = Zegger(work, taal_van(leestaal_of(work, dossier)))
        for deel in gezien.delen:
            list(eigen.rijen(deel))  # what its texts are worth shows when they are all said
        is_known = eigen.taal.code != SOURCE
        self._eigen = (
            eigen if is_known and (eigen.stand == "gecontroleerd" or may_print_unchecked(work)) else None
        )

    def gegevens(self) -> ToennuGegevens:
        """All that stands on the pages."""
        return ToennuGegevens(
            gemeente=gemeente_of(self._work),
            peildatum=self._work.clock.today(),
            titel=self._say("gedeeld.toen_en_nu", dutch_text("gedeeld.toen_en_nu")),
            uitleg=tuple(self._uitleg()),
            koppen=self._koppen(),
            woorden=(
                self._say("gedeeld.toen", dutch_text("gedeeld.toen")),
                self._say("gedeeld.nu", dutch_text("gedeeld.nu")),
            ),
            kop_vraag=dutch_text("toennu.kolom.vraag"),
            kop_klaar=self._say("gedeeld.wat_klaar_is", dutch_text("gedeeld.wat_klaar_is")),
            taal=self._eigen.taal.tag if self._eigen else "",
            delen=tuple(map(self._deel, self._gezien.delen)),
            beelden=self._work.data.folder / MAP,
        )

    def _koppen(self) -> tuple[Tweetalig, Tweetalig]:
        """What stands above each of the days, with the day."""
        koppen = self._nl.koppen(self._gezien)
        eigen = self._eigen.koppen(self._gezien) if self._eigen else (("", ""), ("", ""))
        toen, nu = (
            Tweetalig(" ".join(nl), " ".join(own).strip()) for nl, own in zip(koppen, eigen, strict=True)
        )
        return toen, nu

    def _uitleg(self) -> Iterator[Tweetalig]:
        yield self._say("gedeeld.toennu_uitleg", dutch_text("gedeeld.toennu_uitleg"))
        if self._eigen and self._eigen.stand != "gecontroleerd":
            yield self._say("tolkblad.ongecontroleerd", dutch_text("tolkblad.ongecontroleerd"))

    def _deel(self, deel: Toennudeel) -> Bladdeel:
        gedaan = tuple(wat for wat in deel.klaar.nu if wat not in deel.klaar.toen)
        titel = self._say(f"{deel.startpositie.id}/titel", deel.startpositie.titel)
        return Bladdeel(titel, tuple(self._regels(deel)), gedaan, tuple(self._borden(deel)))

    def _borden(self, deel: Toennudeel) -> Iterator[tuple[str, Bordplaat | None]]:
        """The board of the topic on both days, in the language that is read."""
        if deel.bord is None:
            return
        zegger = self._eigen or self._nl
        for stand, kop in zip(deel.standen, self._koppen(), strict=True):
            # A board on which nothing stands yet would take a third of a page to say so.
            plaat = None if is_empty(stand) else still(self._work, zegger.taal, deel.bord, stand).plaat
            yield " · ".join(filter(None, (kop.nl, kop.vertaald))), plaat

    def _regels(self, deel: Toennudeel) -> Iterator[Bladregel]:
        for regel in deel.regels:
            nl = self._nl.rij(regel)
            if nl is None:
                continue
            yield Bladregel(
                Tweetalig(nl.woord, (self._eigen.woord(regel) if self._eigen else None) or ""),
                self._both(nl.toen, regel, regel.toen, is_toen=True),
                self._both(nl.nu, regel, regel.nu),
                # What stands on a board is drawn there.
                (None, None) if is_on_board(deel, regel.naam) else (nl.toen.trede, nl.nu.trede),
            )

    def _both(self, nl: Toennucel, regel: Toennuregel, gezegd: Gezegd, *, is_toen: bool = False) -> Tweetalig:
        """What was said on a day; what somebody typed stays Dutch."""
        eigen = self._eigen.cel(regel, gezegd, is_toen=is_toen) if self._eigen else None
        return Tweetalig(nl.zin, eigen.zin if eigen and eigen.zin != nl.zin else "")

    def _say(self, sleutel: str, dutch: str) -> Tweetalig:
        return Tweetalig(dutch, (self._eigen.say(sleutel, dutch) if self._eigen else None) or "")
