"""How Alembic runs here: on the connection and in the transaction it is handed."""

from alembic import context

from indexer.records.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite changes columns only by copying the table.
    render_as_batch=True,
    transactional_ddl=False,  # the transaction is begun and ended by `upgrade`
)
context.run_migrations()
