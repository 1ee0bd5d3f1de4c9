"""The pages of the first minute: every language by its own name, its dialects, and a welcome."""

from __future__ import annotations

from collections.abc import Iterable

from intake_assistant.domain.letters import plain
from intake_assistant.operations.talen.dialecten import Dialect
from intake_assistant.operations.words.gedeeld import (
    Gedeeldblad,
    Gedeeldekeuze,
    Gedeeldezin,
    Maat,
    Spreektekst,
    TeHoren,
)
from intake_assistant.texts import SOURCE, Stand, Taal, Vertaling, dutch_text, form_text

TALENBLAD, DIALECTENBLAD, WELKOM, GEENBLAD = "kies_taal", "kies_dialect", "welkom", "geen_taal"
"""The names of the pages."""
TAAL, DIALECT = ":taal.", ":dialect."
"""How the codes of a touch begin."""
GEEN, TERUG = ":taal_geen", ":taal_terug"
"""*My language is not here*; and once more all languages."""
_GEEN_BEELD, _TERUG_BEELD = "weet_niet.svg", "spreken.svg"


def in_order(talen: Iterable[Taal]) -> tuple[Taal, ...]:
    """By script, and within it by own name: no order by number of speakers, or by who comes most."""
    return tuple(sorted(talen, key=lambda taal: (taal.script, plain(taal.naam), taal.code)))


def talenblad(talen: Iterable[Taal], nu: Taal) -> Gedeeldblad:
    """Every language by its own name, with a welcome in it; the question only to who reads one already."""
    talen = in_order(talen)
    keuzes = [_taalkeuze(taal) for taal in talen]
    # Dutch is what it begins with: nobody chose it, and few here read it.
    is_chosen = nu.code != SOURCE
    vraag = _said(nu, "gedeeld.kies_taal", dutch_text("gedeeld.kies_taal")) if is_chosen else None
    geen = _said(nu, "gedeeld.geen_taal", dutch_text("gedeeld.geen_taal")) if is_chosen else None
    keuzes.append(_picture(GEEN, _GEEN_BEELD, nu, geen))
    return Gedeeldblad(
        TALENBLAD,
        _zinnen(vraag, "midden"),
        tuple(keuzes),
        voor_tolk=() if vraag else (dutch_text("gedeeld.kies_taal"),),
        stand=_stand(vraag),
        te_horen=(
            *(_heard(nu, "gedeeld.kies_taal") if is_chosen else ()),
            *(horen for taal in talen for horen in _heard(taal, "gedeeld.welkom")),
        ),
    )


def dialectenblad(taal: Taal, dialecten: Iterable[Dialect]) -> Gedeeldblad:
    """What readers of a language speak, each by its own name."""
    vraag = _said(taal, "gedeeld.kies_dialect", dutch_text("gedeeld.kies_dialect"))
    geen = _said(taal, "gedeeld.geen_taal", dutch_text("gedeeld.geen_taal"))
    keuzes = [
        Gedeeldekeuze(dialectcode(taal, nummer), "", dialect.naam, taal=taal)
        for nummer, dialect in enumerate(dialecten)
    ]
    keuzes += [_picture(GEEN, _GEEN_BEELD, taal, geen), _picture(TERUG, _TERUG_BEELD, taal, None)]
    return Gedeeldblad(
        DIALECTENBLAD,
        _zinnen(vraag, "midden"),
        tuple(keuzes),
        stand=_stand(vraag),
        te_horen=_heard(taal, "gedeeld.kies_dialect", "gedeeld.geen_taal"),
    )


def welkomblad(taal: Taal) -> Gedeeldblad:
    """That it is in this language from here on; and a way back for who touched a wrong one."""
    welkom = _said(taal, "gedeeld.welkom", dutch_text("gedeeld.welkom"))
    terug = _picture(TERUG, _TERUG_BEELD, taal, None)
    zinnen = (Gedeeldezin(taal.naam, "midden"), *_zinnen(welkom, "groot"))
    horen = _heard(taal, "gedeeld.welkom")
    return Gedeeldblad(WELKOM, zinnen, (terug,), stand=_stand(welkom), te_horen=horen)


def geenblad(nu: Taal) -> Gedeeldblad:
    """That it was heard that a language is not among them."""
    geen = _said(nu, "gedeeld.geen_taal", dutch_text("gedeeld.geen_taal")) if nu.code != SOURCE else None
    terug = _picture(TERUG, _TERUG_BEELD, nu, None)
    return Gedeeldblad(GEENBLAD, _zinnen(geen, "groot"), (terug,), _GEEN_BEELD, stand=_stand(geen))


def dialectcode(taal: Taal, nummer: int) -> str:
    """The code of a touch on a dialect: of this language only, so that a late touch means nothing else."""
    return f"{DIALECT}{taal.code}.{nummer}"


def _taalkeuze(taal: Taal) -> Gedeeldekeuze:
    welkom = _said(taal, "gedeeld.welkom", dutch_text("gedeeld.welkom"))
    return Gedeeldekeuze(f"{TAAL}{taal.code}", "", taal.naam, taal=taal, onder=welkom.tekst if welkom else "")


def _picture(code: str, beeld: str, taal: Taal, woorden: Vertaling | None) -> Gedeeldekeuze:
    return Gedeeldekeuze(code, "", woorden.tekst if woorden else "", beeld, taal=taal)


def _said(taal: Taal, sleutel: str, dutch: str) -> Vertaling | None:
    """In the language; None where it lacks it."""
    found = form_text(taal.code, sleutel, dutch)
    return None if found.stand == "ontbreekt" else found


def _heard(taal: Taal, *sleutels: str) -> tuple[TeHoren, ...]:
    found = ((sleutel, dutch_text(sleutel)) for sleutel in sleutels)
    said = ((Spreektekst(*een), _said(taal, *een)) for een in found)
    return tuple(TeHoren(tekst, woorden.tekst if woorden else "", taal.code) for tekst, woorden in said)


def _zinnen(vertaling: Vertaling | None, maat: Maat) -> tuple[Gedeeldezin, ...]:
    return (Gedeeldezin(vertaling.tekst, maat),) if vertaling else ()


def _stand(vertaling: Vertaling | None) -> Stand:
    return vertaling.stand if vertaling else "gecontroleerd"
