"""Counts the forms: what is asked, how it sounds, how long it takes."""
