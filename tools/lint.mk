# This makefile has those checks of tools/lint that look at one file or one kind of file. A check
# that finds nothing leaves a stamp in the folder OUT, so the next run only checks what has changed.
# If FILES is set, only these files are checked. tools/lint runs this makefile in the root of the
# tree and sets OUT, SERVER_HEADERS and CLANG_FORMAT.

# Without its built-in rules make would compile tools/generate-fold.c into the script
# tools/generate-fold.
MAKEFLAGS += --no-builtin-rules

CORE      := $(wildcard src/core/*/*.c)
GLUE      := $(filter-out $(CORE),$(wildcard src/*.c src/*/*.c src/*/*/*.c))
HEADERS   := $(wildcard src/*/*.h src/*/*/*.h)
TOOLS     := $(wildcard tools/*.c)
UNITS     := $(wildcard test/core/*.[ch] test/core/*/*.[ch])
LIBRARIES := $(wildcard tools/*.sh)
BASH       = grep -rlE --exclude-dir=node_modules '^\#!/usr/bin/env bash' tools demo test .ci
SCRIPTS   := $(LIBRARIES) debian/tests/installcheck debian/tests/pgtap $(shell $(BASH))
MODULES   := $(wildcard sql/install/*.sql sql/install/templates/*.sql.in)
FORMATTED := $(filter-out %_data.h,$(CORE) $(GLUE) $(HEADERS) $(TOOLS) $(UNITS))

# $(call wanted,FILES) are those of these files that are to be checked. $(call stamps,CHECK,FILES)
# are the stamps of a check for each of them. $(call rule_stamp,CHECK,FILES) is the stamp of a check
# that looks at all files together.
wanted     = $(sort $(if $(FILES),$(filter $(FILES),$1),$1))
stamps     = $(patsubst %,$(OUT)/%.$1,$(call wanted,$2))
rule_stamp = $(if $(call wanted,$2),$(OUT)/$1)

STAMPS := $(call stamps,gcc,$(CORE) $(GLUE) $(TOOLS)) \
          $(call stamps,clang,$(CORE) $(GLUE) $(TOOLS)) \
          $(call stamps,alone,$(filter-out %_data.h,$(HEADERS))) $(call stamps,shell,$(SCRIPTS)) \
          $(call rule_stamp,floors,$(CORE) $(GLUE) $(HEADERS)) \
          $(call rule_stamp,errors,$(CORE) $(GLUE) $(HEADERS)) \
          $(call rule_stamp,trust,$(CORE) $(GLUE) $(HEADERS)) \
          $(call rule_stamp,sql,$(MODULES)) \
          $(if $(CLANG_FORMAT),$(call stamps,format,$(FORMATTED)))

# -isystem makes PostgreSQL's headers system headers, for which compilers print no warnings.
CORE_FLAGS := -std=c11 -O2 -Isrc -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
              -Wconversion -Wno-sign-conversion -Werror
# The headers of PostgreSQL before 19 are C11 and those of 19 are C23, as the Makefile explains.
MAJOR      := $(shell sed -n 's/^.define PG_MAJORVERSION_NUM //p' $(SERVER_HEADERS)/pg_config.h)
STANDARD   := $(if $(filter 15 16 17 18,$(MAJOR)),-std=gnu11,-std=gnu2x)
GLUE_FLAGS := $(STANDARD) -O2 -fPIC -Isrc -isystem $(SERVER_HEADERS) -Wall -Wextra -Wshadow \
              -Wmissing-prototypes -Wno-unused-parameter -Wno-missing-field-initializers \
              -DMOTCUA_VERSION='"lint"' -Werror
flags = $(if $(filter $(CORE) $(TOOLS) src/core/%,$1),$(CORE_FLAGS),$(GLUE_FLAGS))

.PHONY: all
all: $(STAMPS)
$(STAMPS): tools/lint.mk

# $(call compiled,COMPILER) compiles one source. The object is the stamp of this check.
compiled = @mkdir -p $(@D); $1 $(call flags,$<) -MMD -MP -MF $@.d -MT $@ -c $< -o $@
$(OUT)/%.gcc: %
	$(call compiled,gcc)
$(OUT)/%.clang: %
	$(call compiled,clang)

# A header must compile without another header before it. In the glue postgres.h comes first,
# because every source of the glue includes it first. A generated *_data.h is checked with its only
# source.
$(OUT)/%.alone: %
	@mkdir -p $(@D)
	@gcc $(call flags,$<) $(if $(filter src/core/%,$<),,-include postgres.h) \
	    -MMD -MP -MF $@.d -MT $@ -Wno-unused-function -include $< -x c -c /dev/null -o $@

$(OUT)/%.format: % .clang-format
	@mkdir -p $(@D)
	@$(CLANG_FORMAT) --dry-run -Werror --ferror-limit=1 $<
	@touch $@

$(OUT)/%.shell: % $(LIBRARIES)
	@mkdir -p $(@D)
	@shellcheck -x $(if $(filter debian/%,$<),,-s bash) $<
	@touch $@

$(OUT)/floors: tools/lint-floors $(CORE) $(GLUE) $(HEADERS)
	@tools/lint-floors $(FILES)
	@$(if $(FILES),,touch $@)

$(OUT)/errors: tools/lint-errors $(CORE) $(GLUE) $(HEADERS)
	@tools/lint-errors $(FILES)
	@$(if $(FILES),,touch $@)

$(OUT)/trust: tools/lint-trust $(CORE) $(GLUE) $(HEADERS)
	@tools/lint-trust $(FILES)
	@$(if $(FILES),,touch $@)

$(OUT)/sql: tools/lint-sql tools/sql-templates.awk $(MODULES)
	@tools/lint-sql $(FILES)
	@$(if $(FILES),,touch $@)

-include $(wildcard $(STAMPS:=.d))
