"""What can be heard on the shared side: texts that were spoken in, as data of the municipality."""
