"""One function per thing a person does; only these open a transaction."""
