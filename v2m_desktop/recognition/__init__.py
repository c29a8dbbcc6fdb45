"""From samples to words: recognizer, worker, evidence. No Qt."""
