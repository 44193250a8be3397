"""Words in Kyrgyz, Russian and English: catalogue, dates, endings, sums, sorting, search, repair."""
