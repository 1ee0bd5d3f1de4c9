"""What stands in the reading language of a person of what a paper says in Dutch."""
