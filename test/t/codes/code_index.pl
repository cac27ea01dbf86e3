# Test that the searches "all of an agency" and "all above an agency" use a btree index, for the
# operators, their function twins and every kind of right side, and give the rows that a search by
# the text's parts gives.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use JSON::PP qw(decode_json);
use Test::More;
use Psql qw(psql);

my $database = 'code_index';
psql( 'postgres', "DROP DATABASE IF EXISTS $database;\nCREATE DATABASE $database" );
psql(
    $database,
    "ALTER DATABASE $database SET search_path = public, motcua;
     ALTER DATABASE $database SET max_parallel_workers_per_gather = 0"
);

# The table has 100,000 dossiers of 63 provinces with 40 departments and 100 communes each, a third
# in the old form. The column parts is the code from the root down, found by splitting its text.
psql( $database, <<'SQL' );
CREATE EXTENSION motcua;
CREATE TABLE dossier AS
SELECT id, code::agency_code AS code,
       (code || '-24' || to_char(1 + id % 12, 'FM00') || to_char(1 + id % 28, 'FM00') || '-'
        || to_char(id % 10000, 'FM0000'))::dossier_code AS dossier_code,
       repeat('x', 100) AS filler,
       CASE WHEN id % 3 = 0
                 THEN rtrim(replace(p[4] || '.' || p[3] || '.' || p[2] || '.' || p[1] || '.',
                                    '.000.', '.'),
                            '.')
            ELSE code END AS text_parts
FROM (SELECT id, code, string_to_array(code, '.') AS p
      FROM (SELECT id,
                   CASE WHEN id % 3 = 0
                             THEN format('000.%s.%s.H%s', to_char(n3 % 30, 'FM00'),
                                         to_char(1 + n2 % 40, 'FM00'), to_char(1 + n1 % 63, 'FM00'))
                        WHEN id % 3 = 1
                             THEN format('H%s.%s', to_char(1 + n1 % 63, 'FM00'), 100 + n2 % 100)
                        ELSE format('H%s.%s.%s', to_char(1 + n1 % 63, 'FM00'),
                                    to_char(1 + n2 % 40, 'FM00'),
                                    to_char(n3 % 200, 'FM000')) END AS code
            FROM (SELECT id, abs(hashint4(id)) AS n1, abs(hashint4(id + 1000000)) AS n2,
                         abs(hashint4(id + 2000000)) AS n3
                  FROM generate_series(1, 100000) AS id) AS x) AS y) AS z;
-- trailing absent levels of the old form are no part
UPDATE dossier SET text_parts = regexp_replace(text_parts, '\.00$', '') WHERE id % 3 = 0;
INSERT INTO dossier
SELECT 100000 + row_number() OVER (), code::agency_code, (code || '-240101-0001')::dossier_code,
       repeat('x', 100), parts
FROM (VALUES ('H57', 'H57'),
             ('000.00.00.H57', 'H57'),
             ('H57.13', 'H57.13'),
             ('H57.013', 'H57.013'),
             ('H57.130', 'H57.130'),
             ('000.13.00.H57', 'H57.00.13')) AS v (code, parts);
CREATE INDEX dossier_agency ON dossier (code);
CREATE INDEX dossier_agency_of ON dossier (agency_of(dossier_code));
VACUUM ANALYZE dossier;
CREATE FUNCTION one_agency()
    RETURNS agency_code
    LANGUAGE sql STABLE
    AS $$ SELECT current_setting('my.agency')::agency_code $$;
CREATE TABLE unit AS
SELECT code::agency_code
FROM unnest('{H57.13,000.00.22.H56,H03,H44.103}'::text[]) AS code;
ANALYZE unit;
SQL

