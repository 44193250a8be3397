"""What every desk shares, in plain Python: errors, calendar, terms, dated rules, numbering, money."""
