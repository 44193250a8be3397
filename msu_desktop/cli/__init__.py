"""The command line: every act and query with JSON in and out, and the upkeep of a data folder."""
