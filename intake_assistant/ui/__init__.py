"""Widgets: one file per screen, one per question type; no rule of law and no SQL."""

from intake_assistant.ui.qt import truth

truth.hold()
