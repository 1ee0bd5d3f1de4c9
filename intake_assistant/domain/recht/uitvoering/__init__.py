"""What comes after the besluit: hours against their norms, and the trail of enforcement."""
