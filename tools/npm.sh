# This library installs modules of npm. tools/dashboard and test/t/extension/drivers.pl source it.

# install_modules FOLDER PLACE: installs the modules that FOLDER/package-lock.json lists in PLACE,
# unless the list has not changed since the last time. A copy of the list in node_modules/ tells
# what was installed.
install_modules() {
    mkdir -p "$2"
    cmp -s "$1/package-lock.json" "$2/node_modules/.installed" && return 0
    cp "$1/package.json" "$1/package-lock.json" "$2/"
    (cd "$2" && npm_config_cache=$PWD/cache npm_config_update_notifier=false \
        npm ci --ignore-scripts --no-audit --no-fund >install.log 2>&1) ||
        { tail -n 20 "$2/install.log" >&2; return 1; }
    cp "$2/package-lock.json" "$2/node_modules/.installed"
}
