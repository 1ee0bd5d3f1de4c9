"""The parts of a PIP: leerroute with its hours, PVT, MAP and KNM, help, VVE (Wet 15(1)-(3))."""

from intake_assistant.documents.bouw import Bouwer, getal
from intake_assistant.documents.pip.gegevens import Aftrek, Beschikking, PipGegevens
from intake_assistant.documents.pip.wijziging import add_ontheven, niveaus_in_words
from intake_assistant.domain.recht.leerroute import Leerroute


def add_onderdelen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add each part that the law asks for, in the order in which it is done."""
    _add_leerroute(bouw, gegevens)
    _add_modules(bouw, gegevens)
    _add_ondersteuning(bouw, gegevens)
    _add_vve(bouw, gegevens)


def _add_leerroute(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit = gegevens.beschikking
    if not besluit.leerroute:
        return
    lager = niveaus_in_words(bouw, gegevens) if besluit.leerroute == Leerroute.B else ""
    if lager:
        bouw.section("besluit.leerroute.B.lager", niveaus=lager)
    else:
        bouw.section(f"besluit.leerroute.{besluit.leerroute}")
        _add_niveaus(bouw, besluit)
    add_ontheven(bouw, gegevens)
    if gegevens.is_asiel:
        _add_intensiteit(bouw, besluit)
    if besluit.alfabetiseringsonderwijs in ("A", "AA"):
        bouw.add(f"besluit.alfabetisering.{besluit.alfabetiseringsonderwijs}")
    if besluit.mag_opleiding_afmaken:
        bouw.add("besluit.opleiding_afmaken")
    bouw.add(f"besluit.aanbod.{_aanbod(gegevens)}")
    if besluit.leerroute == "Z":
        _add_zroute(bouw, gegevens)


def _aanbod(gegevens: PipGegevens) -> str:
    """Who arranges the lessons: the parts of the Z-route are offered to everybody (Wet 16; Besl 3.14(1))."""
    if gegevens.is_asiel:
        return "asielstatushouder"
    return "zroute" if gegevens.beschikking.leerroute == "Z" else "anders"


def _add_niveaus(bouw: Bouwer, besluit: Beschikking) -> None:
    levels = besluit.niveau_per_onderdeel
    if len(set(levels.values()) | {besluit.niveau}) > 1:
        bouw.add("besluit.niveau")
        rijen = [(bouw.woord("onderdeel", deel), niveau.upper()) for deel, niveau in levels.items()]
        bouw.table("feiten", (bouw.label("vaardigheid"), bouw.label("niveau")), rijen, bouw.label("niveaus"))
    elif besluit.leerroute == Leerroute.O:
        # The law asks for no level of this route; B1 is what is left to who does not finish it (Wet 8).
        bouw.add("besluit.niveau_onderwijsroute")
    elif besluit.niveau:
        bouw.add("besluit.niveau_heel", niveau=besluit.niveau)


def _add_intensiteit(bouw: Bouwer, besluit: Beschikking) -> None:
    intensiteit = besluit.intensiteit
    if not intensiteit or not intensiteit.uren_per_week or not intensiteit.weken:
        bouw.missing("intensiteit")
        return
    uren, weken = intensiteit.uren_per_week, intensiteit.weken
    # The hours of the Z-route as a whole are a number of the law, not this product.
    id = "besluit.intensiteit.Z" if besluit.leerroute == "Z" else "besluit.intensiteit"
    bouw.add(id, uren_per_week=getal(uren), weken=weken, totaal_uren=getal(uren * weken))
    if besluit.geschatte_intensiteit_b1_route:
        totaal = besluit.geschatte_intensiteit_b1_route
        gelijk = totaal == uren * weken
        bouw.add(f"besluit.intensiteit.duo{'_gelijk' if gelijk else ''}", totaal_uren=getal(totaal))
    bouw.free(intensiteit.toelichting)


def _add_zroute(bouw: Bouwer, gegevens: PipGegevens) -> None:
    zroute = gegevens.beschikking.zroute
    bouw.add("besluit.zroute")
    _add_aantal(bouw, "besluit.zroute.cursus", "cursusuren", zroute.cursusuren)
    if gegevens.is_asiel:
        _add_aantal(bouw, "besluit.zroute.participatie", "participatie_uren", zroute.participatie_uren)
    if zroute.examenwens is not None:
        bouw.add(f"besluit.zroute.examens.{'ja' if zroute.examenwens else 'nee'}")


def _add_aantal(bouw: Bouwer, id: str, veld: str, aantal: int | None) -> None:
    """Add a number that may be none at all: earlier hours can leave 0 (Besl 3.14(5), (9))."""
    if aantal is None:
        bouw.missing(veld)
    elif aantal == 0:
        bouw.add(f"{id}.geen")
    else:
        bouw.add(id, "gewoon", **{veld: aantal})


def _add_modules(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit = gegevens.beschikking
    bouw.section("besluit.onderdelen")
    bouw.add("besluit.pvt")
    if besluit.pvt_uren:
        bouw.add("besluit.pvt.uren", pvt_uren=besluit.pvt_uren)
    else:
        bouw.missing("pvt_uren")
    if besluit.leerroute != "O":
        bouw.add("besluit.map")
        if besluit.map_uren:
            bouw.add("besluit.map.uren", map_uren=besluit.map_uren)
        else:
            bouw.missing("map_uren")
    else:
        bouw.add("besluit.map.niet")
    if besluit.leerroute:
        bouw.add(f"besluit.knm.{besluit.leerroute}")
    if besluit.aftrek:
        bouw.add("besluit.aftrek")
        bouw.points(_aftrek(bouw, rij) for rij in besluit.aftrek)


def _aftrek(bouw: Bouwer, rij: Aftrek) -> str:
    soort = bouw.woord("urensoort", rij.soort)
    zin = bouw.woord("aftrek", "rij", uren=getal(rij.uren), soort=soort, artikel=rij.artikel)
    return f"{zin} {rij.waarom.strip()}" if rij.waarom.strip() else zin


def _add_ondersteuning(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit = gegevens.beschikking
    bouw.section("besluit.ondersteuning")
    if besluit.ondersteuning:
        bouw.points(besluit.ondersteuning)
    else:
        bouw.missing("ondersteuning")
    _add_aantal(bouw, "besluit.voortgangsgesprekken", "voortgangsgesprekken", besluit.voortgangsgesprekken)
    if besluit.voortgang.strip() and not besluit.voortgangsgesprekken:
        bouw.add("besluit.voortgang")
        bouw.free(besluit.voortgang)
    if gegevens.is_asiel:
        bouw.add("besluit.begeleiding.asielstatushouder")
    bouw.contact("besluit.contact", gegevens.contact, gegevens.gemeente)


def _add_vve(bouw: Bouwer, gegevens: PipGegevens) -> None:
    besluit = gegevens.beschikking
    if besluit.vve_nvt and not besluit.vve:
        bouw.section("besluit.vve_nvt", reden=besluit.vve_nvt)
    elif besluit.vve or gegevens.vve_van_toepassing:
        bouw.section("besluit.vve")
        bouw.free_or_missing(besluit.vve, "vve")


def add_participatiewet(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add the besluiten that are part of the PIP beside this one (Wet 15(3))."""
    besluiten = gegevens.beschikking.participatiewet
    if not besluiten:
        return
    bouw.section("besluit.participatiewet")
    bouw.points(besluit.tekst for besluit in besluiten)
    alle = all(besluit.bijgevoegd for besluit in besluiten)
    bouw.add(f"besluit.participatiewet.{'bijgevoegd' if alle else 'apart'}")
