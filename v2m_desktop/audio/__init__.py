"""Capture, preprocessing, voice activity and segments. No Qt."""
