# Test untrusted input: random and mutated values go into the text input and, by COPY BINARY, into
# the receive function of every base type of the extension. The server must stay up. A refusal must
# have SQLSTATE class 22 or 54, or 08P01. An accepted value must be one that its own text and binary
# forms reproduce, and that the functions of its type can take.
#
# FUZZ_SECONDS=600 makes the run long, FUZZ_SEED gives other bytes.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use File::Temp qw(tempdir);
use Encode qw(encode);
use Time::HiRes qw(time);
use Psql qw(psql);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my $seconds = $ENV{FUZZ_SECONDS} // 10;
my $seed    = $ENV{FUZZ_SEED}    // 20260302;
use constant BATCH => 250;

# Valid values of each type to start from, and expressions that a value must go through ('v' is the
# value).
my %samples = (
    work_calendar => [
        q{motcua.calendar_value('vn')},
        q{'{"name": "xã", "since": "2024-01-01", "until": "2024-12-31", "work_week": "1111110",
            "decided": [2023, 2024], "time_zone": "Asia/Tokyo", "late_reception": "event_day",
            "same_day_cutoff": "14:30", "due_time": "midnight",
            "shifts": [{"weekdays": "1111100", "opens": "07:30:15", "closes": "24:00"},
                       {"weekdays": "0000010", "opens": "07:30", "closes": "11:30",
                        "counts": false, "layer": 3, "season_start": "10-01",
                        "season_end": "02-29", "valid_from": "2024-02-01",
                        "valid_to": "2024-11-30"}],
            "days": [{"day": "2024-07-26", "kind": "off", "reason": "local",
                      "title": "Lễ \"hội\"", "source": "UBND", "status": "provisional",
                      "decided_by": "xã"}]}'},
        q{'{"name": "x", "since": "1990-01-01", "until": "2100-12-31", "work_week": "1111111"}'},
    ],
    tally => [
        q{'{}'},
        q{'{"period": "[2020-01-01,2021-01-01)", "new_online": 5, "late": 2, '
          '"early": 9223372036854775807, "invalid": -9223372036854775808}'},
        q{motcua.tally(date '2020-01-05', date '2020-01-07', date '2020-01-09',
                       daterange('2020-01-01', '2020-02-01'))},
    ],
    time_limit => [
        map {"'$_'"} '5 ngày làm việc', '0,5 ngày', 'trong ngày', '05 ngày làm việc',
        '03 (ba) ngày', '1/2 ngày', 'nửa ngày', '5 ngay lam viec', '5wd', '8 giờ làm việc',
        '999999.99 working days', '2 tuần', '1 tháng', '1,5 năm', '72 giờ' ],
    dossier => [
        q{motcua.dossier(timestamptz '2026-03-02 09:00+07', '10 ngày làm việc', 'vn')},
        q{'{"received_at": "2026-03-02T09:00:00+07:00", "due_at": "2026-03-10T17:00:00+07:00"}'},
        q{motcua.dossier_of(date '2026-03-02', date '2026-03-16', date '2026-03-17', 'withdrawn')},
        q{motcua.resolve(motcua.reappoint(motcua.resume(
                                              motcua.pause(
                                                  motcua.resume(
                                                      motcua.pause(
                                                          motcua.dossier(
                                                              timestamptz '2026-03-02 09:00+07',
                                                              '10 ngày làm việc', 'vn'),
                                                          '2026-03-05 10:00+07', 'supplement'),
                                                      '2026-03-10 08:00+07',
                                                      'restart',
                                                      'vn'),
                                                  '2026-03-13 09:00+07',
                                                  'fee'),
                                              '2026-03-18 09:00+07',
                                              'subtract',
                                              'vn'),
                                          '2026-03-31 09:00+07', '2026-04-03 17:00+07'),
                         '2026-04-06 10:00+07')},
    ],
    ledger => [
        q{'{}'},
        q{'{"days": [{"day": "2020-01-02", "late": 1, "early": 9223372036854775807}, '
          '{"day": "0001-01-01", "overdue": -3}], "due_changes": [{"day": "2020-01-09", '
          '"due": "2020-01-02", "missed": -1, "met": 2}]}'},
        q{(SELECT motcua.ledger(d, d + 5, d + i % 9, i % 2 = 0, 'refused', 'day', d + i % 11)
           FROM (SELECT i, date '2020-01-01' + i AS d FROM generate_series(1, 70) AS i) AS x)},
    ],
    lateness => [
        q{'{}'}, q{'{"1": 20, "7": 3, "400": -1}'},
        q{motcua.lateness(date '2024-01-05', date '2024-02-07')} ],
    agency_code  => [ map {"'$_'"} '000.17.22.H56', 'H56.14.103', 'H44', '000.00.00.H49', 'G03' ],
    dossier_code =>
        [ map {"'$_'"} 'H56.14-240823-0001', '000.00.06.H56-231027-0361', 'H21.65-220914-123456' ],
    procedure_code => [ map {"'$_'"} '1.000894', '1.000494.000.00.00.H29' ],
    moment         => [
        map {"'$_'"} '2026-03-02', '02/03/2026 14:20', '2/3/2026', '2026-03-02T14:20:30.5+07:00',
        '2026-03-02 +07', '-0043-03-15', '+294276-12-31 23:59:59.999999', 'infinity', '-infinity' ],
);
my %uses = (
    work_calendar => [
        q{motcua.add_working_days(date '2024-04-26', 5, v)},
        q{motcua.working_days_between('2024-01-31', '2024-12-01', v)},
        q{motcua.explain_day('2024-07-26', v)},
        q{motcua.add_working_time(timestamptz '2024-04-26 08:00+07', '20:00', v)},
        q{motcua.working_time_between(timestamp '2024-01-31', '2024-12-01', v)},
        q{(SELECT count(*) FROM motcua.days_off(2024, v))},
        q{motcua.due_at(timestamptz '2024-04-26 16:30+07', '2,5 ngày', v)},
    ],
    tally => [
        q{motcua.merge(v)}, q{motcua.plus(v, v)}, q{motcua.minus(v, v)},
        q{motcua.on_time_rate(v, 'due', ARRAY['withdrawn'])}, q{motcua.meets(v, 0.98, 'resolved')}
    ],
    ledger => [
        q{motcua.tally(v, '[2020-01-01,2020-03-01)')}, q{motcua.plus(v, v)}, q{motcua.minus(v, v)},
        q{motcua.merge(v)}, q{(SELECT count(*) FROM motcua.ledger_days(v))},
        q{(SELECT count(*) FROM motcua.tally_series(v, '2019-12-31', '2020-04-01', '1 month'))} ],
    lateness => [
        q{motcua.average(v)}, q{motcua.median(v)}, q{motcua.maximum(v)}, q{motcua.late_count(v)},
        q{motcua.plus(v, v)}, q{motcua.minus(v, v)}, q{motcua.merge(v)} ],
    time_limit => [
        q{motcua.due_at(timestamptz '2026-03-02 09:00+07', v, 'vn')},
        q{motcua.due_on('2026-03-02', v, 'vn')}, q{motcua.to_text(v, 'en')} ],
    dossier => [
        map { (
            "motcua.outcome(v, date '2026-03-20', '$_', 'instant')",
            "motcua.days_late(v, date '2026-04-20', '$_', 'vn')",
            "motcua.time_left(v, timestamptz '2026-03-10 10:00+07', '$_', 'vn')"
        ) } qw(original current first) ],
);
$uses{moment} = [
    "motcua.classify(v, v, v, 'instant', v)",
    "motcua.tally(v, v, v, daterange('2026-01-01', '2027-01-01'), true, 'result', 'instant', v)",
    'motcua.ledger(v, v, v)', 'motcua.lateness(v, v)', 'motcua.dossier_of(v, v, v)',
    "motcua.next_working_moment(v, 'vn')", "motcua.processing_time(v, v, 'working_hour', 'vn')",
];
push @{ $uses{dossier} }, q{motcua.redue(v, 'vn_statutory', 'any')},
    q{motcua.redue(v, 'vn', 'forward')}, q{motcua.pause(v, '2026-05-04 10:00+07')},
    q{motcua.resolve(v, '2026-05-04 10:00+07')},
    q{motcua.resume(v, '2026-05-04 10:00+07', 'extend_working', 'vn')},
    q{motcua.resume(v, '2026-05-04 10:00+07', 'extend_calendar', 'vn')},
    q{motcua.paused_time(v, '2026-05-04 10:00+07')},
    q{motcua.tally(v, daterange('2026-01-01', '2027-01-01'), true)};

