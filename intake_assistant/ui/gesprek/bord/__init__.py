"""The boards of a conversation."""
