# Sourced: the Debian packages that the developer goals need, installed only when missing.

# Whoever installed it: Debian has no package of it for a major that is not released.
has_pgtap() {  # MAJOR
    [ -e "/usr/share/postgresql/$1/extension/pgtap.control" ]
}

# Where a major with its server's build files is already present, that one is
# used; else Debian's own.
postgres_packages() {
    local pg_config major
    pg_config=$(tools/pg-config)
    if [ -f "$("$pg_config" --pgxs 2>/dev/null)" ] && [ -x "$("$pg_config" --bindir)/initdb" ]; then
        major=$("$pg_config" --version | sed 's/[^0-9]*\([0-9]*\).*/\1/')
    else
        major=$(apt-cache search --names-only '^postgresql-server-dev-[0-9]+$' 2>/dev/null |
            sed -E 's/^postgresql-server-dev-([0-9]+) .*/\1/' | sort -n | tail -n 1)
        major=${major:-15}
    fi
    echo "postgresql-$major postgresql-server-dev-$major"
    [ "$1" != test ] || has_pgtap "$major" || echo "postgresql-$major-pgtap"
    [ "$1" = bench ] && echo "postgresql-$major-orafce"
    return 0
}

# A node that is there already, Debian's or not, is the one to use.
node_packages() {
    { command -v node && command -v npm; } >/dev/null || echo nodejs npm
}

# Those of debian/control.in, whose levels of compatibility are one package.
build_dependencies() {
    sed -n '/^Build-Depends:/,/^[A-Z]/s/^ \([a-z0-9+.-]*\).*/\1/p' debian/control.in |
        sed 's/^debhelper-compat$/debhelper/'
}

packages_for() {  # GOAL: a name of SETUP_GOALS that has needs of its own, else 'demo'
    local site='python3-markdown python3-pygments'
    [ "$1" != docs ] || { echo "$site"; return; }
    echo gcc make libc6-dev libicu-dev
    postgres_packages "$1"
    case $1 in
        test)
            echo git libtap-parser-sourcehandler-pgtap-perl libcmocka-dev libswe-dev \
                clang clang-format libclang-rt-dev shellcheck python3-pglast \
                unixodbc odbc-postgresql python3-pyodbc libpostgresql-jdbc-java \
                default-jdk-headless python3-psycopg2 python3-psycopg libdbd-pg-perl \
                chromium fonts-noto-core "$site" python3-jinja2
            node_packages
            ;;
        bench) echo python3-jinja2 python3-matplotlib ;;
        coverage) packages_for test && echo gcovr ;;
        valgrind) packages_for test && echo valgrind libc6-dbg ;;
        sqlsmith) echo sqlsmith ;;
        analyze) echo clang-tidy cppcheck clang-tools ;;
        dashboard) echo chromium fonts-noto-core ca-certificates && node_packages ;;
        deb) echo build-essential dpkg-dev && build_dependencies ;;
        dist) echo git unzip python3-jsonschema ;;
    esac
}

missing_packages() {
    local package
    for package in $(packages_for "$1"); do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            echo "$package"
    done
}

# A first PostgreSQL package makes and starts a cluster "main"; a drop-in keeps
# the machine as it was.
without_main_cluster() {
    local dropin=/etc/postgresql-common/createcluster.d/motcua-set-up.conf status=0
    apt_install postgresql-common || return
    mkdir -p "${dropin%/*}"
    echo 'create_main_cluster = false' >"$dropin"
    "$@" || status=$?
    rm -f "$dropin"
    return $status
}

apt_install() {
    apt-get install -y --no-install-recommends "$@" >>build/apt.log 2>&1 || {
        tail -n 20 build/apt.log >&2
        return 1
    }
}

# ensure_packages GOAL: as root installs what is missing; as anyone else names it and stops.
ensure_packages() {
    local missing
    export DEBIAN_FRONTEND=noninteractive
    mkdir -p build
    missing=$(missing_packages "$1" | xargs)
    [ -z "$missing" ] && return 0
    if [ "$(id -u)" -ne 0 ]; then
        echo "These Debian packages are missing: $missing" >&2
        echo "Ask an administrator to run:  apt-get install --no-install-recommends $missing" >&2
        return 1
    fi
    apt-get update >build/apt.log 2>&1 || { tail -n 20 build/apt.log >&2; return 1; }
    missing=$(missing_packages "$1" | xargs)   # the newest major is known only now
    echo "Installing Debian packages: $missing"
    # shellcheck disable=SC2086 # a list of words
    without_main_cluster apt_install $missing
}
