"""Logs without words in them, crash file, system figures."""
