"""What a clerk can ask of registered papers."""
