"""The end of a conversation: what was said, and when people meet again."""
