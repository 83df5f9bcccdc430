"""Compliance (法令・規程の点検): what a document must not say, found by rules that are data (resources/compliance)."""
