# cchc: `make` or `make help` lists what there is.
SHELL := /bin/bash
GO ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS := -s -w -X main.version=$(VERSION)
FUZZTIME ?= 10m

.DEFAULT_GOAL := help
.PHONY: help build demo test lint bench fuzz setup clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## the program, into bin/
	$(GO) build -trimpath -ldflags '$(LDFLAGS)' -o bin/cchc ./cmd/cchc

demo: build ## the main job on the real 2023 rule set, into demo/
	@bash testdata/demo.sh bin/cchc demo

test: setup lint ## everything that must hold; installs what the tests need where it may
	$(GO) test ./...

lint: ## gofmt, go vet, staticcheck
	@unformatted=$$(gofmt -l cmd scoring rules templates); if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

bench: ## timings, as ratios measured side by side
	$(GO) test -run '^$$' -bench . -benchmem ./...

fuzz: ## every fuzz target for FUZZTIME (10m) each
	@set -e; for package in $$($(GO) list ./...); do \
	  for target in $$($(GO) test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    echo "$$package $$target"; $(GO) test -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package; \
	  done; \
	done

# The tests have LibreOffice Calc recalculate our formulas and openpyxl fill in our forms. Where they are missing and we
# may install them, we do; else those tests are skipped loudly, and in CI they fail.
setup:
	@missing=""; \
	command -v soffice >/dev/null || missing="libreoffice-calc"; \
	/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || missing="$$missing python3-openpyxl"; \
	/usr/bin/python3 -c 'import uno' 2>/dev/null || missing="$$missing python3-uno"; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "installing $$missing"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	  else \
	    echo "WARNING: $$missing not installed and not root: the tests that need them are skipped"; \
	  fi; \
	fi

clean: ## remove what was built
	rm -rf bin dist demo
