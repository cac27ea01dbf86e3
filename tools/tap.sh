# tools/test and the other scripts that run tests source this file. Its functions run the steps of
# a test run, whose logs are in the Test Anything Protocol (TAP), and add up their results.

passed=0
failed=0

# count_tap FILE: adds the results in a TAP log to "passed" and "failed". It fails if the log has no
# result.
count_tap() {
    local ok not_ok
    ok=$(grep -cE '^[[:space:]]*ok [0-9]+' "$1")
    not_ok=$(grep -cE '^[[:space:]]*not ok [0-9]+' "$1")
    passed=$((passed + ok))
    failed=$((failed + not_ok))
    [ $((ok + not_ok)) -gt 0 ]
}

# step NAME COMMAND...: runs a command that prints TAP into build/test-NAME.log, counts its results
# and prints the failures. If the command fails without a "not ok", the step counts as one failure.
# The duration in seconds goes to build/test-seconds.
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

# single TITLE COMMAND...: runs a command and prints its success or failure as one result in TAP.
single() {
    if "${@:2}"; then echo "ok 1 - $1"; else echo "not ok 1 - $1"; fi
}

# Drop the database in which the pgTAP tests run, and make a new one.
make_pgtap_database() {
    psql -qX -v ON_ERROR_STOP=1 -c 'DROP DATABASE IF EXISTS pgtap' -c 'CREATE DATABASE pgtap' &&
        psql -qX -v ON_ERROR_STOP=1 -d pgtap -c 'CREATE EXTENSION pgtap' \
            -c 'CREATE EXTENSION motcua'
}

# Run all pgTAP tests; prints TAP.
pgtap() {
    make_pgtap_database && pg_prove --verbose --dbname pgtap --pset pager=off test/pgtap/*/*.sql
}

# installcheck REGRESS=NAMES ISOLATION=NAMES: runs the regression tests with these names; an empty
# list skips the kind, and a missing argument means all tests of the kind. If a test fails, the
# function prints the differences from the expected output and returns 1.
installcheck() {
    rm -f regression.diffs output_iso/regression.diffs
    make -s installcheck with_llvm=no PG_CONFIG="$PG_CONFIG" "$@" && return
    cat regression.diffs output_iso/regression.diffs 2>/dev/null
    return 1
}

# Run the regression and the isolation tests and print their results as TAP. pg_regress prints TAP
# only from PostgreSQL 16 on; sed translates the lines of earlier majors.
regress_as_tap() {
    { installcheck ISOLATION=; installcheck REGRESS=; } | sed -E '
        s/^test ([a-z_0-9]+) +\.\.\. ok.*/ok 1 - \1/
        s/^test ([a-z_0-9]+) +\.\.\. FAILED.*/not ok 1 - \1/; s/^(not )?ok [0-9]+ +[-+]/\1ok 1 -/'
}

# Print the sum of all steps, which is the last line of every run. It fails if any test failed.
report() {
    echo "$passed passed, $failed failed"
    [ $failed -eq 0 ]
}
