"""The interpreter as a person: who it is, in which language, and who interprets now."""
