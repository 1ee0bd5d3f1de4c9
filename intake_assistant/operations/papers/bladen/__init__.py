"""Sheets to take along: after a conversation, and when somebody else takes over."""
