"""Paths, settings file, spool of recordings."""
