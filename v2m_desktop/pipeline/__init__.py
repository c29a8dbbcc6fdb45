"""Threads and the session controller: speech from the microphone to the focused window."""
