package Values;

# Make values to call functions with, as SQL expressions that state their type. A 'plain' value is
# valid and gets far into a function, an 'edge' value is extreme or invalid. Larger values are rows
# of tables hostile.v_TYPE, so that they come toasted, compressed or with a short header.
use strict;
use warnings;
use Exporter qw(import);
use Psql qw(psql);
our @EXPORT_OK = qw(value_of edges_of make_values);

# These values suit arguments of type text and name, by the name of the argument.
my %words = (
    calendar    => [qw(vn vn_statutory commune short nobody)],
    granularity => [qw(day instant)],
    due         => [qw(original current first)],
    ended_as    => [qw(result withdrawn refused stopped)],
    unit        => [qw(working_day working_hour day day_skip_holiday week month year hour)],
    units       => [qw(now original)],
    group_by    => [qw(unit field procedure)],
    notice      => [qw(day working_day same_day)],
    basis       => [qw(resolved processed received workload due)],
    measure     => [qw(on_time_rate:resolved early_rate:due online_rate overdue_rate late_rate)],
    bounds      => [ '[]', '[)', '(]', '()' ],
    zero        => [qw(null zero max)],
    style       => [qw(keep new old)],
    lang        => [qw(vi en)],
    kind        => [qw(month quarter half year off work)],
    move        => [qw(any forward)],
    rule        => [qw(restart subtract extend_working extend_calendar same_day)],
    reason      => [qw(supplement fee unit other)],
    event       => [qw(receive pause resume reappoint resolve withdraw refuse stop)],
    detail      => [
        qw(supplement restart fee subtract 2026-04-03), '10 ngày làm việc',
        '2026-04-03T17:00:00+07:00' ],
    scorecard      => [ '766', 'hostile' ],
    scale          => [ '766', 'hostile' ],
    rights         => [qw(invoker owner)],
    time_zone      => [qw(Asia/Ho_Chi_Minh UTC)],
    schema_name    => [qw(kpi kpi2 ocps public motcua hostile pg_temp)],
    opencps_schema => [qw(opencps hostile)],
    open_tag       => ['<b>'],
    close_tag      => ['</b>'],
    topic          => [qw(due_at tally calendar)],
    query   => [ 'nguyễn văn', 'duong', 'tp hcm', 'ubnd', 'nguyen', 'đ', 'ho so -a', '"van a"' ],
    columns => [qw(due_at code)],
    code    => [qw(code due_at)],
    received_at => ['received_at'],
    due_at      => ['due_at'],
    ended_at    => ['ended_at'],
    as_of       => [ 'current_date', "date '2026-02-01'" ],
);

