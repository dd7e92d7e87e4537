# The two commands to know: `make run` and `make test`. Both are safe to repeat.

PYTHON ?= python3
HOME_OF_TEST := build/test

INSTALL := -m pip install --quiet --disable-pip-version-check
LOCK := .venv-lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --no-strip-extras \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options

BENCH := build/bench-small
SITE := build/site

.PHONY: run test test-python test-models test-spark test-spark-small test-weeks
.PHONY: site lint lint-sql lint-others lock bench-small bench-run bench-rules bench-linkage
.PHONY: committed-sample landed-sample clean

# From nothing to published figures, on an invented sample of 20,000 families.
run: .venv/.run
	.venv/bin/selaras sample --families 20000 --weeks 2 --seed 1 --out sample
	.venv/bin/selaras sync --inbox sample

# All tests: Python (in the order of the folders, so that no long file is left for the end), and
# beside them every model, data test and unit test on the committed sample.
test: .venv/.test
	$(MAKE) --no-print-directory --jobs 2 test-python test-models

test-python:
	.venv/bin/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

# What it says comes when it ends, so that the dots of the other tests stay readable.
test-models:
	rm -rf $(HOME_OF_TEST)
	mkdir -p $(dir $(HOME_OF_TEST))
	.venv/bin/selaras build --home $(HOME_OF_TEST) >$(HOME_OF_TEST).log 2>&1; \
		code=$$?; cat $(HOME_OF_TEST).log; exit $$code

# Spark says what DuckDB says: expression by expression, and every table of the committed sample from
# its files to what is published, also where a worker dies; unit tests hold there, and drawn rule
# books say what the reference interpreter says. Stands apart from `make test`, since it needs Java
# 17 and takes minutes. The longest test begins first.
test-spark: .venv-spark/.done $(HOME_OF_TEST)/built.json
	.venv-spark/bin/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder \
		tests/spark/test_whole_run.py tests/spark

# What of it takes a minute, and so stands in `.ci/run`: expressions, and the examples of macros.
test-spark-small: .venv-spark/.done $(HOME_OF_TEST)/built.json
	.venv-spark/bin/python -m pytest tests/spark/test_same_words.py tests/spark/test_examples.py \
		tests/spark/test_looking.py tests/spark/test_brought.py

# Eight weeks drawn from a seed that is printed (WEEKS_SEED=7 draws them again) say week by week what
# they say all at once, though files, rules, contracts and code change meanwhile. Stands apart from
# `make test`, since it runs `selaras sync` a dozen times: a quarter of an hour.
test-weeks: .venv/.test
	.venv/bin/python -m pytest -s tests/weeks

# The site of docs/, in build/site/html: from the pages, the rule book and the words of a built
# warehouse (that of `make test`, or one of the committed sample). Needs Graphviz (`dot`).
site: .venv-site/.done $(HOME_OF_TEST)/built.json
	.venv/bin/python -m selaras.site $(HOME_OF_TEST) $(SITE)
	rm -rf $(SITE)/html
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target $(SITE)/en $(SITE)/id
	cp -r $(SITE)/extra/. $(SITE)/html/
	.venv/bin/python -m selaras.site.check $(SITE)/html

SPHINX = .venv-site/bin/sphinx-build --quiet --fail-on-warning --builder html --conf-dir docs/site
$(SITE)/en $(SITE)/id: FORCE
	$(SPHINX) -D language=$(@F) --doctree-dir $(SITE)/trees/$(@F) $(SITE)/pages/$(@F) \
		$(SITE)/html$(if $(filter id,$(@F)),/id)
FORCE:

$(HOME_OF_TEST)/built.json: | .venv/.run
	.venv/bin/selaras build --home $(HOME_OF_TEST)

# What the linters say, whether the files written from the rule book are fresh, whether it is sound,
# and whether models hold what Spark has not, as they are written for it (.ci/not_portable.csv stays
# empty). The two halves run side by side, so that neither core waits.
lint: .venv-lint/.done .venv/.run
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target lint-sql lint-others

lint-sql:
	.venv-lint/bin/python .ci/lint_sql.py lint --processes 2 models tests/data

lint-others:
	.venv-lint/bin/ruff check
	.venv-lint/bin/ruff format --check
	.venv-lint/bin/yamllint --strict .
	.venv-lint/bin/codespell
	.venv/bin/selaras compile --check
	.venv/bin/selaras rules check
	.venv/bin/python .ci/portable.py

