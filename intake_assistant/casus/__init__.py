"""Case files: their schema, their check, the plan of what happens when, and playing it."""
