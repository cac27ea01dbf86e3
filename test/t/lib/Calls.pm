package Calls;

# Make SQL statements that call every routine, operator and cast of the extension, from what the
# catalog says of them.
use strict;
use warnings;
use Exporter qw(import);
use JSON::PP;
use Psql qw(psql);
use Values qw(value_of edges_of);
our @EXPORT_OK = qw(routines systematic_calls random_call);

sub pick { return $_[ int rand @_ ] }

# Return a hash for each routine: its SQL; its kind (a kind of pg_proc, o for an operator, c for a
# cast); true values if it changes something, returns rows, or returns nothing that has a text; how
# many arguments have defaults; the types and names of all arguments.
sub routines {
    my ($database) = @_;
    my $rows = psql(
        $database, q{
        SET search_path = pg_catalog;
        WITH member AS (SELECT d.classid, d.objid
                        FROM pg_depend AS d JOIN pg_extension AS e ON e.oid = d.refobjid
                        WHERE d.refclassid = 'pg_extension'::regclass
                          AND d.deptype = 'e'
                          AND e.extname = 'motcua'),
             routine (sql, kind, changes, rows, mute, defaults, as_array, types, names) AS (
                 SELECT format('%s.%I', p.pronamespace::regnamespace, p.proname), p.prokind,
                        p.provolatile = 'v', p.proretset OR p.prorettype = 'record'::regtype,
                        p.prorettype IN ('internal'::regtype, 'void'::regtype,
                                         'trigger'::regtype),
                        pronargdefaults, provariadic <> 0,
                        ARRAY(SELECT format_type(p.proargtypes[i], NULL)
                              FROM generate_series(0, pronargs - 1) AS i ORDER BY i),
                        ARRAY(SELECT quote_ident(coalesce(p.proargnames[i + 1], ''))
                              FROM generate_series(0, pronargs - 1) AS i ORDER BY i)
                 FROM pg_proc AS p
                 WHERE p.oid IN (SELECT objid FROM member WHERE classid = 'pg_proc'::regclass)
                    OR p.pronamespace = to_regnamespace('hostile') AND prokind = 'a'
                 UNION ALL
                 SELECT format('OPERATOR(%s.%s)', o.oprnamespace::regnamespace, o.oprname), 'o',
                        false, false, false, 0, false,
                        ARRAY[format_type(oprleft, NULL), format_type(oprright, NULL)], '{a,b}'
                 FROM pg_operator AS o
                 WHERE oid IN (SELECT objid FROM member WHERE classid = 'pg_operator'::regclass)
                 UNION ALL
                 SELECT casttarget::regtype::text, 'c', false, false, false, 0, false,
                        ARRAY[format_type(castsource, NULL)], '{v}'
                 FROM pg_cast
                 WHERE oid IN (SELECT objid FROM member WHERE classid = 'pg_cast'::regclass))
        SELECT to_json(r)::text FROM routine AS r ORDER BY kind, sql, types} );
    my $json = JSON::PP->new->boolean_values( 0, 1 );
    return map { $json->decode($_) } split /\n/, $rows;
}

# Return the keyword that must stand before the array of an argument that may also be given as
# single values.
sub variadic {
    my ( $routine, $at ) = @_;
    return $routine->{as_array} && $at == $#{ $routine->{types} } ? 'VARIADIC ' : '';
}

# Return a call with these values. An undef among the last values leaves an argument to its default.
sub statement {
    my ( $routine, @values ) = @_;
    my ( $kind, $sql )       = @$routine{qw(kind sql)};
    return "SELECT ($values[0] $sql $values[1])::text" if $kind eq 'o';
    return "SELECT ($values[0])::$sql\::text"          if $kind eq 'c';
    my @given = grep { defined $values[$_] } 0 .. $#values;
    my $named =
        @given && !grep { $routine->{names}[$_] eq '' || $routine->{names}[$_] eq '""' } @given;
    my @arguments = map { $named ? "$routine->{names}[$_] => $values[$_]" : $values[$_] } @given;
    $arguments[-1] = variadic( $routine, $given[-1] ) . $arguments[-1] if @given;
    my $call = "$sql(" . join( ', ', @arguments ) . ')';
    return "SELECT length(string_agg(x::text, '')) FROM $call AS x" if $routine->{rows};
    return $routine->{mute} ? "SELECT $call" : "SELECT ($call)::text";
}

