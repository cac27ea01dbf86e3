package Strangers;

# Make a database among strangers: roles that do not trust each other, each with an attached table
# of dossiers.
use strict;
use warnings;
use Exporter qw(import);
use Test::More;
use Psql qw(psql);
our @EXPORT_OK = qw(make_roles drop_roles make_database attach harm_of is_alive);

sub make_roles {
    psql( 'postgres', "CREATE ROLE $_ LOGIN" )
        for qw(mt_dbo mt_mallory mt_victim mt_clerk mt_reader);
    return;
}

sub drop_roles {
    psql( 'postgres', 'DROP DATABASE IF EXISTS mt_trust' );
    psql( 'postgres', 'DROP ROLE IF EXISTS mt_dbo, mt_mallory, mt_victim, mt_clerk, mt_reader' );
    return;
}

# Make a fresh database that mt_dbo owns, with a table of dossiers in schema s.
sub make_database {
    my ($installer) = @_;
    psql( 'postgres', 'DROP DATABASE IF EXISTS mt_trust' );
    psql( 'postgres', 'CREATE DATABASE mt_trust OWNER mt_dbo' );
    psql(
        'mt_trust',
        'GRANT CREATE ON DATABASE mt_trust TO mt_mallory, mt_victim, mt_clerk',
        user => 'mt_dbo' );
    psql( 'mt_trust', 'CREATE EXTENSION motcua', user => $installer );
    return;
}

# Make a schema with a table of dossiers and attach it as a role.
sub attach {
    my ( $role, $schema, $attachment, $arguments ) = @_;
    $arguments //= '';
    psql( 'mt_trust', <<~"SQL", user => $role );
        CREATE SCHEMA IF NOT EXISTS $schema;
        CREATE TABLE IF NOT EXISTS $schema.hs (id int, unit text, received timestamp, due timestamp,
                                               ended timestamp, how text, who text);
        INSERT INTO $schema.hs VALUES (1, 'U1', '2026-01-05', '2026-01-12', '2026-01-09', NULL,
                                       'Nguyễn Văn A');
        SELECT motcua.attach('$schema.hs', '$attachment', 'received', 'due', 'ended',
                             unit => 'unit', code => 'id', as_of => 'date ''2026-03-31''',
                             calendar => 'vn'$arguments)
        SQL
    return;
}

# A statement that ends in an error of SQLSTATE class 0A, 22, 39, 42 or 55, or in no error, has not
# hurt the server. Return what is wrong with its outcome, or ''.
sub harm_of {
    my ( $sql, %option )  = @_;
    my ( $text, $status ) = Psql::call( 'mt_trust', $sql, %option );
    return '' if $status == 0;
    return '' if $text =~ /ERROR:  (?:0A|21|22|23|2B|2F|34|39|3F|42|55|P0)\w{3}:/;
    return $text;
}

sub is_alive {
    my ($name) = @_;
    is( psql( 'mt_trust', 'SELECT 1' ), '1', "the server is alive after $name" );
    return;
}

1;
