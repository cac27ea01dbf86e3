# Scripts of tools/ source this file and call ensure_packages, which installs the Debian packages
# that a goal of the Makefile needs if they are missing.

# has_pgtap MAJOR: true if pgTAP is installed for a major of PostgreSQL. It looks for the file and
# not for the package, because Debian has no pgTAP package for a major that is not yet released.
has_pgtap() {
    [ -e "/usr/share/postgresql/$1/extension/pgtap.control" ]
}

# postgres_packages GOAL: prints the packages of PostgreSQL that a goal needs. They are those of the
# major that is already installed with the server's build files, or else of Debian's newest major.
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

# Print the packages of Node.js, unless the machine already has node and npm from any source.
node_packages() {
    { command -v node && command -v npm; } >/dev/null || echo nodejs npm
}

# Print the build dependencies that debian/control.in lists. debhelper-compat is a virtual package
# that stands for debhelper.
build_dependencies() {
    sed -n '/^Build-Depends:/,/^[A-Z]/s/^ \([a-z0-9+.-]*\).*/\1/p' debian/control.in |
        sed 's/^debhelper-compat$/debhelper/'
}

# packages_for GOAL: prints the packages that a goal of the Makefile needs. A goal without a case
# below needs only what 'demo' needs: the compiler, ICU and PostgreSQL.
packages_for() {
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

# missing_packages GOAL: prints those packages of a goal that are not installed, one on a line.
missing_packages() {
    local package
    for package in $(packages_for "$1"); do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
            echo "$package"
    done
}

# without_main_cluster COMMAND...: runs a command that installs packages. The first package of
# PostgreSQL on a machine makes and starts a cluster named "main"; a temporary file of configuration
# prevents this. Return the status of the command.
without_main_cluster() {
    local dropin=/etc/postgresql-common/createcluster.d/motcua-set-up.conf status=0
    apt_install postgresql-common || return
    mkdir -p "${dropin%/*}"
    echo 'create_main_cluster = false' >"$dropin"
    "$@" || status=$?
    rm -f "$dropin"
    return $status
}

# apt_install PACKAGE...: installs packages; the output of apt-get goes to build/apt.log.
apt_install() {
    apt-get install -y --no-install-recommends "$@" >>build/apt.log 2>&1 || {
        tail -n 20 build/apt.log >&2
        return 1
    }
}

# ensure_packages GOAL: installs the missing packages of a goal if root calls it. For another user
# it prints which packages are missing and fails.
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
    # apt knows the newest major of PostgreSQL only after the update.
    missing=$(missing_packages "$1" | xargs)
    echo "Installing Debian packages: $missing"
    # shellcheck disable=SC2086 # "missing" is a list of words.
    without_main_cluster apt_install $missing
}
