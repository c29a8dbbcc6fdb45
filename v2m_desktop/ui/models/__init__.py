"""The window that gets, chooses and removes recognition models."""
