"""What was answered on one topic, to read."""
