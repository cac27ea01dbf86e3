# Test that the DBA's calendars survive dump and restore and \copy, and give the same answers.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/../lib";
use Test::More;
use Psql qw(psql psql_error run);

$SIG{INT} = $SIG{TERM} = $SIG{HUP} = sub { exit 1 };    # ends with the END blocks

my @tables = qw(calendar calendar_day calendar_year shift);

# Every row of the four tables, and what the calendars answer.
my $rows = join ' || ', map {
    "(SELECT coalesce(string_agg(t::text, ';' ORDER BY t::text COLLATE \"C\"), '') FROM motcua.$_ AS t)"
} @tables;
my $answers = q{SELECT md5(string_agg(a, ';' ORDER BY a COLLATE "C"))
                FROM (
                SELECT name || d::text FROM motcua.calendars, motcua.days_off(2024, name) AS d
                UNION ALL SELECT name || e::text
                FROM motcua.calendars,
                     generate_series(date '2024-04-01', '2024-06-30', '1 day') AS day,
                     motcua.explain_day(day::date, name) AS e
                UNION ALL SELECT name || year || motcua.calendar_status(year, name)
                FROM motcua.calendars, generate_series(2010, 2026) AS year
                UNION ALL SELECT name || day
                                 || motcua.working_time_between(day, day + interval '1 day', name)
                                 || motcua.next_working_moment(day, name)
                FROM motcua.calendars,
                     generate_series(timestamp '2024-06-01', '2025-01-31', '1 day') AS day
                UNION ALL SELECT motcua.calendar_value(name)::text FROM motcua.calendars
                UNION ALL SELECT c::text
                FROM motcua.calendars AS c
                UNION ALL SELECT d::text
                FROM motcua.calendar_days AS d
                UNION ALL SELECT s::text
                FROM motcua.shifts AS s
                ) AS x (a)};

