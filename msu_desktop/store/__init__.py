"""The data folder: database, unit of work, journal, search index, files, backups, migrations."""
