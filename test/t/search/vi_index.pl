# Test that search by index and by sequential scan give what an oracle written here gives. The
# oracle shares nothing with the extension: it has the decompositions of Unicode::Normalize, its own
# splitting and its own rules of marks.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Encode qw(encode decode);
use File::Temp qw(tempdir);
use Test::More;
use Unicode::Normalize qw(NFD);
use DirtyTexts qw(dirty_text random_query);
use Psql qw(psql_error run);
use Session;

binmode Test::More->builder->$_, ':encoding(UTF-8)' for qw(output failure_output);
srand 20260302;

use constant { ROWS => 20_000, QUERIES => 500 };
my $database = 'vi_index';
my @modes    = (
    [ '@@~', 'vi_match' ], [ '@@~*', 'vi_match_loose' ], [ '@@~|', 'vi_match_either' ],
    [ '@@~~', 'vi_match_fuzzy' ] );

# Run SQL that is given as characters, and return characters.
sub psql {
    my ( $database, $sql ) = @_;
    return decode 'UTF-8', Psql::psql( $database, encode 'UTF-8', $sql );
}

# ---- the oracle ----

my %quality = ( "\x{306}" => 'aA', "\x{302}" => 'aAeEoO', "\x{31B}" => 'oOuU' );
my %tone    = (
    "\x{300}" => 1, "\x{309}" => 2, "\x{303}" => 3, "\x{301}" => 4, "\x{323}" => 5,
    "\x{340}" => 1, "\x{341}" => 4 );