# In the order of names a child comes before its parent, and the updates give the file the same
# order.
my $edits = q{
    INSERT INTO motcua.calendar (name, title, parent, work_week, late_reception, same_day_cutoff,
                                 due_time)
    VALUES
        ('z_province', 'Lịch của tỉnh', 'vn', NULL, 'event_day', '14:30', NULL),
        ('m_commune', 'Lịch của xã', 'z_province', '1111110', NULL, NULL, 'same_time'),
        ('a_desk', NULL, 'm_commune', NULL, NULL, '16:00', NULL),
        ('b_court', 'Chỉ ngày lễ', 'vn_statutory', NULL, NULL, NULL, 'midnight');
    UPDATE motcua.calendar SET title = title || ' (sửa)' WHERE name = 'm_commune';
    UPDATE motcua.calendar SET title = title || ' (sửa)' WHERE name = 'z_province';
    INSERT INTO motcua.calendar_day (calendar, day, kind, reason, title, source, status) VALUES
        ('vn', '2024-06-05', 'off', 'local', 'Nghỉ đột xuất', 'Công điện 1', 'provisional'),
        ('vn', '2024-04-30', 'work', 'local', 'Làm việc theo quyết định mới', 'Quyết định 1',
         'official'),
        ('vn_statutory', '2024-06-06', 'off', 'holiday', NULL, NULL, 'official'),
        ('z_province', '2024-06-03', 'off', 'local', 'Ngày của tỉnh; "có dấu", \\ và
xuống dòng', NULL, 'official'),
        ('m_commune', '2024-06-03', 'work', 'local', NULL, NULL, 'official'),
        ('a_desk', '2024-06-04', 'off', 'local', 'Quầy nghỉ', '', 'provisional');
    INSERT INTO motcua.calendar_year (calendar, year, status, source) VALUES
        ('vn', 2024, 'provisional', 'Thông báo'),
        ('z_province', 2023, 'provisional', NULL),
        ('a_desk', 2024, 'official', NULL);
    INSERT INTO motcua.shift (calendar, valid, season_start, season_end, weekdays, opens, closes,
                              counts)
    VALUES
        ('vn', '(,2020-01-01)', '01-01', '12-31', '1111100', '08:00', '12:00', true),
        ('z_province', '[2024-01-01,)', '10-16', '04-15', '1111100', '07:30', '11:30', true),
        ('z_province', '[2024-01-01,)', '04-16', '10-15', '1111100', '07:00', '11:30', true),
        ('z_province', '[2024-01-01,)', '01-01', '12-31', '1111100', '13:00', '17:00', true),
        ('a_desk', '(,)', '01-01', '12-31', '1111100', '08:00', '11:00', true),
        ('a_desk', '(,)', '01-01', '12-31', '0000010', '07:30:15', '11:30', false);
};

my ( $before_rows, $before );
my @made;

sub make_database {
    my ( $name, $owner ) = @_;
    psql( 'postgres', "CREATE DATABASE $name OWNER " . ( $owner // 'postgres' ) );
    push @made, $name;
}

sub drop_databases {
    psql( 'postgres', "DROP DATABASE $_" ) for splice @made;
}

sub ran {
    my ( $name, @command ) = @_;
    my ( $text, $status )  = run(@command);
    return ok( $status == 0 && $text !~ /ERROR|FATAL/, $name ) || ( diag($text) && 0 );
}

sub append {
    my ( $file, $text ) = @_;
    open my $out, '>>', $file or die "$file: $!";
    print $out $text;
    close $out;
    chmod 0644, $file;
}

sub same_as_before {
    my ( $database, $name ) = @_;
    is( psql( $database, "SELECT $rows" ), $before_rows, "$name: the rows are the same" );
    is( psql( $database, $answers ), $before, "$name: answers" );
}

# Dump one database and restore it in a new one. Both programs run as the user.
sub round_trip {
    my ( $name, $from, %option ) = @_;
    my $user   = $option{user} // 'postgres';
    my $file   = "$ENV{PGHOST}/calendars.dump";
    my $format = $option{jobs} ? 'custom' : 'plain';
    make_database( 'mc_restored', $user );
    psql( 'mc_restored', 'CREATE EXTENSION motcua', user => $user ) if $option{data_only};
    ran("$name: dump", 'pg_dump', '-U', $option{dumped_by} // $user, '-F', $format, '-f', $file,
        '-d', $from,
        ( $option{data_only} ? '--data-only' : () ), @{ $option{dump_options} // [] } );
    my @list;
    if ( $option{order} ) {    # the order that parallel jobs may happen to take
        my ($contents) = run( 'pg_restore', '-l', $file );
        my %entry = map { /TABLE DATA motcua (\w+) / ? ( $1 => $_ ) : () } split /\n/, $contents;
        my @order = map { $entry{$_} } @{ $option{order} };
        $contents =~
            s/^.*TABLE DATA motcua (?:@{[ join '|', @{ $option{order} } ]}) .*$/shift @order/gme;
        open my $out, '>', "$file.list" or die "$file.list: $!";
        print $out $contents;
        close $out;
        @list = ( '-L', "$file.list" );
    }
    my $restored = ran(
        "$name: restore",
        $option{jobs}
        ? ( 'pg_restore', '-e', '-U', $user, '-j', $option{jobs}, '-d', 'mc_restored', @list,
            @{ $option{restore_options} // [] }, $file )
        : ( 'psql', '-qX', '-v', 'ON_ERROR_STOP=1', '-U', $user, '-d', 'mc_restored', '-f', $file )
    );
    if ($restored) {
        same_as_before( 'mc_restored', $name );
        $option{then}->('mc_restored') if $option{then};
    }
    unlink $file, "$file.list";
    psql( 'postgres', 'DROP DATABASE ' . pop @made );
}

make_database('mc_calendars');
psql( 'mc_calendars', "CREATE EXTENSION motcua; $edits" );
$before_rows = psql( 'mc_calendars', "SELECT $rows" );
$before      = psql( 'mc_calendars', $answers );
is( psql( 'mc_calendars', q{SELECT string_agg(name, ' ' ORDER BY ctid) FROM motcua.calendar} ),
    'a_desk b_court m_commune z_province', 'children lie before their parents' );

# ---- dump and restore ----

# The DBA's row wins over the shipped one of the same day.
my $dba_row_wins = sub {
    my ($database) = @_;
    is( psql(
            $database,
            q{SELECT string_agg(origin, ' ' ORDER BY origin)
              FROM motcua.calendar_days
              WHERE calendar = 'vn' AND day = '2024-04-30'}
        ),
        'local shipped',
        'the view has both rows of a day that is shipped too' );
    is( psql(
            $database,
            q{SELECT working, title, decided_by FROM motcua.explain_day('2024-04-30', 'a_desk')} ),
        't|Làm việc theo quyết định mới|vn',
        'of a day that is shipped too the row of the DBA wins' );
    is( psql(
            $database,
            q{SELECT count(*)
              FROM pg_trigger
              WHERE tgenabled = 'A' AND tgrelid::regclass::text LIKE 'motcua.%'}
        ),
        '8',
        'the triggers that tell other sessions are always enabled' );
    like(
        psql_error(
            $database,
            q{INSERT INTO motcua.shift (calendar, opens, closes) VALUES
                  ('a_desk', '10:00', '12:00')}
        ),
        qr/22023/,
        'an overlap is refused after the restore' );
};
$dba_row_wins->('mc_calendars');

round_trip( 'plain', 'mc_calendars', then          => $dba_row_wins );
round_trip( 'custom, 4 jobs', 'mc_calendars', jobs => 4, then => $dba_row_wins );
round_trip(
    'custom, calendars last', 'mc_calendars', jobs => 1,
    order => [qw(shift calendar_year calendar_day calendar)], then => $dba_row_wins );
round_trip(
    'custom, 1 transaction', 'mc_calendars', jobs => 1,
    restore_options                               => ['--single-transaction'] );
round_trip( 'data only', 'mc_calendars', data_only                 => 1 );
round_trip( 'data only, custom, 4 jobs', 'mc_calendars', data_only => 1, jobs => 4 );
round_trip(
    'column inserts of many rows', 'mc_calendars',
    dump_options => ['--rows-per-insert=1000'] );

# ---- \copy ----

sub copied {
    my ( $name, $options ) = @_;
    my $folder = "$ENV{PGHOST}/copied";
    run( 'mkdir', '-p', $folder );
    psql( 'mc_calendars', join "\n", map {"\\copy motcua.$_ TO '$folder/$_' $options"} @tables );
    psql( 'mc_calendars', 'TRUNCATE ' . join ', ', map {"motcua.$_"} @tables );
    is( psql( 'mc_calendars', q{SELECT count(*) FROM motcua.calendars} ), '2',
        "$name: only the shipped calendars are left" );
    psql( 'mc_calendars', join "\n", map {"\\copy motcua.$_ FROM '$folder/$_' $options"} @tables );
    same_as_before( 'mc_calendars', $name );
    run( 'rm', '-rf', $folder );
}
copied( '\copy', '' );
copied( '\copy, CSV', 'WITH (FORMAT csv, HEADER)' );
copied( '\copy, binary', 'WITH (FORMAT binary)' );

# ---- an owner who is no superuser ----

psql( 'postgres', 'CREATE ROLE mc_owner LOGIN; CREATE ROLE mc_clerk LOGIN' );
my $owner_may = sub {
    my ($database) = @_;
    is( psql(
            $database,
            q{SELECT count(*)
              FROM unnest(ARRAY['calendar', 'calendar_day', 'calendar_year', 'shift']) AS t,
          unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) AS p
              WHERE has_table_privilege('mc_owner', 'motcua.' || t, p || ' WITH GRANT OPTION')} ),
        '20',
        "$database: the owner has every right on the four tables, and may lend it" );
    is( psql(
            $database,
            q{SELECT count(*)
              FROM unnest(ARRAY['calendar', 'calendar_day', 'calendar_year', 'shift']) AS t
              WHERE has_table_privilege('mc_clerk', 'motcua.' || t,
                                        'INSERT, UPDATE, DELETE, TRUNCATE')}
        ),
        '0',
        "$database: nobody else may write" );
    psql(
        $database,
        'TRUNCATE motcua.shift; DELETE FROM motcua.calendar_day;
         UPDATE motcua.calendar SET title = NULL; DELETE FROM motcua.calendar',
        user => 'mc_owner' );
    psql( $database, $edits, user => 'mc_owner' ) if $database eq 'mc_owned';
};
make_database( 'mc_owned', 'mc_owner' );
psql( 'mc_owned', 'CREATE EXTENSION motcua', user => 'mc_owner' );
$owner_may->('mc_owned');
same_as_before( 'mc_owned', 'edited by the owner' );
round_trip( 'owner, plain', 'mc_owned', user => 'mc_owner', then => $owner_may );
round_trip(
    'owner, custom, 4 jobs', 'mc_owned', user => 'mc_owner', jobs => 4,
    then                                      => $owner_may );
round_trip(
    'owner, data only', 'mc_owned', user => 'mc_owner', data_only => 1,
    then                                 => $owner_may );
round_trip(
    'a superuser\'s dump restored by an owner', 'mc_calendars', user => 'mc_owner',
    dumped_by                                                        => 'postgres',
    dump_options => ['--no-owner'], then => $owner_may );

# A restore keeps the rights that the owner granted.
psql( 'mc_owned', 'GRANT INSERT, DELETE ON motcua.calendar_day TO mc_clerk', user => 'mc_owner' );
round_trip(
    'rights lent',
    'mc_owned',
    user => 'mc_owner',
    then => sub {
        my ($database) = @_;
        psql(
            $database,
            q{INSERT INTO motcua.calendar_day (calendar, day, kind) VALUES
                  ('a_desk', '2024-06-10', 'off')},
            user => 'mc_clerk' );
        is( psql(
                $database, q{SELECT motcua.is_working_day('2024-06-10', 'a_desk')},
                user => 'mc_clerk' ),
            'f',
            'the clerk, to whom the owner granted INSERT, adds a day' );
        like(
            psql_error(
                $database, q{UPDATE motcua.calendar_day SET kind = 'work'}, user => 'mc_clerk' ),
            qr/42501/,
            'the clerk may do no more than was granted' );
    } );

drop_databases();
psql( 'postgres', 'DROP ROLE mc_owner, mc_clerk' );
done_testing();
