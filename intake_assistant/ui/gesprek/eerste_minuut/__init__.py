"""The first minute: the person points at the language they speak, and we confirm it."""
