"""The window's pages of the directory: first steps, parties, settings."""