my $database = 'hostile_input';
my $folder   = tempdir( 'motcua-hostile.XXXXXX', TMPDIR => 1, CLEANUP => 1 );
chmod 0777, $folder;

# ---- mutations ----

my @words = map { encode( 'UTF-8', $_ ) } (
    '{', '}', '[', ']', ',', ':', '"', '\\', '\\u0000', '\\ud800', '\\u1ebf', 'null', 'true', '{}',
    '[]', '""', '0', '-1', '1.5', '1e9999', '-0', '2147483648', '9223372036854775807',
    '9223372036854775808', '-9223372036854775808', '99999999999999999999999', 'infinity',
    '-infinity', 'NaN', 'epoch', '0000-00-00', '0001-01-01', '9999-12-31', '10000-01-01', '24:00',
    '24:00:01',
    '23:59:59.999999', '+07:00', 'Z', '+16:00', '-99:99', ' BC', '"infinity"', "\x{1ebf}",
    "e\x{302}\x{301}", "\x{10FFFF}", "\t", "\n", ' ', '.', '-', '/', '(', ')', "\x{ff15}",
    "\x{663}", 'restart', 'subtract', 'pause', 'resume',
);

sub pick { return $_[ int rand @_ ] }

# Return a random part of a string as (offset, length).
sub part {
    my ($length) = @_;
    my $at       = int rand( $length + 1 );
    my $n        = rand() < 0.7 ? 1 + int rand 8 : int rand( $length + 1 );
    return ( $at, $n > $length - $at ? $length - $at : $n );
}

