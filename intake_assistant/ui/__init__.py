"""The window: one file per screen, one per question type; no rule of law, no SQL."""
