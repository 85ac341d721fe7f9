"""Alembic's door: runs the steps on the connection it is given, inside the transaction that is already open."""

from __future__ import annotations

from alembic import context

from reader.library.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
