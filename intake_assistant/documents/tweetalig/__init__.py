"""A document in Dutch, and beside it in the language that the person reads."""
