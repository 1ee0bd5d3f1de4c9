"""Handing out beyond the municipality: listed with each ground, then written, then kept (Wet 35)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from intake_assistant import crypto
from intake_assistant.dates import date_in_words
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.verstrekking import (
    Documentdeel,
    Verstrekgegeven,
    Verstrekkingsstuk,
    as_json,
    build_verstrekking,
)
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import canonical, clean, moment_number, moment_text
from intake_assistant.domain.kinds import PERSOON, VERSTREKKING, VERSTREKKING_GROND
from intake_assistant.domain.leesrichting import ISOLATES
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.recht.uitwisseling import (
    PERSOONSVELDEN,
    WETTELIJK,
    Bestandssoort,
    Deelsoort,
    Ontvangersoort,
    Toestemmingsdeel,
    article_of,
    toestemmingen_aan,
    toestemmingsdelen,
    vragen_bij_wet,
)
from intake_assistant.domain.recht.verzoek import beperking_of
from intake_assistant.domain.uitwisseling.verstrekking import stukkenmerk
from intake_assistant.errors import KnownError
from intake_assistant.exchange import writer
from intake_assistant.exchange.card import Card
from intake_assistant.exchange.manifest import DOCUMENTS, Deelgrond
from intake_assistant.exchange.writer import Content, Keys, Letterhead, Written
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.delen import Delen
from intake_assistant.operations.exchange.export import BESTAND
from intake_assistant.operations.exchange.uitgaand import leaving
from intake_assistant.operations.papers.gegevens import letterhead_of
from intake_assistant.operations.views.wissen.voorstel import refuse_erased
from intake_assistant.operations.words.onderwerp import gegevens_in_words
from intake_assistant.operations.words.voorlezen import toestemmingsteksten
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.storage.entries import devices, sent
from intake_assistant.texts import text

_KENMERK: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanvraag:
    """What is to be handed out: of which dossier, to whom, and why."""

    dossier: str
    ontvanger: str
    """The party by its name, as a consent names it."""
    recipients: tuple[str, ...]
    """Its age recipients."""
    als: Ontvangersoort = Ontvangersoort.ANDER
    gezondheid: str = ""
    """The ground that somebody typed for special data; without it these stay, whatever was consented to."""
    verzoek_op: date | None = None
    verzoek_door: str = ""
    """When and by whom another municipality asked for it (Wet 35(4))."""

    @property
    def soort(self) -> Bestandssoort:
        """The kind of file it becomes."""
        is_gemeente = self.als is Ontvangersoort.GEMEENTE
        return Bestandssoort.OVERDRACHT_GEMEENTE if is_gemeente else Bestandssoort.PARTNER


@dataclass(frozen=True, slots=True)
class Verstrekdeel:
    """A part that would go: what it holds, on which article, and of a consent which."""

    wat: Deelsoort
    artikel: str
    inhoud: Documentdeel
    toestemming: str = ""
    vragen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verstrekvoorstel:
    """What would go to whom on which ground; nothing was written yet."""

    aanvraag: Aanvraag
    delen: tuple[Verstrekdeel, ...]
    blijft: tuple[str, ...]
    """What stays behind, and why, in sentences."""
    zeg: str
    """What is told to the person, who is not asked: the law lets it go (AVG 13, 14)."""
    wet: str
    """All that the law lets go to such a receiver, and why: what was left out of what is told is in it."""
    wacht_op_grond: bool
    """Whether special data that were consented to stay until somebody gives a ground."""

    def as_json(self) -> dict[str, Any]:
        """As `export --dry-run --json` tells it (contract)."""
        return {
            "soort": self.aanvraag.soort.value,
            "dossier": self.aanvraag.dossier,
            "ontvanger": self.aanvraag.ontvanger,
            "als": self.aanvraag.als.value,
            "delen": [
                {
                    "wat": deel.wat.value,
                    "titel": plain(deel.inhoud.titel),
                    "artikel": deel.artikel,
                    "grond": plain(deel.inhoud.grond),
                    "gegevens": [g.label for g in deel.inhoud.gegevens],
                }
                for deel in self.delen
            ],
            "blijft": [plain(zin) for zin in self.blijft],
            "zeg": self.zeg,
        }


@dataclass(frozen=True, slots=True)
class Verstrekt:
    """A file that was made, and what was recorded of it."""

    pad: Path
    written: Written
    changed: Changed


def plain(tekst: str) -> str:
    """Without the signs that only steer direction on a screen."""
    return ISOLATES.sub("", tekst)


# -- first the list ------------------------------------------------------------------------------------------


@dutch
def propose(work: Workspace, aanvraag: Aanvraag) -> Verstrekvoorstel:
    """What may go today, part by part; the list is looked at before anything is written.

    KnownErrors `exchange.no_right`, `exchange.no_request`, `exchange.no_card`, `consent.missing`,
    `exchange.nothing_to_send`, `dossier.not_found`, `dossier.erased`.
    """
    refuse_erased(work, aanvraag.dossier)
    dossier = work.vault.dossier(aanvraag.dossier)
    _refuse(work, aanvraag, dossier)
    maker = _Maker(work, aanvraag, dossier)
    delen = tuple(maker.parts())
    _refuse_empty(aanvraag, delen)
    zeg, wet = _announcement(work, aanvraag.als)
    return Verstrekvoorstel(aanvraag, delen, tuple(maker.stays()), zeg, wet, maker.wacht_op_grond)


class Ontvangersleutel(NamedTuple):
    """An age recipient, and the name of whose it is when a card said so."""

    recipient: str
    naam: str = ""


def key_in_text(typed: str) -> Ontvangersleutel:
    """A plain age recipient, of who has no card; KnownError `exchange.no_card`."""
    if not crypto.is_recipient(typed):
        raise KnownError("exchange.no_card")
    return Ontvangersleutel(typed)


def key_of_card(work: Workspace, card: Card, als: Ontvangersoort) -> Ontvangersleutel:
    """The key on a card; KnownError `exchange.no_right` when this is not for who has it."""
    cards.refuse_receiver(work, card)
    if als is Ontvangersoort.GEMEENTE and cards.is_of_own_gemeente(work, card):
        reden = text("verstrekken.recht.eigen_gemeente", gemeente=card.gemeente)
        raise KnownError("exchange.no_right", ontvanger=card.naam, reden=reden)
    return Ontvangersleutel(card.recipient, card.gemeente if als is Ontvangersoort.GEMEENTE else card.naam)


def _refuse(work: Workspace, aanvraag: Aanvraag, dossier: Dossier) -> None:
    if not aanvraag.recipients or not all(map(crypto.is_recipient, aanvraag.recipients)):
        raise KnownError("exchange.no_card")
    for recipient in aanvraag.recipients:
        cards.refuse_withdrawn_key(work, recipient)
    if not aanvraag.ontvanger.strip():
        reden = text("verstrekken.recht.geen_naam")
        raise KnownError("exchange.no_right", ontvanger=aanvraag.recipients[0][:_KENMERK], reden=reden)
    if beperking_of(dossier) is not None:
        # Only kept while that lasts (AVG 18(2)).
        reden = text("verstrekken.recht.beperking")
        raise KnownError("exchange.no_right", ontvanger=aanvraag.ontvanger, reden=reden)
    op = aanvraag.verzoek_op
    # Nobody asked tomorrow.
    is_asked = op is not None and op <= work.clock.today() and bool(aanvraag.verzoek_door.strip())
    if aanvraag.als is Ontvangersoort.GEMEENTE and not is_asked:
        raise KnownError("exchange.no_request", gemeente=aanvraag.ontvanger)


def _refuse_empty(aanvraag: Aanvraag, delen: tuple[Verstrekdeel, ...]) -> None:
    """Who it is about is nothing by itself."""
    if any(deel.wat is not Deelsoort.NAAM for deel in delen):
        return
    if aanvraag.als is Ontvangersoort.ANDER:
        raise KnownError("consent.missing", gegevens=text("verstrekken.voor", partij=aanvraag.ontvanger))
    raise KnownError("exchange.nothing_to_send")


def _announcement(work: Workspace, als: Ontvangersoort) -> tuple[str, str]:
    wettelijk = toestemmingsteksten(work).wettelijk
    return next(((w.zeg, f"{w.wat} {w.waarom}") for w in wettelijk if w.id == als.value), ("", ""))


class _Maker:
    """Makes the parts for one receiver."""

    def __init__(self, work: Workspace, aanvraag: Aanvraag, dossier: Dossier) -> None:
        self._work, self._aanvraag, self._dossier = work, aanvraag, dossier
        self._formulieren = work.data.formulieren
        self._bijzonder = bijzondere_vragen(self._formulieren)
        self._lezer = Delen(work, dossier)
        self._op_toestemming = toestemmingsdelen(
            dossier,
            self._formulieren,
            aanvraag.ontvanger,
            work.clock.today(),
            per_vraag=aanvraag.als is Ontvangersoort.GEMEENTE,
        )
        self.wacht_op_grond = not aanvraag.gezondheid.strip() and any(
            self._lezer.answers(self._of(deel, bijzonder=True)) for deel in self._op_toestemming
        )

    def parts(self) -> Iterator[Verstrekdeel]:
        """The parts that the law lets go, then those on consent."""
        als = self._aanvraag.als
        for wat in WETTELIJK[als]:
            grond = text(f"verstrekken.wet.{als}")
            yield from self._part(wat, self._lezer.by_law(wat), grond)
        if not WETTELIJK[als] and self._op_toestemming:
            yield from self._part(
                Deelsoort.NAAM, self._lezer.by_law(Deelsoort.NAAM), text("verstrekken.wet.naam")
            )
        for deel in self._op_toestemming:
            yield from self._by_toestemming(deel, bijzonder=False)
            if self._aanvraag.gezondheid.strip():
                yield from self._by_toestemming(deel, bijzonder=True)

    def _by_toestemming(self, deel: Toestemmingsdeel, *, bijzonder: bool) -> Iterator[Verstrekdeel]:
        vragen = self._of(deel, bijzonder=bijzonder)
        wat = Deelsoort.BIJZONDER if bijzonder else Deelsoort.TOESTEMMING
        datum = deel.toestemming.datum.isoformat() if deel.toestemming.datum else ""
        velden = {"datum": date_in_words(datum), "doel": deel.toestemming.doel}
        if bijzonder:
            velden["grond"] = self._aanvraag.gezondheid.strip().removesuffix(".")
        grond = text(f"verstrekken.op_{wat}", **velden)
        yield from self._part(wat, self._lezer.answers(vragen), grond, deel.id, vragen)

    def _of(self, deel: Toestemmingsdeel, *, bijzonder: bool) -> tuple[str, ...]:
        return tuple(vraag for vraag in deel.vragen if (vraag in self._bijzonder) == bijzonder)

    def _part(
        self,
        wat: Deelsoort,
        gegevens: tuple[Verstrekgegeven, ...],
        grond: str,
        toestemming: str = "",
        vragen: tuple[str, ...] = (),
    ) -> Iterator[Verstrekdeel]:
        if gegevens:
            inhoud = Documentdeel(wat.value, text(f"verstrekken.deel.{wat}"), grond, gegevens)
            # Only what was answered goes, so only that is kept as gone.
            went = self._went(wat, {gegeven.naam for gegeven in gegevens}, vragen)
            yield Verstrekdeel(wat, article_of(wat, self._aanvraag.als), inhoud, toestemming, went)

    def _went(self, wat: Deelsoort, namen: Collection[str], vragen: tuple[str, ...]) -> tuple[str, ...]:
        """Of what its receiver is told when it is erased: questions, and data of the person (AVG 19)."""
        if wat in PERSOONSVELDEN:
            return tuple(PERSOON.of(veld) for veld in PERSOONSVELDEN[wat] if veld in namen)
        return tuple(v for v in vragen or vragen_bij_wet(self._formulieren, wat) if v in namen)

    def stays(self) -> Iterator[str]:
        """What does not go although it was talked about, and why."""
        vandaag = self._work.clock.today()
        aan = toestemmingen_aan(self._dossier, self._formulieren, self._aanvraag.ontvanger)
        for toestemming in aan.values():
            stand = toestemming.stand(vandaag)
            if stand != "geldig":
                namen = [gegevens_in_words(self._formulieren, naam) for naam in toestemming.gegevens]
                yield text(f"verstrekken.blijft.{stand}", gegevens=", ".join(namen))
        if self.wacht_op_grond:
            yield text("verstrekken.blijft.bijzonder")
        if Deelsoort.PLAN in WETTELIJK[self._aanvraag.als] and self._lezer.plan_is_partial():
            yield text("verstrekken.blijft.plan")


# -- then the file -------------------------------------------------------------------------------------------


@dutch
def hand_out(work: Workspace, aanvraag: Aanvraag, path: Path) -> Verstrekt:
    """Write what may go now, signed and encrypted for its receiver; whole or not at all, and recorded.

    KnownErrors of `propose`, and `output.exists`, `output.not_writable`, `disk.full`.
    """
    # Judged anew: a consent may have been withdrawn since the list was looked at.
    voorstel = propose(work, aanvraag)
    document = _document(work, voorstel)
    content = {
        DOCUMENTS[0]: canonical(clean(as_json(document))),
        DOCUMENTS[1]: write_pdf(build_verstrekking(document)),
    }
    keys = Keys(lambda message: cards.sign(work, message), devices.identity(work.vault))
    with leaving(work, path) as half:
        written = writer.write_half(half, _letterhead(work, voorstel), Content(documenten=content), keys)
        with work.vault.transaction():
            changed = _keep(work, voorstel, written)
            sent.begin(work.vault, path, written.sha256)
    return Verstrekt(path, written, changed)


def _document(work: Workspace, voorstel: Verstrekvoorstel) -> Verstrekkingsstuk:
    aanvraag, own = voorstel.aanvraag, cards.own_card(work)
    op = date_in_words(aanvraag.verzoek_op.isoformat()) if aanvraag.verzoek_op else ""
    velden = {"datum": op, "door": aanvraag.verzoek_door} if op else {}
    kenmerk = stukkenmerk(aanvraag.dossier)
    return Verstrekkingsstuk(
        soort=aanvraag.soort.value,
        ontvanger=aanvraag.ontvanger,
        gemeente=own.gemeente,
        afzender=own.naam,
        kenmerk=kenmerk,
        gemaakt_op=work.clock.today(),
        aanleiding=text(f"verstrekken.aanleiding.{aanvraag.als}", **velden),
        delen=tuple(deel.inhoud for deel in voorstel.delen),
        brief=letterhead_of(work, (aanvraag.ontvanger,), kenmerk=kenmerk),
    )


def _letterhead(work: Workspace, voorstel: Verstrekvoorstel) -> Letterhead:
    return Letterhead(
        soort=voorstel.aanvraag.soort,
        afzender=cards.own_card(work),
        ontvangers=voorstel.aanvraag.recipients,
        gemaakt_op=moment_text(moment_number(work.clock.now().isoformat())),
        gronden=tuple(Deelgrond(plain(d.inhoud.titel), plain(d.inhoud.grond)) for d in voorstel.delen),
    )


def _keep(work: Workspace, voorstel: Verstrekvoorstel, made: Written) -> Changed:
    """Keep who has what in the dossier, and in the log without anything of the person: that outlives it."""
    aanvraag = voorstel.aanvraag
    waarde: dict[str, object] = {
        "soort": aanvraag.soort.value,
        "ontvanger": aanvraag.ontvanger,
        "als": aanvraag.als.value,
        "op": work.clock.today().isoformat(),
        "sha256": made.sha256,
        "delen": [
            {"wat": d.wat.value, "grond": d.artikel, "toestemming": d.toestemming, "vragen": list(d.vragen)}
            for d in voorstel.delen
        ],
    }
    if aanvraag.verzoek_op:
        waarde["verzoek"] = {"op": aanvraag.verzoek_op.isoformat(), "door": aanvraag.verzoek_door}
    work.vault.log_export(
        f"{BESTAND} {aanvraag.soort}",
        aanvraag.dossier,
        made.sha256,
        ontvanger=aanvraag.ontvanger,
        soort=aanvraag.soort,
        grond="; ".join(f"{deel.wat}: {deel.artikel}" for deel in voorstel.delen),
    )
    rij = work.new_id()
    # Apart: it tells of health, and goes to no colleague who has no ground for that.
    grond = record_waarde(work, aanvraag.dossier, VERSTREKKING_GROND.of(rij), aanvraag.gezondheid.strip())
    return together([record_waarde(work, aanvraag.dossier, VERSTREKKING.of(rij), waarde), grond])
