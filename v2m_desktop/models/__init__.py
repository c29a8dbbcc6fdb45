"""Which recognition models exist, where they are, whether they are whole."""
