"""Programs that make the data files which the product carries."""