# Return a statement that aggregates a few rows: all together, in a moving frame, in groups, or no
# row at all.
sub aggregate_statement {
    my ( $routine, @rows ) = @_;
    my $n      = 0;
    my $list   = join ', ', map { '(' . join( ', ', $n++, @$_ ) . ')' } @rows;
    my $inputs = join ', ', map {"a$_"} 1 .. @{ $routine->{types} };
    my $from   = "FROM (VALUES $list) AS v (n, $inputs)";
    my $call   = "$routine->{sql}($inputs)";
    return pick(
        "SELECT ($call)::text $from",
        "SELECT ($call OVER (ORDER BY n ROWS BETWEEN 1 PRECEDING AND CURRENT ROW))::text $from",
        "SELECT ($call OVER (ORDER BY n
                             ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING
                                 EXCLUDE CURRENT ROW))::text $from",
        "SELECT ($call OVER (PARTITION BY n % 2))::text $from",
        "SELECT ($call)::text $from GROUP BY n % 2",
        "SELECT ($call FILTER (WHERE n > 1))::text $from GROUP BY ROLLUP (n)",
    );
}

sub values_for {
    my ( $routine, $edge ) = @_;
    my ( $types, $names )  = @$routine{qw(types names)};
    return map { value_of( $types->[$_], $names->[$_], $edge ) } 0 .. $#$types;
}

# Leave each argument that has a default out by chance.
sub without_some {
    my ( $routine, @values ) = @_;
    return @values if !$routine->{defaults};
    my $keep = $routine->{defaults} > 5 ? 0.15 : 0.6;
    $values[$_] = rand() < $keep ? $values[$_] : undef
        for @values - $routine->{defaults} .. $#values;
    return @values;
}

# Hide the values from the planner, so that it cannot make the call while it plans the statement.
sub hidden_from_planner {
    my (@values) = @_;
    return map { defined && !/^\(SELECT/ ? "(SELECT $_)" : $_ } @values;
}

# Return a statement that calls the routine for several rows of values, so that what a call site
# caches meets other values.
sub over_rows {
    my ( $routine, @rows ) = @_;
    my $n      = 0;
    my @inputs = map            {"a$_"} 1 .. @{ $routine->{types} };
    my $list   = join ', ', map { '(' . join( ', ', @$_ ) . ')' } @rows;
    my $inner  = statement( $routine, map {"v.$_"} @inputs );
    return "SELECT ($inner) FROM (VALUES $list) AS v (" . join( ', ', @inputs ) . ')';
}

# Return calls that have an edge value in one argument and plain values in the others, for every
# edge value of every argument.
sub systematic_calls {
    my ($routine) = @_;
    my $types = $routine->{types};
    my @calls;
    return statement($routine) if !@$types;
    for my $at ( 0 .. $#$types ) {
        for my $edge ( edges_of( $types->[$at] ) ) {
            my @values = values_for( $routine, 0 );
            $values[$at] = $edge;
            push @calls,
                $routine->{kind} eq 'a'
                ? aggregate_statement( $routine, [ values_for( $routine, 0 ) ], \@values )
                : statement( $routine, @values );
        }
    }
    return @calls;
}

sub random_call {
    my ($routine) = @_;
    my $edge = pick( 0, 0.1, 0.3, 0.6 );
    return aggregate_statement(
        $routine,
        map { [ values_for( $routine, $edge ) ] } 1 .. pick( 1, 2, 3, 6 )
    ) if $routine->{kind} eq 'a';
    return statement($routine) if !@{ $routine->{types} };
    my $how = rand;
    return over_rows( $routine, map { [ values_for( $routine, $edge ) ] } 1 .. 3 )
        if $how < 0.15 && !$routine->{changes} && !$routine->{mute};
    my @values = without_some( $routine, values_for( $routine, $edge ) );
    return statement( $routine, $how < 0.4 ? hidden_from_planner(@values) : @values );
}

1;
