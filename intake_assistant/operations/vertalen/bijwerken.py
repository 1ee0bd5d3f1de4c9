"""Makes the catalogues of a language, and renews them when the Dutch has moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message

from intake_assistant import safefile
from intake_assistant.operations.vertalen.brontekst import Brontekst
from intake_assistant.operations.vertalen.catalogus import (
    FUZZY,
    GECONTROLEERD,
    catalogus_bytes,
    catalogusbestanden,
    cataloguspad,
    kop_of,
    kop_van,
    read_catalogus,
)
from intake_assistant.texts import Taal, catalogue_of

_EERDER: Final = f"eerder {GECONTROLEERD}"
# Of a template, until somebody makes a language of it.
_ENKEL_EN_MEER: Final = "nplurals=2; plural=(n != 1);"


def update_taal(taal: Taal, bronnen: Iterable[Brontekst]) -> list[Path]:
    """Bring every catalogue of a language up to date; returns those that changed.

    A text is known by its place. Where the Dutch has moved the translation stays, as *verouderd*; what is
    asked no more is kept as obsolete; nothing is guessed from what looks alike.
    """
    bestanden = {pad: pad.read_bytes() for pad in catalogusbestanden(taal)}
    bekend = _known(bestanden)
    nieuw = defaultdict[str, Catalog](lambda: _empty(taal))
    for bron in bronnen:
        catalogus = nieuw[bron.catalogus]
        _add(catalogus, _renewed(bron, bekend.pop(bron.plek, None), catalogus.num_plurals))
    for plek, over in bekend.items():
        if _is_said(over):
            nieuw[catalogue_of(plek)].obsolete[plek] = over
    gemaakt = {
        (pad := cataloguspad(taal, naam)): catalogus_bytes(kop_van(bestanden.get(pad, b""), taal), catalogus)
        for naam, catalogus in nieuw.items()
    }
    anders = {pad: inhoud for pad, inhoud in gemaakt.items() if bestanden.get(pad) != inhoud}
    for pad, inhoud in anders.items():
        safefile.make_folder(pad.parent)
        safefile.write_bytes(pad, inhoud, overwrite=True)
    # All that stood in these has found its place in another.
    leeg = bestanden.keys() - gemaakt.keys()
    safefile.remove_files(leeg)
    return sorted(anders.keys() | leeg)


def _known(bestanden: dict[Path, bytes]) -> dict[str, Message]:
    """Every message by its place; one in use goes before what is obsolete."""
    catalogi = [read_catalogus(raw, pad) for pad, raw in bestanden.items()]
    gevonden: dict[str, Message] = {}
    for catalogus in catalogi:
        gevonden |= {message.context or "": message for message in catalogus.obsolete.values()}
    for catalogus in catalogi:
        gevonden |= {message.context or "": message for message in catalogus if message.id}
    return gevonden


def _empty(taal: Taal) -> Catalog:
    return read_catalogus(f"{kop_van(b'', taal)}\n".encode(), Path(taal.code))


def _add(catalogus: Catalog, message: Message) -> None:
    catalogus[message.id] = message


def _is_said(message: Message) -> bool:
    return any(_forms(message.string))


def _forms(tekst: str | Sequence[str] | None) -> tuple[str, ...]:
    return (tekst,) if isinstance(tekst, str) else tuple(tekst or ("",))


def _renewed(bron: Brontekst, oud: Message | None, aantal: int) -> Message:
    """The message of a text, with what was already said of it."""
    made = Message(
        bron.vormen if bron.meervoud else bron.nl,
        locations=[(bron.bestand, None)],  # type: ignore[list-item]  # a file without a line, as Babel reads it
        auto_comments=bron.opmerkingen,
        context=bron.plek,
    )
    if oud is None:
        return made
    made.user_comments = oud.user_comments
    made.string = _fitting(_forms(oud.string), aantal if bron.meervoud else 1)
    if not _is_said(oud):
        return made
    _mark(made, oud, bron.vormen)
    return made


def _mark(made: Message, oud: Message, vormen: tuple[str, ...]) -> None:
    """Say whether the translation is of this Dutch, or of what it was before."""
    vertaald_van = tuple(oud.previous_id) or _forms(oud.id)
    is_checked = any(line.startswith(GECONTROLEERD) for line in oud.user_comments)
    if oud.fuzzy or not is_checked:
        made.flags.add(FUZZY)
    if vertaald_van != vormen:
        made.previous_id = list(vertaald_van)
        made.flags.add(FUZZY)
        made.user_comments = [_no_longer(line) for line in oud.user_comments]


def _no_longer(line: str) -> str:
    """Who checked it, checked another text."""
    return line.replace(GECONTROLEERD, _EERDER, 1) if line.startswith(GECONTROLEERD) else line


def _fitting(vormen: tuple[str, ...], aantal: int) -> str | tuple[str, ...]:
    """As many forms as the language counts in; what lacks is as the last one."""
    if aantal == 1:
        return vormen[-1]
    return (*vormen, *[vormen[-1]] * aantal)[:aantal]


def sjablonen_of(bronnen: Iterable[Brontekst]) -> dict[str, bytes]:
    """An empty catalogue of each subject by name, in no language yet."""
    leeg = defaultdict[str, Catalog](Catalog)
    for bron in bronnen:
        _add(leeg[bron.catalogus], _renewed(bron, None, 2))
    return {naam: catalogus_bytes(kop_of("", _ENKEL_EN_MEER), catalogus) for naam, catalogus in leeg.items()}
