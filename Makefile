# Shorthand for people; the logic is in `generator/`. A target's description is the text behind its two hashes.
# Another Python than the first on the path: make PYTHON=python3.12 setup

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
# Python compiles what is used when it is used, which is a small part: installing takes half the time.
INSTALL := $(PIP) install --no-compile
COMPILE := build/lock/bin/uv --no-config pip compile --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-header --upgrade --quiet
LOCKED := pyproject.toml --group build
# One word for the shell, whatever is in it; not every shell puts the folder of its user in place of a tilde here.
ONE_WORD = '$(subst ','\'',$(patsubst ~/%,$(HOME)/%,$(1)))'
REPORT_ARGS = $(if $(FORMAT),--format $(FORMAT)) $(if $(FIX),--fix) $(if $(SINCE),--since $(call ONE_WORD,$(SINCE)))

# Without npm the builder that comes from there is left out, and the report says so.
WITH_NPM = $(if $(shell command -v npm),build/bench/npm/done.stamp)

.DEFAULT_GOAL := help
.PHONY: help install setup init new import check check-links diff keep-out explain build serve demo test lint format bless schemas words bench cluster lock clean
.PHONY: pictures lighthouse

help: ## list every target
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s  %s\n", $$1, $$2 }' Makefile

install: .venv/runtime.stamp ## install what running needs into .venv

setup: .venv/dev.stamp ## install everything that programming and testing need into .venv, and a check before commits
	@$(PY) -m generator hook

init: .venv/runtime.stamp ## begin an archive of your own in a new folder (DIR=../calls)
	$(if $(DIR),,$(error say where: make init DIR=../calls))$(PY) -m generator init $(call ONE_WORD,$(DIR))

new: .venv/runtime.stamp ## make a new record or notes, and be asked what is needed (KIND=call, series, group, hub or minutes)
	$(if $(KIND),,$(error say what: make new KIND=call, or series, group, hub, minutes))$(PY) -m generator new $(KIND)

import: .venv/runtime.stamp ## turn the text of an issue into a record or notes (FILE=issue.md)
	$(if $(FILE),,$(error say which file: make import FILE=issue.md))$(PY) -m generator import $(call ONE_WORD,$(FILE))

check: .venv/runtime.stamp ## find every mistake in the records (FORMAT=text, github, gitlab or json; SINCE=origin/main; FIX=1 mends)
	$(PY) -m generator check $(REPORT_ARGS)

check-links: .venv/runtime.stamp ## ask the outside world whether copies of recordings and linked sources are still there (ONLY=recordings; CALL=id)
	$(PY) -m generator check-links $(if $(ONLY),--only $(ONLY)) $(if $(CALL),--call $(call ONE_WORD,$(CALL)))

diff: .venv/runtime.stamp ## tell what readers would see change (REV=origin/main)
	$(if $(REV),,$(error say since when: make diff REV=origin/main))$(PY) -m generator diff $(call ONE_WORD,$(REV))

keep-out: .venv/runtime.stamp ## keep a name out that somebody asked to have removed, without writing it anywhere
	$(PY) -m generator keep-out

explain: .venv/runtime.stamp ## print the page of one problem (CODE=F203), or the list of all
	$(PY) -m generator explain $(if $(CODE),$(call ONE_WORD,$(CODE)))

build: .venv/runtime.stamp ## write the whole site into build/
	$(PY) -m generator build

serve: .venv/runtime.stamp ## show the archive on this machine, and again after every change (PORT=8001)
	$(PY) -m generator serve $(if $(PORT),--port $(PORT))

demo: .venv/runtime.stamp ## show a made-up archive with every state there is (PORT=8001)
	$(PY) -m generator demo $(if $(PORT),--port $(PORT))

test: lint build/readers/done.stamp ## lint, types, every test that can run here, and a list of what could not
	$(PY) -m pytest -n auto --maxprocesses 8

lint: .venv/dev.stamp ## look for faults without running anything: ruff and mypy
	$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy

format: .venv/dev.stamp ## put the code into its usual form
	$(PY) -m ruff check --fix-only . && $(PY) -m ruff format .

