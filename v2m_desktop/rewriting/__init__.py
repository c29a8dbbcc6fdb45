"""Refining and translating with a language model: providers, prompts, guard."""
