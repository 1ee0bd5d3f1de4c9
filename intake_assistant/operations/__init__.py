"""One function per thing a person does; each opens its own transaction; no Qt."""
