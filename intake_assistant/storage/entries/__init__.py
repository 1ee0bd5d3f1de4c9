"""Entries and what is derived from them; documents as blobs."""
