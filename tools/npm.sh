# Sourced: the modules of npm that a package.json asks for.

# install_modules FOLDER PLACE: installs what FOLDER/package-lock.json lists into PLACE, where a
# copy of the list says what is there already.
install_modules() {
    mkdir -p "$2"
    cmp -s "$1/package-lock.json" "$2/node_modules/.installed" && return 0
    cp "$1/package.json" "$1/package-lock.json" "$2/"
    (cd "$2" && npm_config_cache=$PWD/cache npm_config_update_notifier=false \
        npm ci --ignore-scripts --no-audit --no-fund >install.log 2>&1) ||
        { tail -n 20 "$2/install.log" >&2; return 1; }
    cp "$2/package-lock.json" "$2/node_modules/.installed"
}
