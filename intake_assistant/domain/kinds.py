"""The kinds of subject: one row for each, with all that holds for it in law and on screen.

Nobody else builds a subject or takes one apart: what is added here is known everywhere at once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from intake_assistant.domain.kind import Kind, Soort

# -- what is asked -------------------------------------------------------------------------------------------

ANTWOORD: Final = Kind(
    vorm="{vraag}@{bron}", soort="antwoord", hoofdstuk="", bewaren="vraag", geteld="antwoorden"
)
ANTWOORDRIJ: Final = Kind(
    vorm="{vraag}[{rij}]", behalve=("procedure.",), soort="antwoord", hoofdstuk="", bewaren="vraag"
)
GELDT: Final = Kind(vorm="geldt:{vraag}", soort="antwoord", hoofdstuk="", vrij=False)

# -- person and procedure ------------------------------------------------------------------------------------

PERSOON: Final = Kind(
    vorm="inburgeraar.{veld}",
    soort="persoon",
    hoofdstuk="persoon",
    vrij=False,
    datums=("geboortedatum", "begin_inburgeringsplicht"),
    verleden=("geboortedatum",),
)
BEHEER: Final = Kind(vorm="dossier.{veld}", soort="persoon", hoofdstuk="procedure", blijvend=True, vrij=False)
KOPPELING: Final = Kind(
    vorm="koppeling[{ander}]", soort="persoon", hoofdstuk="persoon", blijvend=True, vrij=False,
    in_zaak=False, per_rij=False,
)  # fmt: skip
HUISHOUDEN: Final = Kind(
    vorm="huishouden[{ander}]", soort="persoon", hoofdstuk="persoon", blijvend=True, vrij=False,
    in_zaak=False, per_rij=False,
)  # fmt: skip
OVERGEDRAGEN_OP: Final = Kind(
    vorm="procedure.overgedragen_op",
    soort="procedure",
    hoofdstuk="procedure",
    in_zaak=False,
    ziet="zaak",
    verleden=("",),
)
ZAAKNUMMER: Final = Kind(vorm="procedure.zaaknummer", soort="procedure", hoofdstuk="procedure", in_zaak=False)
EINDE_OP: Final = Kind(
    vorm="procedure.einde_inburgeringsplicht", soort="procedure", hoofdstuk="procedure", in_zaak=False
)
EINDE_REDEN: Final = Kind(
    vorm="procedure.einde_reden", soort="procedure", hoofdstuk="procedure", in_zaak=False
)
PROCEDURE: Final = Kind(
    vorm="procedure.{veld}",
    behalve=tuple(kind.vorm for kind in (OVERGEDRAGEN_OP, ZAAKNUMMER, EINDE_OP, EINDE_REDEN)),
    soort="procedure",
    hoofdstuk="procedure",
    datums=(
        "kennisgeving_duo",
        "inschrijving_brp",
        "aanbod_op",
        "eerder_pip.dagtekening",
        "duo_termijn_begin",
        "duo_termijn_einde",
    ),
    verleden=("kennisgeving_duo", "inschrijving_brp", "aanbod_op", "eerder_pip.dagtekening"),
)
OPROEP: Final = Kind(
    vorm="procedure.oproep[{rij}].{veld}",
    soort="procedure",
    hoofdstuk="procedure",
    datums=("datum", "waarschuwing", "termijn_tot"),
)
INFORMATIE_DERDE: Final = Kind(
    vorm="procedure.informatie_derde[{rij}].{veld}",
    soort="procedure",
    hoofdstuk="procedure",
    datums=("gevraagd_op", "ontvangen_op"),
)
OVERDRACHT_COA: Final = Kind(
    vorm="overdracht_coa[{rij}].{veld}",
    soort="procedure",
    hoofdstuk="procedure",
    van_ander=("met",),
    datums=("datum",),
)
KLANTPROFIEL: Final = Kind(vorm="klantprofiel[{rij}]", soort="procedure", hoofdstuk="procedure", vrij=False)
DUOBERICHT: Final = Kind(vorm="duobericht[{rij}]", soort="procedure", hoofdstuk="procedure", vrij=False)

# -- conversation, consent, weighing -------------------------------------------------------------------------

GESPREK: Final = Kind(
    vorm="gesprek[{rij}].{veld}",
    soort="gesprek",
    hoofdstuk="gesprek",
    geteld="gesprekken",
    datums=("datum", "volgende_afspraak"),
    verleden=("datum",),
)
AANWEZIG: Final = Kind(
    vorm="gesprek[{gesprek}].aanwezig[{rij}]",
    soort="gesprek",
    hoofdstuk="gesprek",
    van_ander=("naam", "nummer"),
)
VERTELD: Final = Kind(vorm="gesprek[{gesprek}].verteld[{onderwerp}]", soort="gesprek", hoofdstuk="gesprek")
GEBAAR: Final = Kind(
    vorm="gebaar[{over}][{rij}]", soort="gesprek", hoofdstuk="gesprek", bewaren="vraag", vrij=False
)
TOESTEMMING: Final = Kind(
    vorm="toestemming[{rij}].{veld}", soort="toestemming", hoofdstuk="toestemming", geteld="toestemmingen"
)
VERSTREKKING: Final = Kind(
    vorm="verstrekking[{rij}]", soort="toestemming", hoofdstuk="verstrekking", blijvend=True, vrij=False,
    van_ander=("door",), in_zaak=False,
)  # fmt: skip
VERSTREKKING_GROND: Final = Kind(
    vorm="verstrekking[{rij}].grond", soort="toestemming", hoofdstuk="verstrekking", blijvend=True,
    in_zaak=False,
)  # fmt: skip
VERSTREKKING_GEMELD: Final = Kind(
    vorm="verstrekking[{rij}].gemeld", soort="toestemming", hoofdstuk="verstrekking", blijvend=True,
    vrij=False, in_zaak=False,
)  # fmt: skip
WEGING: Final = Kind(
    vorm="weging[{leerroute}].{kant}[{rij}]",
    soort="weging",
    hoofdstuk="weging",
    in_concept=True,
    rust_op="vraag",
)

# -- besluit and plan ----------------------------------------------------------------------------------------

BESCHIKKING: Final = Kind(
    vorm="beschikking.{veld}",
    soort="besluit",
    hoofdstuk="besluit",
    in_concept=True,
    datums=("dagtekening", "voor_gezien.datum"),
)
WIJZIGING: Final = Kind(
    vorm="wijziging[{rij}].{veld}",
    soort="besluit",
    hoofdstuk="besluit",
    datums=("inschrijving_brp",),
    verleden=("inschrijving_brp",),
)
BESLUIT: Final = Kind(
    vorm="besluit[{rij}].{veld}",
    soort="besluit",
    hoofdstuk="besluit",
    blijvend=True,
    geteld="besluiten",
    datums=("bekendgemaakt_op", "voor_gezien.datum", "duo_geregistreerd_op", "duo_verwijderd_op"),
    verleden=("bekendgemaakt_op", "duo_geregistreerd_op", "duo_verwijderd_op"),
)
BIJLAGE: Final = Kind(vorm="bijlage[{rij}]", soort="besluit", hoofdstuk="besluit", vrij=False)
BEZWAAR: Final = Kind(
    vorm="bezwaar[{rij}].{veld}",
    soort="besluit",
    hoofdstuk="besluit",
    verleden=(
        "verzonden_op",
        "ontvangen_op",
        "verlengd_op",
        "gehoord_op",
        "beslist_op",
        "beroep_op",
        "uitspraak_op",
        "hoger_beroep_op",
        "uitspraak_hoger_beroep_op",
    ),
)
VERTALING: Final = Kind(vorm="vertaling[{wat}].{veld}", soort="besluit", hoofdstuk="besluit", per_rij=False)
PLANVERSIE: Final = Kind(
    vorm="planversie[{rij}]", soort="plan", hoofdstuk="plan", blijvend=True, vrij=False, ziet="plan"
)
DOEL: Final = Kind(vorm="doel[{rij}].{veld}", soort="plan", hoofdstuk="plan", in_plan=True, rust_op="vraag")
AFSPRAAK: Final = Kind(
    vorm="afspraak[{rij}].{veld}",
    soort="plan",
    hoofdstuk="plan",
    in_plan=True,
    rust_op="vraag",
    deel_van="doel",
    datums=("uiterlijk", "klaar_op", "samen_vanaf", "zelf_vanaf", "teruggekeken_op"),
    verleden=("klaar_op", "teruggekeken_op"),
)
WERKPLEK: Final = Kind(
    vorm="werkplek[{rij}].{veld}", soort="plan", hoofdstuk="plan", in_plan=True, datums=("van", "tot")
)
UREN: Final = Kind(vorm="uren[{rij}].{veld}", hoofdstuk="uitvoering", verleden=("van", "tot"))
AFRONDING: Final = Kind(
    vorm="afronding.{veld}", hoofdstuk="uitvoering", verleden=("pvt_op", "map_op", "knm_op", "zroute_op")
)
ONTZORGEN: Final = Kind(
    vorm="ontzorgen[{rij}].{veld}", hoofdstuk="uitvoering", datums=("van", "verlengd_tot")
)
GELDPOST: Final = Kind(vorm="geldpost[{rij}].{veld}", hoofdstuk="uitvoering", in_plan=True)
GELDTAAK: Final = Kind(
    vorm="geldtaak[{rij}].{veld}", hoofdstuk="uitvoering", in_plan=True, verleden=("geregeld_op",)
)
VERWIJZING: Final = Kind(vorm="verwijzing[{rij}].{veld}", hoofdstuk="uitvoering", verleden=("datum",))
RANDVOORWAARDE: Final = Kind(
    vorm="randvoorwaarde[{rij}].{veld}", hoofdstuk="uitvoering", verleden=("geregeld_op",)
)
WEEKBLOK: Final = Kind(
    vorm="weekblok[{rij}].{veld}",
    soort="plan",
    hoofdstuk="plan",
    in_plan=True,
    datums=("afgesproken_op", "vanaf", "tot_en_met"),
    verleden=("afgesproken_op",),
)
WEEKSTAP: Final = Kind(
    vorm="weekstap[{rij}].{veld}",
    soort="plan",
    hoofdstuk="plan",
    in_plan=True,
    datums=("afgesproken_op", "vanaf"),
    verleden=("afgesproken_op",),
)
DAARNA: Final = Kind(vorm="daarna[{rij}].{veld}", hoofdstuk="uitvoering")
HANDHAVING: Final = Kind(vorm="handhaving[{rij}].{veld}", hoofdstuk="uitvoering", verleden=("datum",))

# -- between the conversations -------------------------------------------------------------------------------

PARTNEROVERLEG: Final = Kind(
    vorm="partneroverleg[{rij}].{veld}", hoofdstuk="uitvoering", van_ander=("wie",), verleden=("datum",)
)
ONDERZOEK: Final = Kind(
    vorm="onderzoek[{rij}].{veld}",
    hoofdstuk="uitvoering",
    van_ander=("door",),
    verleden=("datum", "besproken_op"),
)

# -- what colleagues say to each other, and who does the work ------------------------------------------------

OPMERKING: Final = Kind(
    vorm="opmerking[{over}][{rij}].{veld}",
    soort="overleg",
    hoofdstuk="",
    bewaren="vraag",
    geteld="opmerkingen",
)
VOORLEGGING: Final = Kind(vorm="voorlegging[{rij}]", soort="overleg", hoofdstuk="besluit")
VOORLEGGING_UITKOMST: Final = Kind(
    vorm="voorlegging[{rij}].uitkomst", soort="overleg", hoofdstuk="besluit", ziet="concept"
)
OVERDRACHT: Final = Kind(
    vorm="overdracht[{rij}]",
    soort="overleg",
    hoofdstuk="procedure",
    in_zaak=False,
    van_ander=("van", "aan", "apparaat"),
)
OVERDRACHT_UITKOMST: Final = Kind(
    vorm="overdracht[{rij}].uitkomst", soort="overleg", hoofdstuk="procedure", in_zaak=False
)
WAARNEMING: Final = Kind(
    vorm="waarneming[{rij}]",
    soort="overleg",
    hoofdstuk="procedure",
    vrij=False,
    in_zaak=False,
    van_ander=("door", "voor", "apparaat"),
)

# -- rights, and what is noted beside ------------------------------------------------------------------------

VERZOEK: Final = Kind(
    vorm="verzoek[{rij}].{veld}",
    hoofdstuk="verzoek",
    in_zaak=False,
    geteld="verzoeken",
    verleden=("ontvangen_op", "verlengd_op", "beslist_op", "uitgevoerd_op", "opgeheven_op"),
)
NOTITIE: Final = Kind(
    vorm="notitie[{over}]",
    behalve=("notitie[gesprek ",),
    soort="notitie",
    hoofdstuk="",
    bewaren="vraag",
    geteld="notities",
)
GESPREKSNOTITIE: Final = Kind(
    vorm="notitie[gesprek {gesprek}]", soort="notitie", hoofdstuk="gesprek", geteld="notities"
)
MASKER: Final = Kind(vorm="masker[{entry}]", vrij=False, in_zaak=False, per_rij=False)
NAGELEZEN: Final = Kind(vorm="nagelezen[{rij}]", vrij=False, in_zaak=False, per_rij=False)
GEWIST: Final = Kind(vorm="gewist[{entry}]", blijvend=True, in_zaak=False, per_rij=False)

KINDS: Final = tuple(kind for kind in list(globals().values()) if isinstance(kind, Kind))
DELEN: Final = tuple(kind for kind in KINDS if kind.deel_van)
"""The kinds whose rows are parts of another row: an agreement of its goal."""
NAAR_ANDER: Final = (KOPPELING, HUISHOUDEN)
"""What a dossier says of another one, by its id: gone with that one."""
ONBEKEND: Final = Kind(vorm="{iets}")
"""What a newer program recorded and this one does not know: kept, shown, and counted as of the zaak."""


def of_soort(soort: Soort) -> tuple[Kind, ...]:
    """The kinds that one filter of the history shows."""
    return tuple(kind for kind in KINDS if kind.soort == soort)


def kind_of(subject: str) -> Kind:
    """The one row that a subject is of."""
    return read_subject(subject)[0]


def vraag_of(subject: str) -> str:
    """The question that a subject is about, the field of a row with its row; empty for all else."""
    kind, delen = read_subject(subject)
    return delen[0] if kind.over_vraag else ""


def veld_of(subject: str) -> str:
    """The field that a subject is, of a row or by itself; empty for all else."""
    kind, delen = read_subject(subject)
    return delen[-1] if kind.has_veld and len(delen) == kind.slots else ""


def erased_target(subject: str) -> str:
    """The id of the entry that an erasing entry erases; empty for all else."""
    if not subject.startswith(ERASING):
        # Nearly every subject, and a check asks it of all.
        return ""
    target = (GEWIST.read(subject) or ("",))[0]
    return target if _HASH.fullmatch(target) else ""


def is_frozen(subject: str) -> bool:
    """Whether it is recorded once: a besluit or a version of the plan as it was handed over."""
    # Asked of each entry that replaces another: nearly all begin otherwise.
    return subject.startswith(_FROZEN) and any(len(k.read(subject) or ()) == 1 for k in (BESLUIT, PLANVERSIE))


def is_erasable(subject: str) -> bool:
    """Whether what stands there is gone once an entry erases it; a besluit stands until its dossier goes."""
    kind = kind_of(subject)
    # What links a dossier to that of somebody who was erased goes with that person.
    return not kind.blijvend or kind in NAAR_ANDER


def hoofdstuk_of(subject: str) -> str:
    """The chapter of inzage that a subject stands in; for what is about a question its startpositie."""
    over = vraag_of(subject)
    # What was said of an element of the plan stands with that; a question is no subject by itself.
    of_over = kind_of(over).hoofdstuk if over and kind_of(over) is not ONBEKEND else ""
    return kind_of(subject).hoofdstuk or of_over or _startpositie_in(over)


def startpositie_of(subject: str) -> str:
    """The id of the startpositie that an answer belongs to; empty for all else."""
    return _startpositie_in(vraag_of(subject)) if kind_of(subject).soort == "antwoord" else ""


def _startpositie_in(vraag: str) -> str:
    return vraag.partition(".")[0]


# The questions are the same in every dossier: most subjects were read before.
@lru_cache(maxsize=4096)
def read_subject(subject: str) -> tuple[Kind, tuple[str, ...]]:
    """The one row that a subject is of, and its parts."""
    word = _WORD.match(subject)
    for kind in _PER_WORD.get(word[0] if word else "", _ELSE):
        delen = kind.read(subject)
        if delen is not None:
            return kind, delen
    return ONBEKEND, (subject,)


# A dossier has hundreds of subjects: each is held against the few rows that begin with its word.
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_FROZEN: Final = (BESLUIT.begin(), PLANVERSIE.begin())
ERASING: Final = GEWIST.begin()
"""How the subject of an entry begins that erases another."""
_WORD: Final = re.compile(r"[a-z_]+")
_ELSE: Final = tuple(kind for kind in KINDS if not kind.word)
_PER_WORD: Final = {
    word: tuple(kind for kind in KINDS if kind.word in (word, "")) for word in {kind.word for kind in KINDS}
}
