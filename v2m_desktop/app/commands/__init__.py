"""Commands that do their work without the running app."""
