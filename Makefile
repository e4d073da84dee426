# Two commands do everything: `make run` starts the wizard, `make test` passes the tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench fuzz browser messages eval-notices eval-replies eval-review clean

run: $(VENV)/.run
	$(BIN)/python start.py

test: $(VENV)/.test browser check
	$(BIN)/python -m pytest tests/browser -n 2 --dist loadfile --reruns 1 -rR --durations=5
	$(BIN)/python -m pytest --ignore=tests/browser -n auto --durations=5

check: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/.test browser
	$(BIN)/python benchmarks/docx.py
	$(BIN)/python benchmarks/pages.py
	$(BIN)/python benchmarks/metrics.py
	$(BIN)/python benchmarks/notice.py
	$(BIN)/python benchmarks/review.py

# Reads 20,000 damaged report files and 5,000 hostile notices: no exception, no row lost, no buyer in what comes out.
fuzz: $(VENV)/.test
	$(BIN)/python -m tests.reports.fuzz 20000
	$(BIN)/python -m tests.notice.fuzz 5000
	$(BIN)/python -m tests.review.fuzz 5000

# How well labelled notices are read: `make eval-notices FILE.jsonl` (.yaml too).
eval-notices: $(VENV)/.run
	@$(BIN)/python -m appeal_core.notice.evaluate $(filter-out $@,$(MAKECMDGOALS))

# How well Amazon's replies are read: `make eval-replies FILE.jsonl`.
eval-replies: $(VENV)/.run
	@$(BIN)/python -m appeal_core.follow_up.evaluate $(filter-out $@,$(MAKECMDGOALS))

# How exact the review is on labelled drafts, rule by rule: `make eval-review FILE.jsonl`.
eval-review: $(VENV)/.run
	@$(BIN)/python -m appeal_core.review.evaluate $(filter-out $@,$(MAKECMDGOALS))

%.jsonl: ;
%.yaml: ;

# Texts of the program that have no Chinese yet, or Chinese that no text asks for any more.
messages: $(VENV)/.test
	$(BIN)/python -m pytest tests/test_words.py

browser: $(VENV)/.test
	tests/browser/install-chromium

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Candor needs Python 3.11 or newer. Install it and run make again (or: make PYTHON=python3.12 run)."; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: requirements.txt $(VENV)/.made
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.test: requirements-dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) build .pytest_cache .mypy_cache .ruff_cache .hypothesis
