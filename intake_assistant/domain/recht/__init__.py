"""What the law says: rules, terms, stages; facts and codes, each with its article."""
