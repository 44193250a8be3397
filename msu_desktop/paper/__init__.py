"""How a paper is laid out and written as PDF or XLSX, whatever stands on it."""
