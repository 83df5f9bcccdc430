"""取込 (import)."""
