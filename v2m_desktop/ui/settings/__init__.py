"""The settings dialog: one page for each subject, each control made for one setting."""
