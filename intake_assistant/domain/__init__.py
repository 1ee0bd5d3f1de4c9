"""What the law and the municipality mean: pure, no files, no database, no Qt, no clock."""
