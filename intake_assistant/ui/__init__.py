"""Widgets: one file per screen, one per question type; no rule of law and no SQL."""

from intake_assistant.ui import waarheid

waarheid.hold()
