# The checks of tools/lint that look at one file or one kind of file. Each leaves a stamp in OUT
# when it finds nothing, so the next run checks only what has changed. FILES, if given, are the
# only files to check. tools/lint calls this file from the root of the tree and gives OUT,
# SERVER_HEADERS and CLANG_FORMAT.

# Without its built-in rules make would compile tools/generate-fold.c into the script
# tools/generate-fold.
MAKEFLAGS += --no-builtin-rules

CORE      := $(wildcard src/core/*/*.c)
GLUE      := $(filter-out $(CORE),$(wildcard src/*.c src/*/*.c src/*/*/*.c))
HEADERS   := $(wildcard src/*/*.h src/*/*/*.h)
TOOLS     := $(wildcard tools/*.c)
UNITS     := $(wildcard test/core/*.[ch] test/core/*/*.[ch])
LIBRARIES := $(shell grep -rlE --exclude-dir=node_modules '^\# Sourced:' tools demo test .ci)
SCRIPTS   := $(LIBRARIES) debian/tests/installcheck debian/tests/pgtap \
             $(shell grep -rlE --exclude-dir=node_modules '^\#!/usr/bin/env bash' tools demo test .ci)
MODULES   := $(wildcard sql/install/*.sql sql/install/templates/*.sql.in)
FORMATTED := $(filter-out %_data.h,$(CORE) $(GLUE) $(HEADERS) $(TOOLS) $(UNITS))

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

# PostgreSQL's own headers are system headers: their warnings are not ours.
CORE_FLAGS := -std=c11 -O2 -Isrc -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes \
              -Wconversion -Wno-sign-conversion -Werror
# The headers of PostgreSQL before 19 are C11, those of 19 are C23: see the Makefile.
MAJOR      := $(shell sed -n 's/^.define PG_MAJORVERSION_NUM //p' $(SERVER_HEADERS)/pg_config.h)
STANDARD   := $(if $(filter 15 16 17 18,$(MAJOR)),-std=gnu11,-std=gnu2x)
GLUE_FLAGS := $(STANDARD) -O2 -fPIC -Isrc -isystem $(SERVER_HEADERS) -Wall -Wextra -Wshadow \
              -Wmissing-prototypes -Wno-unused-parameter -Wno-missing-field-initializers \
              -DMOTCUA_VERSION='"lint"' -Werror
flags = $(if $(filter $(CORE) $(TOOLS) src/core/%,$1),$(CORE_FLAGS),$(GLUE_FLAGS))

.PHONY: all
all: $(STAMPS)
$(STAMPS): tools/lint.mk

# $(call compiled,COMPILER): compiles one source; the stamp is the object.
compiled = @mkdir -p $(@D); $1 $(call flags,$<) -MMD -MP -MF $@.d -MT $@ -c $< -o $@
$(OUT)/%.gcc: %
	$(call compiled,gcc)
$(OUT)/%.clang: %
	$(call compiled,clang)

# A header needs no other before it, but in the glue postgres.h, which every source includes first.
# The generated *_data.h are the tables of one source each and no headers.
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
