# tools/matrix, tools/deb and tools/sanitize source this file. Its functions make and enter Debian
# roots, which are folders with a Debian system of another release. A root uses the mirror and the
# settings of apt that the host has. The scripts source tools/packages.sh and tools/tree.sh before.

MATRIX_ROOTS=${MATRIX_ROOTS:-/var/cache/motcua-matrix}
COMING_MAJOR=19   # Debian has this major only in experimental, or does not have it yet.
skipped=0

# suite_of NAME: prints the Debian suite of a root. A root has the name of the major of PostgreSQL
# that is tested in it. The root 'upgrade' has all majors. The root bare-SUITE has a server and no
# tool to build with; the root deb-SUITE has the tools that make and check packages.
suite_of() {
    case $1 in
        15) echo bookworm ;;
        17) echo trixie ;;
        18 | upgrade) echo forky ;;
        19) echo sid ;;
        bare-* | deb-*) echo "${1#*-}" ;;
        *) return 1 ;;
    esac
}

# title_of NAME: prints what a root tests, for the messages to the user.
title_of() {
    case $1 in
        bare-* | deb-*) echo "Debian ${1#*-}" ;;
        *) echo "PostgreSQL $1" ;;
    esac
}

# skip TITLE REASON: tells that a test was skipped, and counts it.
skip() {
    echo "$1: skipped, $2"
    skipped=$((skipped + 1))
}

# fail TITLE REASON: tells that a test failed, and counts it.
fail() {
    echo "$1: 0 passed, 1 failed, $2"
    failed=$((failed + 1))
}

# Print why this machine cannot make and enter a root. The function fails if the machine can.
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

# Print the mirrors that apt uses on this machine, as lines 'main URI' and 'security URI'. The
# variable MATRIX_MIRROR replaces the main mirror.
host_mirrors() {
    local codename
    codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    # shellcheck disable=SC2016 # The dollar signs belong to fields of apt.
    apt-get indextargets --format '$(REPO_URI) $(RELEASE)' 'Created-By: Packages' |
        awk -v release="$codename" -v own="${MATRIX_MIRROR:-}" '
            own != "" && !main++ { print "main", own }
            $2 == release && !main++ { print "main", $1 }
            $2 == release "-security" && !security++ { print "security", $1 }'
}

# sources_for SUITE: prints the lines of sources.list for a suite. A suite that is still under
# development has no security updates.
sources_for() {
    local kind uri
    host_mirrors | while read -r kind uri; do
        case $kind-$1 in
            main-*) echo "deb $uri $1 main" ;;
            security-bookworm | security-trixie) echo "deb $uri $1-security main" ;;
        esac
    done
}

# Print the settings of apt for a root: the host's proxies, paths of certificates and checks of
# dates, and our own. The check of Release files is off, because those of a frozen mirror are
# outdated.
apt_settings() {
    apt-config dump | grep -E '^Acquire::(https?|Check-)[^ ]* "[^"]'
    cat <<'CONF'
Acquire::Check-Valid-Until "false";
Acquire::Retries "3";
Acquire::Languages "none";
APT::Install-Recommends "false";
CONF
}

# reachable SUITE: true if the main mirror has the suite and apt can download from it.
reachable() {
    local uri file status=0
    uri=$(host_mirrors | sed -n 's/^main //p')
    [ -n "$uri" ] || return
    file=$(mktemp)
    /usr/lib/apt/apt-helper -o Acquire::Retries=2 download-file "${uri%/}/dists/$1/Release" \
        "$file" >/dev/null 2>&1 || status=$?
    rm -f "$file"
    return $status
}

