"""The family of a person, drawn and in words."""

from __future__ import annotations

from intake_assistant.documents.tekening.gezin import Figuur, draw_gezin
from intake_assistant.documents.tekening.vormen import Letter, Tekening
from intake_assistant.operations.views.dossier.portret import Gezin, Gezinslid
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.texts import text


def draw_gezin_van(gezin: Gezin, breed: float, letter: Letter) -> Tekening:
    """The person, a partner and the children, as far as they were told of."""
    zelf = Figuur(text("dossier.portret.zelf"))
    partner = (
        [_figuur(text("dossier.portret.partner"), gezin.partner, is_groot=True)] if gezin.partner else []
    )
    kinderen = [_figuur(_kind(kind), kind, is_groot=False) for kind in gezin.kinderen]
    return draw_gezin([zelf, *partner, *kinderen], breed, letter, gezin_in_words(gezin))


def gezin_in_words(gezin: Gezin) -> str:
    """The same in a sentence or two; empty when nobody was told of."""
    zinnen = []
    if gezin.partner:
        zinnen.append(text(f"dossier.portret.partner_{_plaats(gezin.partner)}"))
    if gezin.kinderen:
        elk = [_kind(kind) + (f" ({_bij(kind)})" if _bij(kind) else "") for kind in gezin.kinderen]
        zinnen.append(text("dossier.portret.kinderen", aantal=len(elk), elk=opsomming(elk)))
    return " ".join(zinnen)


def _figuur(woord: str, lid: Gezinslid, *, is_groot: bool) -> Figuur:
    kort = "" if lid.leeftijd is None else str(lid.leeftijd)
    return Figuur(woord, _bij(lid), kort, is_groot, lid.is_hier is not False)


def _kind(kind: Gezinslid) -> str:
    if kind.leeftijd is None:
        return text("dossier.portret.kind")
    return text("dossier.portret.jaar", jaar=kind.leeftijd)


def _bij(lid: Gezinslid) -> str:
    return text("dossier.portret.elders") if lid.is_hier is False else ""


def _plaats(lid: Gezinslid) -> str:
    return {True: "hier", False: "elders", None: "ergens"}[lid.is_hier]
