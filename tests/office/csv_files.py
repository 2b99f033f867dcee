"""The csv export, as a spreadsheet program reads it."""

CHECKS = []
