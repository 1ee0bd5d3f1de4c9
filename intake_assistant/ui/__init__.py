"""Widgets: one file per screen, one per question type; no rule of law and no SQL."""
