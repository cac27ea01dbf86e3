# Sourced: a copy of the working tree as it is, uncommitted changes included, what was built
# excluded.

copy_tree() {  # DIR
    mkdir -p "$1"
    tar -c --exclude=./.git --exclude=./build --exclude='./build-*' --exclude=node_modules \
        --exclude=./results --exclude=./output_iso --exclude='./regression.*' --exclude='*.o' \
        --exclude='*.d' --exclude='*.bc' --exclude='*.so' --exclude='./sql/motcua--*.sql' . |
        tar -x --no-same-owner -C "$1"
}
