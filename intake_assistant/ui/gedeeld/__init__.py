"""The shared side: what the person and who interprets see, on a half or on a screen of their own."""
