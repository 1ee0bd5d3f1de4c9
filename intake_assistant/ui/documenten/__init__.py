"""Both parts of the PIP as documents."""
