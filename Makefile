# The way in for people: `make` builds what is out of date, reads INPUTS and writes REPORTS. See CONTRIBUTING.md for the rest.
MAKEFLAGS += --no-builtin-rules --no-print-directory
.SUFFIXES:
.DELETE_ON_ERROR:
.NOTPARALLEL:
SHELL := /bin/sh
.SHELLFLAGS := -euc

INPUTS  ?= Inputs
REPORTS ?= Reports
SWIFT   ?= swift

# cron gives PATH=/usr/bin:/bin; the usual homes of a toolchain come after it, never the current folder.
export PATH := $(PATH):/usr/local/bin:$(HOME)/.local/share/swiftly/bin:/opt/swift/usr/bin
# SwiftPM keeps lock files in TMPDIR; in /tmp they would belong to the first user who built.
export TMPDIR := $(CURDIR)/.build/tmp
export LC_ALL := C.UTF-8

BINARY  := .build/release/tieout
# Files and folders: a folder's time moves when a source is added or taken away.
SOURCES := Package.swift $(shell find Sources)

# Names of folders reach the shell through the environment, whatever characters they have.
export INPUTS REPORTS

.PHONY: all run build test lint format accept verify fuzz mutate damage sanitize bench faults docs example install preview install-cron uninstall-cron clean help packages test-packages

all: run

# Inputs are no prerequisites: names may hold spaces and times lie. The program decides what is new, by content.
run: $(BINARY)
	@exec $(BINARY) report --inputs "$$INPUTS" --reports "$$REPORTS"

build: $(BINARY)

# The optimiser takes a module in one piece, but can be told to make machine code of it on every core.
THREADS := -Xswiftc -num-threads -Xswiftc $(shell nproc)

# The binary takes the time at which its build began, so that a source edited meanwhile is newer.
$(BINARY): $(SOURCES)
	@mkdir -p .build/tmp; $(MAKE) packages
	@echo "building tieout (some five minutes the first time)" >&2
	@exec 9>.build/.make.lock; flock 9; touch .build/.began; \
	  $(SWIFT) build -c release --product tieout --static-swift-stdlib $(THREADS) >.build/build.log 2>&1 || { cat .build/build.log >&2; exit 1; }; \
	  touch -r .build/.began $@

# Asks the compiler, not dpkg: what counts is that a program with libcsv and SQLite can be built.
packages:
	@command -v $(SWIFT) >/dev/null 2>&1 || { echo "error: there is no swift in PATH; install Swift 6.2 or later, or set SWIFT=/path/to/swift" >&2; exit 1; }
	@probe() { printf '#include <%s>\nint main(void){%s}\n' "$$1" "$$2" | $${CC:-cc} -x c - "$$3" -o /dev/null 2>/dev/null; }; \
	  csv() { probe csv.h 'struct csv_parser p;return csv_init(&p,0);' -lcsv; }; \
	  sqlite() { probe sqlite3.h 'return sqlite3_libversion_number()<3037000;' -lsqlite3; }; \
	  missing=; csv || missing="$$missing libcsv-dev"; sqlite || missing="$$missing libsqlite3-dev"; \
	  [ -z "$$missing" ] || sh .ci/install $$missing; \
	  csv || { echo "error: libcsv-dev is installed but csv.h and libcsv cannot be used" >&2; exit 1; }; \
	  sqlite || { echo "error: libsqlite3-dev is installed but sqlite3.h and libsqlite3 cannot be used" >&2; exit 1; }

# What the tests call beside the program: hledger reads the journals, cmark-gfm the pages.
test-packages: packages
	@missing=; command -v hledger >/dev/null 2>&1 || missing="$$missing hledger"; command -v cmark-gfm >/dev/null 2>&1 || missing="$$missing cmark-gfm"; \
	  [ -z "$$missing" ] || sh .ci/install $$missing

# All the tests; the command tests use the binary that this builds beside them.
test: test-packages lint
	@mkdir -p .build/tmp
	@$(SWIFT) build --build-tests --quiet
	@$(SWIFT) test --skip-build
	@$(MAKE) example

