"""BankRM: visit preparation for relationship managers of Japanese regional banks."""

__version__ = "0.1.0"
