"""From the boards of a dossier to the pages that the person takes home of them."""

from __future__ import annotations

from collections.abc import Iterator

from intake_assistant.dates import read_date
from intake_assistant.documents.bladen.praatplaten import (
    Papierbord,
    PraatplatenGegevens,
    build_praatplaten,
)
from intake_assistant.documents.model import Stuk, Tweetalig
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import PERSOON
from intake_assistant.forms.checking.beelden import MAP
from intake_assistant.operations.papers.gegevens import gemeente_of
from intake_assistant.operations.papers.tweetalig.stuk import leestaal_of
from intake_assistant.operations.vault.beleid import may_print_unchecked
from intake_assistant.operations.views.antwoord import answered_values
from intake_assistant.operations.views.toennu.borden import Stilbord, is_empty, stand_on, still
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Taal, dutch_text, form_text


@dutch
def praatplaten_stuk(work: Workspace, dossier: Dossier) -> Stuk:
    """Every board on which something stands, as a document in Dutch and in the language that is read."""
    taal = taal_van(leestaal_of(work, dossier))
    paren = list(_paren(work, dossier, taal))
    is_checked = all(eigen.stand == "gecontroleerd" for _, eigen in paren)
    is_both = taal.code != SOURCE and (is_checked or may_print_unchecked(work))
    uitleg = [] if paren else [Tweetalig(dutch_text("stukken.praatplaten.leeg"))]
    if is_both and not is_checked:
        nl = dutch_text("tolkblad.ongecontroleerd")
        uitleg.append(Tweetalig(nl, form_text(taal.code, "tolkblad.ongecontroleerd", nl).tekst))
    gegevens = PraatplatenGegevens(
        gemeente=gemeente_of(work),
        peildatum=work.clock.today(),
        titel=dutch_text("stukken.praatplaten.titel"),
        uitleg=tuple(uitleg),
        taal=taal.tag if is_both else "",
        borden=tuple(_on_paper(nl, eigen if is_both else None) for nl, eigen in paren),
        beelden=work.data.folder / MAP,
    )
    return build_praatplaten(gegevens, work.data.teksten)


def _paren(work: Workspace, dossier: Dossier, taal: Taal) -> Iterator[tuple[Stilbord, Stilbord]]:
    """Each board in Dutch and in the other language."""
    values, geboren = answered_values(work.data.formulieren, dossier), _born(dossier)
    for bord in work.data.praatplaten:
        if not is_empty(stand := stand_on(bord, values)):
            nl = still(work, taal_van(SOURCE), bord, stand, geboren)
            yield nl, still(work, taal, bord, stand, geboren)


def _born(dossier: Dossier) -> int | None:
    day = read_date(dossier.get(PERSOON.of("geboortedatum")))
    return day.year if day else None


def _on_paper(nl: Stilbord, eigen: Stilbord | None) -> Papierbord:
    if eigen is None or eigen.stand == "ontbreekt":
        return Papierbord(Tweetalig(nl.titel), nl.plaat, Tweetalig(nl.gezegd))
    return Papierbord(Tweetalig(nl.titel, eigen.titel), eigen.plaat, Tweetalig(nl.gezegd, eigen.gezegd))
