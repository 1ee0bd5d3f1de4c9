"""A paper in Dutch and beside it in another language; what was handed over so is given back as it was."""

from __future__ import annotations

from collections.abc import Mapping

from intake_assistant.documents.model import Stuk
from intake_assistant.documents.tweetalig.naast import beside
from intake_assistant.documents.tweetalig.woordenboek import (
    Woordenboek,
    dump_woordenboek,
    read_woordenboek,
)
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.sjablonen import draw_pdf
from intake_assistant.operations.papers.tweetalig.woordenboek import Maker, woordenboek_of
from intake_assistant.operations.vault.beleid import is_offered, may_print_unchecked, refuse_taal
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import dutch
from intake_assistant.texts import SOURCE, Taal, taalfouten


def taal_or_refuse(work: Workspace, code: str) -> Taal | None:
    """The language that is asked for; None for Dutch. KnownErrors `policy.not_allowed`, `pip.no_translation`.

    A language that is not written, or in which something is wrong, is never quietly printed in Dutch.
    """
    refuse_taal(work.policy, code)
    if code == SOURCE:
        return None
    taal = taal_van(code)
    if taal.code == SOURCE or taalfouten(taal.code):
        raise KnownError("pip.no_translation", taal=code)
    return taal


def leestaal_of(work: Workspace, dossier: Dossier) -> str:
    """The code of the language beside the Dutch of what this person gets; Dutch when there is none."""
    gelezen = inburgeraar_of(dossier).get("leestaal", "")
    taal = taal_van(gelezen) if gelezen and is_offered(work.policy, gelezen) else None
    return taal.code if taal and not taalfouten(taal.code) else SOURCE


def refuse_unchecked(work: Workspace, boek: Woordenboek, taal: Taal, *, asked: bool = False) -> None:
    """Raise KnownError `pip.unchecked_translation` unless somebody checked it, or it may be printed so."""
    if boek.ongecontroleerd and not may_print_unchecked(work, asked=asked):
        raise KnownError("pip.unchecked_translation", taal=taal.code)


def kept_boek(work: Workspace, bestanden: Mapping[str, str], taal: Taal) -> Woordenboek | None:
    """The words that were handed over with a besluit in a language; None when it was not."""
    sha256 = bestanden.get(f"woorden_{taal.code}", "")
    return read_woordenboek(work.vault.blobs.get(sha256)) if sha256 else None


@dutch
def keep_vertaald(work: Workspace, dossier: Dossier, dutch: Stuk, make: Maker) -> dict[str, str]:
    """Freeze a part in the language in which it is handed over; nothing when it may not be printed."""
    taal = taal_van(leestaal_of(work, dossier))
    if taal.code == SOURCE:
        return {}
    boek = woordenboek_of(work, dossier, make, taal)
    if boek.ongecontroleerd and not may_print_unchecked(work):
        return {}
    return {
        f"pdf_{taal.code}": work.vault.blobs.put(draw_pdf(work, beside(dutch, boek))),
        f"woorden_{taal.code}": work.vault.blobs.put(dump_woordenboek(boek)),
    }
