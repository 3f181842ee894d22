# make         set up, build the rules and the site, check the sample requests
# make test    everything CI runs
# make help    what else there is

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed

# durable-rules is built from source; since Python 3.13 it needs this name to be given.
export CPPFLAGS += -DPyEval_CallObject=PyObject_CallObject
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.DEFAULT_GOAL := all
.PHONY: all install install-spark test test-spark lint bench fuzz lighthouse screenshots zensical serve clean help

all: install
	@$(BIN)/prevent build --pdf if-possible
	@$(BIN)/prevent check requests --output build/sample-decisions.txt || test $$? -eq 1
	@tail -n 3 build/sample-decisions.txt | head -n 1
	@echo "Open build/site/index.html, and read build/sample-decisions.txt."
	@echo "make serve shows the site with its search."

install: $(STAMP)

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or later is needed: make PYTHON=python3.12"; exit 1; }
	@echo "Setting up $(VENV) (about a minute, once)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[site,bulk,spreadsheets,conform,bench,test]'
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[engine]' \
		>$(VENV)/engine.log 2>&1 || \
		echo "durable-rules could not be installed (see $(VENV)/engine.log);" \
			"the reference evaluator will decide alone."
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[pdf]' \
		>$(VENV)/pdf.log 2>&1 || \
		echo "WeasyPrint could not be installed (see $(VENV)/pdf.log); there will be no PDF."
	@# Compiled now, as pip does with what it copies, so that the first check is as quick as any.
	@$(BIN)/python -m compileall -q generator
	@touch $@

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/prevent validate
	@$(BIN)/prevent test
	@$(BIN)/prevent build --check

test: lint
	@# A file stays with one process, so that what its tests share is made once. A process more than
	@# there are cores was no quicker: browsers have processes of their own.
	@$(BIN)/pytest -n auto --dist loadfile --no-loadscope-reorder

# Apart from the other tests: PySpark is large, and needs Java.
install-spark: $(STAMP)
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[spark]'

test-spark: install-spark
	@$(BIN)/pytest -m spark

bench: install
	@$(BIN)/python -m benchmarks $(if $(ROWS),--rows $(ROWS))

# Apart from the tests, which only try some thousand: a million inputs take half an hour.
N ?= 1000000
SEED ?= 1
fuzz: install
	@$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[fuzz]' \
		>$(VENV)/fuzz.log 2>&1 || \
		echo "atheris could not be installed (see $(VENV)/fuzz.log)."
	@PYTHONPATH=tests:. $(BIN)/python -m fuzz --inputs $(N) --seed $(SEED)

# Apart from the other measurements: it needs Node and Chromium, and npm fetches it.
lighthouse: install
	@$(BIN)/python -m benchmarks.lighthouse

screenshots: install
	@$(BIN)/prevent build
	@PYTHONPATH=tests:. $(BIN)/python tests/site/screenshots.py

# Zensical stands apart from the project's own packages: it is only tried.
ZENSICAL := build/.zensical
zensical: install
	@$(BIN)/prevent build
	@test -x $(ZENSICAL)/bin/zensical || { $(PYTHON) -m venv $(ZENSICAL) && \
		$(ZENSICAL)/bin/pip install --quiet zensical==0.0.73; }
	@PYTHONPATH=tests:. $(BIN)/python tests/site/by_zensical.py $(ZENSICAL)/bin/zensical

serve: install
	@$(BIN)/prevent serve

clean:
	rm -rf build .mypy_cache .ruff_cache .pytest_cache .hypothesis

help:
	@sed -n 's/^# //p' $(firstword $(MAKEFILE_LIST)) | head -n 3
	@echo "make serve   show the site, and show it anew when the policy is edited"
	@echo "make screenshots   take pictures of what staff see, to be looked at: build/screenshots"
	@echo "make zensical   build the pages with Zensical, the successor of what builds them now"
	@echo "make lint    the checks without the tests"
	@echo "make test-spark   try the rules on Spark, which needs Java"
	@echo "make bench   measure how fast it is, in about ten minutes: benchmarks/RESULTS.md"
	@echo "make bench ROWS=100000000   with a register of so many requests too; it needs 8 GB of disk"
	@echo "make fuzz N=1000000 SEED=1   try so many hostile inputs: benchmarks/FUZZ.md"
	@echo "make lighthouse   have Lighthouse mark the site's pages, which needs Node and Chromium"
	@echo "make clean   take away what was made"