# Return the syllables of a text: base letters, a quality for each ('' for none), and a tone.
sub syllables {
    my ($text) = @_;
    my @all;
    for my $run ( NFD($text) =~ /[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*/g ) {
        my ( $base, @quality, $tone ) = ('');
        for my $sign ( split //, $run ) {
            if ( $sign =~ /\p{M}/ ) {
                my $under = substr $base, -1;
                $quality[-1] = $sign if index( $quality{$sign} // '', $under ) >= 0;
                $tone ||= $tone{$sign} if $tone{$sign} && $under =~ /[aeiouy]/;
            }
            elsif ( $sign =~ /[đĐðÐƉɖ]/ ) { $base .= 'd';                      push @quality, '-' }
            else                          { $base .= lc $sign =~ tr/０-９/0-9/r; push @quality, '' }
        }
        push @all, { base => $base, quality => \@quality, tone => $tone // 0 };
    }
    return @all;
}

sub has_marks {
    my ($s) = @_;
    return $s->{tone} || grep { $_ ne '' } @{ $s->{quality} };
}

# Return the place of an i or y that may be either letter: alone, as the only vowel at the end after
# a consonant or qu, or between u and nh, ch or t at the end. The place is -1 where there is none.
sub free_i {
    my ($base) = @_;
    return 0                if $base =~ /^[iy]$/;
    return length($base) - 1 if $base =~ /^(?:qu|.*[bcdfghjklmnpqrstvwxz])[iy]$/;
    return $-[1]            if $base =~ /u([iy])(?:nh|ch|t)$/;
    return -1;
}

sub with {
    my ( $letter, $s ) = @_;
    my $base = $s->{base};
    my $at   = free_i($base);
    substr( $base, $at, 1 ) = $letter if $at >= 0;
    return { %$s, base => $base };
}

sub letters_agree {
    my ( $typed, $written, $count ) = @_;
    return 0 if substr( $typed->{base}, 0, $count ) ne substr( $written->{base}, 0, $count );
    for my $at ( 0 .. $count - 1 ) {
        return 0
            if $typed->{quality}[$at] ne '' && $typed->{quality}[$at] ne $written->{quality}[$at];
    }
    return 1;
}

sub agrees {
    my ( $typed, $written, $last ) = @_;
    return 0 if $typed->{tone} && $typed->{tone} != $written->{tone};
    my ( $n, $m ) = ( length $typed->{base}, length $written->{base} );
    return letters_agree( $typed, $written, $n )
        || letters_agree( $typed, with( 'i', $written ), $n )
        || letters_agree( $typed, with( 'y', $written ), $n )
        if $last && $n < $m;
    return 0                                     if $n != $m;
    return letters_agree( $typed, $written, $n )
        || letters_agree( with( 'i', $typed ), with( 'i', $written ), $n );
}

sub bare {
    my ($s) = @_;
    return { base => $s->{base}, quality => [ ('') x length $s->{base} ], tone => 0 };
}

# True if the syllables differ by one letter more, fewer or other, or by two exchanged neighbours.
# The function tries every place. Which syllables are possible is asked of the extension below.
my %possible;

sub near {
    my ( $from, $to ) = @_;
    return 0
        if "$from$to" !~ /^[a-z]+$/
        || abs( length($from) - length $to ) > 1
        || $from eq $to
        || $from =~ tr/y/i/r eq $to =~ tr/y/i/r
        && free_i($from) >= 0
        && free_i($from) == free_i($to);
    my $letters = '[a-z]';
    for my $at ( 0 .. length $from ) {
        my ( $head, $tail ) = ( substr( $from, 0, $at ), substr $from, $at );
        return 1 if $to =~ /^$head$letters$tail$/;
        next     if $tail eq '';
        my $rest = substr $tail, 1;
        return 1 if $to   =~ /^$head$letters?$rest$/;
        return 1 if $tail =~ /^(.)(.)(.*)$/ && $to eq "$head$2$1$3";
    }
    return 0;
}

sub syllable_found {
    my ( $mode, $typed, $written, $last ) = @_;
    return agrees( bare($typed), $written, $last ) if $mode eq 'vi_match_loose';
    return 1 if agrees( $typed, $written, $last );
    return
           $mode eq 'vi_match_fuzzy'
        && $possible{ $written->{base} }
        && near( $typed->{base}, $written->{base} );
}

# A row is a list of the numbers of its distinct syllables. A query is, for each of its syllables,
# the list of the numbers that match.
my ( @distinct, %number );

sub numbers_of {
    return map {
        $number{ join '|', $_->{base}, $_->{tone}, @{ $_->{quality} } } //=
            do { push @distinct, $_; $#distinct }
    } @_;
}

sub is_in {
    my ( $wanted, $row ) = @_;
    START: for my $start ( 0 .. @$row - @$wanted ) {
        for my $at ( 0 .. $#$wanted ) { next START if !$wanted->[$at][ $row->[ $start + $at ] ] }
        return 1;
    }
    return 0;
}

# ---- the texts ----

my @texts   = map { dirty_text() } 1 .. ROWS;
my @queries = ( '', '...', 'an', 'ng', 'quang dien', 'đường', map { random_query() } 7 .. QUERIES );

# ---- the tables ----

sub literal { my ($text) = @_; return "'" . ( $text =~ s/'/''/gr ) . "'" }

sub fill {
    my ( $table, $from, @rows ) = @_;
    my $id = $from;
    while ( my @some = splice @rows, 0, 2000 ) {
        psql(
            $database, "INSERT INTO $table (id, name) VALUES " . join ', ',
            map { '(' . $id++ . ', ' . ( defined $_ ? literal($_) : 'NULL' ) . ')' } @some );
    }
}

sub new_database {
    my ( $name, $locale ) = @_;
    psql(
        'postgres',
        "DROP DATABASE IF EXISTS $name;\nCREATE DATABASE $name TEMPLATE template0 $locale" );
    psql(
        $name,
        "ALTER DATABASE $name SET search_path = public, motcua;
         ALTER DATABASE $name SET max_parallel_workers_per_gather = 0"
    );
}

new_database( $database, '' );
psql( $database, <<'SQL' );
CREATE EXTENSION motcua;
CREATE TABLE person (id integer PRIMARY KEY, name text);
CREATE INDEX person_name ON person USING gin (name vi_syllable_ops);
-- The answers to many queries at once; how they are planned is what the settings say.
CREATE TABLE query (n integer PRIMARY KEY, q text);
CREATE FUNCTION answers(operator text, relation text, expression text)
    RETURNS TABLE (n integer, ids text)
LANGUAGE plpgsql AS $$
BEGIN
    FOR n IN SELECT query.n FROM query ORDER BY 1 LOOP
        EXECUTE format('SELECT coalesce(string_agg(id::text, '','' ORDER BY id), '''') FROM %s '
                       'WHERE %s OPERATOR(motcua.%s) %L',
                       relation, expression, operator,
                       (SELECT q FROM query WHERE query.n = answers.n)) INTO ids;
        RETURN NEXT;
    END LOOP;
END $$;
SQL
fill( 'person', 1, @texts[ 0 .. ROWS / 2 - 1 ] );
fill( 'person', 1_000_001, (undef) x 10 );
psql( $database, 'CREATE TABLE typed (id integer, name text)' );
{
    my $n = 0;
    psql(
        $database, 'INSERT INTO query VALUES ' . join ', ',
        map { '(' . $n++ . ', ' . literal($_) . ')' } @queries );
}
psql( $database, 'VACUUM ANALYZE person' );

my $by_index = 'SET enable_seqscan = off; SET enable_indexscan = off;';
my $by_scan =
    'SET enable_bitmapscan = off; SET enable_indexscan = off; SET enable_indexonlyscan = off;';

sub answers {
    my ( $settings, $operator, $relation, $expression ) = @_;
    $relation //= 'person';
    $expression = ( $expression // 'name' ) =~ s/'/''/gr;
    return psql(
        $database,
        "$settings SELECT * FROM answers('$operator', '$relation', '$expression')" );
}

sub plan_of {
    my ( $settings, $query, $name ) = @_;
    return psql( $name // $database, "$settings EXPLAIN (COSTS OFF) $query" );
}

# Insert half of the rows after VACUUM, so that they go through the pending list, from several
# sessions at a time.
sub insert_concurrently {
    my @sessions = map { Session->new($database) } 1 .. 4;
    my $id       = ROWS / 2;
    while ( $id < ROWS ) {
        for my $session (@sessions) {
            last if $id >= ROWS;
            my @some =
                map { '(' . ( $_ + 1 ) . ', ' . literal( $texts[$_] ) . ')' } $id .. $id + 249;
            $session->query( encode 'UTF-8', 'INSERT INTO person VALUES ' . join ', ', @some );
            $id += 250;
        }
    }
    $_->close for @sessions;
}
insert_concurrently();

# A reader that searches by the index among several writers finds what is committed.
{
    my @writers = map { Session->new($database) } 1 .. 3;
    my $reader  = Session->new($database);
    $reader->query($by_index);
    for my $round ( 0 .. 19 ) {
        $_->query('BEGIN') for @writers;
        $writers[$_]->query(
            "INSERT INTO person VALUES (" . ( 2_000_000 + 3 * $round + $_ ) . ", 'Zebu Thu Ba')" )
            for 0 .. 2;
        $writers[$_]->query( $_ == 2 ? 'ROLLBACK' : 'COMMIT' ) for 0 .. 2;
        is( $reader->query(q{SELECT count(*) FROM person WHERE name @@~ 'zebu thu b'}),
            2 * ( $round + 1 ), 'a reader finds the rows that are committed' ) if $round % 10 == 9;
    }
    $_->close for @writers, $reader;
    psql( $database, q{DELETE FROM person WHERE id >= 2000000} );
}

# ---- sequential scan, index and oracle agree ----

my @split = map { [ numbers_of( syllables($_) ) ] } @texts;
my @asked = map { [ syllables($_) ] } @queries;
my @holders;    # for each distinct syllable the rows that have it
for my $row ( 0 .. $#split ) { $holders[$_]{$row} = 1 for @{ $split[$row] } }

# Ask the extension which syllables it takes for possible, by adding a letter before each. Other
# tests check that it is right.
sub learn_possible {
    my %bases   = map            { $_->{base} => 1 } @distinct;
    my @bases   = grep           {/^[a-z]{1,7}$/} keys %bases;
    my $asked   = join ', ', map {"('$_')"} @bases;
    my $letters = q{unnest(string_to_array('a b c d e g h i k l m n o p q r s t u v x y', ' '))};
    %possible = map { $_ => 1 } split /\n/, psql(
        $database, qq{
        SELECT b FROM (VALUES $asked) AS v (b)
        WHERE EXISTS (SELECT FROM $letters AS c
                      WHERE vi_match_fuzzy(b, c || b) AND NOT vi_match_loose(b, c || b))}
    );
}
learn_possible();
ok( $possible{nguyen} && $possible{quang} && !$possible{kuin},
    'some syllables are possible and some are not' );

# Marks do not count in the rows that have none; in all others they do.
sub is_marked {
    my ($row) = @_;
    return grep { has_marks( $distinct[$_] ) } @{ $split[$row] };
}

sub rows_found {
    my ( $mode, @query ) = @_;
    return 0 .. $#split if !@query;
    return sort { $a <=> $b } ( grep { is_marked($_) } rows_found( 'vi_match', @query ) ),
        grep { !is_marked($_) } rows_found( 'vi_match_loose', @query )
        if $mode eq 'vi_match_either';
    my @wanted = map {
        my $at = $_;
        [ map { syllable_found( $mode, $query[$at], $_, $at == $#query ) } @distinct ]
    } 0 .. $#query;
    my %rows = map { %{ $holders[$_] } } grep { $wanted[0][$_] } 0 .. $#distinct;
    return sort { $a <=> $b } grep { is_in( \@wanted, $split[$_] ) } keys %rows;
}

my %expected;
for my $mode (@modes) {
    my ( $operator, $name ) = @$mode;
    $expected{$operator} = join "\n", map {
        my $n = $_;
        "$n|" . join ',', map { $_ + 1 } rows_found( $name, @{ $asked[$n] } )
    } 0 .. $#queries;
}

sub same {
    my ( $got, $operator, $what ) = @_;
    return pass("$operator: $what") if $got eq $expected{$operator};
    fail("$operator: $what");
    my @got   = split /\n/, $got;
    my $shown = 0;
    for my $line ( split /\n/, $expected{$operator} ) {
        my $other = shift @got;
        next if $line eq $other || $shown++ > 4;
        my ( $n, $wanted ) = split /\|/, $line, 2;
        my ( undef, $answer ) = split /\|/, $other, 2;
        my %wanted  = map  { $_ => 1 } split /,/, $wanted;
        my %answer  = map  { $_ => 1 } split /,/, $answer;
        my @missing = grep { !$answer{$_} } keys %wanted;
        my @extra   = grep { !$wanted{$_} } keys %answer;
        diag(
            "query '$queries[$n]'",
            map {
                "\n  $_->[0] " . scalar( @{ $_->[1] } ) . ': ' . join ' / ',
                    map  { $_ > ROWS ? $_ : "'$texts[$_ - 1]'" }
                    grep {defined}
                    @{ $_->[1] }[ 0 .. 2 ]
            } [ missing => \@missing ],
            [ extra => \@extra ] );
    }
}

for my $mode (@modes) {
    my ( $operator, $name ) = @$mode;
    my $query = "SELECT * FROM person WHERE name $operator 'quang dien'";
    like(
        plan_of( $by_index, $query ), qr/Bitmap Index Scan on person_name/,
        "$operator searches the index" );
    unlike( plan_of( $by_scan, $query ), qr/Index/, "$operator can search without the index" );
    same(
        answers( $by_scan, $operator ), $operator,
        'a sequential scan gives what the oracle gives' );
    same( answers( $by_index, $operator ), $operator,
        'the index with a pending list gives what the oracle gives' );
}
my $matches = () = join( "\n", values %expected ) =~ /,/g;
cmp_ok( $matches, '>', 100_000, 'the oracle has found more than 100,000 matches' );

my $checked = q{SELECT count(*) FROM vi_index_check('person_name', 1000000)};
psql( $database, 'VACUUM person' );
same( answers( $by_index, $_->[0] ), $_->[0],
    'after VACUUM the index gives what the oracle gives' ) for @modes;
is( psql( $database, $checked ), 0, 'vi_index_check finds nothing' );
psql( $database, 'REINDEX INDEX person_name' );
same( answers( $by_index, $_->[0] ), $_->[0],
    'after REINDEX the index gives what the oracle gives' ) for @modes;
psql(
    $database,
    'UPDATE person SET id = id; UPDATE person SET name = name WHERE id % 3 = 0; VACUUM person' );
same( answers( $by_index, $modes[0][0] ), $modes[0][0], 'after updates' );
is( psql( $database, $checked ), 0, 'vi_index_check finds nothing' );

# ---- shapes of indexes ----

sub uses {
    my ( $index, $query, $what ) = @_;
    like( plan_of( $by_index, $query ), qr/Bitmap Index Scan on $index\b/, $what );
}

psql( $database, <<'SQL' );
DROP INDEX person_name;
CREATE TABLE short AS SELECT id, name::varchar(100) FROM person;
CREATE INDEX short_name ON short USING gin (name vi_syllable_ops);
CREATE INDEX short_partial ON person USING gin (name vi_syllable_ops) WHERE id % 2 = 0;
CREATE INDEX person_wrapped ON person USING gin (('Ông/bà ' || name) vi_syllable_ops);
CREATE EXTENSION btree_gin;
CREATE TABLE several AS SELECT id, id % 7 AS unit, name, name AS again FROM person;
CREATE INDEX several_all ON several USING gin (unit, name vi_syllable_ops, again vi_syllable_ops) ;
VACUUM ANALYZE short, person, several;
SQL
uses( 'short_name', q{SELECT * FROM short WHERE name @@~ 'quang dien'},
    'varchar: the operator searches the index' );
uses(
    'short_name', q{SELECT * FROM short WHERE vi_match(name, 'quang dien')},
    'varchar: the function searches the index' );
same( answers( $by_index, $_->[0], 'short' ), $_->[0],
    'varchar: the index gives what the oracle gives' ) for @modes;
uses(
    'short_partial', q{SELECT * FROM person WHERE name @@~ 'quang dien' AND id % 2 = 0},
    'a partial index is used' );
is( answers( $by_index, '@@~', 'person', 'id % 2 = 0 AND name' ),
    answers( $by_scan, '@@~', 'person', 'id % 2 = 0 AND name' ),
    'a partial index finds the rows of a scan' );
uses(
    'person_wrapped',
    q{SELECT * FROM person WHERE vi_match_fuzzy('Ông/bà ' || name, 'quag dien')},
        'an index on an expression is used' );
is( answers( $by_index, '@@~|', 'person', q{('Ông/bà ' || name)} ),
    answers( $by_scan, '@@~|', 'person', q{('Ông/bà ' || name)} ),
    'an index on an expression finds the rows of a scan' );
uses(
    'several_all', q{SELECT * FROM several WHERE again @@~ 'quang dien' AND unit = 3},
    'several columns' );
my $of_unit = q{unit = 3 AND name @@~ 'n' AND again};
is( answers( $by_index, '@@~', 'several', $of_unit ),
    answers( $by_scan, '@@~', 'several', $of_unit ),
        'an index of several columns finds the rows of a scan' );
is( psql( $database, "SELECT count(*) FROM vi_index_check('$_', 500)" ), 0,
    "vi_index_check of $_ finds nothing" )
    for qw(short_name short_partial person_wrapped several_all);

# ---- function forms, joins, parameters, estimates ----

psql(
    $database,
    'CREATE INDEX person_name ON person USING gin (name vi_syllable_ops); ANALYZE person' );
for my $mode (@modes) {
    my ( $operator, $name ) = @$mode;
    uses(
        'person_name', "SELECT * FROM person WHERE $name(name, 'quang dien')",
        "$name searches the index" );
    is( psql(
            $database,
            "$by_index SELECT count(*), sum(id) FROM person WHERE $name(name, 'quang dien')" ),
        psql(
            $database,
            "$by_scan SELECT count(*), sum(id) FROM person WHERE name $operator 'quang dien'" ),
        "$name finds the rows of the operator" );
    my ($rows) =
        psql( $database, "EXPLAIN (FORMAT JSON) SELECT * FROM person WHERE $name(name, 'nguyễn')" )
        =~ /"Plan Rows": (\d+)/;
    my $real = psql( $database, "SELECT count(*) FROM person WHERE $name(name, 'nguyễn')" );
    ok( $rows > $real / 3 && $rows < $real * 3,
        "$name: the planner estimates $rows of $real rows" );
}
unlike(
    plan_of( $by_index, q{SELECT * FROM person WHERE vi_match('quang dien', name)} ),
    qr/Index Cond/, 'a query that is a column of the same table is not searched by index' );
like(
    plan_of( $by_index, q{SELECT * FROM query, person WHERE n < 9 AND vi_match(name, q)} ),
    qr/Index Cond: \(name @@~ query\.q\)/, 'a join by the function searches the index' );
is( psql( $database, "$by_index SELECT count(*) FROM query, person WHERE n < 40 AND name \@\@~ q" ),
    psql( $database, "$by_scan SELECT count(*) FROM query, person WHERE n < 40 AND name \@\@~ q" ),
    'a join' );
for my $plan (qw(force_generic_plan force_custom_plan)) {
    my $prepared = "SET plan_cache_mode = $plan;
         $by_index PREPARE p(text) AS SELECT count(*) FROM person WHERE vi_match(name, \$1);";
    like(
        psql( $database, "$prepared EXPLAIN (COSTS OFF) EXECUTE p('quang dien')" ),
        qr/Index Cond/, "$plan searches the index" );
}
is( psql(
        $database,
        q{SET search_path = ''; SET enable_seqscan = off;
          SELECT count(*) FROM public.person WHERE name OPERATOR(motcua.@@~) 'quang dien'}
    ),
    psql( $database, q{SELECT count(*) FROM person WHERE name @@~ 'quang dien'} ),
    'the index is used with an empty search_path' );

# ---- long documents ----

psql( $database, <<'SQL' );
CREATE TABLE document (id integer, body text);
CREATE INDEX document_body ON document USING gin (body vi_syllable_ops);
INSERT INTO document
SELECT 1, string_agg('từ' || i || ' và ' || i % 1000, ' ')
FROM generate_series(1, 100000) AS i;
INSERT INTO document SELECT 2, repeat('x', 1000000) || ' ' || repeat('an ', 1000000);
SQL
is( psql( $database, "$by_index SELECT id FROM document WHERE body \@\@~ 'va 999 từ10000'" ), 1,
    'a document with 200,000 syllables is found' );
is( psql( $database, "$by_index SELECT id FROM document WHERE body \@\@~ '" . 'an ' x 300 . "'" ),
    2, 'a query of 300 equal words finds its document' );
is( psql( $database, "$by_index SELECT id FROM document WHERE body \@\@~ '" . 'x' x 5000 . " an'" ),
    2, 'a query with a syllable of 5,000 letters finds its document' );
is( psql( $database, q{SELECT count(*) FROM vi_index_check('document_body')} ), 0,
    'vi_index_check of long documents finds nothing' );
{
    like(
        psql_error(
            $database, "SELECT count(*) FROM person WHERE name \@\@~ repeat('an ', 300000)" ),
        qr/54000/,
        'a query of 300,000 syllables is refused' );
    like(
        psql_error(
            $database,
            q{SET statement_timeout = '300ms';
              SELECT count(*) FROM document WHERE body @@~ (repeat('an ', 90000) || 'zz')}
        ),
        qr/57014/,
        'a long search can be cancelled' );
}

# ---- what vi_index_check finds and refuses ----

psql(
    $database,
    q{CREATE TABLE broken AS SELECT id, name FROM person WHERE id <= 300;
      CREATE INDEX broken_name ON broken USING gin (name vi_syllable_ops)}
);
psql(
    $database,
    q{UPDATE pg_index SET indisready = false WHERE indexrelid = 'broken_name'::regclass;
      INSERT INTO broken VALUES (-1, 'Không Có Trong Chỉ Mục');
      UPDATE pg_index SET indisready = true WHERE indexrelid = 'broken_name'::regclass}
);
is( psql( $database, q{SELECT written FROM vi_index_check('broken_name')} ),
    'Không Có Trong Chỉ Mục', 'a row that the index lacks is listed' );
like( psql_error( $database, q{SELECT * FROM vi_index_check(4000000000)} ), qr/42704/,
    'an OID of no index is refused' );
psql(
    $database,
    q{CREATE TABLE hot (name text, seen integer) WITH (fillfactor = 40);
      INSERT INTO hot SELECT name, 0 FROM person WHERE id <= 2000;
      CREATE INDEX hot_name ON hot USING gin (name vi_syllable_ops)}
);
psql( $database, 'UPDATE hot SET seen = seen + 1' );
is( psql( $database, q{SELECT count(*) FROM vi_index_check('hot_name')} ), 0,
    'rows updated in place are found' );
like(
    psql_error( $database, q{SELECT * FROM vi_index_check('person_pkey')} ),
    qr/42809.*HINT:  Only indexes made USING gin/s, 'an index of another kind is refused' );
like(
    psql_error( $database, q{SELECT * FROM vi_index_check('person')} ),
    qr/42809.*HINT:  Give the name/s, 'a table instead of its index is refused' );
like(
    psql_error( $database, q{SELECT * FROM vi_index_check('person_name', 0)} ), qr/22023/,
    'a sample of no rows is refused' );
psql(
    $database,
    q{CREATE TABLE parted (name text) PARTITION BY HASH (name);
      CREATE TABLE part PARTITION OF parted FOR VALUES WITH (MODULUS 1, REMAINDER 0);
      CREATE INDEX parted_name ON parted USING gin (name vi_syllable_ops)}
);
like(
    psql_error( $database, q{SELECT * FROM vi_index_check('parted_name')} ),
    qr/42809.*partition/s, 'the index of a partitioned table is refused' );
psql( $database, q{DROP ROLE IF EXISTS vi_reader; CREATE ROLE vi_reader LOGIN} );
like(
    psql_error( $database, q{SELECT * FROM vi_index_check('person_name')}, user => 'vi_reader' ),
    qr/42501/, 'a role that may not read the table is refused' );
psql( $database, q{DROP ROLE vi_reader} );

# ---- dump, other locales ----

my $folder = tempdir( CLEANUP => 1 );
my ( $text, $status ) =
    run( 'pg_dump', '-U', 'postgres', '-d', $database, '-f', "$folder/dump.sql" );
is( $status, 0, 'the database is dumped' ) or diag $text;
for my $locale ( q{LOCALE 'C'}, q{LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN' LOCALE 'C.UTF-8'} ) {
    new_database( 'vi_restored', $locale );
    ( $text, $status ) = run(
        'psql', '-qXAt', '-U', 'postgres', '-v', 'ON_ERROR_STOP=1', '-d', 'vi_restored', '-f',
        "$folder/dump.sql" );
    is( $status, 0, "the dump is restored with $locale" ) or diag $text;
    for my $mode (@modes) {
        my ($operator) = @$mode;
        same(
            psql( 'vi_restored', "$by_index SELECT * FROM answers('$operator', 'person', 'name')" ),
            $operator, "with $locale the index gives what the oracle gives" );
    }
    same(
        psql( 'vi_restored', "$by_scan SELECT * FROM answers('\@\@~', 'person', 'name')" ),
        '@@~', "with $locale a scan gives what the oracle gives" );
    is( psql( 'vi_restored', q{SELECT count(*) FROM vi_index_check('person_name')} ), 0,
        "with $locale vi_index_check finds nothing" );
}

psql( 'postgres', "DROP DATABASE vi_restored;\nDROP DATABASE $database" );
done_testing();