# Return where a pattern matches first after a random place. Texts are bytes, so that offsets are
# cheap.
sub somewhere {
    my ( $text, $pattern ) = @_;
    pos($text) = int rand( length($text) + 1 );
    return $text =~ /$pattern/g ? ( $-[0], $+[0] - $-[0] ) : ();
}

# Replace a number in the text by another.
sub change_number {
    my ($text) = @_;
    my ( $at, $n ) = somewhere( $text, qr/[0-9]+/ ) or return $text;
    my $near = $n < 10 ? substr( $text, $at, $n ) + pick( -1, 1 ) : 0;
    substr( $text, $at, $n ) = pick(
        int rand 10, int rand 100, '0' x ( 1 + int rand 9 ), '9' x ( 1 + int rand 25 ),
        join( '', map { int rand 10 } 1 .. $n ), $near );
    return $text;
}

# Replace a quoted string of one value by a string of another value.
my $string = qr/"(?:[^"\\]|\\.)*"(?=\s*[,:}\]])/;

sub exchange_string {
    my ( $text, $other ) = @_;
    my ( $at, $n )       = somewhere( $text, $string )  or return $text;
    my ( $from, $size )  = somewhere( $other, $string ) or return $text;
    substr( $text, $at, $n ) = substr $other, $from, $size;
    return $text;
}

my @text_mutations = (
    sub { my ($t) = @_; my ( $at, $n ) = part( length $t ); substr( $t, $at, $n ) = ''; $t },
    sub {
        my ($t) = @_;
        my ( $at, $n ) = part( length $t );
        substr( $t, $at, 0 ) = substr( $t, $at, $n );
        $t;
    },
    sub { my ($t) = @_; my ($at) = part( length $t ); substr( $t, $at, 0 ) = pick(@words); $t },
    sub {
        my ($t) = @_;
        my ( $at, $n ) = part( length $t );
        substr( $t, $at, $n ) = pick(@words);
        $t;
    },
    sub {
        my ($t)  = @_;
        my ($at) = part( length $t );
        substr( $t, $at, $at < length $t ? 1 : 0 ) = chr( 1 + int rand 127 );
        $t;
    },
    sub { my ($t) = @_; my ($at) = part( length $t ); substr $t, 0, $at },
    sub {
        my ( $t, $o ) = @_;
        my ($at)   = part( length $t );
        my ($from) = part( length $o );
        substr( $t, 0, $at ) . substr $o, $from;
    },
    \&exchange_string, \&change_number, \&change_number,
);

my @edges = (
    0, 1, 2, 3, 7, 8, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2147483647, 2147483648,
    4294967295, 4294967296, 9223372036854775807, ~0 );
