"""The house style in the settings of this vault: read, and tried out before it is kept."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import asdict, replace
from pathlib import Path
from typing import Final

from intake_assistant.documents.huisstijl import MOST_BYTES, faults_of
from intake_assistant.documents.model import PLAIN, Huisstijl
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import read_bytes
from intake_assistant.texts import text

HUISSTIJL: Final = "gemeente.huisstijl"


def huisstijl_of(work: Workspace) -> Huisstijl:
    """How letters of today look; plain where nobody said how."""
    kept = json.loads(work.vault.setting(HUISSTIJL) or "{}")
    return Huisstijl(**kept | {"logo": b64decode(kept.get("logo", ""))})


def huisstijl_as_kept(stijl: Huisstijl) -> str:
    """The style as the settings hold it; nothing for a plain one."""
    logo = b64encode(stijl.logo).decode("ascii")
    return json.dumps(asdict(stijl) | {"logo": logo}, ensure_ascii=False) if stijl != PLAIN else ""


def refuse_huisstijl(stijl: Huisstijl) -> None:
    """Refuse what no letter can carry: KnownError `huisstijl.refused` with a sentence for each fault."""
    faults = faults_of(stijl) or (_drawn(stijl) if stijl.logo else [])
    if faults:
        raise KnownError("huisstijl.refused", wat="\n".join(f"- {fault}" for fault in faults))


def _drawn(stijl: Huisstijl) -> list[str]:
    from intake_assistant.documents.pdf import write_pdf  # late: nearly all who read a style draw nothing
    from intake_assistant.documents.sjabloon import sample_stuk

    # The head of a picture may be whole and the rest not: only who draws it knows.
    try:
        write_pdf(replace(sample_stuk(concept=False), blokken=(), huisstijl=stijl))
    except RuntimeError:
        return [text("stukken.huisstijl.geen_plaatje")]
    return []


def read_logo(path: Path) -> bytes:
    """The bytes of a file that may be a logo; KnownError `huisstijl.refused` of what is too large or gone."""
    try:
        return read_bytes(path, MOST_BYTES)
    except OSError as error:
        fault = text("stukken.huisstijl.onleesbaar", bestand=path.name, kilobyte=MOST_BYTES // 1000)
        raise KnownError("huisstijl.refused", wat=f"- {fault}") from error
