"""Subjects, values and questions as people read and say them."""