lint:
	@$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format:
	@$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

# Writes all that is made anew: first the tables that the binary carries, then expected files, the samples' reports and the pages of checks
# and treatments. Look at what changed before you commit it.
accept:
	@mkdir -p .build/tmp
	@TIEOUT_ACCEPT=1 $(SWIFT) test --filter 'LabelKeysTests|ExplanationTests' >/dev/null 2>&1 || true
	@TIEOUT_ACCEPT=1 $(SWIFT) test --filter 'GoldenTests|TutorialTests' || true
	@git --no-pager diff --stat -- Tests Reports docs Sources/CTables

# Random files through the whole way, guided by coverage; a trap or a hang leaves its input in .build/fuzz-found.
RUNS ?= 1000000
fuzz: packages
	@mkdir -p .build/tmp .build/fuzz-corpus .build/fuzz-found .build/fuzz-seeds
	@TIEOUT_FUZZ=1 $(SWIFT) build -c release --sanitize fuzzer --scratch-path .build/fuzz --product fuzz
	@n=0; find Inputs Tests/Fuzz/Seeds -name '*.csv' | while read -r file; do n=$$((n + 1)); cp "$$file" ".build/fuzz-seeds/$$n.csv"; done
	@SWIFT_BACKTRACE=enable=no .build/fuzz/release/fuzz -runs=$(RUNS) -max_len=2048 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 \
	  -dict=Tests/Fuzz/words.dict -artifact_prefix=.build/fuzz-found/ .build/fuzz-corpus .build/fuzz-seeds

# One error at a time in statements that hold together: how many are found, and how many at their cell; see docs/CHECKS.md.
ERRORS ?= 6
mutate: packages
	@mkdir -p .build/tmp
	@TIEOUT_MUTATE=1 $(SWIFT) build -c release --product mutate $(THREADS) >.build/build.log 2>&1 || { cat .build/build.log >&2; exit 1; }
	@.build/release/mutate --each $(ERRORS)

# Every sample cut short at every byte, and damaged at random: nothing traps, and nothing is read otherwise in silence.
DAMAGES ?= 10000
damage: packages
	@mkdir -p .build/tmp
	@TIEOUT_DAMAGE=1 $(SWIFT) build -c release --product damage $(THREADS) >.build/build.log 2>&1 || { cat .build/build.log >&2; exit 1; }
	@.build/release/damage --each $(DAMAGES)

# The tests under the sanitizers, each in a build of its own: memory that is not ours, and threads that meet. The long random suites are left
# out; what they would find of this kind, their short forms find. So is a test that measures time. Leaks are not looked for: the test runner
# itself has some.
SANITIZERS ?= address thread
sanitize: test-packages
	@mkdir -p .build/tmp
	@for sanitizer in $(SANITIZERS); do echo "tests under the $$sanitizer sanitizer"; \
	  $(SWIFT) build --build-tests --quiet --sanitize $$sanitizer --scratch-path .build/$$sanitizer; \
	  ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --skip-build --disable-xctest --sanitize $$sanitizer --scratch-path .build/$$sanitizer \
	    --skip 'Property|RandomFiles|DamagedFiles|CronTests|TutorialTests|aYoungFile'; done

# Times beside Polars, DuckDB, pandas and hledger, in an environment of their own below .build; the table goes to docs/PERFORMANCE.md.
bench: $(BINARY)
	@command -v hledger >/dev/null 2>&1 || sh .ci/install hledger
	@PYTHONDONTWRITEBYTECODE=1 python3 Benchmarks/bench.py $(if $(QUICK),--quick) $(if $(ONLY),--only $(ONLY))

