# `make demo` and `make test` need Python 3.11 or newer and nothing else: compilers come from
# wheels where the system has none. A stamp in the environment's folder marks each finished
# step, so that the second run goes straight to the point.

PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && exit; done; echo python3)
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help demo test check bench soak clean settings vsix test-editors screenshots

help:
	@echo "make demo    see what an editor shows (under two minutes the first time)"
	@echo "make test    prepare all compilers and run the whole test suite"
	@echo "make check   the linters alone"
	@echo "make bench   the benchmarks, with their limits"
	@echo "make soak    load and faults for an hour or so, with figures"
	@echo "make vsix    VS Code's extension, with the server in it: build/lsp-judge.vsix"
	@echo "make test-editors  the tests in real editors alone"
	@echo "make clean   remove the environment and what was built"

demo: $(VENV)/.demo
	@$(BIN)/lsp-judge demo

test: $(VENV)/.test check
	$(BIN)/lsp-judge setup
	$(BIN)/lsp-judge setup --only c --only go --targets all
	$(BIN)/python -m pytest -n 2 --dist loadfile --ignore-glob='*/test_fire_*' \
		tests/unit tests/packs tests/wild tests/hostile tests/catalogue
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/e2e tests/hostile/test_fire_*.py
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/play
	$(MAKE) test-editors

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Writes what the server can be told into VS Code's package.json and docs/settings.md.
settings: $(VENV)/.test
	$(BIN)/python editors/settings.py

VSCODE := editors/vscode
VSCODE_SOURCES := $(shell find $(VSCODE) -path $(VSCODE)/node_modules -prune -o -type f -print \
	| grep -v -e /dist/ -e /LICENSE -e /images/vscode.png) docs/images/vscode.png
SERVER_SOURCES := $(shell find lsp_judge problems -type f -not -name '*.pyc')
VSIX := build/lsp-judge.vsix
vsix: $(VSIX)

test-editors: $(VENV)/.test $(VSIX)
	@command -v chromium >/dev/null || { \
		echo "Chromium is missing. On Debian: sudo apt-get install chromium"; exit 1; }
	$(BIN)/python -m pytest -n 2 --dist loadfile tests/editors

# Pictures for the documentation, made in the real editor.
screenshots: $(VENV)/.test $(VSIX)
	$(BIN)/python -m tests.editors.screenshots
	$(BIN)/python -m tests.editors.screenshot_neovim

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

$(VSCODE)/node_modules/.made: $(VSCODE)/package.json $(VSCODE)/package-lock.json
	@command -v npm >/dev/null || { \
		echo "Node.js is missing. On Debian: sudo apt-get install nodejs npm"; exit 1; }
	cd $(VSCODE) && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# The wheel goes into the extension, so that the server can be installed without an index.
$(VSIX): $(VSCODE)/node_modules/.made $(VENV)/.made pyproject.toml $(VSCODE_SOURCES) $(SERVER_SOURCES)
	rm -rf $(VSCODE)/dist
	$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps -w $(VSCODE)/dist .
	cp LICENSE $(VSCODE)/LICENSE
	cp docs/images/vscode.png $(VSCODE)/images/vscode.png
	cd $(VSCODE) && npm run --silent check && npm run --silent build
	mkdir -p build
	cd $(VSCODE) && npm run --silent package -- --out ../../$(VSIX)

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Python 3.11 or newer is needed; $(PYTHON) is: $$($(PYTHON) --version 2>&1 | head -n 1)"; \
		echo "Name another: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) cannot make virtual environments."; \
		echo "On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@
