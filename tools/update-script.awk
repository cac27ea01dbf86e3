# Prints the update script that leads to a version:
#   LC_ALL=C awk -f tools/update-script.awk sql/updates/OLD--NEW.sql sql/motcua--NEW.sql
# The first file is the delta, the second is the install script. The update script holds, in this
# order, the delta down to its mark, every function, view and aggregate of the install script as
# CREATE OR REPLACE, the rest of the delta, and every comment. sql/updates/README.md explains what a
# delta must hold. The Makefile and tools/lint-versions call this script.

BEGIN {
    MARK = "-- @replay@"
    # An update does not repeat these statements, because they fail when they run again or undo what
    # a DBA has set since. GRANT in an extension's script makes the present rights of the object its
    # initial ones, which pg_dump leaves out.
    LEFT_OUT = "^(CREATE (SCHEMA|TYPE|DOMAIN|TABLE|UNIQUE INDEX|INDEX|TRIGGER|OPERATOR|CAST" \
        "|COLLATION|SEQUENCE|TEXT SEARCH)|ALTER|GRANT|REVOKE|DO|SET" \
        "|SELECT (pg_catalog[.])?pg_extension_config_dump)[ (]"
}

FNR == 1 {
    files++
    check_end()
}
files == 1 {
    if ($0 == MARK)
        marks++
    else if (marks)
        after = after $0 "\n"
    else
        before = before $0 "\n"
    next
}
/^\\/ && state == "" { next }    # These lines are commands of psql.
{ read_line($0 "\n") }

END {
    if (failed)
        exit 1
    check_end()
    if (marks != 1)
        refuse("the delta must have the line '" MARK "' exactly once")
    print "\\echo Use \"ALTER EXTENSION motcua UPDATE\" to load this file. \\quit"
    print "SET LOCAL search_path = pg_catalog, pg_temp;\n"
    printf "%s%s%s%s", before, replayed, after, comments
}

# Print why no update script can be made, and end the script with status 1.
function refuse(why) {
    print "update-script: " why > "/dev/stderr"
    failed = 1
    exit 1
}

# Refuse a statement, a quoted text or a comment that does not end before its file does.
function check_end() {
    sub(/^[ \t\n]+/, "", statement)
    if (state != "" || statement != "")
        refuse("the statement that begins with '" substr(statement, 1, 60) "' does not end")
}

# Add a line to the current statement. Inside of quoted text or a comment, `state` is the mark that
# ends it: a quotation mark, a dollar quote or the end of a comment. Elsewhere `state` is empty.
function read_line(line,    at, token) {
    while (line != "") {
        if (state != "") {
            if (!(at = index(line, state))) {
                keep(line)
                return
            }
            keep(substr(line, 1, at + length(state) - 1))
            line = substr(line, at + length(state))
            state = ""
        } else if (match(line, /['";]|--|\/\*|[$][A-Za-z_]*[$]/)) {
            token = substr(line, RSTART, RLENGTH)
            at = RSTART + RLENGTH
            statement = statement substr(line, 1, RSTART - 1)
            line = substr(line, at)
            if (token == "--")
                line = "\n"
            else if (token == "/*")
                state = "*/"
            else {
                statement = statement token
                if (token != ";")
                    state = token
                else if (is_whole())
                    end_statement()
            }
        } else {
            statement = statement line
            return
        }
    }
}

# Add a text to the current statement, unless it is a part of a comment.
function keep(text) {
    if (state != "*/")
        statement = statement text
}

# True if the semicolon that was just read ends the statement. Inside of a BEGIN ATOMIC body a
# semicolon only ends a statement of the function.
function is_whole() {
    return statement !~ /[ \n]BEGIN ATOMIC[ \n]/ || statement ~ /\nEND;$/
}

# Sort the current statement by its kind: it is replayed, kept as a comment, left out or refused.
function end_statement() {
    sub(/^[ \t\n]+/, "", statement)
    if (statement ~ /^CREATE (FUNCTION|PROCEDURE|VIEW|AGGREGATE) /)
        replayed = replayed "CREATE OR REPLACE" substr(statement, length("CREATE") + 1) "\n"
    else if (statement ~ /^COMMENT ON /)
        comments = comments statement "\n"
    else if (statement !~ LEFT_OUT)
        refuse("it is not known whether to replay '" substr(statement, 1, 60) "'")
    statement = ""
}
