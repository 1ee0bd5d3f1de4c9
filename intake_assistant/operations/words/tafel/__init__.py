"""What lies on the table besides the questions: a consent, and what was said and agreed."""
