"""Intake assistant: from the first gesprek to both parts of the PIP."""
