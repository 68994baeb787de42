# cchc: `make` or `make help` lists what there is.
SHELL := /bin/bash
GO ?= go
# Twelve digits, whatever the number of objects in the clone: equal commits give equal names, so equal bytes.
VERSION ?= $(shell git describe --tags --always --abbrev=12 --dirty 2>/dev/null || echo dev)
COMMIT ?= $(shell git describe --always --abbrev=12 --dirty --exclude '*' 2>/dev/null)
LDFLAGS := -s -w -buildid= -X main.version=$(VERSION) -X main.commit=$(COMMIT)
# Static, stripped, and without a trace of the machine: the same bytes from every folder.
RELEASE_BUILD := CGO_ENABLED=0 GOFLAGS= GOAMD64=v1 GOARM64=v8.0 $(GO) build -trimpath -buildvcs=false -ldflags '$(LDFLAGS)'
PLATFORMS := windows/amd64 windows/arm64 linux/amd64 linux/arm64 darwin/arm64
FUZZTIME ?= 10m

.DEFAULT_GOAL := help
.PHONY: help build demo dist dist-check test race test-windows test-readers lint bench country fuzz setup clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## the program, into bin/
	$(RELEASE_BUILD) -o bin/cchc ./cmd/cchc

demo: build ## the main job on the real 2023 rule set, into demo/
	@bash testdata/demo.sh bin/cchc demo

dist: build ## programs for all systems, the zip for Windows and the checksums, into dist/
	rm -rf dist && mkdir -p dist/cchc-windows
	@set -e; for platform in $(PLATFORMS); do \
	  os=$${platform%/*} arch=$${platform#*/}; name=dist/cchc-$$os-$$arch; \
	  [ $$os != windows ] || name=$$name.exe; \
	  echo "$$name"; GOOS=$$os GOARCH=$$arch $(RELEASE_BUILD) -o $$name ./cmd/cchc; \
	done
	cp dist/cchc-windows-amd64.exe dist/cchc-windows/cchc.exe
	bin/cchc template 2023 -o dist/cchc-windows/phieu-2023.xlsx
	bin/cchc guide -o dist/cchc-windows/huong-dan.xlsx
	$(GO) run ./cmd/pack dist/cchc-windows.zip $(addprefix dist/cchc-windows/,cchc.exe phieu-2023.xlsx huong-dan.xlsx)
	rm -r dist/cchc-windows
	cd dist && sha256sum cchc-* > SHA256SUMS && cat SHA256SUMS

dist-check: ## build twice, from two clones with nothing cached between them, and compare
	@bash testdata/dist-check.sh

# What compiles and links runs side by side, since each often waits for one core. The tests run alone: some measure. lint has
# vetted everything by then, so nothing else vets again.
test: setup ## everything that must hold; installs what the tests need where it may
	@$(MAKE) --no-print-directory -j2 --output-sync=target lint race fuzz FUZZTIME=300x
	$(GO) test -vet=off -timeout 30m ./...

race: ## the race detector over a batch of forms, sound and hostile; it needs a C compiler
	@if command -v $${CC:-gcc} >/dev/null; then $(GO) test -race -vet=off -run '^TestManyAtOnce$$' ./cmd/cchc; \
	else echo "SKIPPED: no C compiler, so the race detector has watched NOTHING"; [ "$${CI:-}" != true ]; fi

test-windows: build ## the program for Windows under Wine; apart from test, since Wine is large
	GOOS=windows GOARCH=amd64 $(RELEASE_BUILD) -o bin/cchc.exe ./cmd/cchc
	GOOS=windows GOARCH=amd64 $(GO) test -c -o bin/cchc.test.exe ./cmd/cchc
	@bash testdata/windows/test.sh bin/cchc bin/cchc.exe bin/cchc.test.exe

test-readers: build ## our workbooks before other programs, and forms that they have saved before ours; fetches them from npm and Debian
	@GO=$(GO) bash testdata/readers/test.sh bin/cchc bin/readers

lint: ## gofmt, go vet, staticcheck
	@unformatted=$$(gofmt -l cmd scoring rules templates); if [ -n "$$unformatted" ]; then echo "gofmt: $$unformatted"; exit 1; fi
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

bench: ## timings, as ratios measured side by side
	$(GO) test -run '^$$' -bench . -benchmem ./...

country: ## 2,000 forms scored and ranked in one go, by 1, 2 and 4 workers, and each result held to the slow plain way
	$(GO) test -count=1 -timeout 60m -run '^TestCountry$$' -v ./cmd/cchc -units 2000

# A package's targets share one program, built as go test -fuzz would build it anew for each of them; what is found of interest
# goes where go test keeps it, what fails to the package's testdata.
fuzz: ## every fuzz target for FUZZTIME (10m) each
	@set -e; built=$$(mktemp -d); trap 'rm -rf "$$built"' EXIT; cache=$$($(GO) env GOCACHE)/fuzz; \
	for folder in $$(grep -rl --include='*_test.go' '^func Fuzz' cmd scoring rules templates | xargs -n1 dirname | sort -u); do \
	  package=$$($(GO) list ./$$folder); \
	  $(GO) test -c -vet=off -fuzz . -o "$$built/fuzz.test" $$package; \
	  targets=$$(cd $$folder && "$$built/fuzz.test" -test.list '^Fuzz'); \
	  for target in $$targets; do \
	    echo "$$package $$target"; \
	    (cd $$folder && "$$built/fuzz.test" -test.paniconexit0 -test.run '^$$' -test.fuzz "^$$target$$" -test.fuzztime $(FUZZTIME) \
	      -test.fuzzcachedir "$$cache/$$package"); \
	  done; \
	done

# The tests have LibreOffice Calc recalculate our formulas and Writer set our letters, openpyxl fill in our forms, strace watch what is opened, GNU parallel
# spread a batch, and the race detector needs gcc. Where they are missing and we may install them, we do; else those tests are skipped loudly, and in CI they fail.
setup:
	@missing=""; \
	command -v soffice >/dev/null || missing="libreoffice-calc"; \
	[ -e /usr/lib/libreoffice/program/libswlo.so ] || command -v lowriter >/dev/null || missing="$$missing libreoffice-writer-nogui"; \
	/usr/bin/python3 -c 'import openpyxl' 2>/dev/null || missing="$$missing python3-openpyxl"; \
	ls /usr/share/fonts/truetype/liberation*/LiberationSerif-Regular.ttf >/dev/null 2>&1 || missing="$$missing fonts-liberation2"; \
	command -v gcc >/dev/null || missing="$$missing gcc libc6-dev"; \
	command -v strace >/dev/null || [ "$$(uname)" != Linux ] || missing="$$missing strace"; \
	command -v parallel >/dev/null || missing="$$missing parallel"; \
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
