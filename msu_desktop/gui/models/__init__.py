"""Item models that show frozen rows page by page."""
