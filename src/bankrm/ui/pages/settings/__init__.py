"""設定 (settings and diagnostics)."""
