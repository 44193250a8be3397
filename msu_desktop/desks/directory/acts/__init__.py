"""What a clerk can do in the directory."""
