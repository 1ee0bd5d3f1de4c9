"""Single pages for the person, made of what the parts of the PIP and the consents say."""
