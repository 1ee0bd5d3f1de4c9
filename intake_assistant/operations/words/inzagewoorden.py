"""Questions and values in words for the person: in Dutch, and in their language where a text exists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from intake_assistant.dates import date_in_words
from intake_assistant.documents.model import Tweetalig
from intake_assistant.domain.aanraken.aanwijzing import AANGEWEZEN
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.dossier import KEPT, REMOVED
from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.formulier import Formulieren, Vraag, dagnummer
from intake_assistant.domain.kinds import (
    BESCHIKKING,
    GEBAAR,
    GELDT,
    NOTITIE,
    OPMERKING,
    PERSOON,
    VERSTREKKING,
    VERTELD,
    kind_of,
    read_subject,
    veld_of,
    vraag_of,
)
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.views.vertellen import alle_onderwerpen
from intake_assistant.operations.words.onderwerp import (
    INZAGEWERK,
    nagelezen_in_words,
    onderwerp_in_words,
    persoon_in_words,
    staat_in_words,
    waarde_in_words,
)
from intake_assistant.operations.words.vertaling import keuze_tekst
from intake_assistant.operations.words.waarde import bronnaam, in_words, taalnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, Vertaling, form_text, is_text, text

# Beside the value of an answer, in the order in which it is told.
# Text about a question that is no answer to it.
_BESIDE: Final = (GEBAAR, NOTITIE, OPMERKING)
_ERBIJ: Final = (
    "reden",
    "gekozen_omdat",
    "toelichting",
    "tolk",
    "volgende_keer",
    "opnieuw_kijken",
    AANGEWEZEN,
)
# Hashes, versions and lists of names say nothing to a person; the JSON holds them.
_NOT_TOLD: Final = ("bestanden", "regels", "tekstversie", "voorgelezen", "omvat", "in_besluit", "vervangt")


class Inzagewoorden:
    """Speaks for one document: its language, and whether the BSN is written in full."""

    def __init__(self, work: Workspace, taal: str, *, bsn: bool) -> None:
        self._work = work
        self._taal = taal
        self._bsn = bsn

    @cached_property
    def _onderwerpen(self) -> dict[str, str]:
        return {onderwerp.id: onderwerp.titel for onderwerp in alle_onderwerpen(self._work)}

    @property
    def _formulieren(self) -> Formulieren:
        return self._work.data.formulieren

    def name_of(self, subject: str) -> Tweetalig:
        """What a subject is about: the question in both languages, or the name of the field."""
        kind, delen = read_subject(subject)
        if kind is VERTELD:
            titel = self._onderwerpen.get(delen[-1], delen[-1])
            return Tweetalig(text("stukken.inzage.verteld", onderwerp=titel))
        if kind is BESCHIKKING:
            veld = field_in_words(veld_of(subject))
            return Tweetalig(
                text("geschiedenis.over.veld", over=text("geschiedenis.over.beschikking"), veld=veld)
            )
        vraag = self._vraag(subject)
        if vraag is None or kind in (GELDT, *_BESIDE):
            return Tweetalig(onderwerp_in_words(self._work, subject))
        return self._both(vraag.label, form_text(self._taal, f"{vraag.naam}/label", vraag.label))

    def told(self, entry: Entry, value: Any) -> tuple[Tweetalig, ...]:
        """What an entry says, a line each; `value` is without what is about others."""
        if entry.presence is not Presence.PRESENT:
            return (Tweetalig(text(f"stukken.inzage.stand.{entry.presence.value}")),)
        lines = [line for line in self._lines(entry.header.subject, value) if line.nl]
        return tuple(lines) or (Tweetalig(text("geschiedenis.leeg")),)

    def _lines(self, subject: str, value: Mapping[str, Any]) -> Iterator[Tweetalig]:
        kind = kind_of(subject)
        if kind in INZAGEWERK:
            yield Tweetalig(nagelezen_in_words(kind, value.get("waarde") or {}))
            return
        staat = str(value.get("staat", Staat.BEANTWOORD))
        if staat in (REMOVED, KEPT) or staat != Staat.BEANTWOORD:
            yield Tweetalig(staat_in_words(staat))
        else:
            yield from self._value(subject, value.get("waarde", ""))
        for naam in _ERBIJ:
            if value.get(naam):
                yield Tweetalig(self._field(naam, value[naam]))
        if value.get("gebrek"):
            yield Tweetalig(text("stukken.inzage.gebrek"))

    def _value(self, subject: str, waarde: Any) -> Iterator[Tweetalig]:
        vraag, kind = self._vraag(subject), kind_of(subject)
        if kind is PERSOON:
            yield Tweetalig(self._persoon(veld_of(subject), str(waarde)))
        elif kind is GELDT:
            yield Tweetalig(bronnaam(str(waarde)))
        elif vraag is not None and kind not in _BESIDE:
            yield from self._answer(vraag, waarde)
        elif kind in (GEBAAR, VERTELD, VERSTREKKING):
            yield Tweetalig(waarde_in_words(self._work, subject, {"waarde": waarde}))
        elif isinstance(waarde, dict):
            yield from (Tweetalig(line) for line in self.fields(waarde))
        else:
            naam = question_of(subject).rpartition(".")[2]
            for deel in waarde if isinstance(waarde, list) else [waarde]:
                yield Tweetalig(self._plain(naam, deel))

    def _answer(self, vraag: Vraag, waarde: Any) -> Iterator[Tweetalig]:
        if not vraag.keuzes:
            yield Tweetalig(in_words(vraag, waarde))
            return
        for code in waarde if isinstance(waarde, list) else [waarde]:
            keuze = next((k for k in vraag.keuzes if k.naam == vraag.keuze_of(str(code))), None)
            if keuze is None:
                yield Tweetalig(str(code))
            else:
                yield self._both(keuze.label, keuze_tekst(self._taal, vraag, keuze))

    def _persoon(self, veld: str, waarde: str) -> str:
        return waarde if veld == "bsn" and self._bsn else persoon_in_words(self._formulieren, veld, waarde)

    def fields(self, waarde: Mapping[str, Any]) -> Iterator[str]:
        """The parts of a whole, a line each."""
        for naam, deel in waarde.items():
            if naam in _NOT_TOLD or deel in ("", [], {}) or (naam == "reden" and "wat" in waarde):
                continue
            if isinstance(deel, dict) and naam == "inhoud":
                yield from self.fields(deel)
            elif isinstance(deel, dict):
                yield from self.fields({f"{naam}.{onder}": w for onder, w in deel.items()})
            else:
                yield self._field(naam, deel)

    def _field(self, naam: str, waarde: Any) -> str:
        woord = field_in_words(naam)
        # A question is answered; anything else is named.
        sleutel = "stukken.inzage.veld_vraag" if woord.endswith("?") else "stukken.inzage.veld"
        return text(sleutel, naam=woord, waarde=self._plain(naam, waarde))

    def _plain(self, naam: str, waarde: Any) -> str:
        if isinstance(waarde, dict):
            return "; ".join(self.fields(waarde))
        if isinstance(waarde, list):
            return "; ".join(self._plain(naam, deel).rstrip(".") for deel in waarde)
        return self._code(naam, str(waarde))

    def _code(self, naam: str, waarde: str) -> str:
        if dagnummer(waarde) is not None:
            return date_in_words(waarde)
        if naam in ("taal", "spreektaal", "leestaal", "geheim_in"):
            return taalnaam(self._formulieren, waarde) or waarde
        if naam in ("gegevens", "vraag", "onderwerp") and waarde:
            vraag = self._formulieren.vragen.get(self._formulieren.heet_nu(waarde))
            deel = next((d.titel for d in self._formulieren.startposities if d.id == waarde), waarde)
            return vraag.label if vraag else deel
        woorden = self._work.data.teksten.woorden
        of_veld = f"dossier.code.{naam}.{waarde}", f"recht.duo.code.{naam}.{waarde}"
        for sleutel in (f"stukken.inzage.code.{waarde}", *of_veld):
            if is_text(sleutel):
                return text(sleutel)
        return woorden.get(naam.rpartition(".")[2], {}).get(waarde, waarde)

    def _vraag(self, subject: str) -> Vraag | None:
        naam = question_of(vraag_of(subject))
        return self._formulieren.vragen.get(self._formulieren.heet_nu(naam))

    def _both(self, dutch: str, vertaling: Vertaling) -> Tweetalig:
        # What says the same in both languages, as A1, is said once.
        if self._taal == SOURCE or vertaling.stand == "ontbreekt" or vertaling.tekst == dutch:
            return Tweetalig(dutch)
        return Tweetalig(dutch, vertaling.tekst, vertaling.stand)


def field_in_words(naam: str) -> str:
    """The name of a field of a whole: from the catalogues, else as it is written."""
    for sleutel in (f"beschikking.veld_{naam}", f"stukken.inzage.veld.{naam}", f"recht.duo.veld.{naam}"):
        if is_text(sleutel):
            return text(sleutel)
    return naam.replace(".", " ").replace("_", " ").capitalize()
