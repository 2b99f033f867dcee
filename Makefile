# What you can do here. `make` alone prints this list.
#
# Tools that are missing are installed first, outside the checkout by version
# (see tools/env.sh); everything else happens in target/ and dist/.

.DEFAULT_GOAL := help
.PHONY: help run page dist dev-dist dev check test test-host test-wasm test-app test-office fuzz bench faults screens format setup clean

PORT ?= 8080

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## install what is missing, build, serve the app and print its address
	@tools/setup rust build
	@tools/build-page
	@node tools/serve.mjs dist $(PORT)

test: ## install what is missing and run every check (what CI runs)
	@tools/setup
	@$(MAKE) --no-print-directory test-host test-wasm
	@$(MAKE) --no-print-directory page test-app test-office
	@printf '\n== every check passed\n'

check: ## format, lints and host tests: the fast inner loop
	@tools/setup rust
	@$(MAKE) --no-print-directory test-host

# The release files with their sizes; only `dist` refuses what is over a budget.
page:
	@tools/setup rust build
	@tools/build-page
	-@node tools/sizes.mjs dist

dist: ## build the release files into dist/ and print their sizes against the budgets
	@tools/setup rust build
	@tools/build-page
	@node tools/sizes.mjs dist

dev-dist: ## build dist/ fast and large, for trying out
	@tools/setup rust build
	@tools/build-page --dev

dev: dev-dist ## build dist/ fast and serve it
	@node tools/serve.mjs dist $(PORT)

bench: ## measure, as ratios against a peer measured in the same run
	@tools/setup rust build browser e2e
	@tools/bench

fuzz: ## throw bytes at every reader, FUZZ_SECONDS each (default 60)
	@tools/setup rust
	@tools/fuzz

faults: ## strike a working app with FAULT_ROUNDS rounds of every fault (default 40) and count losses
	@tools/setup rust build browser e2e
	@tools/faults

screens: ## take pictures of every screen into docs/screens/
	@tools/setup rust build browser e2e
	@tools/build-page
	@tools/screens

format: ## format the code
	@cargo fmt

setup: ## only install what is missing
	@tools/setup

clean: ## remove what was built here
	@rm -rf dist target

# The parts of `test`, each usable alone once everything is installed.

test-host:
	@printf '== format\n'
	@cargo fmt --check
	@printf '== lints\n'
	@cargo clippy --locked --all-targets -- -D warnings
	@printf '== host tests\n'
	@cargo test --locked

test-wasm:
	@tools/test-wasm

test-app:
	@tools/test-app

test-office:
	@tests/office/check.sh
