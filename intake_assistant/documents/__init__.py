"""The documents: facts to a neutral model, and from it Word and PDF that say the same."""
