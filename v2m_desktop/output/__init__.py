"""Decisions on delivering text. No Qt, no operating system calls."""
