"""The sentences in which the PIP prints an answer and the portret shows it: with a gap, or for each code."""

import re
from collections.abc import Iterator, Mapping

from intake_assistant.domain.formulier import HERHALING, LIJSTTYPEN, Vraag
from intake_assistant.forms.fouten import Fouten, Plaats, nearest

# Where in the portret of a person an answer is seen: languages, family, three lines, own words, what to mind.
PORTRET = (
    "spreekt", "leest", "partner", "partner_hier", "kind", "kind_hier",
    "was", "kan", "wil", "woord", "let_op",
)  # fmt: skip
BAKJES = ("weging", "plan", "beide")
_GAT = re.compile(r"\{[^{}]*\}|[{}]")
_REGEL = re.compile(r"([A-Za-z0-9_-]+):\s+(\S.*)")


def read_zinnen(tekst: str) -> Mapping[str, str]:
    """Return `code: sentence` lines by code; a line that is none is left out (check_zinnen reports it)."""
    return {paar[1]: paar[2].strip() for paar in _pairs(tekst) if paar}


def check_zinnen(vraag: Vraag, tekst: str, plaats: Plaats, fouten: Fouten) -> None:
    """Report a printed answer without a sentence, and sentences that cannot be printed."""
    if not vraag.is_veld or vraag.bijzonder or not vraag.deel:
        if vraag.zin or tekst or vraag.plek:
            fouten.meld(plaats, "zin_overbodig", vraag.naam)
        return
    in_plan = vraag.deel != "beschikking"
    if in_plan != bool(vraag.plek):
        fouten.meld(plaats, "plek_ontbreekt" if in_plan else "plek_overbodig", vraag.plek or vraag.naam)
    _check_gat(vraag.zin, plaats, fouten)
    _check_regels(vraag, tekst, plaats, fouten)
    if not vraag.zin:
        _check_compleet(vraag, plaats, fouten)


def check_portret(vraag: Vraag, tekst: str, plaats: Plaats, fouten: Fouten) -> None:
    """Report what may not be in a portret, or cannot be seen in the place that it names."""
    if not vraag.portret:
        if vraag.portret_zin or tekst:
            fouten.meld(plaats, "portret_overbodig", vraag.naam)
        return
    if not vraag.is_veld or vraag.is_vertrouwelijk:
        # Who passes the screen sees it: nothing that was told in trust (AVG 9).
        fouten.meld(plaats, "portret_gevoelig", vraag.naam)
    own = {"woord": vraag.type == "text", "kind": vraag.type == "integer" and vraag.herhaling}
    if not own.get(vraag.portret, True):
        fouten.meld(plaats, "portret_soort", f"{vraag.portret}: {vraag.type}")
    _check_gat(vraag.portret_zin, plaats, fouten)
    _check_regels(vraag, tekst, plaats, fouten)


def check_bakje(vraag: Vraag, plaats: Plaats, fouten: Fouten) -> None:
    """Report what may not lie ready as a fact: told in trust, about health, or no answer by itself."""
    whole = vraag.type == HERHALING or (vraag.is_veld and not vraag.herhaling)
    if vraag.bakje and (vraag.is_vertrouwelijk or not whole):
        fouten.meld(plaats, "bakje_gevoelig", vraag.naam)


def check_samenvatting(vraag: Vraag, plaats: Plaats, fouten: Fouten) -> None:
    """Report what may not be said back at the end of a conversation, or has no place for the answer."""
    if not vraag.samenvatting:
        return
    if not vraag.is_veld or vraag.is_vertrouwelijk:
        # It is said aloud, with whoever is there, and stands in the file.
        fouten.meld(plaats, "samenvatting_gevoelig", vraag.naam)
    _check_gat(vraag.samenvatting, plaats, fouten)


def _check_gat(zin: str, plaats: Plaats, fouten: Fouten) -> None:
    if zin and _GAT.findall(zin) != ["{waarde}"]:
        fouten.meld(plaats, "zin_gat", zin)


def _check_regels(vraag: Vraag, tekst: str, plaats: Plaats, fouten: Fouten) -> None:
    regels = [regel.strip() for regel in tekst.splitlines() if regel.strip()]
    for regel, paar in zip(regels, _pairs(tekst), strict=True):
        if paar is None:
            fouten.meld(plaats, "zin_regel", regel)
        elif not _may_be(vraag, paar[1]):
            fouten.meld(plaats, "zin_code", paar[1], nearest(paar[1], vraag.codes))
        elif _GAT.search(paar[2]):
            fouten.meld(plaats, "zin_gat", paar[2])


def _check_compleet(vraag: Vraag, plaats: Plaats, fouten: Fouten) -> None:
    codes = _scale(vraag) if vraag.type == "range" else vraag.codes
    zonder = sorted(codes - vraag.zinnen.keys())
    if not codes or vraag.type == "select_multiple":
        # More choices at once need the gap.
        fouten.meld(plaats, "zin_ontbreekt", vraag.naam)
    elif zonder:
        fouten.meld(plaats, "zin_ontbreekt", ", ".join(zonder))


def _may_be(vraag: Vraag, code: str) -> bool:
    if vraag.type in LIJSTTYPEN:
        # An unknown list is reported already.
        return code in vraag.codes or not vraag.keuzes
    return code in _scale(vraag) if vraag.type == "range" else vraag.type == "integer" and code.isdecimal()


def _scale(vraag: Vraag) -> frozenset[str]:
    p = vraag.parameters
    return frozenset(map(str, range(p["start"], p["end"] + 1, p["step"]))) if p else frozenset()


def _pairs(tekst: str) -> Iterator[re.Match[str] | None]:
    return (_REGEL.fullmatch(regel.strip()) for regel in tekst.splitlines() if regel.strip())
