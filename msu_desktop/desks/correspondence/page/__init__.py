"""The window's pages of the correspondence desk."""
