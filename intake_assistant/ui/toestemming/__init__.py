"""Consent: asked, given, refused, withdrawn."""
