"""Let Alembic work on the connection it is given; there is no ini file.

``msu_desktop.store.migrations`` opens the connection, begins the one transaction around all
revisions and commits it.
"""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_as_batch=True,  # SQLite cannot alter a column in place
)
context.run_migrations()
