# Taizhang 台账. The README's two commands are `make run` and `make test`.

BIN     := bin/taizhang
LIBRARY ?= taizhang-library
SAMPLES := $(wildcard samples/*-*)
DICTS   := pipeline/segment/dict/jieba.dict.utf8.gz pipeline/segment/dict/hmm_model.utf8.gz
FUZZ    ?= 5s
GO      := access api client cmd decision export index internal legal.go library metrics pipeline report rules samples service track web

.PHONY: run build dict test lint fmt bench fuzz long setup samples screens clean

## run: set up, build, import samples/, print facts and ledger
run: build
	$(BIN) --library $(LIBRARY) import $(SAMPLES)
	$(BIN) --library $(LIBRARY) facts
	$(BIN) --library $(LIBRARY) ledger

## build: the one binary, with dictionaries and rules inside
build: setup dict
	go build -trimpath -o $(BIN) ./cmd/taizhang

setup:
	@sh scripts/setup.sh

dict: $(DICTS)

# The dictionaries belong to gojieba and are never committed; the binary
# carries them. gzip -n leaves name and time out, so builds repeat.
pipeline/segment/dict/%.gz: go.mod
	go mod download github.com/yanyiwu/gojieba
	gzip -9nc "$$(go list -m -f '{{.Dir}}' github.com/yanyiwu/gojieba)/deps/cppjieba/dict/$*" > $@.new
	mv $@.new $@

## test: everything there is
test: build
	@sh scripts/setup.sh tests
	go test -timeout 30m ./...

## lint: gofmt, go vet, staticcheck
lint: setup
	@test -z "$$(gofmt -l $(GO))" || \
		{ echo 'gofmt would change:'; gofmt -l $(GO); exit 1; }
	go vet ./...
	go tool staticcheck ./...

## fmt: format all Go files
fmt:
	gofmt -w $(GO)

## bench: the benchmarks, figures for docs/benchmarks.md
bench: build
	go test -run '^$$' -bench . -benchmem ./...

## fuzz: every fuzz target for FUZZ (5s)
fuzz: dict
	sh scripts/fuzz.sh $(FUZZ)

## long: what is too long for every day: ten minutes for each fuzz target, and
## the measures in full (recollindex for one of them: apt-get install recollcmd)
long: dict
	$(MAKE) fuzz FUZZ=10m
	TAIZHANG_LONG=1 go test -v -timeout 4h -run 'Mutations|Hostile' ./pipeline/read
	TAIZHANG_LONG=1 go test -v -timeout 4h ./internal/generate ./internal/measure ./library ./client ./cmd/taizhang

## screens: make the pictures of every page again (docs/screens)
screens: build
	@sh scripts/setup.sh tests
	mkdir -p docs/screens
	rm -f docs/screens/*.png
	TAIZHANG_SCREENS="$(CURDIR)/docs/screens" go test -count=1 -v -run '^TestScreens$$' ./web

## samples: make the binary samples again from their texts
samples:
	go run samples/generate.go

clean:
	rm -rf bin $(LIBRARY)
