"""記録 (evening records)."""
