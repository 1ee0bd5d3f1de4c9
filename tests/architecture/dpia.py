"""Writes into the DPIA aid what is processed: `python -m tests.architecture.dpia`."""

from collections import Counter
from collections.abc import Iterator

from intake_assistant.domain import kinds
from intake_assistant.domain.formulier import Startpositie
from intake_assistant.domain.kind import Kind
from intake_assistant.operations.workspace import Data, packaged_data
from tests.architecture.source import ROOT

AID = ROOT / "docs" / "dpia.md"
BEGIN, END = "<!-- hier begint wat uit het programma komt -->", "<!-- hier eindigt het -->"


def written() -> str:
    """The whole aid, with the part in the middle as the program is now."""
    before, rest = AID.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{_made(packaged_data())}\n\n{END}{after}"


def _made(data: Data) -> str:
    return "\n".join([*_of_questions(data), "", *_of_the_rest(data)])


def _of_questions(data: Data) -> Iterator[str]:
    yield "| startpositie | vragen | persoonlijk | gezondheid | veiligheid | over anderen | grondslag |"
    yield "|---|---|---|---|---|---|---|"
    for deel in data.formulieren.startposities:
        yield _row(deel)


def _row(deel: Startpositie) -> str:
    vragen = [vraag for vraag in deel.vragen.values() if vraag.grondslag and not vraag.vervallen]
    bijzonder = Counter(vraag.bijzonder for vraag in vragen)
    grond = "; ".join(sorted({vraag.grondslag for vraag in vragen}))
    persoonlijk = sum(vraag.sensitivity > 0 for vraag in vragen)
    counts = (
        len(vragen), persoonlijk, bijzonder["gezondheid"], bijzonder["veiligheid"],
        sum(vraag.derden for vraag in vragen),
    )  # fmt: skip
    return f"| {deel.titel} | {' | '.join(str(count or '-') for count in counts)} | {grond} |"


def _of_the_rest(data: Data) -> Iterator[str]:
    yield "| hoofdstuk van de inzage | soorten gegevens | waarvan in eigen woorden getypt | grondslag |"
    yield "|---|---|---|---|"
    found: dict[str, list[Kind]] = {}
    for kind in vars(kinds).values():
        if isinstance(kind, Kind) and kind.hoofdstuk:
            found.setdefault(kind.hoofdstuk, []).append(kind)
    for hoofdstuk, soorten in found.items():
        tekst = data.inzageteksten.teksten[f"inzage.hoofdstuk.{hoofdstuk}"][0]
        vrij = sum(kind.vrij for kind in soorten)
        yield f"| {tekst.kop} | {len(soorten)} | {vrij or '-'} | {tekst.clausule or '-'} |"


if __name__ == "__main__":
    AID.write_text(written(), encoding="utf-8")
