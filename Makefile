# motcua is built with PGXS: `make`, `make install` and `make installcheck` work as in any
# extension. The goals in SETUP_GOALS are for developers. They install and start what they need by
# themselves. Each of them runs the script in tools/ that has its name; the goals in DEV_GOALS run
# tools/dev.

EXTENSION   = motcua
here       := $(dir $(lastword $(MAKEFILE_LIST)))
EXTVERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" $(here)motcua.control)

# The goals for developers must work on a machine without PostgreSQL's build files, so they do not
# include PGXS.
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
# The headers of PostgreSQL before 19 are not valid C23, which is the default language of GCC 15.
# The headers of PostgreSQL 19 need C23. -MMD and -MP write a file beside each object that lists the
# headers which the object includes. -fno-semantic-interposition and -Bsymbolic let calls inside the
# library go straight to their target, so that a function of the same name in another library cannot
# take the call.
LANGUAGE    = $(if $(filter 15 16 17 18,$(MAJORVERSION)),-std=gnu11)
PG_CFLAGS   = $(LANGUAGE) -MMD -MP -fno-semantic-interposition $(MOTCUA_CFLAGS)
SHLIB_LINK  = -Wl,-Bsymbolic -licui18n -licuuc

SQL_MODULES = $(sort $(wildcard $(srcdir)/sql/install/[0-9][0-9]-*.sql))
INSTALL_SQL = sql/motcua--$(EXTVERSION).sql
DELTAS      = $(wildcard $(srcdir)/sql/updates/*--$(EXTVERSION).sql)
UPDATE_SQL  = $(patsubst $(srcdir)/sql/updates/%,sql/motcua--%,$(DELTAS))
DATA_built  = $(INSTALL_SQL) $(UPDATE_SQL)
# DATA has the scripts of earlier releases. The scripts of this version are built even if they were
# released, and lint compares them with the released ones. PGXS adds srcdir to the names in DATA.
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

# A VPATH build needs folders for the objects, and PGXS does not make them.
$(OBJS) $(OBJS:.o=.bc) $(DATA_built): | build-folders
.PHONY: build-folders
build-folders:
	@mkdir -p $(sort $(dir $(OBJS))) sql

# pg_regress of PostgreSQL 15 looks for expected/ only in the folder where it runs. The goal is an
# absolute path, because with a relative path make finds the folder of the sources through VPATH.
ifdef VPATH
installcheck: $(CURDIR)/expected
$(CURDIR)/expected:
	ln -s $(srcdir)/expected $@
endif

# PGXS compiles bitcode without -MMD, so each file of bitcode depends on all headers.
HEADERS     = $(foreach depth,src src/* src/*/*,$(wildcard $(srcdir)/$(depth)/*.h))
$(OBJS): $(srcdir)/motcua.control
$(OBJS:.o=.bc): $(HEADERS) $(srcdir)/motcua.control
-include $(OBJS:.o=.d)

# If a generator fails, make deletes the incomplete script.
.DELETE_ON_ERROR:

# The install script is the sequence of all modules, with the statements of their templates.
TEMPLATES   = $(srcdir)/tools/sql-templates.awk $(wildcard $(srcdir)/sql/install/templates/*.sql.in)
$(INSTALL_SQL): $(SQL_MODULES) $(TEMPLATES) $(srcdir)/motcua.control
	LC_ALL=C awk -f $(srcdir)/tools/sql-templates.awk $(SQL_MODULES) > $@

# An update script repeats all functions, views, aggregates and comments, as
# sql/updates/README.md explains.
TO_UPDATE   = $(srcdir)/tools/update-script.awk
$(UPDATE_SQL): sql/motcua--%.sql: $(srcdir)/sql/updates/%.sql $(TO_UPDATE) $(INSTALL_SQL)
	LC_ALL=C awk -f $(TO_UPDATE) $(filter %.sql,$^) > $@

endif
