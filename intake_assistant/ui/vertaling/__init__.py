"""Entering in the language of the person what was typed in Dutch."""
