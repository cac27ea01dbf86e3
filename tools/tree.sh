# Scripts of tools/ that build in a copy of the tree source this file from the root of the tree.

# copy_tree DIR: copies the working tree to DIR, with changes that are not committed, but without
# .git and without files that a build or a test made.
copy_tree() {
    mkdir -p "$1"
    tar -c --exclude=./.git --exclude=./build --exclude='./build-*' --exclude=node_modules \
        --exclude=./results --exclude=./output_iso --exclude='./regression.*' --exclude='*.o' \
        --exclude='*.d' --exclude='*.bc' --exclude='*.so' --exclude='./sql/motcua--*.sql' . |
        tar -x --no-same-owner -C "$1"
}
