"""A note of the form: something to say or to do, without an answer."""

from __future__ import annotations

from intake_assistant.ui.vragen.basis import Antwoordveld


class NotitieVeld(Antwoordveld):
    """`note`: its words stand in the block around it."""

    heeft_antwoord = False
