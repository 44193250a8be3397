"""What a clerk can do with registered papers."""