# in_root ROOT COMMAND...: runs a command in a root, given by its path. The command has its own
# namespaces, so that its mounts and servers end with it.
in_root() {
    local root=$1
    shift
    cp -L /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null
    unshare --mount --pid --fork --ipc --kill-child "--root=$root" --mount-proc \
        env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# quiet_root ROOT: configures a root so that packages start no daemon, make no cluster of PostgreSQL
# and unpack no manuals.
quiet_root() {
    mkdir -p "$1/etc/postgresql-common"
    printf '#!/bin/sh\nexit 101\n' >"$1/usr/sbin/policy-rc.d"
    chmod 755 "$1/usr/sbin/policy-rc.d"
    echo 'create_main_cluster = false' >"$1/etc/postgresql-common/createcluster.conf"
    printf '%s\n' force-unsafe-io 'path-exclude=/usr/share/man/*' 'path-exclude=/usr/share/doc/*' \
        'path-exclude=/usr/share/locale/*' >"$1/etc/dpkg/dpkg.cfg.d/motcua"
}

# configure_apt ROOT SUITE: writes the settings, sources and certificates of apt into a root.
configure_apt() {
    apt_settings >"$1/etc/apt/apt.conf.d/99motcua"
    rm -f "$1"/etc/apt/sources.list.d/*
    sources_for "$2" >"$1/etc/apt/sources.list"
    # The mirror or proxy may have a certificate that only this organization knows.
    if [ -d /usr/local/share/ca-certificates ]; then
        mkdir -p "$1/usr/local/share/ca-certificates"
        cp -r /usr/local/share/ca-certificates/. "$1/usr/local/share/ca-certificates/"
    fi
}

# bootstrap ROOT SUITE: makes a minimal system of a suite in the folder ROOT. An older debootstrap
# has no script for a newer suite, but all these scripts are links to the one of sid.
bootstrap() {
    local uri script=/usr/share/debootstrap/scripts/$2
    uri=$(host_mirrors | sed -n 's/^main //p')
    [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
    mkdir -p "$MATRIX_ROOTS/packages"
    http_proxy=${http_proxy:-$(apt-config dump | sed -n 's/^Acquire::http::Proxy "\(.*\)";/\1/p')} \
        debootstrap --variant=minbase --include=ca-certificates \
        --cache-dir="$MATRIX_ROOTS/packages" "$2" "$1" "$uri" "$script"
}

# remove_root ROOT: removes a root if it exists.
remove_root() {
    [ ! -e "$1" ] || rm -rf --one-file-system "$1"
}

# remove_roots NAME...: removes roots with everything that an interrupted run left of them. When no
# root remains, it also removes the downloaded packages that the roots share.
remove_roots() {
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

# add_experimental ROOT: lets apt take the coming major, and nothing else, from experimental.
add_experimental() {
    reachable experimental || return 0
    sources_for experimental >>"$1/etc/apt/sources.list"
    printf '%s\n' "Package: src:postgresql-$COMING_MAJOR" 'Pin: release a=experimental' \
        'Pin-Priority: 500' >"$1/etc/apt/preferences.d/motcua"
}

# borrow_pgtap ROOT MAJOR: copies the pgTAP of the previous major if Debian has no package for this
# major. The same files serve both, because pgTAP is written in SQL alone.
borrow_pgtap() {
    # shellcheck disable=SC2016 # The shell in the root expands the variables.
    in_root "$1" bash -c 'apt-cache show "postgresql-$1-pgtap" >/dev/null 2>&1 && exit
        folder=$(mktemp -d) && cd "$folder" && apt-get download "postgresql-$2-pgtap" &&
            dpkg -x postgresql-"$2"-pgtap_*.deb . &&
            cp usr/share/postgresql/"$2"/extension/pgtap* "/usr/share/postgresql/$1/extension/" &&
            rm -r "$folder"' - "$2" $(($2 - 1))
}

# install_packages ROOT MAJOR: installs everything that `make test` needs, so that later runs of the
# tests need no network.
install_packages() {
    [ "$2" != "$COMING_MAJOR" ] || add_experimental "$1"
    put_tree "$1" &&
        in_root "$1" bash -c 'update-ca-certificates; apt-get update && apt-get install -y "$@"' - \
            make "postgresql-$2" "postgresql-server-dev-$2" &&
        borrow_pgtap "$1" "$2" &&
        in_root "$1" bash -c 'cd /srv/motcua && . tools/packages.sh && ensure_packages test' &&
        in_root "$1" apt-get clean
}

# install_every_major ROOT: installs the servers of all majors side by side. The packages with their
# build files exclude each other, so these packages are unpacked and not installed.
install_every_major() {
    local suite
    for suite in bookworm trixie; do sources_for "$suite" >>"$1/etc/apt/sources.list"; done
    add_experimental "$1"
    # shellcheck disable=SC2016 # The shell in the root expands the variables.
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

# install_server ROOT: installs the server that the suite has by default, and no build tools.
install_server() {
    # shellcheck disable=SC2016 # The shell in the root expands the variables.
    in_root "$1" bash -c 'update-ca-certificates; apt-get update &&
        apt-get install -y "$(apt-cache depends postgresql | sed -n "s/.*Depends: \(postgresql-[0-9]*\)$/\1/p")"' &&
        in_root "$1" apt-get clean
}

# install_packaging ROOT: installs what is needed to build packages, and what debian/tests/control
# needs besides the packages.
install_packaging() {
    # shellcheck disable=SC2016 # The shell in the root expands the variables.
    put_tree "$1" &&
        in_root "$1" bash -c \
            'cd /srv/motcua && . tools/packages.sh && ensure_packages deb && major=$(basename /usr/lib/postgresql/*) &&
            apt_install lintian autopkgtest libtap-parser-sourcehandler-pgtap-perl "postgresql-$major-pgtap"' &&
        in_root "$1" apt-get clean
}

# install_in ROOT NAME: installs in the folder ROOT the packages of the root called NAME.
install_in() {
    case $2 in
        upgrade) install_every_major "$1" ;;
        bare-*) install_server "$1" ;;
        deb-*) install_packaging "$1" ;;
        *) install_packages "$1" "$2" ;;
    esac
}

# new_root ROOT NAME SUITE: makes the system of a root in the folder ROOT. A root in which packages
# are built begins as a copy of the bare root of its suite, which saves a second download.
new_root() {
    if [[ $2 == deb-* ]] && [ -d "$MATRIX_ROOTS/bare-$3" ]; then
        cp -a "$MATRIX_ROOTS/bare-$3" "$1"
    else
        bootstrap "$1" "$3" && quiet_root "$1" && configure_apt "$1" "$3"
    fi
}

# build_root NAME LOG: makes a root and writes the output to LOG. Return 0 if the root was made, 1
# if packages are missing or do not fit together, 2 if this machine cannot make the root because of
# its network or rights, and 3 if Debian does not have the coming major yet.
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

# have_root NAME: makes a root if it does not exist. If it cannot be made, the function tells why,
# counts the root as skipped or failed, and returns 1.
have_root() {
    local log=build/matrix-$1-root.log status=0
    [ ! -d "$MATRIX_ROOTS/$1" ] || return 0
    echo "Making the root of $(title_of "$1") in $MATRIX_ROOTS ..."
    build_root "$1" "$log" || status=$?
    [ $status -ne 0 ] || return 0
    if [ $status -eq 3 ]; then   # A major that Debian does not have is not counted as skipped.
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

# put_copy NAME: copies a root, with the working tree in it, to NAME.run. Tests that change a root
# use this copy.
put_copy() {
    remove_root "$MATRIX_ROOTS/$1.run"
    cp -a "$MATRIX_ROOTS/$1" "$MATRIX_ROOTS/$1.run"
    put_tree "$MATRIX_ROOTS/$1.run"
}

# put_tree ROOT: replaces /srv/motcua in a root by a copy of the working tree.
put_tree() {
    rm -rf --one-file-system "$1/srv/motcua"
    mkdir -p "$1/srv/motcua"
    copy_tree "$1/srv/motcua"
}