bless: .venv/dev.stamp ## accept what the golden sites give now as right; read the difference before committing
	BLESS=1 $(PY) -m pytest tests/test_golden_sites.py tests/test_broken_site.py

schemas: .venv/runtime.stamp ## write the schemas for editors and the field reference anew, after a change to the fields
	$(PY) -m generator schemas

words: .venv/runtime.stamp ## gather the words of the interface into their catalogue, after a change to them
	$(PY) -m generator words

bench: .venv/runtime.stamp build/bench/done.stamp $(WITH_NPM) ## measure builds of a made-up archive beside other builders (CALLS=1000,10000; OUT=benchmarks)
	$(PY) -m generator bench --peers all $(if $(CALLS),--calls $(call ONE_WORD,$(CALLS))) $(if $(OUT),--out $(call ONE_WORD,$(OUT)))

pictures: .venv/dev.stamp ## write a picture of each kind of page into build/pictures/, wide and narrow, in light and dark
	$(PY) -m tests.browser.pictures build/pictures

lighthouse: .venv/dev.stamp build/npm/done.stamp ## let Lighthouse score the home page and a call of a public made-up archive
	$(PY) -m tests.browser.lighthouse

cluster: .venv/runtime.stamp ## add Dask to what is installed, so that several machines can work on a build
	$(INSTALL) --require-hashes -r requirements-cluster.lock

lock: ## choose the newest versions that fit pyproject.toml, and write the lock files anew
	$(PYTHON) -m venv build/lock && build/lock/bin/pip install --quiet uv==0.13.8
	$(COMPILE) $(LOCKED) -o requirements.lock
	$(COMPILE) $(LOCKED) --extra cluster -c requirements.lock -o requirements-cluster.lock
	$(COMPILE) $(LOCKED) --extra cluster --group dev -c requirements-cluster.lock -o requirements-dev.lock
	$(COMPILE) --group readers -o requirements-readers.lock
	$(COMPILE) --group bench -o requirements-bench.lock

clean: ## remove build/, where everything made is kept
	rm -rf build

# The two halves of the environment; each is made again only when what it rests on has changed.
.venv/runtime.stamp: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "$(PYTHON) is missing or older than Python 3.11; name another one: make PYTHON=python3.12 setup"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "$(PYTHON) has no venv module; on Debian and Ubuntu: sudo apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/runtime.stamp requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@

# Programs that read our calendars and podcasts in tests; what they want of others does not fit beside what we want.
build/readers/done.stamp: .venv/dev.stamp requirements-readers.lock
	$(PY) -m venv --clear --without-pip build/readers
	$(PIP) --python build/readers install --no-compile --require-hashes -r requirements-readers.lock
	@touch $@

# What tests use from npm. Nothing of it is in the site, and without it the rest of the tests runs.
build/npm/done.stamp: tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc
	@command -v npm >/dev/null || { echo "npm is missing; on Debian and Ubuntu: sudo apt install npm"; exit 1; }
	@mkdir -p build/npm
	@cp tests/browser/package.json tests/browser/package-lock.json tests/browser/.npmrc build/npm/
	cd build/npm && npm ci --silent
	@touch $@

# Builders that ours is compared with. Nothing of them is in the site, and without them ours is measured alone.
# Everything is compiled when it is installed, so that the first of their builds takes no longer than the others.
build/bench/done.stamp: .venv/runtime.stamp requirements-bench.lock
	$(PY) -m venv --clear --without-pip build/bench/python
	$(PIP) --python build/bench/python install --require-hashes -r requirements-bench.lock
	@touch $@

build/bench/npm/done.stamp: benchmarks/package.json benchmarks/package-lock.json benchmarks/.npmrc
	@command -v npm >/dev/null || { echo "npm is missing; on Debian and Ubuntu: sudo apt install npm"; exit 1; }
	@mkdir -p build/bench/npm
	@cp benchmarks/package.json benchmarks/package-lock.json benchmarks/.npmrc build/bench/npm/
	cd build/bench/npm && npm ci --silent
	@touch $@
