"""The core ports, implemented per platform."""
