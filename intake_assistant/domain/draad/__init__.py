"""The rode draad: from an answer to what rests on it, and back."""
