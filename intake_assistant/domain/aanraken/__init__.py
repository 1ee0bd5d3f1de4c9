"""What a person says by touching: an answer pointed at, and a gesture beside the question."""
