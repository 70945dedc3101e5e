# Everything that is done to this project from outside: `make help` lists it.
# Needs Python 3.11 or newer with its venv module, make and a shell; nothing else.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-builtin-rules --no-print-directory

# The first Python that runs, is new enough and can make environments.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3; do \
  "$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { command -v "$$name"; break; }; done)
VENV ?= .venv
BENCH_VENV ?= build/bench-venv
GOLD ?= ../shared/data/polnear/dev
TAGGER ?= cues
PYTEST_ARGS ?=
EXTRAS := feeds,archives,documents,parquet,web,serve
KILLS ?= 50
WATCH_KILLS ?= 20

RUN := $(VENV)/bin
PIP := $(RUN)/python -m pip --quiet --quiet --disable-pip-version-check
say = @printf '\033[1m%s\033[0m\n' '$(1)'
make_venv = @python='$(PYTHON)'; test -n "$$python" || { \
  echo 'no Python 3.11 or newer with its venv module was found: install one, or name it: make PYTHON=/path/to/python' >&2; exit 1; }; \
  "$$python" -m venv

.PHONY: help demo test check lint format types imports docs gate raise bench crash clean

help:  ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  \033[1mmake %-8s\033[0m %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: $(VENV)/installed  ## make the environment, install, and show what allegedly does
	@$(RUN)/allegedly demo

test: $(VENV)/developed  ## run every test and every doctest
	$(call say,tests)
	@$(RUN)/python -m pytest -q $(PYTEST_ARGS)

check: lint types imports docs  ## hold the code, the imports and the documentation to the rules
	$(call say,all checks passed)

lint: $(VENV)/developed  ## style and layout of the code
	$(call say,style)
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .

format: $(VENV)/developed  ## put the code into the layout that `make lint` wants
	@$(RUN)/ruff check --fix .
	@$(RUN)/ruff format .

types: $(VENV)/developed  ## types, strictly
	$(call say,types)
	@$(RUN)/mypy

imports: $(VENV)/developed  ## imports point down, never up
	$(call say,imports)
	@$(RUN)/lint-imports --no-logo

docs: $(VENV)/developed  ## doctests, the commands in README and docs, the JSON shape against its schema
	$(call say,documentation)
	@$(RUN)/python -m pytest -q src tests/docs

gate: $(VENV)/developed  ## measure the taggers on gold and fail below a pinned figure
	$(call say,gate)
	@$(RUN)/python -m pytest -q -rs tests/gate

raise: $(VENV)/developed  ## pin the figures measured now where they are better (TAGGER=…)
	@$(RUN)/python -m tests.gate.raise $(addprefix --tagger ,$(TAGGER)) --gold $(GOLD)

bench: $(VENV)/installed $(BENCH_VENV)/installed  ## words per CPU second against bare spaCy
	$(call say,speed)
	@$(RUN)/python benchmarks/speed.py --spacy-python $(BENCH_VENV)/bin/python $(addprefix --tagger ,$(TAGGER))

crash: $(VENV)/developed  ## kill the adding of articles, and a watch, at random moments; count what is lost or doubled
	$(call say,crashes)
	@$(RUN)/python -m tests.crash.crashing $(KILLS)
	@$(RUN)/python -m tests.fetch.killing $(WATCH_KILLS)

clean:  ## remove what was made here
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# The stamps: an environment is made anew only when what it is made from has changed.
$(VENV)/bin/python:
	$(call say,making the environment in $(VENV))
	$(make_venv) $(VENV)

$(VENV)/installed: $(VENV)/bin/python pyproject.toml
	$(call say,installing allegedly)
	@$(PIP) install --editable .
	@touch $@

# Dependency groups are read by pip 25.1 and newer only.
$(VENV)/developed: $(VENV)/installed
	$(call say,installing what tests and checks need)
	@$(PIP) install --upgrade 'pip>=25.1'
	@$(PIP) install --editable '.[$(EXTRAS)]' --group dev
	@touch $@

$(BENCH_VENV)/installed: benchmarks/requirements.txt
	$(call say,installing what the speed is compared with)
	$(make_venv) $(BENCH_VENV)
	@$(BENCH_VENV)/bin/python -m pip --quiet --quiet --disable-pip-version-check install --only-binary=:all: --ignore-requires-python --requirement benchmarks/requirements.txt
	@touch $@
