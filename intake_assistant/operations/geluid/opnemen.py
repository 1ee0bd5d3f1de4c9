"""Keep a text that was spoken in: the sound, and beside it who spoke it, when, and which words."""

from __future__ import annotations

import io
import wave
from dataclasses import asdict
from pathlib import Path

import tomli_w

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.operations.geluid.klanken import (
    BREEDTE,
    LANGST,
    TEMPO,
    Klank,
    Opname,
    eigen_map,
    hash_of,
    klanknaam,
)
from intake_assistant.operations.geluid.teksten import in_taal, spreekteksten
from intake_assistant.operations.words.gedeeld import Spreektekst
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import Taal


def keep_opname(
    work: Workspace, taal: Taal, tekst: Spreektekst, geluid: bytes, *, naam: str, hoedanigheid: str
) -> Path:
    """Write what was spoken in beside the vault; KnownErrors `opname.` and of `safefile`.

    Only a fixed text, by its place: nothing that somebody said in a conversation has one.
    """
    _refuse(work, tekst, geluid, naam)
    folder = eigen_map(work) / taal.code
    safefile.make_folder(folder)
    file = folder / f"{klanknaam(tekst.plek)}.wav"
    gezegd = Opname(
        naam=naam.strip(),
        hoedanigheid=hoedanigheid.strip(),
        datum=work.clock.today().isoformat(),
        nederlands=hash_of(tekst.nl),
        vertaling=hash_of(in_taal(taal, tekst)),
    )
    # The words first: a sound without them would never be told to be old.
    safefile.write_bytes(file.with_suffix(".toml"), tomli_w.dumps(asdict(gezegd)).encode(), overwrite=True)
    safefile.write_bytes(file, as_wav(geluid), overwrite=True)
    return file


def _refuse(work: Workspace, tekst: Spreektekst, geluid: bytes, naam: str) -> None:
    vast = {een for teksten in spreekteksten(work.data).values() for een in teksten}
    if tekst not in vast:
        raise KeyError(tekst.plek)
    if not naam.strip():
        raise KnownError("opname.naam")
    if not geluid or len(geluid) > LANGST * TEMPO * BREEDTE:
        raise KnownError("opname.lengte", langst=LANGST)


def as_wav(geluid: bytes) -> bytes:
    """Samples of one channel as a file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BREEDTE)
        file.setframerate(TEMPO)
        file.writeframes(geluid)
    return made.getvalue()


def drop_opname(work: Workspace, klank: Klank) -> None:
    """Throw away what was spoken in here; what came with the forms is not ours to throw away."""
    if klank.file.is_relative_to(eigen_map(work)):
        safefile.remove_files((klank.file, klank.file.with_suffix(".toml")))
