"""The schema's history, for Alembic: one file a step, run by `reader/library/migrating.py`."""
