"""The JSON for the official system against its schema."""

CHECKS = []
