"""The sentences of the PIP in Dutch, or in the language that a paper asks for."""