# The documentation of the library; a declaration without its words, or a link that leads nowhere, is an error.
docs:
	@mkdir -p .build/tmp .build/symbols
	@$(SWIFT) build --target Statements --quiet
	@$(SWIFT) symbolgraph-extract -module-name Statements -I .build/debug/Modules -target "$$($(SWIFT)c -print-target-info | sed -n 's/.*"triple": "\(.*\)",/\1/p' | head -1)" \
	  -minimum-access-level public -output-dir .build/symbols -Xcc -fmodule-map-file=Sources/CLibCSV/module.modulemap \
	  -Xcc -fmodule-map-file=.build/debug/CTables.build/module.modulemap
	@docc convert Sources/Statements/Statements.docc --additional-symbol-graph-dir .build/symbols --fallback-display-name Statements \
	  --fallback-bundle-identifier tieout.Statements --warnings-as-errors --output-path .build/docs
	@echo "documentation in .build/docs"

# A program of somebody else's that uses the library by its public declarations alone.
example:
	@mkdir -p .build/tmp
	@$(SWIFT) run --package-path Tests/Example --scratch-path .build/example --quiet Example >/dev/null

PREFIX ?= /usr/local
# The binary, its page for man, and completions for bash, zsh and fish.
install: $(BINARY)
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/man/man1" "$(DESTDIR)$(PREFIX)/share/bash-completion/completions" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions" "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d"
	@install -m 755 $(BINARY) "$(DESTDIR)$(PREFIX)/bin/tieout"
	@install -m 644 docs/tieout.1 "$(DESTDIR)$(PREFIX)/share/man/man1/tieout.1"
	@$(BINARY) --generate-completion-script bash >"$(DESTDIR)$(PREFIX)/share/bash-completion/completions/tieout"
	@$(BINARY) --generate-completion-script zsh >"$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_tieout"
	@$(BINARY) --generate-completion-script fish >"$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/tieout.fish"
	@echo "tieout is in $(DESTDIR)$(PREFIX)/bin"

# The reports as pages for a browser, in .build/preview; needs cmark-gfm.
preview:
	@.ci/preview "$$REPORTS" .build/preview

verify: $(BINARY)
	@exec $(BINARY) verify --inputs "$$INPUTS" --reports "$$REPORTS"

# Deaths, losses of power and errors at the system calls of a run, many runs at once, hostile files; LONG=1 for every call rather than a sample,
# PARTS for some of them: kills power errors large crowd around hostile words.
LONG ?=
PARTS ?=
faults: $(BINARY)
	@LONG=$(LONG) PARTS="$(PARTS)" bash Tests/Faults/run .build/release/tieout

# One line in the user's crontab that calls the binary; see docs/AUTOMATION.md.
SCHEDULE ?= 0 7 * * *
export SCHEDULE
install-cron: $(BINARY)
	@sh .ci/cron install

uninstall-cron:
	@sh .ci/cron uninstall

clean:
	rm -rf .build

help:
	@echo "make            read $(INPUTS), write $(REPORTS) (INPUTS=dir REPORTS=dir for others)"; \
	  echo "make test       all the tests"; \
	  echo "make verify     prove that $(REPORTS) is what $(INPUTS) gives"; \
	  echo "make preview    the reports as pages for a browser, in .build/preview"; \
	  echo "make install    the binary, its man page and completions under PREFIX=$(PREFIX)"; \
	  echo "make docs       the documentation of the library, in .build/docs"; \
	  echo "make install-cron   run every day at seven, or as SCHEDULE='0 7 * * *' says    make uninstall-cron   no longer"; \
	  echo "make faults     deaths and errors at every system call (LONG=1 for all of them)"; \
	  echo "make fuzz       random files through the whole way (RUNS=$(RUNS))"; \
	  echo "make damage     samples cut short at every byte and damaged at random: nothing silent (DAMAGES=$(DAMAGES) of each)"; \
	  echo "make sanitize   the tests under the sanitizers of memory and of threads"; \
	  echo "make mutate     one error at a time in good statements: how many are found (ERRORS=$(ERRORS) of each kind in each)"; \
	  echo "make bench      times beside what people would use instead (QUICK=1 for a smaller one)"; \
	  echo "make lint       check the style    make format   mend it"; \
	  echo "make accept     rewrite the expected files of the golden cases"; \
	  echo "make clean      take the build away"
