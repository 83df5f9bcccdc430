"""取引先 (clients)."""
