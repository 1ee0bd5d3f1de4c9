"""A PIP without the person: set on three calls in vain, in words of its own (Wet 14(1)-(2))."""

import re

import pytest

from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import texts_of
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import COMPLEET, play

_GESPREK = re.compile(r"(?ms)^\[\[gesprek\]\].*?(?=^\[\[?(?!gesprek))")
OPROEP = """
[[procedure.oproep]]
datum = {datum}
verschenen = {kwam}
meegewerkt = false
termijn_tot = {datum}
waarschuwing = {daarna}
"""
DAGEN = (("2026-11-02", "2026-11-05"), ("2026-11-16", "2026-11-19"), ("2026-11-30", "2026-12-03"))
KENNISGEVING = "kennisgeving_duo = 2026-10-16\n"
# Of who was not there nothing is known: no view, no answer to rest on, nothing on a child.
ANDERS = {
    r"(?m)^vve = .*\n": (
        'onvolledig_reden = "u werkte drie keer niet mee aan de brede intake."\n'
        'vve = {nvt = "dat is niet bekend"}\n'
    ),
    r"(?m)^zienswijze = .*\n": 'zienswijze = {geen = "gevraagd op 3 december, geen antwoord"}\n',
    ', vraag = "leerbaarheid.lbt_uitslag"': "",
}


def afwezig(*, kwam: bool) -> str:
    """The complete case without one conversation: three calls on three days, each with a warning after it."""
    calls = "".join(
        OPROEP.format(datum=dag, daarna=daarna, kwam="true" if kwam else "false") for dag, daarna in DAGEN
    )
    case = _GESPREK.sub("", COMPLEET).replace(KENNISGEVING, f"{KENNISGEVING}{calls}")
    for was, nu in ANDERS.items():
        case = re.sub(was, nu, case)
    return case


@pytest.mark.parametrize(
    ("kwam", "zin"),
    [(False, "U bent niet gekomen. Daarom"), (True, "U bent gekomen, maar u werkte niet mee.")],
)
def test_it_is_set_in_its_own_words(work: Workspace, kwam: bool, zin: str) -> None:
    dossier = play(work, afwezig(kwam=kwam))
    besluit = besluiten_of(work.vault.dossier(dossier))[-1]
    said = "\n".join(texts_of(read_stuk(work.vault.blobs.get(besluit.bestanden["model"]))))
    assert zin in said
    assert ("buiten aanwezigheid" in said) is not kwam
    assert not re.search("Wij hebben met u gesproken|hebben wij afgesproken|van u gehoord", said)


def test_three_calls_on_one_day_excuse_nothing(work: Workspace) -> None:
    case = afwezig(kwam=False)
    for dag, _ in DAGEN[1:]:
        case = case.replace(dag, DAGEN[0][0])
    with pytest.raises(KnownError) as caught:
        play(work, case)
    assert "Wet 14(2)" in str(caught.value.facts["wat"])
