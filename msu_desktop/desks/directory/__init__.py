"""What the office knows of itself and of others: officials, parties, files, rules, calendar."""
