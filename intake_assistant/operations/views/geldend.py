"""The one besluit that holds, for who is to be told what was decided."""

from __future__ import annotations

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import Besluit, besluiten_of, geldende
from intake_assistant.errors import KnownError
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.samenloop import besluit_in_words


def besluit_that_holds(dossier: Dossier) -> Besluit | None:
    """The besluit that holds, None when nothing was decided; KnownError `pip.two_besluiten`.

    Of several the program never chooses one (AVG 22).
    """
    gelden = geldende(besluiten_of(dossier))
    if len(gelden) > 1:
        raise KnownError("pip.two_besluiten", besluiten=opsomming([besluit_in_words(b) for b in gelden]))
    return gelden[0] if gelden else None
