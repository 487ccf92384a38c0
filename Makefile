# Every target does its own set-up on a fresh machine. `make demo ARGS=--no-serve` passes words on.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
ARGS ?=
export PYTHON

BIN := .venv/bin
WEB := src/ipgraph/explorer/web
WEB_SOURCES := $(shell find $(WEB) -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

.PHONY: help install demo test check bench accuracy golden clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  %-8s %s\n", $$1, $$2}' Makefile

install: .venv/.installed $(WEB)/dist/index.html ## Make .venv and build the explorer

demo: install ## Build the sample graph, print gaps and partners, serve on 127.0.0.1:8000
	@$(BIN)/ipgraph demo $(ARGS)

test: install .neo4j/.installed ## Everything: lint, types, web app, both engines, browser (pytest's words: ARGS)
	make/system.sh
	$(BIN)/ruff check
	$(BIN)/mypy
	make/web.sh test build
	$(BIN)/python -m pytest $(ARGS)

check: .venv/.installed ## The quick part of test: lint, types, layers, style
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_layers.py tests/test_style.py

bench: .venv/.installed .neo4j/.installed ## Measure beside peers, and print JSON lines and a table
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[bench]' -c constraints.txt >&2
	PYTHONPATH=tests $(BIN)/python -m benchmarks $(ARGS)

accuracy: .venv/.installed ## Write docs/accuracy.md again; with ARGS="KIND SET HOME" evaluate first
	$(BIN)/python -m tools.write_accuracy $(ARGS)

golden: .venv/.installed ## Write again what is generated: cypher/schema, pages of docs, golden files of tests
	$(BIN)/python -m ipgraph.schema.write
	$(BIN)/python -m tools.write_layouts
	$(BIN)/python -m tools.write_accuracy
	PYTHONPATH=tests $(BIN)/python -m service.generate

clean: ## Remove everything that set-up made, and nothing else
	rm -rf .venv .neo4j $(WEB)/node_modules $(WEB)/dist .mypy_cache .ruff_cache .pytest_cache

# Set-up speaks on standard error, so that what a command prints can be piped on.
.venv/.installed: pyproject.toml constraints.txt make/python.sh
	@echo 'Python packages into .venv …' >&2
	@make/python.sh >&2
	@touch $@

$(WEB)/dist/index.html: $(WEB_SOURCES) make/web.sh | .venv/.installed
	@echo 'Explorer into $(WEB)/dist …' >&2
	@make/web.sh build >&2
	@touch $@

.neo4j/.installed: tests/neo4j/pom.xml make/neo4j.sh
	@make/system.sh
	@echo 'Neo4j for the tests into .neo4j …' >&2
	@make/neo4j.sh >&2
	@touch $@
