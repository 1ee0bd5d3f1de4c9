"""What the law says of a PIP before it is set: forbidden, missing, or only unwise; each with its article."""
