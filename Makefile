# Every command of the project. `make` alone prints them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
PY := .venv/bin/python
# Material prints a long notice about MkDocs 2 at each run; README and the method pages say it once.
export NO_MKDOCS_2_WARNING := 1

site-setup:
	@requirements/venv.sh site
dev-setup:
	@requirements/venv.sh dev

serve: site-setup  ## build the archive and serve it on http://127.0.0.1:8000, reloading what you edit
	@$(PY) -m generator serve

build: site-setup  ## build the complete site in build/site (pages, search, data, manifest)
	@$(PY) -m generator build

pages: site-setup  ## write the Markdown page tree build/docs, touching only what differs
	@$(PY) -m generator pages

add: site-setup  ## take a capture: make add FILE=capture.txt URL=https://… (more: python -m generator add --help)
	@$(PY) -m generator add $(if $(URL),--url "$(URL)") $(if $(CAPTURED),--captured "$(CAPTURED)") $(if $(OUTLET),--outlet "$(OUTLET)") $(if $(PUBLISHED),--published "$(PUBLISHED)") $(if $(TITLE),--title "$(TITLE)") $(if $(AGAIN),--again) "$(FILE)"

explain: site-setup  ## show a capture with each cut and the ground of each field: make explain ID=…
	@$(PY) -m generator explain "$(ID)"

cut: site-setup  ## take furniture out of a new release: make cut ID=… BLOCKS="h1 p1 p9" WHY="furniture of the page"
	@$(PY) -m generator cut "$(ID)" $(BLOCKS) --why "$(WHY)"

new: site-setup  ## write a record to fill in: make new KIND=person ID=kim-ok-sample
	@$(PY) -m generator new "$(KIND)" "$(ID)"

review: site-setup  ## show what this branch changes for readers: make review BASE=main
	@$(PY) -m generator review "$(or $(BASE),main)"

schemas: site-setup  ## write schemas/*.json, which editors read, from the declarations
	@$(PY) -m generator schemas

hooks: dev-setup  ## check each commit before it is made (needs pre-commit)
	@pre-commit install

check: site-setup  ## report every fault of content/ with file, line and remedy
	@$(PY) -m generator check

verify: site-setup  ## prove the captures, the cuts and the built site against their hashes
	@$(PY) -m generator verify

test: dev-setup  ## set up what tests need and run them all
	@requirements/browser.sh
	@$(PY) -bb -X dev -m pytest

lint: dev-setup  ## ruff, mypy, import-linter, djlint, codespell
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports --no-cache
	@$(PY) -m djlint --quiet --lint overrides
	@.venv/bin/codespell

quality: dev-setup  ## measure cleaning and resolving on real texts (../shared/corpora) against the floors
	@$(PY) -m tests.quality

coverage: dev-setup  ## run the tests and show which lines and branches none reaches
	@$(PY) -m coverage run -m pytest -q -m "not browser"
	@$(PY) -m coverage report

reproduce: dev-setup  ## build under other folders, users, clocks, languages: print what differs (nothing)
	@$(PY) -m tests.reproduce $(foreach other,$(PYTHONS),--python $(other))

portability: site-setup  ## build the same pages with ProperDocs and Zensical: same texts, no broken link
	@test -f build/portability/.ready || { $(PY) -m venv build/portability && build/portability/bin/python -m pip install --quiet --disable-pip-version-check properdocs==1.6.7 zensical==0.0.73 && build/portability/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/site.txt && touch build/portability/.ready; }
	@PYTHONPATH=. build/portability/bin/python -m tests.portability

faults: dev-setup  ## a thousand faults at calls of the system, and twenty builds at once (half an hour)
	@$(PY) -m tests.faults.injected $(or $(TRIALS),1020)
	@BUILDS=20 $(PY) -m pytest -q tests/faults/test_injected.py

mutation: dev-setup  ## which changes of the core does no test see? make mutation [AREAS="ids clean"] [SAMPLE=400, 0 for all] [SEED=1]
	@$(PY) -m pip install --quiet --disable-pip-version-check mutmut==3.8.1
	@$(PY) -m tests.mutation $(AREAS) --sample $(or $(SAMPLE),400) --seed $(or $(SEED),1)

hostile: dev-setup  ## build all that is taken of 1,600 hostile files and open every page in Chromium
	@HOSTILE_EVERY=1 $(PY) -m pytest -q tests/hostile tests/browser/test_hostile.py

fuzz: dev-setup  ## grow inputs that break laws: make fuzz TARGET=cleaner RUNS=100000 (tests/fuzz)
	@$(PY) -m pip install --quiet --disable-pip-version-check atheris==3.1.0
	@$(PY) -m tests.fuzz $(or $(TARGET),cleaner) --runs $(or $(RUNS),100000)

pictures: dev-setup  ## make the pictures of the README anew (.github/pictures)
	@requirements/browser.sh
	@$(PY) -m tests.pictures

bench: dev-setup  ## measure stages, changes, our build and search against other programs: make bench [N="1000 10000"] [ROUNDS=5]
	@$(PY) benchmarks/stages.py --releases $(or $(N),1000)
	@$(PY) benchmarks/changes.py --releases $(or $(N),1000)
	@$(PY) benchmarks/site.py --releases $(or $(N),1000) --rounds $(or $(ROUNDS),5)
	@$(PY) benchmarks/builtin_search.py --releases $(or $(N),1000)

golden: dev-setup  ## accept what the code gives now as the golden files; then read the diff
	@$(PY) -m pytest -q --update-golden

lock: dev-setup  ## recompute requirements/*.txt with hashes (needs uv)
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate pyproject.toml -o requirements/site.txt
	@uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-annotate --extra dev pyproject.toml -o requirements/dev.txt

clean:  ## remove build/ and caches (never content/)
	@rm -rf build .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
	@find . -name __pycache__ -type d -not -path './.venv/*' -prune -exec rm -rf {} +

help:  ## this list
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: pictures site-setup dev-setup serve build pages add check verify test lint quality coverage reproduce portability faults mutation hostile fuzz golden lock clean help new review schemas hooks explain cut
