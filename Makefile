# make run · make test · make check: each installs what it needs first, in .venv.
# Settings are environment variables, listed in .env.example: PORT=8001 make run, or make run PORT=8001.

.DEFAULT_GOAL := help
# One step at a time: `make check test` is not to run both at once under -j.
.NOTPARALLEL:
.PHONY: help run test check bench bench-large lighthouse lock messages base dev

PYTHON := .venv/bin/python
PYTEST_ARGS ?=
PAGES ?=

help:
	@echo "make run         install and serve the site on http://127.0.0.1:8000/ (PORT=…)"
	@echo "make test        install and run every test (PYTEST_ARGS=…)"
	@echo "make check       lint, types, layering, templates, migrations"
	@echo "make bench       what a poll costs; pages, searches, the desk with 100,000 posts (10 min)"
	@echo "make lighthouse  what Lighthouse says of every kind of page (PAGES=…)"
	@echo "make lock        compile requirements/*.in"
	@echo "make messages    collect and compile translations"

# The leash stops the site also when make itself is killed.
run: base
	@exec $(PYTHON) newsroom/leash.py $$PPID $(PYTHON) manage.py run

test: dev
	@$(PYTHON) scripts/install_browser.py
	@$(PYTHON) scripts/install_clients.py
	@$(PYTHON) scripts/install_checkers.py
	@exec $(PYTHON) -m pytest -n 2 --dist loadgroup $(PYTEST_ARGS)

check: dev
	@exec sh scripts/check.sh

bench: dev
	@$(PYTHON) -m bench.polls
	@exec $(PYTHON) -m bench.large

bench-large: dev
	@exec $(PYTHON) -m bench.large

lighthouse: dev
	@$(PYTHON) scripts/install_browser.py
	@$(PYTHON) scripts/install_lighthouse.py
	@exec $(PYTHON) -m bench.lighthouse $(PAGES)

lock: base
	@exec $(PYTHON) scripts/lock.py

messages: base
	@exec sh scripts/messages.sh

# What is to be in .venv. Quick when it is there already.
base dev:
	@exec sh scripts/install.sh $@
