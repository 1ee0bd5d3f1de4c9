"""What DUO and the municipality tell each other: the shapes of the messages, and the facts in them."""
