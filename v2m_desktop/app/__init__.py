"""Composition root: command line, single instance, start-up and shutdown."""
