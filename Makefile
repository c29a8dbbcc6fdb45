# Everything is run from here. Each target does its own set-up first; a second call finds it done.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export LC_ALL := C.UTF-8
export PYTHON

setup_app := packaging/setup.sh app
setup_all := packaging/setup.sh app desktop
setup_package := packaging/setup.sh app desktop package
stage := tests/desktop/stage.sh
python := .venv/bin/python

.PHONY: fresh-machine help setup demo test prove run lint bench bench-report screenshots package package-test lock clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: ## install what the app needs, here and with apt; afterwards .venv/bin/v2m works
	@$(setup_app)
	@echo "Ready: .venv/bin/v2m, or make run"

demo: ## dictate a recording into a window on a private desktop; SPEECH=file.wav takes yours
	@$(setup_all)
	@V2M_STAGE_VISIBLE=$${V2M_STAGE_VISIBLE-1} $(stage) $(python) -m tests.desktop.demo $(if $(SPEECH),"$(SPEECH)") $(ARGS)

test: ## run every test, with a seeded sample of each campaign
	@$(setup_all)
	@packaging/run_tests.sh sample

prove: ## run every test with every campaign in full; V2M_MINUTES=12 shortens the half hour of dictation
	@$(setup_all)
	@packaging/run_tests.sh full

run: ## start the app in the tray
	@$(setup_app)
	@.venv/bin/v2m

lint: ## check style, types and import rules
	@packaging/setup.sh
	@packaging/lint.sh

bench: ## measure; writes build/bench.json and prints a table
	@$(setup_all)
	@$(stage) $(python) -m tests.bench $(ARGS)

bench-report: ## write the comparison in the README anew, from build/bench.json
	@packaging/setup.sh
	@$(python) -m tests.bench.report

screenshots: ## draw the pictures of the README anew
	@$(setup_all)
	@$(stage) $(python) -m tests.desktop.screenshots build/screenshots
	@cp build/screenshots/readme/*.png resources/screenshots/
	@echo "Drawn anew: resources/screenshots; more in build/screenshots"

package: ## one folder that can be copied, a .tar.gz and a .deb in dist/, tried out
	@$(setup_package)
	@packaging/pyinstaller/package.sh
	@packaging/pyinstaller/smoke_test.sh

package-test: ## try the folder in dist/ where nothing is as it was when it was made
	@$(setup_package)
	@packaging/pyinstaller/smoke_test.sh

fresh-machine: ## prove demo and test on an empty Debian (wants root and debootstrap)
	@packaging/fresh_machine/prove.sh

lock: ## resolve the hashed requirement files anew; UPGRADE=--upgrade takes new releases
	@packaging/setup.sh
	@packaging/requirements/compile.sh $(UPGRADE)

clean: ## remove what was built and installed in this folder
	rm -rf build dist .venv .tools .setup.lock .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
