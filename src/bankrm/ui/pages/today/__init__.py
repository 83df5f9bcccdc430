"""今日 (home): what must be done first."""
