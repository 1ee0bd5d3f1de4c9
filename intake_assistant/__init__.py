"""Intake assistant: from the first gesprek to both parts of the PIP."""

VERSIE = "0.1.0"
"""As pyproject.toml has it: what is told to a helpdesk."""
