# motcua: PGXS build. `make`, `make install` and `make installcheck` work as in any extension;
# the other goals (demo, test, lint, bench, psql) set up what they need by themselves: see tools/.

EXTENSION   = motcua
here       := $(dir $(lastword $(MAKEFILE_LIST)))
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" $(here)motcua.control)

# Goals that work on a machine without PostgreSQL's build files, so before PGXS is looked for.
SETUP_GOALS = demo test psql bench bench-scale lint generate matrix sanitize valgrind sqlsmith coverage analyze docs deb dist dashboard
ifneq (,$(filter $(SETUP_GOALS),$(MAKECMDGOALS)))

.PHONY: $(SETUP_GOALS)
$(SETUP_GOALS):
	@tools/$@

else

MODULE_big  = motcua
CORE_OBJS   = $(patsubst $(srcdir)/%.c,%.o,$(sort $(wildcard $(srcdir)/src/core/*.c)))
GLUE_OBJS   = $(patsubst $(srcdir)/%.c,%.o,$(sort $(wildcard $(srcdir)/src/*.c)))
OBJS        = $(CORE_OBJS) $(GLUE_OBJS)
PG_CPPFLAGS = -I$(srcdir)/src -DMOTCUA_VERSION='"$(EXTVERSION)"'
# Calls inside the library go straight to their target, never through another library's symbols.
# C23, the default of GCC 15, rejects the headers of PostgreSQL 15.
PG_CFLAGS   = -std=gnu11 -fno-semantic-interposition $(MOTCUA_CFLAGS)
SHLIB_LINK  = -Wl,-Bsymbolic -licui18n -licuuc

SQL_MODULES = $(sort $(wildcard $(srcdir)/sql/[0-9][0-9]-*.sql))
DATA_built  = sql/motcua--$(EXTVERSION).sql
# PGXS looks for these, and no others, below srcdir.
DATA        = $(filter-out $(DATA_built),$(patsubst $(srcdir)/%,%,$(wildcard $(srcdir)/sql/motcua--*.sql)))
EXTRA_CLEAN = build results output_iso $(DATA_built)

REGRESS     = $(patsubst $(srcdir)/test/sql/%.sql,%,$(sort $(wildcard $(srcdir)/test/sql/*.sql)))
REGRESS_OPTS = --inputdir=$(srcdir)/test --load-extension=motcua

ISOLATION   = $(patsubst $(srcdir)/test/isolation/specs/%.spec,%,$(sort $(wildcard $(srcdir)/test/isolation/specs/*.spec)))
ISOLATION_OPTS = --inputdir=$(srcdir)/test/isolation --outputdir=output_iso --load-extension=motcua

ifndef PG_CONFIG
PG_CONFIG  := $(shell $(here)tools/pg-config)
endif
PGXS       := $(shell $(PG_CONFIG) --pgxs)
include $(PGXS)

# VPATH builds need the object folders; PGXS does not make them.
$(OBJS) $(OBJS:.o=.bc) $(DATA_built): | build-folders
.PHONY: build-folders
build-folders:
	@mkdir -p src/core sql

# pg_regress up to 15 looks for expected/ where it runs, and nowhere else. By its full name, or make finds the one in VPATH.
ifdef VPATH
installcheck: $(CURDIR)/expected
$(CURDIR)/expected:
	ln -s $(srcdir)/expected $@
endif

$(OBJS): $(wildcard $(srcdir)/src/*.h $(srcdir)/src/core/*.h) $(srcdir)/motcua.control

$(DATA_built): $(SQL_MODULES) $(srcdir)/motcua.control
	cat $(SQL_MODULES) > $@

endif
