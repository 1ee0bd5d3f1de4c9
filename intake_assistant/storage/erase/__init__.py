"""Erasing: graves, what is still to be done, what lies about."""
