"""Consent: whether it stands today, what it covers, and what is wrong with a record of it (AVG 4, 7, 9)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import TOESTEMMING
from intake_assistant.domain.subject import question_of, split_bron

Startposities = Mapping[str, Collection[str]]  # name -> its questions

CODES: Mapping[str, tuple[str, ...]] = {
    "richting": ("delen", "opvragen"),
    "wijze": ("mondeling", "schriftelijk", "digitaal"),
    "uitgelegd_met": ("tolk", "plaat", "audio", "zelf_gelezen", "mondeling"),
}
VERPLICHT = ("datum", "partij", "doel", "gegevens", "richting", "gegeven")
DATUMS = ("datum", "geldig_tot", "ingetrokken_op")


@dataclass(frozen=True, kw_only=True)
class Toestemming:
    """One consent, given or refused, for one party and one purpose, with the keys of contract.md 2.

    Of what was named as a whole, `omvat` holds the questions that stood in it that day. `voorgelezen` is what
    was read in another language: a translation may be mended later, and nobody heard that one (AVG 7(1)).
    """

    datum: date | None
    partij: str
    doel: str
    gegevens: tuple[str, ...]
    richting: str
    gegeven: bool
    omvat: tuple[str, ...] = ()
    uitdrukkelijk: bool = False
    wijze: str = ""
    taal: str = ""
    tekstversie: str = ""
    voorgelezen: str = ""
    uitgelegd_met: str = ""
    vrije_keuze_uitgelegd: bool = False
    geldig_tot: date | None = None
    ingetrokken_op: date | None = None
    ingetrokken_reden: str = ""
    ingetrokken_door: str = ""
    gevolg: tuple[str, ...] = ()

    @property
    def ingetrokken(self) -> bool:
        """Whether it was withdrawn, from the moment that was recorded (art. 7(3) AVG)."""
        return self.ingetrokken_op is not None

    def stand(self, vandaag: date) -> str:
        """geldig, geweigerd, ingetrokken or verlopen; geldig_tot is the last day (art. 7 AVG)."""
        if not self.gegeven:
            return "geweigerd"
        if self.ingetrokken:
            return "ingetrokken"
        return "verlopen" if self.geldig_tot is not None and self.geldig_tot < vandaag else "geldig"

    def covers(self, vraag: str, bijzondere_vragen: Collection[str]) -> bool:
        """Whether its words reach a question; special data only by name and explicitly (art. 9(2)(a) AVG)."""
        naam = question_of(split_bron(vraag)[0])
        if naam in bijzondere_vragen:
            return self.uitdrukkelijk and naam in self.gegevens
        # Nobody said yes to a question that came to stand there later (art. 4(11) AVG).
        return naam in self.gegevens or naam in self.omvat

    def allows(self, vraag: str, richting: str, vandaag: date, bijzondere_vragen: Collection[str]) -> bool:
        """Whether a question may be shared or obtained today on this consent (art. 6(1)(a) AVG)."""
        geldig = self.stand(vandaag) == "geldig" and self.richting == richting
        return geldig and self.covers(vraag, bijzondere_vragen)


@dataclass(frozen=True)
class Toestemmingsprobleem:
    """What is wrong with a consent; a fout stops recording, a waarschuwing is shown and recorded anyway.

    `reden` is the code of the sentence that says it, and `feiten` are what that sentence names.
    """

    veld: str
    ernst: str
    reden: str
    feiten: Mapping[str, str] = field(default_factory=dict)


def read_toestemming(
    waarde: Mapping[str, object], intrekking: Mapping[str, object] | None = None
) -> Toestemming:
    """A Toestemming from a stored value that passed check_toestemming, and its withdrawal (art. 7 AVG)."""
    alles = {**waarde, **(intrekking or {})}
    teksten = {
        sleutel: str(alles.get(sleutel) or "")
        for sleutel in (
            "partij", "doel", "richting", "wijze", "taal", "tekstversie", "voorgelezen", "uitgelegd_met",
            "ingetrokken_reden", "ingetrokken_door",
        )
    }  # fmt: skip
    return Toestemming(
        datum=read_date(alles.get("datum")),
        gegevens=_texts(alles.get("gegevens")),
        omvat=_texts(alles.get("omvat")),
        gegeven=_yes(alles.get("gegeven")),
        uitdrukkelijk=_yes(alles.get("uitdrukkelijk")),
        vrije_keuze_uitgelegd=_yes(alles.get("vrije_keuze_uitgelegd")),
        geldig_tot=read_date(alles.get("geldig_tot")),
        ingetrokken_op=read_date(alles.get("ingetrokken_op")),
        gevolg=_texts(alles.get("gevolg")),
        **teksten,
    )


def bijzondere_vragen(formulieren: Formulieren) -> frozenset[str]:
    """The questions that hold special data, wherever they stand (AVG 9)."""
    return frozenset(v.naam for v in formulieren.vragen.values() if v.is_veld and v.bijzonder)


def omvat_of(formulieren: Formulieren, gegevens: Collection[str]) -> list[str]:
    """The questions in what is named as a whole, startpositie or list; a special one is named itself."""
    heel = {formulieren.heet_nu(naam) for naam in gegevens}
    velden = [vraag.naam for vraag in formulieren.vragen.values() if vraag.is_veld and not vraag.bijzonder]
    return [naam for naam in velden if heel.intersection(prefixes_of(naam)[:-1])]


def toestemmingen_of(dossier: Dossier) -> list[tuple[str, Toestemming]]:
    """The consents in their order, each with its id."""
    found = []
    for rij in dossier.row_ids(TOESTEMMING.lijst()):
        waarde = dossier.get(TOESTEMMING.of(rij), {})
        if waarde:
            found.append((rij, read_toestemming(waarde, _withdrawal(dossier, rij))))
    return found


def _withdrawal(dossier: Dossier, rij: str) -> Mapping[str, object]:
    """How a consent was withdrawn; by two laptops in two ways, it was withdrawn all the same.

    Who erased why it was, or whom it names, gave nobody the consent back (AVG 7(3)).
    """
    subject = TOESTEMMING.of(rij, "intrekking")
    values = [(leaf.value or {}).get("waarde") for leaf in dossier.visible(subject)]
    erased = [leaf for leaf in dossier.leaves(subject) if leaf.presence is Presence.ERASED]
    without_words = {"ingetrokken_op": erased[0].vastgelegd_op[:10]} if erased else {}
    return next((value for value in values if isinstance(value, dict) and value), without_words)


def check_toestemming(
    waarde: Mapping[str, object], bijzondere_vragen: Collection[str], startposities: Startposities
) -> tuple[Toestemmingsprobleem, ...]:
    """Everything wrong with a consent; startposities maps each to its questions (art. 7 and 9 AVG)."""
    bereik = _scope(waarde, bijzondere_vragen, startposities)
    return (*_form(waarde), *_dates(waarde), *bereik, *_choice(waarde))


def _form(waarde: Mapping[str, object]) -> Iterator[Toestemmingsprobleem]:
    for veld in VERPLICHT:
        if waarde.get(veld) in (None, "", [], ()):
            yield Toestemmingsprobleem(veld, "fout", "leeg", {"veld": veld})
    for veld, codes in CODES.items():
        if waarde.get(veld, "") not in ("", *codes):
            yield Toestemmingsprobleem(veld, "fout", "geen_code", {"codes": ", ".join(codes)})


def _dates(waarde: Mapping[str, object]) -> Iterator[Toestemmingsprobleem]:
    for veld in DATUMS:
        if waarde.get(veld) and read_date(waarde.get(veld)) is None:
            yield Toestemmingsprobleem(veld, "fout", "geen_datum")
    datum = read_date(waarde.get("datum"))
    for veld, wat in (("geldig_tot", "einde"), ("ingetrokken_op", "intrekking")):
        later = read_date(waarde.get(veld))
        if datum is not None and later is not None and later < datum:
            yield Toestemmingsprobleem(veld, "fout", f"{wat}_te_vroeg")
    if waarde.get("ingetrokken_op") and not _yes(waarde.get("gegeven")):
        yield Toestemmingsprobleem("ingetrokken_op", "fout", "niet_gegeven")


def _scope(
    waarde: Mapping[str, object], bijzondere_vragen: Collection[str], startposities: Startposities
) -> Iterator[Toestemmingsprobleem]:
    gegevens = _texts(waarde.get("gegevens"))
    bekend = {deel for vragen in startposities.values() for vraag in vragen for deel in prefixes_of(vraag)}
    for naam in gegevens:
        if naam not in startposities and naam not in bekend:
            yield Toestemmingsprobleem("gegevens", "fout", "onbekend", {"naam": naam})
        elif startposities.get(naam) and set(startposities[naam]) <= set(bijzondere_vragen):
            yield Toestemmingsprobleem("gegevens", "fout", "geheel_bijzonder", {"naam": naam})
    if _yes(waarde.get("gegeven")) and not _yes(waarde.get("uitdrukkelijk")):
        bijzonder = [naam for naam in gegevens if naam in bijzondere_vragen]
        if bijzonder:
            feiten = {"vragen": ", ".join(bijzonder)}
            yield Toestemmingsprobleem("uitdrukkelijk", "fout", "niet_uitdrukkelijk", feiten)


def _choice(waarde: Mapping[str, object]) -> Iterator[Toestemmingsprobleem]:
    if _yes(waarde.get("gegeven")) and not _yes(waarde.get("vrije_keuze_uitgelegd")):
        yield Toestemmingsprobleem("vrije_keuze_uitgelegd", "waarschuwing", "niet_vrij")


def same_party(een: str, ander: str) -> bool:
    """Whether two names are of one party, as two people write it; no name is of nobody."""
    return bool(een.split()) and een.casefold().split() == ander.casefold().split()


def prefixes_of(vraag: str) -> list[str]:
    """werkervaring.banen.beroep: its startpositie, its repeat, itself."""
    delen = question_of(split_bron(vraag)[0]).split(".")
    return [".".join(delen[:tot]) for tot in range(1, len(delen) + 1)]


def _yes(waarde: object) -> bool:
    return waarde is True or waarde == "ja"


def _texts(waarde: object) -> tuple[str, ...]:
    return tuple(str(deel) for deel in waarde) if isinstance(waarde, list | tuple) else ()
