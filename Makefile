# motcua is built with PGXS: `make`, `make install` and `make installcheck` work
# as in any extension.
# The goals of SETUP_GOALS install and start what they need by themselves: each is a script in
# tools/, or, if it uses the development server, an argument of tools/dev.

EXTENSION   = motcua
here       := $(dir $(lastword $(MAKEFILE_LIST)))
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" $(here)motcua.control)

# These goals work on a machine without PostgreSQL's build files, so they stand
# before PGXS is looked for.
DEV_GOALS   = regress isolation pgtap tap dev-stop
SETUP_GOALS = $(DEV_GOALS) demo test unit fuzz psql bench bench-scale lint generate matrix \
              sanitize valgrind sqlsmith coverage analyze docs deb dist dashboard \
              release
ifneq (,$(filter $(SETUP_GOALS),$(MAKECMDGOALS)))

.PHONY: $(SETUP_GOALS)
$(DEV_GOALS):
	@tools/dev $@ $(ONE)
$(filter-out $(DEV_GOALS),$(SETUP_GOALS)):
	@tools/$@ $(ONE) $(FILES)

else

MODULE_big  = motcua
SOURCES     = $(foreach depth,src src/* src/*/*,$(wildcard $(srcdir)/$(depth)/*.c))
OBJS        = $(patsubst $(srcdir)/%.c,%.o,$(sort $(SOURCES)))
PG_CPPFLAGS = -I$(srcdir)/src -DMOTCUA_VERSION='"$(EXTVERSION)"'
# The compiler writes beside each object which headers it includes.
# C23, the default of GCC 15, rejects the headers of PostgreSQL before 19, which need it themselves.
# Calls inside the library go straight to their target, never through another library's symbols.
LANGUAGE    = $(if $(filter 15 16 17 18,$(MAJORVERSION)),-std=gnu11)
PG_CFLAGS   = $(LANGUAGE) -MMD -MP -fno-semantic-interposition $(MOTCUA_CFLAGS)
SHLIB_LINK  = -Wl,-Bsymbolic -licui18n -licuuc

SQL_MODULES = $(sort $(wildcard $(srcdir)/sql/install/[0-9][0-9]-*.sql))
INSTALL_SQL = sql/motcua--$(EXTVERSION).sql
DELTAS      = $(wildcard $(srcdir)/sql/updates/*--$(EXTVERSION).sql)
UPDATE_SQL  = $(patsubst $(srcdir)/sql/updates/%,sql/motcua--%,$(DELTAS))
DATA_built  = $(INSTALL_SQL) $(UPDATE_SQL)
# These are the scripts of earlier releases. Where this version is released too, its scripts are
# built all the same, and lint compares them. PGXS looks for DATA, and no other file, below srcdir.
RELEASED    = $(filter-out %--$(EXTVERSION).sql,$(wildcard $(srcdir)/sql/released/motcua--*.sql))
DATA        = $(patsubst $(srcdir)/%,%,$(RELEASED))
EXTRA_CLEAN = build results output_iso $(DATA_built) $(OBJS:.o=.d)

REGRESS     = $(patsubst $(srcdir)/test/sql/%.sql,%,$(sort $(wildcard $(srcdir)/test/sql/*.sql)))
REGRESS_OPTS = --inputdir=$(srcdir)/test --load-extension=motcua

SPECS       = $(sort $(wildcard $(srcdir)/test/isolation/specs/*.spec))
ISOLATION   = $(patsubst $(srcdir)/test/isolation/specs/%.spec,%,$(SPECS))
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
	@mkdir -p $(sort $(dir $(OBJS))) sql

# pg_regress up to 15 looks for expected/ where it runs, and nowhere else. The goal has its full
# name, or make finds the folder in VPATH.
ifdef VPATH
installcheck: $(CURDIR)/expected
$(CURDIR)/expected:
	ln -s $(srcdir)/expected $@
endif

# PGXS compiles bitcode with flags of its own, so its goals name all headers instead.
HEADERS     = $(foreach depth,src src/* src/*/*,$(wildcard $(srcdir)/$(depth)/*.h))
$(OBJS): $(srcdir)/motcua.control
$(OBJS:.o=.bc): $(HEADERS) $(srcdir)/motcua.control
-include $(OBJS:.o=.d)

# What a generator leaves when it fails is no script.
.DELETE_ON_ERROR:

# The install script is made of the modules, with the statements of their templates.
TEMPLATES   = $(srcdir)/tools/sql-templates.awk $(wildcard $(srcdir)/sql/install/templates/*.sql.in)
$(INSTALL_SQL): $(SQL_MODULES) $(TEMPLATES) $(srcdir)/motcua.control
	LC_ALL=C awk -f $(srcdir)/tools/sql-templates.awk $(SQL_MODULES) > $@

# An update script repeats all functions, views, aggregates and comments: see sql/updates/README.md.
TO_UPDATE   = $(srcdir)/tools/update-script.awk
$(UPDATE_SQL): sql/motcua--%.sql: $(srcdir)/sql/updates/%.sql $(TO_UPDATE) $(INSTALL_SQL)
	LC_ALL=C awk -f $(TO_UPDATE) $(filter %.sql,$^) > $@

endif
