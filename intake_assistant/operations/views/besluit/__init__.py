"""What stands in a besluit and in the plan, and what is in the way of it."""
