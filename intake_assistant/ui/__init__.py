"""Widgets: one folder per screen, one file per question type; no rule of law and no SQL."""