sub walk {
    my ( $node, $see ) = @_;
    $see->($node);
    walk( $_, $see ) for @{ $node->{Plans} // [] };
}

sub plan_of {
    my ( $query, $before ) = @_;
    my $text = psql( $database, ( $before // '' ) . "\n;EXPLAIN (FORMAT JSON, COSTS ON) $query" );
    return decode_json($text)->[0]{Plan};
}

# Return the index conditions of a plan on dossier, or '' unless only one index finds its rows.
sub conditions {
    my ($plan) = @_;
    my ( @conditions, $sequential );
    walk(
        $plan,
        sub {
            my $node = shift;
            push @conditions, $node->{'Index Cond'} if $node->{'Index Cond'};
            $sequential = 1
                if ( $node->{'Node Type'} eq 'Seq Scan' && $node->{'Relation Name'} eq 'dossier' );
        } );
    return $sequential || @conditions != 1 ? '' : $conditions[0];
}

my $range = qr/code >= .* AND .*code <= /;
my $list  = qr/code = ANY /;

# A case is: its name, the condition, the expected index condition, the same condition on text_parts
# without an index, statements before.
my $below_57 = q{text_parts ~ '^H57(\.|$)'};
my @searches = (
    [ 'operator', q{code <@ 'H57'}, $range, $below_57 ],
    [ 'operator, commuted', q{'H57' @> code}, $range, $below_57 ],
    [ 'function twin', q{within_agency(code, 'H57')}, $range, $below_57 ],
    [ 'function twin, commuted', q{contains_agency('H57', code)}, $range, $below_57 ],
    [ 'old form on the right', q{code <@ '000.00.00.H57'}, $range, $below_57 ],
    [ 'an inner agency', q{code <@ 'H57.13'}, $range, q{text_parts ~ '^H57\.13(\.|$)'} ],
    [ 'its old form', q{code <@ '000.00.13.H57'}, $range, q{text_parts ~ '^H57\.13(\.|$)'} ],
    [ 'a part of three digits', q{code <@ 'H57.013'}, $range, q{text_parts ~ '^H57\.013(\.|$)'} ],
    [ 'the last province of all', q{code <@ 'Z99'}, $range, q{text_parts ~ '^Z99'} ],
    [ 'NULL', q{code <@ NULL::agency_code}, undef, 'false' ],
    [ 'a STABLE expression', q{code <@ one_agency()}, $range, $below_57, q{SET my.agency = 'H57'} ],
    [   'a STABLE one in the twin', q{within_agency(code, one_agency())}, $range, $below_57,
        q{SET my.agency = 'H57'} ],
    [ 'an InitPlan', q{code <@ (SELECT parent('H57.13') FROM unit LIMIT 1)}, $range, $below_57 ],
    [   'agencies above', q{code @> 'H57.13.007'}, $list,
        q{text_parts IN ('H57', 'H57.13', 'H57.13.007')} ],
    [   'agencies above, commuted', q{'H57.13.007' <@ code}, $list,
        q{text_parts IN ('H57', 'H57.13', 'H57.13.007')} ],
    [   'agencies above, twin', q{contains_agency(code, '000.07.13.H57')}, $list,
        q{text_parts IN ('H57', 'H57.13', 'H57.13.07')} ],
    [   'agencies above, STABLE', q{code @> one_agency()}, $list,
        q{text_parts IN ('H57', 'H57.13')}, q{SET my.agency = 'H57.13'} ],
);

my $failures = 0;
for my $search (@searches) {
    my ( $what, $condition, $expected, $by_text, $before ) = @$search;
    my $query = "SELECT id FROM dossier WHERE $condition";
    $before //= '';
    like(
        conditions( plan_of( $query, $before ) ), $expected,
        "$what: the plan searches the index" ) if $expected;
    is( psql( $database, "$before\n;SELECT count(*), sum(id) FROM ($query) AS x" ),
        psql( $database, "SELECT count(*), sum(id) FROM dossier WHERE $by_text" ),
        "$what: the rows are those of the search by text" );
}
cmp_ok(
    psql( $database, "SELECT count(*) FROM dossier WHERE $below_57" ), '>', 1000,
    'the province has rows' );

# The right side is a parameter, in generic and in custom plans.
for my $mode (qw(force_generic_plan force_custom_plan)) {
    my $prepared = "SET plan_cache_mode = $mode;
         PREPARE q(agency_code) AS SELECT count(*), sum(id) FROM dossier WHERE code <@ \$1";
    like(
        conditions( plan_of( q{EXECUTE q('H57')}, $prepared ) ), $range,
        "$mode: the plan searches the index" );
    is( psql( $database, "$prepared;EXECUTE q('H57')" ),
        psql( $database, "SELECT count(*), sum(id) FROM dossier WHERE $below_57" ),
        "$mode: the rows are those of the search by text" );
}

# The right side comes from another table, whose rows are looked up in the index.
my $join = 'SELECT u.code, count(*)
     FROM unit AS u JOIN dossier AS d ON d.code <@ u.code
     GROUP BY u.code
     ORDER BY u.code';
like( conditions( plan_of($join) ), $range, 'a join searches the index for each row' );
is( psql( $database, $join ),
    psql(
        $database,
        "SET enable_indexscan = off; SET enable_bitmapscan = off; SET enable_indexonlyscan = off;
         $join"
    ),
    'a join finds the rows of a scan' );

# The agency is part of the code of the dossier.
my $of_dossier = q{SELECT count(*), sum(id) FROM dossier WHERE agency_of(dossier_code) <@ 'H57'};
like(
    conditions( plan_of($of_dossier) ), qr/agency_of\(dossier_code\) >= .* <= /,
    'agency_of(dossier_code): the plan searches the index' );
is( psql( $database, $of_dossier ),
    psql( $database, "SELECT count(*), sum(id) FROM dossier WHERE $below_57" ),
    'agency_of(dossier_code): the rows are those of the search by text' );

# For a second column the index is searched by a range but not by a list of values, because planners
# before version 17 would take the rows of a list for sorted.
psql(
    $database,
    'DROP INDEX dossier_agency; CREATE INDEX dossier_two ON dossier ((id % 3), code);
     ANALYZE dossier'
);
like(
    conditions( plan_of(q{SELECT count(*) FROM dossier WHERE id % 3 = 1 AND code <@ 'H57'}) ),
    qr/% 3.* AND .*code >= .*code <= /, 'a second column is searched by a range' );
my $sorted =
    q{SELECT code FROM dossier WHERE id % 3 > 0 AND code @> 'H57.13.007' ORDER BY id % 3, code};
unlike(
    conditions( plan_of( $sorted, 'SET enable_seqscan = off; SET enable_sort = off' ) ),
    qr/ANY/, 'a second column is not searched by a list of values' );
is( psql( $database, "SET enable_seqscan = off; SET enable_sort = off; $sorted" ),
    psql( $database, "SET enable_indexscan = off; SET enable_bitmapscan = off; $sorted" ),
    'a second column: the results are sorted' );

# An index of another access method is not used like a btree.
psql(
    $database,
    'DROP INDEX dossier_agency_of, dossier_two;
     CREATE INDEX dossier_hash ON dossier USING hash (code)'
);
is( conditions( plan_of(q{SELECT id FROM dossier WHERE code <@ 'H57'}) ), '',
    'a hash index is not used' );
is( psql( $database, q{SELECT count(*) FROM dossier WHERE code <@ 'H57'} ),
    psql( $database, "SELECT count(*) FROM dossier WHERE $below_57" ),
    'a hash index does not change the rows' );
psql( $database, 'DROP INDEX dossier_hash' );

# The planner's estimate must be within a factor of two, by operator and by function.
for my $case (
    [ q{code <@ 'H57'}, $below_57 ], [ q{within_agency(code, 'H57')}, $below_57 ],
    [ q{contains_agency('H57', code)}, $below_57 ], [ q{NOT code <@ 'H57'}, "NOT $below_57" ] )
{
    my $rows     = psql( $database, "SELECT count(*) FROM dossier WHERE $case->[1]" );
    my $estimate = plan_of("SELECT id FROM dossier WHERE $case->[0]")->{'Plan Rows'};
    ok( $estimate > $rows / 2 && $estimate < $rows * 2,
        "$case->[0]: the planner estimates $estimate of $rows rows" );
}

psql( 'postgres', "DROP DATABASE $database" );
done_testing();
