"""Reads the forms: strict, all mistakes at once; evaluates their conditions; to and from Excel."""
