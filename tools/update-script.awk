# Makes the update script that CREATE EXTENSION's own script has beside it:
#   LC_ALL=C awk -f tools/update-script.awk sql/updates/OLD--NEW.sql sql/motcua--NEW.sql
# The first file is the delta, the other is the install script. The update script holds, in this
# order, the delta down to its mark, every function, view and aggregate of the install script as
# CREATE OR REPLACE, the rest of the delta, and every comment. sql/updates/README.md says what a
# delta must hold.

BEGIN {
    MARK = "-- @replay@"
    # Statements that a second run does not bear, or that would undo what a DBA has set
    # since: GRANT in an extension's script makes the present rights of the object initial
    # ones, which no dump holds.
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
/^\\/ && state == "" { next }    # psql's own lines
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

function refuse(why) {
    print "update-script: " why > "/dev/stderr"
    failed = 1
    exit 1
}

# A statement, a quote or a comment that has not ended where its file does.
function check_end() {
    sub(/^[ \t\n]+/, "", statement)
    if (state != "" || statement != "")
        refuse("the statement that begins with '" substr(statement, 1, 60) "' does not end")
}

# Adds a line to the statement that is being read. `state` is what ends the text that is being read
# now: a quotation mark, a dollar quote or the end of a comment.
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

# Quoted text belongs to the statement, a comment does not.
function keep(text) {
    if (state != "*/")
        statement = statement text
}

# The statements of a BEGIN ATOMIC body end before its function does.
function is_whole() {
    return statement !~ /[ \n]BEGIN ATOMIC[ \n]/ || statement ~ /\nEND;$/
}

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
