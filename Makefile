.PHONY: run test setup lint benchmark lock clean

run: setup
	@packaging/run

test: setup lint
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest --cov --cov-report=term

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

benchmark: setup
	.venv/bin/python benchmarks/all.py

setup:
	@packaging/setup

# Renews requirements.lock after a change in pyproject.toml; needs uv.
lock:
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --output-file requirements.lock

clean:
	rm -rf .venv out build dist htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
