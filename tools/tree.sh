# Sourced: a copy of the working tree as it is, uncommitted changes included, what was built excluded.

copy_tree() {  # DIR
    local built
    mkdir -p "$1"
    built=$(sed -n "s/^default_version = '\(.*\)'/.\/sql\/motcua--\1.sql/p" motcua.control)
    tar -c --exclude=./.git --exclude=./build --exclude='./build-*' --exclude=node_modules --exclude=./results --exclude=./output_iso --exclude='./regression.*' \
        --exclude='*.o' --exclude='*.bc' --exclude='*.so' --exclude="$built" . | tar -x --no-same-owner -C "$1"
}
