"""What is held on one person, as a document for that person."""
