"""What a clerk can ask the directory."""
