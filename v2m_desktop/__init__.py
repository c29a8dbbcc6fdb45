"""Voice2Machine: dictation into the focused window. Imports nothing, so that every start is fast."""

__version__ = "0.1.0"
