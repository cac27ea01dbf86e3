# Sourced: steps of tests whose logs are TAP, and their sum.

passed=0
failed=0

# count_tap FILE: adds the results that a log in TAP states; a broken plan or no result at all is a
# failure.
count_tap() {
    local ok not_ok
    ok=$(grep -cE '^[[:space:]]*ok [0-9]+' "$1")
    not_ok=$(grep -cE '^[[:space:]]*not ok [0-9]+' "$1")
    passed=$((passed + ok))
    failed=$((failed + not_ok))
    [ $((ok + not_ok)) -gt 0 ]
}

# step NAME COMMAND...: runs a step whose log, build/test-NAME.log, is TAP. The seconds that it took
# go to build/test-seconds.
step() {
    local name=$1 log=build/test-${1//\//-}.log status=0 begun=$SECONDS
    shift
    echo "== $name"
    "$@" >"$log" 2>&1 || status=$?
    echo "$((SECONDS - begun)) $name" >>build/test-seconds
    grep -E '^[[:space:]]*not ok|^# ' "$log" | head -n 40
    if ! count_tap "$log" || { [ $status -ne 0 ] && ! grep -qE '^[[:space:]]*not ok' "$log"; }; then
        failed=$((failed + 1))
        echo "not ok: $name ended with status $status"
        tail -n 20 "$log"
    fi
}

# A step that passes or fails as one.
single() {
    if "${@:2}"; then echo "ok 1 - $1"; else echo "not ok 1 - $1"; fi
}

# The database in which the pgTAP tests run, made anew.
make_pgtap_database() {
    psql -qX -v ON_ERROR_STOP=1 -c 'DROP DATABASE IF EXISTS pgtap' -c 'CREATE DATABASE pgtap' &&
        psql -qX -v ON_ERROR_STOP=1 -d pgtap -c 'CREATE EXTENSION pgtap' \
            -c 'CREATE EXTENSION motcua'
}

pgtap() {
    make_pgtap_database && pg_prove --verbose --dbname pgtap --pset pager=off test/pgtap/*/*.sql
}

# pg_regress of PGXS, as REGRESS= and ISOLATION= among the arguments say; differences are printed.
installcheck() {
    rm -f regression.diffs output_iso/regression.diffs
    make -s installcheck with_llvm=no PG_CONFIG="$PG_CONFIG" "$@" && return
    cat regression.diffs output_iso/regression.diffs 2>/dev/null
    return 1
}

# The SQL and the isolation tests. pg_regress prints TAP from PostgreSQL 16 on; before, lines of
# its own.
regress_as_tap() {
    { installcheck ISOLATION=; installcheck REGRESS=; } | sed -E '
        s/^test ([a-z_0-9]+) +\.\.\. ok.*/ok 1 - \1/
        s/^test ([a-z_0-9]+) +\.\.\. FAILED.*/not ok 1 - \1/; s/^(not )?ok [0-9]+ +[-+]/\1ok 1 -/'
}

# The last line of every run.
report() {
    echo "$passed passed, $failed failed"
    [ $failed -eq 0 ]
}
