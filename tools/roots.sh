# Sourced: Debian roots in which `make matrix` and `make deb` test. Mirror and apt
# settings are the host's own.

MATRIX_ROOTS=${MATRIX_ROOTS:-/var/cache/motcua-matrix}
COMING_MAJOR=19   # Debian may have it in experimental alone, or not yet
skipped=0

# A root is named for the major it tests; 'upgrade' has all of them, with Debian's newest as base.
# bare-SUITE has a server and nothing to build with, deb-SUITE what makes and checks packages.
suite_of() {  # ROOT
    case $1 in
        15) echo bookworm ;;
        17) echo trixie ;;
        18 | upgrade) echo forky ;;
        19) echo sid ;;
        bare-* | deb-*) echo "${1#*-}" ;;
        *) return 1 ;;
    esac
}

title_of() {  # ROOT
    case $1 in
        bare-* | deb-*) echo "Debian ${1#*-}" ;;
        *) echo "PostgreSQL $1" ;;
    esac
}

skip() {  # TITLE REASON
    echo "$1: skipped, $2"
    skipped=$((skipped + 1))
}

fail() {  # TITLE REASON
    echo "$1: 0 passed, 1 failed, $2"
    failed=$((failed + 1))
}

# Prints why no root can be made and entered here; fails where one can.
no_roots_because() {
    if [ "$(id -u)" -ne 0 ]; then
        echo 'only root can make and enter a root'
    elif ! unshare --mount --pid --fork --ipc true 2>/dev/null; then
        echo 'namespaces are not permitted here, and without /proc half of the tests cannot run'
    elif ! command -v debootstrap >/dev/null &&
        ! { apt-get update >build/apt.log 2>&1 && apt_install debootstrap; }; then
        echo 'debootstrap is missing and cannot be installed'
    else
        return 1
    fi
}

# The mirrors that this machine's apt uses: 'main URI' and 'security URI'. MATRIX_MIRROR names
# another for the main one.
host_mirrors() {
    local codename
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    # shellcheck disable=SC2016 # apt's own fields
    apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
        awk -v release="$codename" -v own="${MATRIX_MIRROR:-}" '
            own != "" && !main++ { print "main", own }
            $2 == release && !main++ { print "main", $1 }
            $2 == release "-security" && !security++ { print "security", $1 }'
}

# sources_for SUITE: its lines for apt. A suite under development has no
# security updates of its own.
sources_for() {
    local kind uri
    host_mirrors | while read -r kind uri; do
        case $kind-$1 in
            main-*) echo "deb $uri $1 main" ;;
            security-bookworm | security-trixie) echo "deb $uri $1-security main" ;;
        esac
    done
}

# Proxies, certificates' paths and leniency about dates as on the host; a mirror that stands still
# has outdated Release files.
apt_settings() {
    apt-config dump | grep -E '^Acquire::(https?|Check-)[^ ]* "[^"]'
    cat <<'CONF'
Acquire::Check-Valid-Until "false";
Acquire::Retries "3";
Acquire::Languages "none";
APT::Install-Recommends "false";
CONF
}

reachable() {  # SUITE
    local uri file status=0
    uri=$(host_mirrors | sed -n 's/^main //p')
    [ -n "$uri" ] || return
    file=$(mktemp)
    /usr/lib/apt/apt-helper -o Acquire::Retries=2 download-file "${uri%/}/dists/$1/Release" \
        "$file" >/dev/null 2>&1 || status=$?
    rm -f "$file"
    return $status
}