my @binary_mutations = (
    sub {
        my ($b) = @_;
        length $b or return "\0";
        my $at = int rand length $b;
        substr( $b, $at, 1 ) ^= chr( 1 << int rand 8 );
        $b;
    },
    sub {
        my ($b)  = @_;
        my ($at) = part( length $b );
        substr( $b, $at, $at < length $b ? 1 : 0 ) = chr int rand 256;
        $b;
    },
    sub {
        my ($b) = @_;
        my ( $format, $size ) =
            @{ pick( [ 'C', 1 ], [ 'n', 2 ], [ 'N', 4 ], [ 'Q>', 8 ], [ 'v', 2 ], [ 'V', 4 ] ) };
        my $at    = int rand( length($b) + 1 );
        my $value = pick(@edges);
        $value = ~0 - $value if rand() < 0.3;
        $value &= ( 1 << 8 * $size ) - 1 if $size < 8;
        substr( $b, $at, $size > length($b) - $at ? length($b) - $at : $size ) = pack $format,
            $value;
        $b;
    },
    sub { my ($b) = @_; my ( $at, $n ) = part( length $b ); substr( $b, $at, $n ) = ''; $b },
    sub {
        my ($b) = @_;
        my ( $at, $n ) = part( length $b );
        substr( $b, $at, 0 ) = substr( $b, $at, $n );
        $b;
    },
    sub { my ($b) = @_; my ($at) = part( length $b ); substr $b, 0, $at },
    sub { my ($b) = @_; $b . random_bytes( 1 + int rand 20 ) },
    sub {
        my ( $b, $o ) = @_;
        my ($at)   = part( length $b );
        my ($from) = part( length $o );
        substr( $b, 0, $at ) . substr $o, $from;
    },
);

sub random_bytes {
    return join '', map { chr int rand 256 } 1 .. $_[0];
}

sub mutated {
    my ( $mutations, @valid ) = @_;
    my $value = pick(@valid);
    $value = pick(@$mutations)->( $value, pick(@valid) ) for 1 .. pick( 1, 1, 1, 2, 3, 8 );
    return $value;
}

# Sometimes make something large: long strings, many repetitions, deep nesting.
sub large {
    my (@valid) = @_;
    return pick(
        sub { pick(@words) x ( 1 + int rand 20000 ) },
        sub { my $v = pick(@valid); $v =~ s/"((?:[^"\\]|\\.)+)"/'"' . $1 x 500 . '"'/e; $v },
        sub { my $v = pick(@valid); $v =~ s/(\{[^{}]*\})/join ',', ($1) x 200/e;        $v },
        sub { my $v = pick(@valid); $v =~ s/(\d+)/$1 x 400/e;                           $v },
        sub { pick(@valid) . ' ' x 50000 },
    )->();
}

sub text_input {
    my (@valid) = @_;
    my $kind = rand;
    return random_bytes( int rand 40 )                        if $kind < 0.03;
    return join '', map { pick(@words) } 1 .. 1 + int rand 12 if $kind < 0.06;
    return $kind < 0.065 ? large(@valid) : mutated( \@text_mutations, @valid );
}

sub binary_input {
    my (@valid) = @_;
    return
          rand() < 0.05 ? random_bytes( int rand 200 )
        : rand() < 0.01 ? mutated( \@binary_mutations, @valid ) . random_bytes(20000)
        :                 mutated( \@binary_mutations, @valid );
}

# ---- the functions that the server runs ----

