# `make demo` and `make test` need Python 3.11 or newer and nothing else: compilers come from
# wheels where the system has none. A stamp in the environment's folder marks each finished
# step, so that the second run goes straight to the point.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && exit; done; echo python3)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help demo test check bench soak clean

help:
	@echo "make demo    see what an editor shows (under two minutes the first time)"
	@echo "make test    prepare all compilers and run the whole test suite"
	@echo "make check   the linters alone"
	@echo "make bench   the benchmarks, with their limits"
	@echo "make soak    load and faults for an hour or so, with figures"
	@echo "make clean   remove the environment and what was built"

demo: $(VENV)/.demo
	@$(BIN)/lsp-judge demo

test: $(VENV)/.test check
	$(BIN)/lsp-judge setup
	$(BIN)/lsp-judge setup --only c --only go --targets all
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/unit tests/wild tests/catalogue
	$(BIN)/python -m pytest tests/e2e
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/play
	$(BIN)/python -m pytest tests/hostile

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.test
	$(BIN)/lsp-judge setup
	$(BIN)/python -m tests.benchmarks

# LSP_JUDGE_SOAK=0.01 makes it a hundredth as long.
soak: $(VENV)/.test
	$(BIN)/lsp-judge setup
	PYTHONPATH=tests/hostile $(BIN)/python -m tests.soak

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

# The demo judges Go in both modes: for that, zig is the C compiler where there is no other.
$(VENV)/.demo: $(VENV)/.made pyproject.toml
	@echo "Installing (the compilers are most of the download) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[go,zig]"
	@touch $@

$(VENV)/.test: $(VENV)/.made pyproject.toml
	@echo "Installing (the compilers are most of the download) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[toolchains,ws,dev]"
	@touch $@

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is: $$($(PYTHON) --version 2>&1 | head -n 1)"; \
		echo "Name another: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments."; \
		echo "On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
