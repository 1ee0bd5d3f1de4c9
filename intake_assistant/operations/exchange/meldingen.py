"""Who has data that are to be used no longer: a list, a letter, and that they were told (AVG 19)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.verstrekking import Meldingsbrief, build_melding
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import VERSTREKKING_GEMELD
from intake_assistant.domain.recht.toestemming import toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import Bestandssoort, later_nee
from intake_assistant.domain.uitwisseling.verstrekking import GEMELD, stukkenmerk, verstrekkingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import BESTAND
from intake_assistant.operations.papers.gegevens import letterhead_of
from intake_assistant.operations.views.wissen.melding import Melding, erased_values, meldingen_van
from intake_assistant.operations.words.onderwerp import gegevens_in_words, onderwerp_in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.storage.entries.rows import ExportRow
from intake_assistant.texts import text

_DOCUMENTEN: Final = tuple(soort.value for soort in Bestandssoort if not soort.has_entries)


def meldingen(work: Workspace) -> list[Melding]:
    """Everybody who is still to be told, what was erased first."""
    found = meldingen_van_gewist(work)
    for dossier in work.vault.dossiers():
        try:
            found += meldingen_van(work, work.vault.dossier(dossier))
        except KnownError as error:
            # The list of dossiers says of it that it is damaged; of the others is told what there is.
            if error.code != "vault.damaged":
                raise
    return found


def meldingen_van_gewist(work: Workspace) -> list[Melding]:
    """Who is still to be told of what was erased."""
    return [Melding(row.ontvanger, row.soort, row.op[:10], row.sha256) for row in _erased(work)]


def _erased(work: Workspace) -> Iterator[ExportRow]:
    """Documents about somebody who was erased since, of which nobody noted yet that the receiver knows."""
    sent = work.vault.sent_out()
    told = {(row.sha256, row.ontvanger) for row in sent if row.wat.startswith(GEMELD)}
    for row in sent:
        is_document = row.wat.startswith(BESTAND) and row.soort in _DOCUMENTEN
        if is_document and not row.dossier and (row.sha256, row.ontvanger) not in told:
            yield row


def find_melding(work: Workspace, kenmerk: str) -> Melding:
    """The one that is to be told of a file whose hash begins so; KnownError `exchange.no_notice`."""
    found = [one for one in meldingen(work) if kenmerk and one.sha256.startswith(kenmerk)]
    if len(found) != 1:
        raise KnownError("exchange.no_notice", kenmerk=kenmerk)
    return found[0]


def note_told(work: Workspace, melding: Melding) -> Changed:
    """Note that a receiver was told: in the dossier, or in the log when that is no more."""
    if melding.dossier:
        subject, found = VERSTREKKING_GEMELD.of(melding.verstrekking), work.vault.dossier(melding.dossier)
        told = next((v.gemeld for v in verstrekkingen_of(found) if v.id == melding.verstrekking), {})
        keer = found.get(subject, {}).get("keer")
        waarde = {
            "op": work.clock.today().isoformat(),
            "over": sorted({*told, *melding.over}),
            # Twice the same on one day is told twice.
            "keer": (keer if isinstance(keer, int) else 0) + 1,
        }
        return record_waarde(work, melding.dossier, subject, waarde)
    with work.vault.transaction():
        work.vault.log_export(
            f"{GEMELD} {melding.soort}", "", melding.sha256, ontvanger=melding.ontvanger, soort=melding.soort
        )
    return Changed()


def note_receivers(work: Workspace, dossier: str) -> None:
    """Before a dossier is erased: keep in the log whom colleagues gave something of it, without what."""
    here = {row.sha256 for row in work.vault.sent_out()}
    for verstrekking in verstrekkingen_of(work.vault.dossier(dossier)):
        if verstrekking.sha256 not in here:
            work.vault.log_export(
                f"{BESTAND} {verstrekking.soort}",
                dossier,
                verstrekking.sha256,
                ontvanger=verstrekking.ontvanger,
                soort=verstrekking.soort,
            )


# -- the letter ----------------------------------------------------------------------------------------------


@dutch
def brief_of(work: Workspace, melding: Melding) -> Meldingsbrief:
    """What is to be said to a receiver; nothing of the person but what it has itself."""
    own = cards.own_card(work)
    velden = {"ontvanger": melding.ontvanger, "datum": date_in_words(melding.op), "kenmerk": melding.kenmerk}
    alineas = [text("verstrekken.brief.aanhef", **velden)]
    if melding.dossier:
        # The receiver has that one before it; the other is known to who looks at the file itself.
        alineas.append(text("verstrekken.brief.in_stuk", kenmerk=stukkenmerk(melding.dossier)))
    if melding.vervalt or not melding.dossier:
        alineas += [*_why(work, melding, melding.vervalt), text("verstrekken.brief.vraag")]
    if melding.verbeterd:
        alineas += [*_why(work, melding, melding.verbeterd), text("verstrekken.brief.vraag_nieuw")]
    alineas.append(text("verstrekken.brief.groet", naam=own.naam, gemeente=own.gemeente))
    return Meldingsbrief(
        titel=_titel(melding),
        ontvanger=melding.ontvanger,
        gemeente=own.gemeente,
        afzender=own.naam,
        kenmerk=melding.kenmerk,
        gemaakt_op=work.clock.today(),
        alineas=tuple(alineas),
        brief=letterhead_of(work, (melding.ontvanger,), kenmerk=melding.kenmerk),
    )


@dutch
def draw_brief(work: Workspace, melding: Melding) -> bytes:
    """The letter as PDF."""
    return write_pdf(build_melding(brief_of(work, melding)))


def _titel(melding: Melding) -> str:
    if not melding.verbeterd:
        return text("verstrekken.brief.titel")
    return text("verstrekken.brief.titel_beide" if melding.vervalt else "verstrekken.brief.titel_nieuw")


def _why(work: Workspace, melding: Melding, over_wat: Iterable[str]) -> Iterator[str]:
    if not melding.dossier:
        yield text("verstrekken.brief.gewist")
        return
    dossier, formulieren = work.vault.dossier(melding.dossier), work.data.formulieren
    toestemmingen = dict(toestemmingen_of(dossier))
    terug = later_nee(dossier, formulieren, work.clock.today())
    gewist = {feit.vraag for feit in erased_values(work, dossier)}
    for over in over_wat:
        toestemming = toestemmingen.get(over)
        if toestemming is None:
            is_asked = over in formulieren.vragen
            wat = _in_a_row(formulieren, (over,)) if is_asked else onderwerp_in_words(work, over)
            sleutel = "verstrekken.brief.antwoord" if over in gewist else "verstrekken.brief.verbeterd"
            yield text(sleutel, wat=wat)
        elif toestemming.ingetrokken_op is not None:
            gegevens = _in_a_row(formulieren, toestemming.gegevens)
            datum = date_in_words(toestemming.ingetrokken_op.isoformat())
            yield text("verstrekken.brief.ingetrokken", datum=datum, gegevens=gegevens)
        elif nee := terug.get(over):
            gegevens = _in_a_row(formulieren, sorted(nee.vragen))
            datum = date_in_words(nee.op.isoformat())
            yield text("verstrekken.brief.later_nee", datum=datum, gegevens=gegevens)


def _in_a_row(formulieren: Formulieren, namen: Iterable[str]) -> str:
    # A question ends with its own sign, and the sentence with another.
    return "; ".join(gegevens_in_words(formulieren, naam).rstrip("?") for naam in namen)