# Create trial_text(bytea[]) and trial_binary(files) in a schema for the type. Each row that they
# return is one complaint.
sub install_trials {
    my ($type) = @_;
    my $equal  = $type eq 'moment' ? 'motcua_internal.=' : 'motcua.=';
    my @calls  = split /\n/, psql(
        $database, qq{
        SELECT p.oid::regproc || '(v)'
        FROM pg_proc AS p
        JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass
            AND d.objid = p.oid
            AND d.refclassid = 'pg_extension'::regclass
            AND d.deptype = 'e'
        WHERE p.proargtypes[0] = 'motcua.$type'::regtype
          AND p.prokind = 'f'
          AND p.pronargs - p.pronargdefaults = 1
          AND p.prorettype <> 'cstring'::regtype
        ORDER BY 1}
    );
    my $named = '';
    for my $use ( @calls, @{ $uses{$type} // [] } ) {
        ( my $quoted = $use ) =~ s/'/''/g;
        $quoted =~ s/\s+/ /g;
        $named .= "BEGIN PERFORM $use;
             EXCEPTION WHEN OTHERS THEN IF SQLSTATE !~ '^(22|54)|^55000\$' THEN RETURN SQLSTATE
             || ' in $quoted: ' || SQLERRM; END IF; END;\n";
    }
    psql(
        $database, qq{
        CREATE SCHEMA trial_$type;
        SET search_path = trial_$type;
        CREATE TABLE received (v motcua.$type);
        CREATE TABLE accepted (n int, v motcua.$type);
        CREATE TABLE copied (n int, v motcua.$type);
        CREATE FUNCTION not_reproduced(v motcua.$type) RETURNS text LANGUAGE plpgsql AS \$f\$
        DECLARE again motcua.$type;
        BEGIN
            again := v::text::motcua.$type;
            RETURN CASE WHEN again::text <> v::text THEN 'text form is not stable: ' || again::text
                        WHEN (again OPERATOR($equal) v) IS NOT TRUE
                             THEN 'text form reads back as another value'
                        WHEN motcua.${type}_send(again) <> motcua.${type}_send(v)
                             THEN 'binary form differs after the text form' END;
        EXCEPTION WHEN OTHERS THEN
            RETURN SQLSTATE || ' from its own text form: ' || SQLERRM;
        END \$f\$;
        CREATE FUNCTION not_usable(v motcua.$type) RETURNS text LANGUAGE plpgsql AS \$f\$
        BEGIN
            $named
            RETURN NULL;
        END \$f\$;
        CREATE FUNCTION refusal(state text, message text) RETURNS text LANGUAGE sql AS \$f\$
            SELECT CASE WHEN state !~ '^(22|54)|^08P01\$'
                             THEN 'refused with ' || state || ': ' || message END
        \$f\$;
        CREATE FUNCTION trial_text(inputs bytea[]) RETURNS SETOF text LANGUAGE plpgsql AS \$f\$
        DECLARE complaint text;
        BEGIN
            FOR i IN 1 .. cardinality(inputs) LOOP
                BEGIN
                    INSERT INTO accepted VALUES (i, convert_from(inputs[i], 'UTF8')::motcua.$type);
                EXCEPTION WHEN OTHERS THEN
                    complaint := refusal(SQLSTATE, SQLERRM);
                    IF complaint IS NOT NULL THEN RETURN NEXT i || ' ' || complaint; END IF;
                END;
            END LOOP;
            RETURN QUERY SELECT * FROM judged();
        END \$f\$;
        CREATE FUNCTION trial_binary(count int) RETURNS SETOF text LANGUAGE plpgsql AS \$f\$
        DECLARE complaint text;
        BEGIN
            FOR i IN 1 .. count LOOP
                BEGIN
                    EXECUTE format('COPY received FROM %L (FORMAT binary)', '$folder/' || i);
                    INSERT INTO accepted SELECT i, v FROM received;
                    DELETE FROM received;
                EXCEPTION WHEN OTHERS THEN
                    complaint := refusal(SQLSTATE, SQLERRM);
                    IF complaint IS NOT NULL THEN RETURN NEXT i || ' ' || complaint; END IF;
                END;
            END LOOP;
            RETURN QUERY SELECT * FROM judged();
        END \$f\$;
        CREATE FUNCTION judged() RETURNS SETOF text LANGUAGE plpgsql AS \$f\$
        BEGIN
            RETURN QUERY
            SELECT n || ' ' || not_reproduced(v)
            FROM accepted WHERE not_reproduced(v) IS NOT NULL;
            RETURN QUERY
            SELECT n || ' ' || not_usable(v)
            FROM accepted WHERE not_usable(v) IS NOT NULL;
            EXECUTE format('COPY accepted TO %L (FORMAT binary)', '$folder/copy');
            EXECUTE format('COPY copied FROM %L (FORMAT binary)', '$folder/copy');
            RETURN QUERY
            SELECT a.n || ' binary form reads back as another value'
            FROM accepted AS a FULL JOIN copied AS c USING (n)
            WHERE a.v OPERATOR($equal) c.v IS NOT TRUE OR a.v::text <> c.v::text;
            RETURN NEXT 'accepted ' || (SELECT count(*) FROM accepted);
            TRUNCATE received, accepted, copied;
        END \$f\$;} );
}

sub write_binary_file {
    my ( $name, $value ) = @_;
    open my $file, '>:raw', "$folder/$name" or die "$folder/$name: $!";
    print $file "PGCOPY\n\xff\r\n\0", pack( 'NN', 0, 0 ), pack( 'nN', 1, length $value ), $value,
        pack 'n', 65535;
    close $file;
}

# Return what the server says to these inputs, line by line, or undef if it did not survive them.
sub answers {
    my ( $type, $form, @inputs ) = @_;
    my $call = 'trial_binary(' . @inputs . ')';
    if ( $form eq 'text' ) {
        $call =
              'trial_text(ARRAY['
            . join( ',', map { "'\\x" . unpack( 'H*', $_ ) . "'" } @inputs )
            . ']::bytea[])';
    }
    else {
        write_binary_file( $_, $inputs[ $_ - 1 ] ) for 1 .. @inputs;
    }
    my $text = eval {
        psql(
            $database,
            "SET statement_timeout = '60s'; SET search_path = trial_$type;
             SELECT replace(trial, E'\\n', ' ') FROM $call AS trial"
        );
    };
    return [ split /\n/, $text ] if defined $text;
    diag( substr $@, 0, 2000 );
    return;
}

# Return the input that ends the server or its session, out of several that do together.
sub culprit {
    my ( $type, $form, @inputs ) = @_;
    while ( @inputs > 1 ) {
        sleep 2;    # waits until the server has recovered
        my @half = splice @inputs, 0, @inputs / 2;
        @inputs = @half if !answers( $type, $form, @half );
    }
    return @inputs;
}

sub write_complaints {
    my ( $name, @complaints ) = @_;
    mkdir 'build';
    open my $file, '>', $name or die "$name: $!";
    print $file "$_\n" for @complaints;
    close $file;
    diag("all of them: $name");
}

sub try_form {
    my ( $type, $form, $until, @valid ) = @_;
    my ( $tried, $accepted, @complaints ) = ( 0, 0 );
    do {
        my @inputs = map { $form eq 'text' ? text_input(@valid) : binary_input(@valid) } 1 .. BATCH;
        my $lines  = answers( $type, $form, @inputs ) or do {
            push @complaints,
                map { 'does not survive ' . unpack 'H*', $_ } culprit( $type, $form, @inputs );
            last;
        };
        $tried += @inputs;
        for my $line (@$lines) {
            if    ( $line =~ /^accepted (\d+)$/ ) { $accepted += $1 }
            elsif ( $line =~ /^(\d+) (.*)/ ) {
                push @complaints, substr( $2, 0, 300 ) . ' <- ' . unpack 'H*', $inputs[ $1 - 1 ];
            }
        }
    } while ( time < $until && @complaints < 20 );
    # The test shows each kind of complaint once, by its first words, and a file has all of them.
    my %kind;
    $kind{ substr $_, 0, 60 } //= length $_ > 1500 ? substr( $_, 0, 1500 ) . '...' : $_
        for @complaints;
    is( join( "\n", sort values %kind ), '', "$type: there is no complaint about $form input" );
    write_complaints( "build/hostile-$type-$form.txt", @complaints ) if @complaints;
    note("$tried inputs, $accepted accepted");
    cmp_ok( $accepted, '>', 0, "$type: some inputs are valid" );
}

psql( 'postgres', "DROP DATABASE IF EXISTS $database" );
psql( 'postgres', "CREATE DATABASE $database" );
psql( $database, 'CREATE EXTENSION motcua' );
my @types = split /\n/, psql(
    $database, q{
    SELECT t.typname
    FROM pg_type AS t
    JOIN pg_depend AS d ON d.classid = 'pg_proc'::regclass
        AND d.objid = t.typinput
        AND d.refclassid = 'pg_extension'::regclass
        AND d.deptype = 'e'
    JOIN pg_extension AS e ON e.oid = d.refobjid
    WHERE e.extname = 'motcua' AND t.typtype = 'b' AND t.typcategory <> 'A'
      AND t.typname <> 'literal'     -- its input is that of text
    ORDER BY 1}
);
is( join( ' ', grep { !$samples{$_} } @types ), '', 'every type has samples here' );
diag("seed $seed, $seconds s for @types");

my $share = $seconds / ( 2 * @types );
for my $type ( grep { $samples{$_} } @types ) {
    srand $seed;
    install_trials($type);
    my @values = map {
        split /\|/,
            psql(
            $database,
            "SELECT encode(convert_to(v::text, 'UTF8'), 'hex'),
                    encode(motcua.${type}_send(v), 'hex')
             FROM (SELECT ($_)::motcua.$type) AS s (v)"
            ),
            2
    } @{ $samples{$type} };
    my ( @texts, @binaries );
    while ( my ( $text, $binary ) = splice @values, 0, 2 ) {
        push @texts, pack 'H*', $text;
        push @binaries, pack 'H*', $binary;
    }
    push @texts, map { /^'(.*)'$/s ? $1 : () } @{ $samples{$type} };    # without quotes
    try_form( $type, 'text', time + $share, @texts );
    try_form( $type, 'binary', time + $share, @binaries );
}
psql( 'postgres', "DROP DATABASE $database" );
done_testing();
