# Prints SQL modules with each call of a template replaced by the template's statements:
#   LC_ALL=C awk -f tools/sql-templates.awk sql/install/*.sql
# The Makefile and scripts of tools/ that check the modules call this script.
# sql/install/templates/README.md explains how a template is called and how one is written.

# REQUIRED marks a parameter that has no value yet. No value can have a quotation mark.
BEGIN { REQUIRED = "\"" }
FNR == 1 { check_end(0) }
{ take($0, 0) }
END {
    if (failed)
        exit 1
    check_end(0)
}

# Print why the modules cannot be expanded, and end the script with status 1.
function refuse(why) {
    print "sql-templates: " FILENAME ":" FNR ": " why > "/dev/stderr"
    failed = 1
    exit 1
}

# Refuse a call at a level that is not complete where its file ends.
function check_end(level) {
    if (call[level] != "")
        refuse("'" call[level] "' does not end")
}

# Print a line of a module (level 0) or of a template (level 1 and above). If the line is a part of
# a call, add it to the call, and expand the call when it is complete.
function take(line, level,    text) {
    if (call[level] == "" && line !~ /^@/) {
        print line
        return
    }
    text = call[level] = joined(call[level], line)
    if (is_whole(text)) {
        call[level] = ""
        expand(text, level + 1)
    }
}

# Return a text with a line at its end, separated by one space.
function joined(text, line) {
    sub(/^ +/, "", line)
    return text (text == "" ? "" : " ") line
}

# True if a call is complete, which means that it ends with a semicolon outside of quotation marks.
function is_whole(text) {
    return text ~ /;$/ && gsub(/"/, "", text) % 2 == 0
}

# Print the statements of the template that a call names. `value` has the values of its parameters.
function expand(text, level,    file, line, head, found, value, used, parameter) {
    if (!match(text, /^@template [a-z_]+ /))
        refuse("'" text "' is no call of a template")
    name[level] = "template " substr(text, 11, RLENGTH - 11)
    file = FILENAME
    sub(/[^\/]*$/, "templates/" substr(text, 11, RLENGTH - 11) ".sql.in", file)
    text = substr(text, RLENGTH)
    while (!is_whole(head) && (found = getline line < file) > 0)
        if (head != "" || line ~ /^@parameters /)    # Lines before this one explain the template.
            head = joined(head, line)
    if (found < 0)
        refuse("there is no " name[level])
    if (found == 0)
        refuse(name[level] " does not state its parameters")
    bind(level, substr(head, 12), text, value)
    while ((getline line < file) > 0) {
        line = filled(level, line, value, used)
        parameter = match(line, /^@if [a-z_]+ /) ? substr(line, 5, RLENGTH - 5) : ""
        used[parameter]
        if (parameter == "" || value[parameter] != "")
            take(substr(line, parameter == "" ? 1 : RLENGTH + 1), level)
    }
    close(file)
    check_end(level)
    for (parameter in value)
        if (!(parameter in used))
            refuse(name[level] " does not use its parameter " parameter)
}

# Set the value of each parameter in a template's list to the one in the call, or to its default.
function bind(level, list, text, value,    given, parameter) {
    read_list(list, value)
    read_list(text, given)
    for (parameter in given) {
        if (!(parameter in value))
            refuse(name[level] " has no parameter " parameter)
        value[parameter] = given[parameter]
    }
    for (parameter in value)
        if (value[parameter] == REQUIRED)
            refuse(name[level] " needs the parameter " parameter)
}

# Read a list of parameters such as `type schema="motcua";` into an array of their values.
function read_list(text, values,    parameter) {
    while (match(text, /^ *[a-z_]+/)) {
        parameter = joined("", substr(text, 1, RLENGTH))
        if (parameter in values)
            refuse("the parameter " parameter " is given twice")
        text = substr(text, RLENGTH + 1)
        values[parameter] = REQUIRED
        if (match(text, /^="[^"]*"/)) {
            values[parameter] = substr(text, 3, RLENGTH - 3)
            text = substr(text, RLENGTH + 1)
        }
    }
    if (text !~ /^ *;$/)
        refuse("'" text "' is no parameter with its value in quotation marks")
}

# Return a line of a template with the values of parameters in their places, and add the names of
# these parameters to `used`.
function filled(level, line, value, used,    result, place, parameter) {
    while (match(line, /@((types|bare) )?[a-z_]+@/)) {
        place = parameter = substr(line, RSTART + 1, RLENGTH - 2)
        result = result substr(line, 1, RSTART - 1)
        line = substr(line, RSTART + RLENGTH)
        sub(/.* /, "", parameter)
        if (!(parameter in value))
            refuse(name[level] " has no parameter for @" place "@")
        used[parameter]
        result = result (place == parameter ? value[parameter] : without(place, value[parameter]))
    }
    return result line
}

# Return a list of a function's arguments without their defaults. If the place begins with "types",
# return the types of the arguments alone.
function without(place, arguments,    count, argument, i, result) {
    count = split(arguments, argument, /, */)
    for (i = 1; i <= count; i++) {
        sub(/ DEFAULT .*/, "", argument[i])
        if (place ~ /^types /)
            sub(/^[^ ]+ /, "", argument[i])
        result = result (i > 1 ? ", " : "") argument[i]
    }
    return result
}