# in_root ROOT COMMAND...: in namespaces of its own, so that no mount and no server outlives it.
in_root() {
    local root=$1
    shift
    cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null
    unshare --mount --pid --fork --ipc --kill-child "--root=$root" --mount-proc \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# No daemon starts in the root, no cluster is made, no manuals are unpacked.
quiet_root() {  # ROOT
    mkdir -p "$1/etc/postgresql-common"
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
    chmod 755 "$1/usr/sbin/policy-rc.d"
    echo 'create_main_cluster = false' >"$1/etc/postgresql-common/createcluster.conf"
    printf '%s\n' force-unsafe-io 'path-exclude=/usr/share/man/*' 'path-exclude=/usr/share/doc/*' \
        'path-exclude=/usr/share/locale/*' >"$1/etc/dpkg/dpkg.cfg.d/motcua"
}

configure_apt() {  # ROOT SUITE
    apt_settings >"$1/etc/apt/apt.conf.d/99motcua"
    rm -f "$1"/etc/apt/sources.list.d/*
    sources_for "$2" >"$1/etc/apt/sources.list"
    # a mirror or proxy with a certificate of the house
    if [ -d /usr/local/share/ca-certificates ]; then
        mkdir -p "$1/usr/local/share/ca-certificates"
        cp -r /usr/local/share/ca-certificates/. "$1/usr/local/share/ca-certificates/"
    fi
}

# An older debootstrap has no script for a newer suite; all of them are links to that of sid.
bootstrap() {  # ROOT SUITE
    local uri script=/usr/share/debootstrap/scripts/$2
    uri=$(host_mirrors | sed -n 's/^main //p')
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
    mkdir -p "$MATRIX_ROOTS/packages"
    http_proxy=${http_proxy:-$(apt-config dump | sed -n 's/^Acquire::http::Proxy "\(.*\)";/\1/p')} \
        debootstrap --variant=minbase --include=ca-certificates \
        --cache-dir="$MATRIX_ROOTS/packages" "$2" "$1" "$uri" "$script"
}

remove_root() {  # ROOT
    [ ! -e "$1" ] || rm -rf --one-file-system "$1"
}

remove_roots() {  # NAME...: with what an interrupted run left; after the last one the downloads that all share
    local name
    for name; do
        remove_root "$MATRIX_ROOTS/$name"
        remove_root "$MATRIX_ROOTS/$name.new"
        remove_root "$MATRIX_ROOTS/$name.run"
        rm -f "$MATRIX_ROOTS/$name.lock"
    done
    [ -d "$MATRIX_ROOTS" ] &&
        [ -z "$(find "$MATRIX_ROOTS" -mindepth 1 -maxdepth 1 ! -name packages)" ] &&
        rm -rf "$MATRIX_ROOTS"
    return 0
}

# Experimental gives the packages of the coming major, and no others.
add_experimental() {  # ROOT
    reachable experimental || return 0
    sources_for experimental >>"$1/etc/apt/sources.list"
    printf '%s\n' "Package: src:postgresql-$COMING_MAJOR" 'Pin: release a=experimental' \
        'Pin-Priority: 500' >"$1/etc/apt/preferences.d/motcua"
}

# pgTAP is SQL alone: a major for which Debian has no package of it takes that of the one before.
borrow_pgtap() {  # ROOT MAJOR
    # shellcheck disable=SC2016 # for the shell in the root
    in_root "$1" bash -c 'apt-cache show "postgresql-$1-pgtap" >/dev/null 2>&1 && exit
        folder=$(mktemp -d) && cd "$folder" && apt-get download "postgresql-$2-pgtap" &&
            dpkg -x postgresql-"$2"-pgtap_*.deb . &&
            cp usr/share/postgresql/"$2"/extension/pgtap* "/usr/share/postgresql/$1/extension/" &&
            rm -r "$folder"' - "$2" $(($2 - 1))
}

# Everything `make test` needs, so that a later run needs no network.
install_packages() {  # ROOT MAJOR
    [ "$2" != "$COMING_MAJOR" ] || add_experimental "$1"
    put_tree "$1" &&
        in_root "$1" bash -c 'update-ca-certificates; apt-get update && apt-get install -y "$@"' - \
            make "postgresql-$2" "postgresql-server-dev-$2" &&
        borrow_pgtap "$1" "$2" &&
        in_root "$1" bash -c 'cd /srv/motcua && . tools/packages.sh && ensure_packages test' &&
        in_root "$1" apt-get clean
}

# All majors side by side. Their build files belong to packages that exclude each other: unpacked,
# not installed.
install_every_major() {  # ROOT
    local suite
    for suite in bookworm trixie; do sources_for "$suite" >>"$1/etc/apt/sources.list"; done
    add_experimental "$1"
    # shellcheck disable=SC2016 # for the shell in the root
    in_root "$1" bash -c 'update-ca-certificates
        apt-get update && apt-get install -y gcc make libc6-dev libicu-dev || exit
        coming=$1
        shift
        ! apt-cache show "postgresql-$coming" >/dev/null 2>&1 || set -- "$@" "$coming"
        apt-get install -y "${@/#/postgresql-}" && cd /tmp &&
            apt-get download "${@/#/postgresql-server-dev-}" || exit
        for package in postgresql-server-dev-*.deb; do
            dpkg -x "$package" / && rm "$package" || exit
        done' - "$COMING_MAJOR" 15 17 18 &&
        in_root "$1" apt-get clean
}

# The suite's own major, and no word of building.
install_server() {  # ROOT
    # shellcheck disable=SC2016 # for the shell in the root
    in_root "$1" bash -c 'update-ca-certificates; apt-get update &&
        apt-get install -y "$(apt-cache depends postgresql | sed -n "s/.*Depends: \(postgresql-[0-9]*\)$/\1/p")"' &&
        in_root "$1" apt-get clean
}

# What makes packages, and what debian/tests/ asks for besides them.
install_packaging() {  # ROOT
    # shellcheck disable=SC2016 # for the shell in the root
    put_tree "$1" &&
        in_root "$1" bash -c \
            'cd /srv/motcua && . tools/packages.sh && ensure_packages deb && major=$(basename /usr/lib/postgresql/*) &&
            apt_install lintian autopkgtest libtap-parser-sourcehandler-pgtap-perl "postgresql-$major-pgtap"' &&
        in_root "$1" apt-get clean
}

install_in() {  # ROOT NAME
    case $2 in
        upgrade) install_every_major "$1" ;;
        bare-*) install_server "$1" ;;
        deb-*) install_packaging "$1" ;;
        *) install_packages "$1" "$2" ;;
    esac
}

# A root to build packages in begins as a copy of the bare one.
new_root() {  # ROOT NAME SUITE
    if [[ $2 == deb-* ]] && [ -d "$MATRIX_ROOTS/bare-$3" ]; then
        cp -a "$MATRIX_ROOTS/bare-$3" "$1"
    else
        bootstrap "$1" "$3" && quiet_root "$1" && configure_apt "$1" "$3"
    fi
}

# build_root NAME LOG: 0 made; 1 its packages do not fit together; 2 this machine cannot make it
# (network, rights); 3 Debian does not have the coming major yet.
build_root() {
    local root=$MATRIX_ROOTS/$1 suite log=$2
    suite=$(suite_of "$1") || { echo "no Debian suite has PostgreSQL $1" >"$log"; return 1; }
    if ! reachable "$suite"; then
        echo "apt's mirror cannot be reached, or has no $suite" >"$log"
        return 2
    fi
    remove_root "$root.new"
    if ! new_root "$root.new" "$1" "$suite" >"$log" 2>&1; then
        return 2
    fi
    if ! install_in "$root.new" "$1" >>"$log" 2>&1; then
        grep -q "Unable to locate package postgresql-$COMING_MAJOR$" "$log" && return 3
        grep -qE 'Unable to locate package|no installation candidate|unmet dependencies' "$log" &&
            return 1
        return 2
    fi
    remove_root "$root"
    mv "$root.new" "$root"
}

# have_root NAME: makes it when missing, or says what became of it.
have_root() {
    local log=build/matrix-$1-root.log status=0
    [ ! -d "$MATRIX_ROOTS/$1" ] || return 0
    echo "Making the root of $(title_of "$1") in $MATRIX_ROOTS ..."
    build_root "$1" "$log" || status=$?
    [ $status -ne 0 ] || return 0
    if [ $status -eq 3 ]; then   # nothing that was to be tested is left out
        echo "$(title_of "$1"): skipped, Debian does not have it yet"
        return 1
    fi
    tail -n 10 "$log"
    if [ $status -eq 2 ]; then
        skip "$(title_of "$1")" "its root cannot be made here: $log"
    else
        fail "$(title_of "$1")" "its root cannot be made: $log"
    fi
    return 1
}

# put_copy NAME: a copy of the root with the working tree, to be spoilt: NAME.run.
put_copy() {
    remove_root "$MATRIX_ROOTS/$1.run"
    cp -a "$MATRIX_ROOTS/$1" "$MATRIX_ROOTS/$1.run"
    put_tree "$MATRIX_ROOTS/$1.run"
}

put_tree() {  # ROOT: the working tree as it is
    rm -rf --one-file-system "$1/srv/motcua"
    mkdir -p "$1/srv/motcua"
    copy_tree "$1/srv/motcua"
}
