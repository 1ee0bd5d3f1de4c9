"""The two parts of the PIP, as documents."""
