"""下書き (the draft page)."""
