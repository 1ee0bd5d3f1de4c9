"""What goes with the data of a person: who receives them, where they came from, who looked (AVG 15(1))."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from intake_assistant.dates import date_in_words
from intake_assistant.documents.inzage.gegevens import (
    Onderwerp,
    Ontvanger,
    Raadpleging,
    Vermelding,
)
from intake_assistant.documents.model import Tweetalig
from intake_assistant.domain.antwoord import BRONNEN
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import AANWEZIG, INFORMATIE_DERDE, TOESTEMMING
from intake_assistant.domain.recht.besluit import besluiten_of, planversies_of
from intake_assistant.domain.recht.einde import overgedragen_op
from intake_assistant.domain.recht.masker import shown
from intake_assistant.domain.subject import question_of, split_bron
from intake_assistant.domain.uitwisseling.verstrekking import Verstrekking, verstrekkingen_of
from intake_assistant.operations.papers.brief.artikel import artikel_in_full, artikelen_in_full
from intake_assistant.operations.papers.derden import Afscherming, rol_in_words
from intake_assistant.operations.views.schets import half_dates_of, schetsen_of, searched_for
from intake_assistant.operations.views.wissen.bewaartermijn import Bewaarregel, bewaarregels_of, rule_number
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.inzagewoorden import Inzagewoorden
from intake_assistant.operations.words.voorlezen import toestemmingsteksten, told_gegevens
from intake_assistant.operations.words.waarde import bronnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import is_text, text, text_or

_EIGEN: Final = ("inburgeraar", "regievoerder")
_GENOEMD: Final = {"verstrekken": "overleg", "versturen": "overleg"}
"""How a page that stands half filled in is named, when not by its own name: what somebody is writing."""


def functie_of(work: Workspace, dossier: Dossier, naam: str) -> str:
    """What somebody of the gemeente is, in place of the name (HvJEU C-579/21)."""
    if naam == dossier.get("dossier.regievoerder"):
        return text("stukken.inzage.functie.regievoerder")
    if naam == work.vault.device.naam:
        return text(f"stukken.inzage.functie.{work.vault.device.rol}")
    return text("stukken.inzage.functie.medewerker")


def bewaarzinnen_of(work: Workspace, dossier: Dossier) -> Iterator[str]:
    """How long each thing is kept, said to the person: the rule, and the day where it is known."""
    for regel in bewaarregels_of(work, dossier):
        aantal = rule_number(work, regel.wat)
        zin = text(f"stukken.inzage.bewaren.{regel.wat}", **({} if aantal is None else {"aantal": aantal}))
        yield " ".join([zin, *_how_it_stands(regel)])
    yield text("stukken.inzage.bewaren.reservekopie")


def _how_it_stands(regel: Bewaarregel) -> Iterator[str]:
    if regel.stand == "loopt" and regel.vanaf is not None:
        yield text("stukken.inzage.bewaren_vanaf", datum=date_in_words(regel.vanaf.isoformat()))
    elif regel.stand == "te_wissen":
        yield text("stukken.inzage.bewaren_voorbij")
    elif is_text(f"stukken.inzage.bewaren_wacht.{regel.reden}"):
        yield text(f"stukken.inzage.bewaren_wacht.{regel.reden}")


def ontvangers_of(
    work: Workspace, dossier: Dossier, entries: Iterable[Entry], afscherming: Afscherming
) -> Iterator[Ontvanger]:
    """Who receives data by law, who may on a consent, the zaaksysteem, and who got what in a file."""
    for wettelijk in toestemmingsteksten(work).wettelijk:
        if wettelijk.richting == "delen":
            wat, grond = f"{wettelijk.wat} {wettelijk.waarom}", artikelen_in_full(wettelijk.artikel)
            yield Ontvanger(wie=wettelijk.naam, wat=wat, wanneer="", grondslag=grond)
    op = overgedragen_op(dossier)
    if op is not None:
        yield Ontvanger(
            wie=text("stukken.inzage.zaaksysteem"),
            wat=text("stukken.inzage.zaaksysteem_wat"),
            wanneer=date_in_words(op.isoformat()),
            grondslag=text("stukken.inzage.zaaksysteem_grond"),
        )
    for waarde, intrekking in _toestemmingen(dossier, entries, afscherming):
        yield _ontvanger(work.data.formulieren, waarde, intrekking)
    yield from map(_verstrekt, verstrekkingen_of(dossier))


def _verstrekt(verstrekking: Verstrekking) -> Ontvanger:
    """Who got something for certain, by name (HvJEU C-154/21)."""
    titels = dict.fromkeys(_deel(deel.wat) for deel in verstrekking.delen)
    return Ontvanger(
        wie=verstrekking.ontvanger,
        wat=text("stukken.inzage.verstrekt", delen="; ".join(titels)),
        wanneer=date_in_words(verstrekking.op),
        grondslag="; ".join(dict.fromkeys(artikel_in_full(deel.grond) for deel in verstrekking.delen)),
    )


def _deel(wat: str) -> str:
    """A part by its title; one of a newer program as it is written, for it went all the same."""
    return text_or(f"verstrekken.deel.{wat}", wat.replace("_", " "))


def bronnen_of(
    work: Workspace, dossier: Dossier, entries: Sequence[Entry], afscherming: Afscherming
) -> Iterator[str]:
    """From whom data came beside the person, each with what about (AVG 15(1)(g))."""
    over: dict[str, dict[str, None]] = {}
    for entry in entries:
        naam, bron = split_bron(entry.header.subject)
        if bron in BRONNEN and bron not in _EIGEN:
            deel = work.data.formulieren.heet_nu(question_of(naam)).partition(".")[0]
            over.setdefault(bron, {})[_titel(work.data.formulieren, deel)] = None
    if dossier.get("procedure.kennisgeving_duo"):
        over.setdefault("duo", {})[text("stukken.inzage.kennisgeving")] = None
    for bron in BRONNEN:
        if bron in over:
            yield text("stukken.inzage.bron", bron=bronnaam(bron), wat=opsomming(list(over[bron])))
    for van, wat in _van_derden(dossier, entries, afscherming):
        if van and wat:
            yield text("stukken.inzage.bron", bron=van, wat=wat)


def _van_derden(
    dossier: Dossier, entries: Iterable[Entry], afscherming: Afscherming
) -> Iterator[tuple[str, str]]:
    """What a third party sent, and which one, without what is about others."""
    by_id = {entry.id: entry for entry in entries}

    def shown_of(subject: str) -> str:
        leaf = dossier.leaf(subject)
        waarde = (afscherming.value(by_id[leaf.id]) or {}).get("waarde") if leaf else ""
        return str(waarde or "")

    for rij in dossier.row_ids(INFORMATIE_DERDE.lijst()):
        if dossier.get(INFORMATIE_DERDE.of(rij, "ontvangen_op")):
            yield shown_of(INFORMATIE_DERDE.of(rij, "van")), shown_of(INFORMATIE_DERDE.of(rij, "wat"))


def wettelijke_bronnen_of(work: Workspace) -> Iterator[str]:
    """From whom the law lets the gemeente have data, whether it did or not."""
    for wettelijk in toestemmingsteksten(work).wettelijk:
        if wettelijk.richting == "opvragen":
            wat = wettelijk.wat[:1].lower() + wettelijk.wat[1:].rstrip(".")
            yield text("stukken.inzage.bron_wet", wie=wettelijk.naam, wat=wat, artikel=wettelijk.artikel)


def raadplegingen_of(work: Workspace, dossier: Dossier) -> list[Raadpleging]:
    """When the dossier was opened or handed out, oldest first, by function."""
    found = [row._replace(wat=_access(row.wat)) for row in work.vault.log("access", dossier.id)]
    found += [
        row._replace(wat=text("stukken.inzage.uitgegeven", wat=row.wat))
        for row in work.vault.log("export", dossier.id)
    ]
    found.sort(key=lambda row: row.op)
    return [Raadpleging(op=row.op, functie=functie_of(work, dossier, row.wie), wat=row.wat) for row in found]


def documenten_of(dossier: Dossier) -> Iterator[str]:
    """The besluiten and the versions of the plan that were handed over."""
    for besluit in besluiten_of(dossier):
        datum = date_in_words(besluit.dagtekening)
        yield text("stukken.inzage.document_besluit", nummer=besluit.nummer, datum=datum)
    for versie in planversies_of(dossier):
        yield text("stukken.inzage.document_plan", nummer=versie.nummer, datum=date_in_words(versie.datum))


def getypt_of(
    work: Workspace, dossier: Dossier, woorden: Inzagewoorden, afscherming: Afscherming
) -> Iterator[Onderwerp]:
    """What is being typed or half filled in and is no entry yet; what looks like somebody else is hidden."""
    schrijver = _Getypt(work, afscherming)
    for row in work.vault.concepttekst(dossier.id):
        tekst = str(json.loads(row.value).get("waarde", ""))
        yield schrijver.topic(row.subject, woorden.name_of(row.subject), tekst, row.op)
    for subject, tekst in half_dates_of(work, dossier.id).items():
        eigen = searched_for(subject) or subject
        yield schrijver.topic(eigen, woorden.name_of(eigen), tekst, "")
    anderen = set(work.vault.dossiers()) - {dossier.id}
    for naam, velden in schetsen_of(work, dossier).items():
        soort, *van = naam.split(" ")
        over = text_or(f"stukken.inzage.schets.{_GENOEMD.get(soort, soort)}", soort)
        # A page about several people tells each of them about itself alone.
        eigen = " ".join((soort, *(een for een in van if een not in anderen)))
        yield schrijver.page(eigen, Tweetalig(over), velden, woorden)


class _Getypt:
    """Puts what is no entry yet in the form of one."""

    def __init__(self, work: Workspace, afscherming: Afscherming) -> None:
        self._functie = text(f"stukken.inzage.functie.{work.vault.device.rol}")
        self._derden = afscherming.derden

    def topic(self, subject: str, naam: Tweetalig, tekst: str, op: str) -> Onderwerp:
        """One field."""
        zichtbaar, aantal = self._hidden(tekst)
        gezegd = self._vermelding((Tweetalig(zichtbaar),), zichtbaar, op, aantal)
        return Onderwerp(naam=naam, bron=split_bron(subject)[1], onderwerp=subject, vermeldingen=(gezegd,))

    def page(
        self, schets: str, naam: Tweetalig, velden: Mapping[str, Any], woorden: Inzagewoorden
    ) -> Onderwerp:
        """A page that stands half filled in."""
        waarde = {veld: self._visible(deel) for veld, deel in velden.items()}
        tekst = tuple(Tweetalig(line) for line in woorden.fields(waarde))
        gezegd = self._vermelding(tekst, waarde)
        return Onderwerp(naam=naam, bron="", onderwerp=f"schets {schets}", vermeldingen=(gezegd,))

    def _visible(self, deel: Any) -> Any:
        if isinstance(deel, dict):
            return {k: self._visible(w) for k, w in deel.items() if k not in AANWEZIG.van_ander}
        if isinstance(deel, list):
            return [self._visible(w) for w in deel]
        return self._hidden(deel)[0] if isinstance(deel, str) else deel

    def _hidden(self, tekst: str) -> tuple[str, int]:
        maskers = self._derden.find(tekst)
        return shown(tekst, maskers, rol_in_words), len(maskers)

    def _vermelding(
        self, tekst: tuple[Tweetalig, ...], waarde: Any, op: str = "", aantal: int = 0
    ) -> Vermelding:
        return Vermelding(
            id="",
            nummer=0,
            op=op,
            functie=self._functie,
            gesprek="",
            geldt=True,
            stand=Presence.PRESENT.value,
            tekst=tekst,
            waarde=waarde,
            afgeschermd=aantal,
        )


def _toestemmingen(
    dossier: Dossier, entries: Iterable[Entry], afscherming: Afscherming
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Each consent to share that was given, without what is about others, with its withdrawal."""
    by_id = {entry.id: entry for entry in entries}
    for rij in dossier.row_ids(TOESTEMMING.lijst()):
        leaf = dossier.leaf(TOESTEMMING.of(rij))
        if leaf is None:
            continue
        waarde = (afscherming.value(by_id[leaf.id]) or {}).get("waarde")
        if not isinstance(waarde, dict):
            continue
        if waarde.get("gegeven") == "ja" and waarde.get("richting") == "delen":
            yield waarde, dossier.get(TOESTEMMING.of(rij, "intrekking"), {})


def _ontvanger(
    formulieren: Formulieren, waarde: Mapping[str, Any], intrekking: Mapping[str, Any]
) -> Ontvanger:
    gegevens = told_gegevens(formulieren, map(str, waarde.get("gegevens", ())))
    datum = date_in_words(str(waarde.get("datum", "")))
    wanneer = text("stukken.inzage.vanaf", datum=datum)
    if intrekking:
        tot = date_in_words(str(intrekking.get("ingetrokken_op", "")))
        wanneer = text("stukken.inzage.van_tot", datum=datum, tot=tot)
    return Ontvanger(
        wie=str(waarde.get("partij", "")),
        wat=text(
            "stukken.inzage.gedeeld",
            gegevens="; ".join(gegevens),
            doel=str(waarde.get("doel", "")),
        ),
        wanneer=wanneer,
        grondslag=text("stukken.inzage.grond_toestemming"),
    )


def _titel(formulieren: Formulieren, deel: str) -> str:
    return next((s.titel for s in formulieren.startposities if s.id == deel), deel)


def _access(wat: str) -> str:
    """The act in words; one that nobody named as it was noted."""
    sleutel = f"stukken.inzage.toegang.{wat}"
    return text(sleutel) if is_text(sleutel) else wat.replace("_", " ")
