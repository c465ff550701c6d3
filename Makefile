# Everything runs from here; `make` alone lists what there is.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
NODES ?= 1
# As many at once as there are cores.
TOGETHER := -n auto --maxprocesses 8 --dist loadfile
export PIP_DISABLE_PIP_VERSION_CHECK = 1
# Tests start the program again and again: what is compiled once is kept.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo serve test test-long check bench bench-scale test-services opensearch-up opensearch-down format clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-15s %s\n", $$1, $$2}'

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with: make PYTHON=python3.12 ..."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.installed: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/.installed-dev: pyproject.toml constraints.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@touch .venv/.installed $@

.venv/.installed-services: .venv/.installed-dev
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev,services]'
	@touch $@

demo: .venv/.installed ## run the main job on the bundled synthetic orders and CVs
	$(BIN)/jobformidling demo

serve: .venv/.installed ## HTTP API and pages on http://127.0.0.1:8000
	$(BIN)/jobformidling serve

test: .venv/.installed-dev ## the tests that need Python alone, but the long ones
	$(BIN)/python -m pytest -q -m "not services and not long" $(TOGETHER)

test-long: .venv/.installed-dev ## the rest of them: notebooks, fits, what embeds much
	$(BIN)/python -m pytest -q -m long $(TOGETHER)

test-services: .venv/.installed-services ## tests on a real PostgreSQL, OpenSearch and Chromium; needs their programs: .ci/run installs them
	$(BIN)/python -m pytest -q -m services

opensearch-up: .venv/.installed-dev ## a real OpenSearch on http://127.0.0.1:9200, to try; NODES=3 for three
	$(BIN)/python -m tests.services.opensearch_command up --nodes $(NODES)

opensearch-down: .venv/.installed-dev ## stop it and forget its data
	$(BIN)/python -m tests.services.opensearch_command down

check: .venv/.installed-dev ## ruff, mypy, import-linter, migrations in step, taxonomy files sound
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q -m "not services" tests/architecture tests/taxonomy/test_data_files.py

bench: .venv/.installed-dev ## the figures, as ratios to a limit or peer measured in the same run
	$(BIN)/python -m tests.benchmarks

bench-scale: .venv/.installed-dev ## cost against the number of CVs, plot and sizing table, a quarter of an hour; SIZE=100000 ENGINE=embedded for less
	$(BIN)/python -m tests.benchmarks.scale $(if $(SIZE),--size $(SIZE)) $(if $(ENGINE),--engine $(ENGINE))

format: .venv/.installed-dev ## let ruff lay out the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove the environment and everything that can be made again; the record in data/ stays
	rm -rf .venv build bench-results .mypy_cache .ruff_cache .pytest_cache .hypothesis
