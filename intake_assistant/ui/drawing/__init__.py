"""Shows drawings that were laid out as data, in the colours and letters of the window."""