# Every benchmark in small, so that each keeps running; its figures mean nothing, so two run side by
# side. What needs the packages of requirements-bench.in (Febrl, other rule engines) is left out, and
# so is what takes minutes (killed.py, weeks.py): tests/python/publish/test_killed.py kills in small.
bench-small: .venv/.run
	rm -rf $(BENCH)
	$(MAKE) --no-print-directory --jobs 2 --output-sync=target bench-run bench-rules bench-linkage

# All of it within 600 MB of memory: what needs more ends loudly.
bench-run:
	SELARAS_MEMORY=600MB .venv/bin/python benchmarks/run.py --families 300 --out $(BENCH)/run
	.venv/bin/python benchmarks/publish.py --home $(BENCH)/run/fresh-300

bench-rules:
	.venv/bin/python benchmarks/rules.py --families 2000 --out $(BENCH)/rules

bench-linkage:
	.venv/bin/python benchmarks/linkage.py --out $(BENCH)/linkage scale --families 500 --families 1000
	.venv/bin/python benchmarks/linkage.py --out $(BENCH)/linkage sample --families 300

# Lock again after a change of pyproject.toml or a requirements-*.in.
lock: export CUSTOM_COMPILE_COMMAND = make lock
lock: .venv-lock/.done
	$(LOCK) --build-deps-for editable --constraint requirements-lock.in \
		--output-file requirements.txt pyproject.toml
	$(LOCK) --output-file requirements-metrics.txt requirements-metrics.in
	$(LOCK) --output-file requirements-postgres.txt requirements-postgres.in
	$(LOCK) --output-file requirements-desk.txt requirements-desk.in
	$(LOCK) --output-file requirements-dev.txt requirements-dev.in
	$(LOCK) --output-file requirements-lint.txt requirements-lint.in
	$(LOCK) --output-file requirements-superset.txt requirements-superset.in
	$(LOCK) --output-file requirements-site.txt requirements-site.in
	$(LOCK) --output-file requirements-spark.txt requirements-spark.in

# Draw the committed sample again. Its second drop holds DTSEN of two cities only: the other four
# keep their first file in force, and the folder stays under 3 MB, as landed as well.
LATE := 31.71 31.72 31.74 31.75
committed-sample: .venv/.run
	.venv/bin/selaras sample --families 720 --weeks 2 --seed 1 --out build/committed
	cd build/committed/2025-10-24 && for city in $(LATE); do \
		rm *_v3_2025_$$city.csv && sed -i "/_v3_2025_$$city[.]csv/d" manifest.csv; done
	rm -rf data/sample/20*
	cp -r build/committed/20* data/sample/
	$(MAKE) landed-sample

# Land the committed sample again after a change of data/sample or of landing.
landed-sample: .venv/.run
	rm -rf data/sample/landing
	.venv/bin/selaras land --inbox data/sample --home data/sample

clean:
	rm -rf .venv .venv-lint .venv-lock .venv-site .venv-spark build sample target logs

# An environment is made anew only when what it is made from changed. A Python without ensurepip
# (Debian without python3-venv) lends its own pip.
define environment
$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed')"
$(PYTHON) -m venv --clear $(@D) >/dev/null 2>&1 || ( \
	$(PYTHON) -m venv --clear --without-pip $(@D) && \
	$(PYTHON) -m pip --python $(@D)/bin/python install --quiet pip )
endef

.venv/.run: requirements.txt pyproject.toml
	$(environment)
	.venv/bin/python $(INSTALL) --require-hashes -r requirements.txt
	.venv/bin/python $(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.test: requirements-dev.txt .venv/.run
	.venv/bin/python $(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

# Beside what Spark adds it has all of .venv, so that nothing is fetched twice.
LIBRARY = import sysconfig; print(sysconfig.get_path('purelib'))
.venv-spark/.done: requirements-spark.txt .venv/.test
	$(environment)
	echo "import site; site.addsitedir('$$(.venv/bin/python -c "$(LIBRARY)")')" \
		>"$$($(@D)/bin/python -c "$(LIBRARY)")/shared.pth"
	.venv-spark/bin/python $(INSTALL) --require-hashes -r requirements-spark.txt
	@touch $@

.venv-lint/.done: requirements-lint.txt
	$(environment)
	.venv-lint/bin/python $(INSTALL) --require-hashes -r requirements-lint.txt
	@touch $@

.venv-site/.done: requirements-site.txt
	$(environment)
	.venv-site/bin/python $(INSTALL) --require-hashes -r requirements-site.txt
	@touch $@

.venv-lock/.done:
	$(environment)
	.venv-lock/bin/python $(INSTALL) pip-tools
	@touch $@