my @texts = (
    'vn', 'Nguyễn Văn Bình', 'UBND xã Quảng Thái', '5 ngày làm việc', '1/2 ngày',
    'H56.14-240823-0001', '000.17.22.H56', '1.000894', 'withdrawn', 'day', '2026-03-02',
    'Đường Lê Lợi, phường 7',
);
my @edge_texts = (
    q{''}, q{' '}, q{'null'}, q{'0'}, q{'-1'}, q{'NaN'}, q{'99999999999999999999'},
    q{E'\\x01\\x7f'}, q{E'\\n\\t'}, q{'"'}, q{''''}, q{'\\'}, q('{'), q{'<script>&'}, q{'%s%n%d'},
    q{'a;b,c:d|e'},
    q{U&'\0302\0301\0323'}, q{U&'e\0302\0301'}, q{U&'\+010FFFF\FFFE\FEFF'},
    q{U&'\202E\200D\0000a'}, q{U&'\1EBF\0130\00DF\FB03'}, q{'()[]<>-*"'}, q{'"chưa đóng'},
    q{'- - -'},
    q{repeat('x', 63)}, q{repeat('x', 64)}, q{repeat('đ', 300)}, q{repeat('Nguyễn ', 2000)},
    q{repeat('a', 20000)}, q{repeat('ệ', 65536)}, q{repeat('-"(', 5000)}, q{repeat('9', 5000)},
    q{repeat(U&'\0301', 9000)},
);
s/\\0000// for @edge_texts;    # a text cannot hold NUL

my $infinities = q{'infinity', '-infinity'};
my %plain      = (
    boolean  => [qw(true false)],
    integer  => [ 0, 1, 2, 3, 5, 10, 12, 30, 2024, 2026 ],
    bigint   => [ 0, 1, 2, 100, 20101 ],
    smallint => [ 1, 2, 3, 4 ],
    oid      => [ 0, 16, 98 ],
    numeric  => [qw(0 1 0.5 0.98 100 2.5 10 18)],
    real     => [ 0, 1 ],
    date     => [
        qw(2024-02-29 2026-01-01 2026-02-17 2026-03-02 2026-03-16 2026-04-30 1990-01-01 2100-12-31)
    ],
    'timestamp without time zone' => [
        '2026-03-02 09:00', '2026-03-02 17:00:00.000001', '2026-01-01',
        '2024-02-29 23:59:59.999999', '2026-04-30 12:00' ],
    'timestamp with time zone' => [
        '2026-03-02 09:00+07', '2026-03-02 17:00:00.000001+07', '2026-01-01+07',
        '2024-02-29 23:59:59.999999+07', '2026-04-30 12:00+07' ],
    'motcua.moment' => [
        '2026-03-02', '2026-03-16', '2026-03-02 09:00', '2026-03-02 17:00:00.000001',
        '2026-03-02T02:00Z', '02/03/2026 14:20', '2/3/2026', '2026-03-02 +07' ],
    interval  => [ '1 day', '20:00', '3 days 04:00', '1 month', '7 days', '1 year' ],
    daterange => [
        '[2026-01-01,2026-02-01)', '[2024-01-01,2027-01-01)', '[2026-03-01,2026-03-31]',
        '[2026-01-01,)' ],
    'numeric[]' => [ '{1,2,3}', '{0.5}', '{0.9,0.95,1}', '{10,5,0}' ],
    'bigint[]'  => [ '{0,0}', '{1,2}', '{0,0,0,0}', '{1,2,3,4}', '{5,10,1,1}' ],
    'text[]' => [ '{}', '{withdrawn}', '{a,b,c}', '{refused,stopped}', '{"Unit 1"}', '{due_at}' ],
    'date[]' => [ '{2026-04-27}', '{2026-01-02,2026-01-05}', '{}' ],
    jsonb    => [
        '{}', '{"ma": "code"}',
        '{"name": "x", "since": "2020-01-01", "until": "2020-12-31", "work_week": "1111100"}',
        '{"1": 20, "7": 3}', '{"period": "[2020-01-01,2021-01-01)", "late": 2}',
        '{"received_at": "2026-03-02T09:00:00+07:00"}',
        '{"days": [{"day": "2020-01-02", "late": 1}]}' ],
    regclass => [ 'hostile.dossiers', 'hostile.dossiers_code', 'hostile.vi_index', 'kpi.dossier' ],
    'motcua.time_limit' => [
        '5 ngày làm việc', '0,5 ngày', 'trong ngày', '1/2 ngày', '8 giờ làm việc', '2 tuần',
        '1 tháng', '1,5 năm', '72 giờ' ],
    'motcua.agency_code'  => [ '000.17.22.H56', 'H56.14.103', 'H44', '000.00.00.H49', 'G03' ],
    'motcua.dossier_code' =>
        [ 'H56.14-240823-0001', '000.00.06.H56-231027-0361', 'H21.65-220914-123456' ],
    'motcua.procedure_code' => [ '1.000894', '1.000494.000.00.00.H29' ],
    'motcua.outcome'        => [qw(early on_time late in_time overdue paused)],
    cstring                 => ['5 ngày'],
);
my %edge = (
    integer => [
        -1, -2147483648, 2147483647, -2147483647, 13, 99, 366, 9999, 65536, 1901, 2199, 1989, 2101
    ],
    bigint =>
        [ -1, '-9223372036854775808', '9223372036854775807', '4294967296', '-9223372036854775807' ],
    smallint => [ -1, -32768, 32767, 0, 5, 99 ],
    oid      => [ 1, 4294967295, 1259, 99999 ],
    numeric  => [
        qw
            (-1 NaN infinity -infinity 1e1000 -1e1000 1e-1000 1e100 -0.0000000001 0.1e-40
            9223372036854775808 0.33333333333333333333333333333333333333333333333333333
        ),
        '9' x 500 ],
    real => [qw(NaN infinity -1e38)],
    date => [
        qw
            (infinity -infinity 5874897-12-31 1989-12-31 2101-01-01 1900-01-30 2199-12-31 0001-01-01
            10000-01-01
        ),
        '4714-11-24 BC', '0001-12-31 BC' ],
    'timestamp without time zone' => [
        qw(infinity -infinity 0001-01-01), '294276-12-31 23:59:59.999999',
        '4714-11-24 00:00:00 BC', '1989-12-31 23:59:59.999999', '2100-12-31 23:59:59.999999',
        '2101-01-01' ],
    'timestamp with time zone' => [
        qw(infinity -infinity 0001-01-01), '294276-12-31 23:59:59.999999+00',
        '4714-11-24 00:00:00+00 BC', '1989-12-31 16:59:59.999999+00', '2100-12-31 17:00+00',
        '2101-01-01+14' ],
    'motcua.moment' => [
        qw(infinity -infinity 0001-01-01 9999-12-31 +5874897-12-31 -4713-11-24 1989-12-31),
        '2101-01-01 00:00', '+294276-12-31 23:59:59.999999', '+294277-01-01 06:59:59.999999',
        '-4713-11-24 00:00', '1989-12-31 23:59:59.999999', '2100-12-31 23:59:59.999999' ],
    interval => [
        '0', '-1 day', '178000000 years', '-178000000 years', '1 microsecond', '-1 microsecond',
        '2147483647 days', '-2147483648 days', '9223372036854775807 microseconds',
        '-9223372036854775808 microseconds',
        '2147483647 months', '-2147483648 months', '1 month -30 days', '99999 hours',
        '1 day -24 hours' ],
    daterange => [
        'empty', '(,)', '[infinity,infinity]', '[-infinity,infinity)', '(,2026-01-01)',
        '[4714-11-24 BC,5874897-12-31)', '[5874896-01-01,5874897-12-31)', '[2026-01-01,infinity)',
        '[1990-01-01,2101-01-01)', '[2026-01-01,2026-01-01]' ],
    'numeric[]' => [
        '{}', '{NULL}', '{1,NULL,3}', '{NaN,NaN}', '{infinity,-infinity}', '{3,2,1}',
        '{{1,2},{3,4}}', '[-5:-3]={1,2,3}', '{1e1000}', '{' . join( ',', 1 .. 2000 ) . '}' ],
    'bigint[]' => [
        '{}', '{NULL}', '{NULL,NULL}', '{1,NULL,3,4}', '{1}', '{1,2,3}', '{1,2,3,4,5}',
        '{{1,2},{3,4}}', '{{1,2}}', '[5:6]={1,2}', '{9223372036854775807,9223372036854775807}',
        '{-9223372036854775808,-1}', '{-1,-1,-1,-1}',
        '{1,1,0,99}', '{9223372036854775807,9223372036854775807,9223372036854775807,1}',
        '{0,0,0,9}', '{-9223372036854775808,0,0,8}', '{' . join( ',', 1 .. 3000 ) . '}' ],
    'text[]' => [
        '{NULL}', '{a,NULL}', '{""}', '{{a,b},{c,d}}', '[-2:-1]={result,withdrawn}',
        '{withdrawn,withdrawn}', '{WITHDRAWN}', '{' . join( ',', map {"u$_"} 1 .. 2000 ) . '}' ],
    'date[]' => [
        '{NULL}', '{infinity,-infinity}', '{{2026-01-01},{2026-01-02}}',
        '{0001-01-01,5874897-12-31}', '{2026-01-05,2026-01-05}', '[7:8]={2026-04-29,2026-01-01}' ],
    jsonb => [
        'null', '[]', '0', '"x"', 'true', '1e1000', '[[[[[[]]]]]]', '{"name": 1}', '{"days": {}}',
        '{"": ""}', '{"1": 9223372036854775807}', '{"-1": -1}', '{"1": 1e400}', '{"period": []}',
        '{"received_at": "infinity"}', '{"x": {"y": null}}' ],
    regclass => [
        qw(0 1 4294967295 99999), 'pg_class', 'pg_catalog.pg_class_oid_index', 'hostile.numbers',
        'hostile.a_view', 'hostile.a_matview', 'hostile.a_type', 'hostile.parted',
        'hostile.parted_code', 'hostile.no_columns', 'pg_temp.fleeting',
        'hostile.unlogged', 'hostile.broken_index', 'motcua.calendar', 'motcua.calendar_pkey',
        'hostile."O\'Brien ""x"""', 'pg_toast.pg_toast_2619', 'kpi.on_time_by_unit' ],
    'motcua.time_limit' =>
        [ '0 ngày', '999999.99 working days', '999999,99 năm', '0,01 giờ', '999999.99 months' ],
    'motcua.agency_code'    => [],
    'motcua.dossier_code'   => [],
    'motcua.procedure_code' => [],
    cstring                 => [ '', 'x', 'NaN', '{', "\x{1}" ],
    name => [ '', 'no such', 'a"b', "O'Brien", 'x' x 63, 'pg_catalog', 'PUBLIC' ],
);

# The values of these types are kept in tables: first expressions of plain values, then of edge
# values.
my $tally = q{motcua.tally(date '2026-01-05', date '2026-01-07', date '2026-01-09',
                   daterange('2026-01-01', '2026-02-01'))};
my $dossier = q{motcua.dossier(timestamptz '2026-03-02 09:00+07', '10 ngày làm việc', 'vn')};
my $add     = q{motcua.dossier_agg(a, e, d)};
my %kept    = (
    'motcua.work_calendar' => [
        [   q{motcua.calendar_value('vn')}, q{motcua.calendar_value('vn_statutory')},
            q{motcua.calendar_value('commune')}, q{motcua.calendar_value('short')},
            q{'{"name": "xã", "since": "2024-01-01", "until": "2026-12-31", '
              '"work_week": "1111110", "decided": [2024], "time_zone": "Asia/Tokyo", '
              '"late_reception": "event_day", "same_day_cutoff": "14:30", "due_time": "midnight"}'},
        ],
        [   q{'{"name": "x", "since": "1990-01-01", "until": "2100-12-31", '
              '"work_week": "0000001"}'},
            q{'{"name": "x", "since": "2026-03-02", "until": "2026-03-02", '
              '"work_week": "1111111"}'},
            q{'{"name": "x", "since": "1990-01-01", "until": "2100-12-31", '
              '"work_week": "1111111", "shifts": [{"weekdays": "0100000", "opens": "23:59", '
              '"closes": "24:00"}]}'},
            q{(SELECT jsonb_build_object(
                   'name', 'x', 'since', '1990-01-01', 'until', '2100-12-31', 'work_week',
                   '0000001', 'days',
                   jsonb_agg(jsonb_build_object('day', to_char(d, 'YYYY-MM-DD'), 'kind', 'work',
                                                'reason', 'local', 'status', 'official',
                                                'decided_by', 'x', 'title',
                                                repeat('t', 20))))::text
               FROM generate_series('1990-01-01'::date, '2100-12-31',
                                    '3 days') AS d)::motcua.work_calendar},
        ],
    ],
    'motcua.tally' => [
        [   q{'{}'}, $tally,
            q{'{"period": "[2026-01-01,2026-02-01)", "new_online": 5, "late": 2, "early": 7}'} ],
        [   q{'{"early": 9223372036854775807, "late": -9223372036854775808, "invalid": -1}'},
            q{'{"early": -9223372036854775808, "on_time": 9223372036854775807, '
              '"open_overdue": 9223372036854775807}'},
            q{'{"period": "[0001-01-01,9999-12-31)", "late": 1}'} ],
    ],
    'motcua.ledger' => [
        [   q{'{}'},
            q{(SELECT motcua.ledger(d, d + 5, d + i % 9, i % 2 = 0, 'refused', 'day', d + i % 11)
               FROM (SELECT i, date '2026-01-01' + i AS d FROM generate_series(1, 70) AS i) AS x)}
        ],
        [   q{'{"days": [{"day": "2020-01-02", "late": 1, "early": 9223372036854775807}, '
              '{"day": "0001-01-01", "overdue": -3}], "due_changes": [{"day": "2020-01-09", '
              '"due": "2020-01-02", "missed": -1, "met": 2}]}'},
            q{'{"days": [{"day": "0001-01-01", "early": -9223372036854775808}, '
              '{"day": "9999-12-31", "early": 9223372036854775807}]}'},
            q{(SELECT motcua.ledger(d, d + 5, d + i % 9)
               FROM (SELECT i, date '1990-01-01' + i AS d
                     FROM generate_series(1, 30000) AS i) AS x)}
        ],
    ],
    'motcua.lateness' => [
        [   q{'{}'}, q{'{"1": 20, "7": 3}'},
            q{motcua.lateness(date '2024-01-05', date '2024-02-07')} ],
        [   q{'{"400": -1}'}, q{'{"1": 9223372036854775807}'},
            q{'{"1": -9223372036854775808, "2147483647": 9223372036854775807}'},
            q{(SELECT ('{' || string_agg(format('"%s": %s', i, i * i), ',')
                       || '}')::motcua.lateness
               FROM generate_series(1, 3000) AS i)}
        ],
    ],
    'motcua.dossier' => [
        [   $dossier,
            q{motcua.dossier_of(date '2026-03-02', date '2026-03-16', date '2026-03-17',
                                'withdrawn')},
            qq{motcua.pause($dossier, '2026-03-05 10:00+07', 'supplement')},
            qq{motcua.resolve(motcua.reappoint($dossier, '2026-03-10 09:00+07',
                                               '2026-04-03 17:00+07'),
                              '2026-04-06 10:00+07')}
        ],
        [   q{'{"received_at": "2026-03-02T09:00:00+07:00"}'},
            q{motcua.dossier_of(timestamptz '2026-03-02', timestamptz '9999-12-31')},
            q{(SELECT motcua.dossier_agg(a, e, d)
               FROM (SELECT timestamptz '2026-03-02 09:00+07' + i * interval '1 hour',
                            CASE WHEN i = 0 THEN 'receive'
                                 WHEN i % 2 = 1 THEN 'pause'
                                 ELSE 'resume' END,
                            CASE WHEN i = 0 THEN '10 ngày' WHEN i % 2 = 0 THEN 'subtract' END
                     FROM generate_series(0, 500) AS i) AS x (a, e, d))}
        ],
    ],
    bytea => [
        [   q{hostile.state_of($$SELECT hostile.agg_state(a, e, d)
                                 FROM (VALUES (timestamptz '2026-03-02 09:00+07', 'receive',
                                               '10 ngày làm việc'),
                                              ('2026-03-05 09:00+07', 'pause',
                                               'fee')) AS x (a, e, d)$$)},
            q{hostile.state_of($$SELECT hostile.agg_state_on(a, e, d, 'vn')
                                 FROM (VALUES (timestamptz '2026-03-02 09:00+07', 'receive',
                                               '10 ngày làm việc'),
                                              ('2026-03-05 09:00+07', 'reappoint',
                                               '2026-04-03')) AS x (a, e, d)$$)},
            q{hostile.state_of($$SELECT hostile.agg_state_on_value(a, e, d,
                                                                   motcua.calendar_value('short'))
                                 FROM (VALUES (timestamptz '2026-03-02 09:00+07', 'receive',
                                               '10 ngày làm việc'),
                                              ('2026-03-05 09:00+07', 'pause',
                                               'fee')) AS x (a, e, d)$$)}
        ],
        [   q{''}, q{'\\x00'}, q{'\\x01'}, q{decode(repeat('01', 12), 'hex')},
            q{decode(repeat('01', 13), 'hex')}, q{decode(repeat('ff', 100), 'hex')},
            q{decode('01' || repeat('00', 40), 'hex')}, q{decode(repeat('00', 100000), 'hex')} ],
    ],
);

sub pick { return $_[ int rand @_ ] }

sub quoted {
    my ($text) = @_;
    $text =~ s/'/''/g;
    utf8::encode($text) if utf8::is_utf8($text);
    return "'$text'";
}

my ( %plain_of, %edges_of, %count );

# Fill the tables. Afterwards value_of and edges_of know every type.
sub make_values {
    my ( $database, @outcomes ) = @_;
    for my $type ( sort keys %plain ) {
        $plain_of{$type} = [ map { quoted($_) . "::$type" } @{ $plain{$type} } ];
        $edges_of{$type} = [ map { quoted($_) . "::$type" } @{ $edge{$type} // [] } ];
    }
    $edges_of{name} = [ map { quoted($_) . '::name' } @{ $edge{name} } ];
    $plain_of{text} = [ map { quoted($_) . '::text' } @texts ];
    $edges_of{text} = [ map {"$_\::text"} @edge_texts ];
    $plain_of{name} = [ map { quoted($_) . '::name' } qw(kpi ocps hostile opencps) ];
    for my $type ( sort keys %kept ) {
        ( my $table = "hostile.v_$type" ) =~ s/v_motcua\./v_/;
        my ( $n, @of ) = (0);
        my $sql = "CREATE TABLE $table (n int PRIMARY KEY, v $type);";
        for my $kind ( 0, 1 ) {
            for my $value ( @{ $kept{$type}[$kind] } ) {
                $sql .= 'INSERT INTO ' . $table . " SELECT $n, ($value)::$type;";
                push @{ $of[$kind] }, "(SELECT v FROM $table WHERE n = $n)";
                $n++;
            }
        }
        if ( $type eq 'bytea' ) {    # copies of the first three with one wrong byte
            for ( 1 .. 150 ) {
                my ( $at, $byte ) = (
                    rand() < 0.5 ? int rand 40 : int rand 400,
                    pick( 0, 1, 2, 8, 127, 128, 255, int rand 256 ) );
                $sql .= "INSERT INTO $table
                     SELECT $n, set_byte(v, $at % length(v), $byte)
                     FROM $table WHERE n = "
                    . int( rand 3 ) . ';';
                push @{ $of[1] }, "(SELECT v FROM $table WHERE n = $n)";
                $n++;
            }
        }
        psql( $database, $sql );
        ( $plain_of{$type}, $edges_of{$type} ) = @of;
    }
    return;
}

sub edges_of {
    my ($type) = @_;
    return ( "NULL::$type", @{ $edges_of{$type} // [] } );
}

# Return a value of a type for an argument of this name. $edge is the share of calls that get an
# edge value.
sub value_of {
    my ( $type, $name, $edge ) = @_;
    return pick( edges_of($type) ) if rand() < $edge || !$plain_of{$type};
    if (   ( $type eq 'text' || $type eq 'name' )
        && $words{$name}
        && ( $edge == 0 || rand() < 0.85 ) )
    {
        return quoted( pick( @{ $words{$name} } ) ) . "::$type";
    }
    return pick( @{ $plain_of{$type} } );
}

1;
