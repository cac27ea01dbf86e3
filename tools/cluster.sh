# Sourced: builds the extension, installs it into a stage and runs a server on that stage. A server
# lives in a folder of its own, $CLUSTER: data, stage, socket, log. Nothing outside that folder is
# touched.

PG_CONFIG=$(tools/pg-config)
PG_BIN=$("$PG_CONFIG" --bindir)
PG_MAJOR=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
export PG_CONFIG PG_BIN PG_MAJOR
SERVER_ENVIRONMENT=()   # variables for the server alone, NAME=VALUE
SERVER_PROGRAM=         # in the place of postgres
SERVER_SETTINGS=        # lines of postgresql.conf beside those below

# The server refuses to run as root: root runs it as the unprivileged user that Debian's package
# makes. Commands start in the cluster's folder, because that user may not be able to read the
# caller's.
as_server_user() (
    cd "$CLUSTER" || exit
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
)

# is_unchanged FILE TEXT: true if FILE holds TEXT; else TEXT is written to it.
is_unchanged() {
    [ "$(cat "$1" 2>/dev/null)" = "$2" ] || { echo "$2" >"$1" && return 1; }
}

# make compares times only: it does not see that flags have changed or that a source file is gone.
build_extension() {
    local sources options=(with_llvm=no PG_CONFIG="$PG_CONFIG" MOTCUA_CFLAGS="${MOTCUA_CFLAGS:-}")
    is_unchanged build/flags "${options[*]}" || find src -name '*.o' -delete
    sources=$(find src sql -name '*.[ch]' -o -path 'sql/*/*.sql' -o -name '*.sql.in' | sort)
    is_unchanged build/sources "$sources" || {
        rm -f motcua.so
        options+=(-W sql/install/00-header.sql)   # as if this module had changed
    }
    make -s -j"$(nproc)" "${options[@]}" >build/make.log 2>&1 || {
        rm -f build/sources
        cat build/make.log >&2
        return 1
    }
}

# stage_extension DIR: what `make install` would put under /usr goes under DIR.
stage_extension() {
    make -s install with_llvm=no PG_CONFIG="$PG_CONFIG" DESTDIR="$1" >build/install.log 2>&1 || {
        cat build/install.log >&2
        return 1
    }
    chmod -R go+rX "$1"
}

# Debian's servers up to 17 take a staged extension by extension_destdir, 18 and later by
# extension_control_path.
staged_settings() {
    local sharedir pkglibdir
    sharedir=$1$("$PG_CONFIG" --sharedir)
    pkglibdir=$1$("$PG_CONFIG" --pkglibdir)
    if [ "$PG_MAJOR" -ge 18 ]; then
        echo "extension_control_path = '$sharedir:\$system'"
    else
        echo "extension_destdir = '$1'"
    fi
    echo "dynamic_library_path = '$pkglibdir:\$libdir'"
}

server_settings() {  # DIR
    cat <<CONF
listen_addresses = ''
unix_socket_directories = '$1'
fsync = off
synchronous_commit = off
full_page_writes = off
autovacuum = off
shared_buffers = 256MB
max_connections = 40
timezone = 'UTC'
lc_messages = 'C'
log_destination = 'stderr'
CONF
    staged_settings "$1/stage"
    echo "$SERVER_SETTINGS"
}

# make_data: a new data directory in $CLUSTER.
make_data() {
    [ "$(id -u)" -ne 0 ] || chown postgres "$CLUSTER"
    as_server_user "$PG_BIN/initdb" -D "$CLUSTER/data" -N -A trust -U postgres -E UTF8 \
        --locale=C.UTF-8 >"$CLUSTER/initdb.log" 2>&1 || { cat "$CLUSTER/initdb.log" >&2; return 1; }
    server_settings "$CLUSTER" >>"$CLUSTER/data/postgresql.conf"
}

start_server() {
    as_server_user env "${SERVER_ENVIRONMENT[@]}" "$PG_BIN/pg_ctl" \
        ${SERVER_PROGRAM:+-p "$SERVER_PROGRAM"} -D "$CLUSTER/data" \
        -l "$CLUSTER/server.log" -s -w start ||
        { cat "$CLUSTER/server.log" >&2; return 1; }
}

stop_server() {
    if [ -f "$CLUSTER/data/postmaster.pid" ]; then
        as_server_user "$PG_BIN/pg_ctl" -D "$CLUSTER/data" -s -m immediate stop || true
    fi
}

# Clients find the server of $CLUSTER by their environment.
point_clients() {
    unset PGPORT PGSERVICE PGPASSWORD PGOPTIONS
    export PGHOST=$CLUSTER PGUSER=postgres PGDATABASE=postgres PATH="$PG_BIN:$PATH" CLUSTER
}

# start_cluster: a throwaway server in a temporary folder, gone when the script ends.
start_cluster() {
    CLUSTER=$(mktemp -d "${TMPDIR:-/tmp}/motcua.XXXXXX")
    trap stop_cluster EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    stage_extension "$CLUSTER/stage"
    make_data && start_server || return
    point_clients
}

stop_cluster() {
    trap - EXIT
    stop_server
    rm -rf "$CLUSTER"
}
