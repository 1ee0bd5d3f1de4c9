"""The parts of what is handed out, read from a dossier: just what each is to hold, in words and as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain, groupby
from typing import Any, Final

from intake_assistant.dates import date_in_words
from intake_assistant.documents.verstrekking import Verstrekgegeven
from intake_assistant.domain.antwoord import LEEG, Antwoord
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import AFSPRAAK, ANTWOORD, DOEL, PERSOON, UREN
from intake_assistant.domain.recht.besluit import ONTWIKKELPLAN, Besluit, besluiten_of
from intake_assistant.domain.recht.feiten import oproepen
from intake_assistant.domain.recht.leerroute import find_waarde
from intake_assistant.domain.recht.masker import shown
from intake_assistant.domain.recht.ontwikkelplan import WIE, doelen_of
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.recht.uitvoering.handhaving import Handhaving, handhaving_of
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.domain.recht.uitwisseling import PERSOONSVELDEN, Deelsoort, vragen_bij_wet
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.papers.derden import Afscherming, rol_in_words
from intake_assistant.operations.papers.gegevens import termijn_of
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie, rijen_of
from intake_assistant.operations.views.geldend import besluit_that_holds
from intake_assistant.operations.words.inzagewoorden import field_in_words
from intake_assistant.operations.words.onderwerp import onderwerp_in_words, persoon_in_words
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, is_text, keys, text

_LEERROUTE: Final = ("leerroute", "niveau")
_INTENSITEIT: Final = ("intensiteit.uren_per_week", "intensiteit.weken", "zroute.cursusuren")


class Delen:
    """Reads the parts of one dossier."""

    def __init__(self, work: Workspace, dossier: Dossier) -> None:
        self._work, self._dossier = work, dossier
        self._formulieren = work.data.formulieren
        self._besluiten = besluiten_of(dossier)
        self._relevantie = relevantie(work, dossier)

    def by_law(self, wat: Deelsoort) -> tuple[Verstrekgegeven, ...]:
        """What a part holds that the law names."""
        if wat in PERSOONSVELDEN:
            return tuple(self._persoon(PERSOONSVELDEN[wat]))
        if namen := vragen_bij_wet(self._formulieren, wat):
            return self.answers(namen)
        readers: Mapping[Deelsoort, Callable[[], Iterator[Verstrekgegeven]]] = {
            Deelsoort.LEERROUTE: lambda: self._decided(_LEERROUTE),
            Deelsoort.INTENSITEIT: lambda: self._decided(_INTENSITEIT),
            Deelsoort.TERMIJN: self._termijn,
            Deelsoort.WIJZIGINGEN: self._wijzigingen,
            Deelsoort.BESLUITEN: lambda: chain.from_iterable(map(_whole, self._besluiten)),
            Deelsoort.PLAN: self._plan,
            Deelsoort.VOORTGANG: self._uren,
            Deelsoort.HANDHAVING: self._handhaving,
        }
        return tuple(readers[wat]())

    def answers(self, namen: Iterable[str]) -> tuple[Verstrekgegeven, ...]:
        """What was answered to some questions: only what counts now, without what is about others."""
        wanted = [self._formulieren.vragen[naam] for naam in namen]
        found: list[Verstrekgegeven] = []
        for herhaling, group in groupby(wanted, key=lambda vraag: vraag.herhaling):
            vragen = list(group)
            found += self._rows(herhaling, vragen) if herhaling else self._single(vragen)
        return tuple(found)

    # -- person and besluit ----------------------------------------------------------------------------------

    def _persoon(self, velden: Iterable[str]) -> Iterator[Verstrekgegeven]:
        found = inburgeraar_of(self._dossier)
        for veld in velden:
            if waarde := found.get(veld, ""):
                label = onderwerp_in_words(self._work, PERSOON.of(veld))
                # Masked everywhere else: it only stands in a part that the law lets have it.
                tekst = waarde if veld == "bsn" else persoon_in_words(self._formulieren, veld, waarde)
                yield Verstrekgegeven(veld, label, waarde, tekst)

    def _decided(self, velden: Iterable[str]) -> Iterator[Verstrekgegeven]:
        besluit = besluit_that_holds(self._dossier)
        inhoud = besluit.inhoud if besluit else {}
        for veld in velden:
            waarde = find_waarde(inhoud, veld)
            if waarde not in (None, ""):
                yield _field(veld, waarde)

    def _termijn(self) -> Iterator[Verstrekgegeven]:
        found = termijn_of(self._work, self._dossier, None)
        if found is not None:
            for naam, dag in (("begin", found.begin), ("einde", found.einde)):
                iso = dag.isoformat()
                yield Verstrekgegeven(naam, text(f"verstrekken.veld.{naam}"), iso, date_in_words(iso))

    def _wijzigingen(self) -> Iterator[Verstrekgegeven]:
        yield from (_changed(besluit) for besluit in self._besluiten[1:] if besluit.grond != ONTWIKKELPLAN)

    def _plan(self) -> Iterator[Verstrekgegeven]:
        """Goals and agreements; none that rests on special data, which goes by consent alone (AVG 9)."""
        for doel in doelen_of(self._dossier):
            if self._is_bijzonder(doel.vraag):
                continue
            naam = self._masked(DOEL.of(doel.id, "naam"), doel.naam)
            label = text("verstrekken.veld.doel")
            yield Verstrekgegeven("doel", label, {"naam": naam, "termijn": doel.termijn}, naam)
            for afspraak in doel.afspraken:
                if self._is_bijzonder(afspraak.vraag):
                    continue
                velden = {naam: getattr(afspraak, naam) for naam in ("wie", "uiterlijk", "klaar_op")}
                velden = {"wat": self._masked(AFSPRAAK.of(afspraak.id, "wat"), afspraak.wat), **velden}
                yield Verstrekgegeven("afspraak", text("verstrekken.veld.afspraak"), velden, _agreed(velden))

    def plan_is_partial(self) -> bool:
        """Whether goals or agreements of the plan stay, since they rest on special data."""
        doelen = doelen_of(self._dossier)
        vragen = {doel.vraag for doel in doelen} | {een.vraag for doel in doelen for een in doel.afspraken}
        return any(self._is_bijzonder(vraag) for vraag in vragen)

    def _is_bijzonder(self, vraag: str) -> bool:
        return self._formulieren.heet_nu(vraag) in bijzondere_vragen(self._formulieren)

    def _uren(self) -> Iterator[Verstrekgegeven]:
        for _, waarde in gevulde_rijen(self._dossier, UREN):
            yield Verstrekgegeven("uren", text("verstrekken.veld.uren"), waarde, _hours(waarde))

    def _handhaving(self) -> Iterator[Verstrekgegeven]:
        """What was missed and warned of; who has nothing is told so, since silence would say the same."""
        found = False
        for oproep in oproepen(self._dossier):
            if not oproep.verschenen or oproep.waarschuwing:
                found = True
                warned = oproep.waarschuwing.isoformat() if oproep.waarschuwing else ""
                waarde = {
                    "datum": oproep.datum.isoformat(),
                    "verschenen": "ja" if oproep.verschenen else "nee",
                }
                key = "oproep_waarschuwing" if warned else "oproep_gemist"
                velden = {"waarschuwing": date_in_words(warned)} if warned else {}
                tekst = text(f"verstrekken.veld.{key}", datum=date_in_words(waarde["datum"]), **velden)
                yield Verstrekgegeven(
                    "oproep", text("verstrekken.veld.oproep"), waarde | {"waarschuwing": warned}, tekst
                )
        for stap in handhaving_of(self._dossier):
            found = True
            yield _enforced(stap)
        if not found:
            yield Verstrekgegeven(
                "geen", text("verstrekken.veld.boetes"), "", text("verstrekken.veld.geen_boetes")
            )

    # -- answers ---------------------------------------------------------------------------------------------

    def _single(self, vragen: Iterable[Vraag]) -> Iterator[Verstrekgegeven]:
        for vraag in vragen:
            if self._relevantie.relevant(vraag.naam):
                antwoord = antwoord_of(self._formulieren, self._dossier, vraag.naam)
                yield from self._answer(vraag, antwoord, vraag.label.rstrip(": "))

    def _rows(self, herhaling: str, vragen: Iterable[Vraag]) -> Iterator[Verstrekgegeven]:
        """Row by row, so that what belongs together stands together."""
        rijen = rijen_of(self._dossier, herhaling)
        for nummer, rij in enumerate(rijen, start=1):
            for vraag in vragen:
                if self._relevantie.relevant(vraag.naam, rij):
                    label = vraag.label.rstrip(": ")
                    label = f"{label} ({nummer})" if len(rijen) > 1 else label
                    antwoord = self._dossier.antwoord(in_row(herhaling, rij, vraag.naam))
                    yield from self._answer(vraag, antwoord, label)

    def _answer(self, vraag: Vraag, antwoord: Antwoord, label: str) -> Iterator[Verstrekgegeven]:
        if not antwoord.beantwoord or antwoord.waarde in LEEG:
            return
        bron = antwoord.bron
        if vraag.type == "text":
            tekst = self._without_others(antwoord)
            yield Verstrekgegeven(vraag.naam, label, tekst, tekst, bron)
        else:
            yield Verstrekgegeven(vraag.naam, label, antwoord.waarde, in_words(vraag, antwoord.waarde), bron)

    def _without_others(self, antwoord: Antwoord) -> str:
        return self._masked(ANTWOORD.of(antwoord.naam, antwoord.bron), str(antwoord.waarde))

    def _masked(self, subject: str, tekst: str) -> str:
        """Nobody else agreed to anything: who looks like another person in a text is left out."""
        leaf = self._dossier.leaf(subject)
        entry = self._entries[leaf.id] if leaf else None
        maskers = self._afscherming.maskers(entry, "waarde", tekst) if entry else ()
        return shown(tekst, maskers, rol_in_words)

    @cached_property
    def _afscherming(self) -> Afscherming:
        return Afscherming(self._work, self._dossier, self._entries.values())

    @cached_property
    def _entries(self) -> Mapping[str, Any]:
        return {entry.id: entry for entry in self._work.vault.entries(self._dossier.id)}


def _enforced(stap: Handhaving) -> Verstrekgegeven:
    """One step of enforcement, with what it cost where it was a boete."""
    datum, soort = stap.datum.isoformat(), text(f"verstrekken.handhaving.{stap.soort}")
    waarde = {"datum": datum, "soort": stap.soort}
    if stap.bedrag < 0:
        tekst = text("verstrekken.veld.handhaving_zin", soort=soort, datum=date_in_words(datum))
    else:
        bedrag = f"{stap.bedrag:f}"
        waarde |= {"bedrag": bedrag}
        velden = {"soort": soort, "datum": date_in_words(datum), "bedrag": bedrag}
        tekst = text("verstrekken.veld.handhaving_bedrag", **velden)
    return Verstrekgegeven("handhaving", text("verstrekken.veld.handhaving"), waarde, tekst)


def _changed(besluit: Besluit) -> Verstrekgegeven:
    waarde = {"dagtekening": besluit.dagtekening, "grond": besluit.grond, "leerroute": besluit.leerroute}
    tekst = text(
        "verstrekken.veld.wijziging",
        datum=date_in_words(besluit.dagtekening),
        grond=text(f"dossier.t.grond.{besluit.grond}"),
        leerroute=_code("leerroute", besluit.leerroute),
    )
    return Verstrekgegeven("wijziging", text("verstrekken.veld.besluit"), waarde, tekst)


def _whole(besluit: Besluit) -> Iterator[Verstrekgegeven]:
    """A besluit whole: the PIP goes as it was set."""
    kop = {
        "nummer": besluit.nummer,
        "grond": besluit.grond,
        "dagtekening": besluit.dagtekening,
        "bekendgemaakt_op": besluit.bekendgemaakt_op,
    }
    yield Verstrekgegeven(
        "besluit",
        text("verstrekken.veld.besluit"),
        kop,
        text(
            "verstrekken.veld.besluit_kop",
            nummer=str(besluit.nummer),
            datum=date_in_words(besluit.dagtekening),
            grond=text(f"dossier.t.grond.{besluit.grond}"),
        ),
    )
    order = {key: place for place, key in enumerate(keys(SOURCE, "beschikking"))}
    for veld in sorted(besluit.inhoud, key=lambda veld: order.get(f"beschikking.veld_{veld}", len(order))):
        if besluit.inhoud[veld] not in ("", [], {}):
            yield _field(veld, besluit.inhoud[veld])


def _field(veld: str, waarde: object) -> Verstrekgegeven:
    return Verstrekgegeven(veld, field_in_words(veld), waarde, _code(veld, waarde))


def _code(veld: str, waarde: object) -> str:
    """A value of a besluit in words."""
    if isinstance(waarde, dict):
        return _told(waarde)
    if isinstance(waarde, list | tuple):
        return "; ".join(_code(veld, deel).removesuffix(".") for deel in waarde)
    tekst = str(waarde)
    key = f"beschikking.keuze_{veld.partition('.')[0]}_{tekst}"
    return text(key) if is_text(key) else date_in_words(tekst)


def _agreed(velden: Mapping[str, str]) -> str:
    """What was agreed, who does it, and by when or since when it is done."""
    rest = [text(f"ontwikkelplan.wie_{velden['wie']}") if velden["wie"] in WIE else velden["wie"]]
    for naam in ("uiterlijk", "klaar_op"):
        if velden[naam]:
            rest.append(text(f"verstrekken.veld.{naam}", datum=date_in_words(velden[naam])))
    return f"{velden['wat'].removesuffix('.')} ({', '.join(filter(None, rest))})"


def _hours(waarde: Mapping[str, Any]) -> str:
    """Hours that were followed; a row of which something is missing as it stands."""
    try:
        return text(
            "verstrekken.veld.uren_zin",
            aantal=str(waarde["aantal"]),
            soort=str(waarde["soort"]),
            van=date_in_words(str(waarde["van"])),
            tot=date_in_words(str(waarde["tot"])),
            bron=str(waarde["bron"]),
        )
    except KeyError:
        return _told(waarde)


def _told(velden: Mapping[str, Any]) -> str:
    """The fields of a row that say something, as they are."""
    return "; ".join(
        f"{naam.replace('_', ' ')}: {_code(naam, waarde)}" for naam, waarde in velden.items() if waarde
    )
