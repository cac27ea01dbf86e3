# Scripts of tools/ that need a server source this file from the root of the tree. Its functions
# build the extension, install it into a staging folder and run a server that loads it from there.
# The server keeps its data, staging folder, socket and log in one folder, $CLUSTER, and touches
# nothing outside that folder.

PG_CONFIG=$(tools/pg-config)
PG_BIN=$("$PG_CONFIG" --bindir)
PG_MAJOR=$("$PG_CONFIG" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
export PG_CONFIG PG_BIN PG_MAJOR
# A script that sources this file may set these variables before it starts the server.
SERVER_ENVIRONMENT=()   # environment variables for the server alone, as NAME=VALUE
SERVER_PROGRAM=         # the program to start instead of postgres
SERVER_SETTINGS=        # lines of postgresql.conf in addition to those of server_settings

# as_server_user COMMAND...: runs a command as the user who owns the server. The server refuses to
# run as root, so root uses the unprivileged user "postgres" that Debian's package makes. The
# command starts in the server's folder, because that user may not be able to enter the folder of
# the caller.
as_server_user() (
    cd "$CLUSTER" || exit
    if [ "$(id -u)" -eq 0 ]; then
        runuser -u postgres -- "$@"
    else
        "$@"
    fi
)

# is_unchanged FILE TEXT: true if FILE holds TEXT. If FILE does not, the function writes TEXT to it.
is_unchanged() {
    [ "$(cat "$1" 2>/dev/null)" = "$2" ] || { echo "$2" >"$1" && return 1; }
}

# Build the extension in the tree; the output of make goes to build/make.log. Because make only
# compares times, this function removes what was built with other flags or from other files.
build_extension() {
    local sources options=(with_llvm=no PG_CONFIG="$PG_CONFIG" MOTCUA_CFLAGS="${MOTCUA_CFLAGS:-}")
    is_unchanged build/flags "${options[*]}" || find src -name '*.o' -delete
    sources=$(find src sql -name '*.[ch]' -o -path 'sql/*/*.sql' -o -name '*.sql.in' | sort)
    is_unchanged build/sources "$sources" || {
        rm -f motcua.so
        options+=(-W sql/install/00-header.sql)   # make then rebuilds the install script
    }
    make -s -j"$(nproc)" "${options[@]}" >build/make.log 2>&1 || {
        rm -f build/sources
        cat build/make.log >&2
        return 1
    }
}

# stage_extension DIR: installs the files that `make install` would put under /usr below DIR.
stage_extension() {
    make -s install with_llvm=no PG_CONFIG="$PG_CONFIG" DESTDIR="$1" >build/install.log 2>&1 || {
        cat build/install.log >&2
        return 1
    }
    chmod -R go+rX "$1"
}

# staged_settings DIR: prints the settings by which a server finds the extension staged in DIR.
# Debian's servers up to 17 have extension_destdir for this; from 18 on PostgreSQL itself has
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

# server_settings DIR: prints the lines that a server in DIR has at the end of its postgresql.conf.
server_settings() {
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

# Make a new data directory in $CLUSTER.
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

# Set the environment by which psql and other clients find the server of $CLUSTER.
point_clients() {
    unset PGPORT PGSERVICE PGPASSWORD PGOPTIONS
    export PGHOST=$CLUSTER PGUSER=postgres PGDATABASE=postgres PATH="$PG_BIN:$PATH" CLUSTER
}

# Start a throwaway server in a temporary folder. The server and the folder go when the script ends.
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
