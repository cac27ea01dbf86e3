package Definition;

# Write down what the extension in a database consists of, as texts that are equal if two databases
# have the same extension.
use strict;
use warnings;
use Exporter qw(import);
use Psql qw(psql run);
our @EXPORT_OK = qw(definition members);

# Return the DDL of a database that has the extension alone, without what differs from
# database to database: OIDs, transaction ids, tokens. The rows of extconfig are OIDs:
# members() has them by name.
sub definition {
    my ($database) = @_;
    my ($text)     = run( 'pg_dump', qw(-U postgres -s --binary-upgrade -d), $database );
    $text =~ s/^\\(?:un)?restrict .*$//mg;
    $text =~ s/^(SELECT pg_catalog\.binary_upgrade_set_next_\w+)\(.*$/$1/mg;
    $text =~ s/^WHERE oid = '\d+';$/WHERE oid;/mg;
    $text =~ s/^SET relfrozenxid = .*$//mg;
    $text =~ s/relfrozenxid = '\d+', relminmxid = '\d+'//g;
    $text =~ s/'\{[\d,]+\}', '/'{}', '/g;
    return $text;
}

# Return what pg_dump does not write or writes in part: each member with its comment, owner and
# rights, present and initial ones, and the tables whose rows are dumped.
sub members {
    my ($database) = @_;
    return psql( $database, <<~'SQL' );
        CREATE FUNCTION pg_temp.rights(acl aclitem[]) RETURNS text LANGUAGE sql RETURN
            (SELECT string_agg(a::text, ' ' ORDER BY a::text COLLATE "C") FROM unnest(acl) AS a);
        SELECT pg_identify_object(d.classid, d.objid, d.objsubid),
               obj_description(d.objid, c.relname),
               coalesce(p.proowner, r.relowner, n.nspowner, t.typowner)::regrole,
               pg_temp.rights(coalesce(p.proacl, r.relacl, n.nspacl, t.typacl)),
               pg_temp.rights(i.initprivs),
               p.procost, p.prorows, p.prosupport, p.provolatile, p.proparallel, p.proisstrict,
               p.prosrc
        FROM pg_depend AS d
        JOIN pg_extension AS e ON e.oid = d.refobjid AND e.extname = 'motcua'
        JOIN pg_class AS c ON c.oid = d.classid
        LEFT JOIN pg_proc AS p ON c.relname = 'pg_proc' AND p.oid = d.objid
        LEFT JOIN pg_class AS r ON c.relname = 'pg_class' AND r.oid = d.objid
        LEFT JOIN pg_namespace AS n ON c.relname = 'pg_namespace' AND n.oid = d.objid
        LEFT JOIN pg_type AS t ON c.relname = 'pg_type' AND t.oid = d.objid
        LEFT JOIN pg_init_privs AS i ON (i.classoid, i.objoid, i.objsubid) = (d.classid, d.objid, 0)
        WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
        ORDER BY pg_identify_object(d.classid, d.objid, d.objsubid)::text COLLATE "C";
        SELECT a.attrelid::regclass, a.attname, col_description(a.attrelid, a.attnum)
        FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE c.relnamespace::regnamespace::text LIKE 'motcua%' AND a.attnum > 0
        ORDER BY a.attrelid::regclass::text COLLATE "C", a.attnum;
        SELECT c::regclass, w
        FROM pg_extension AS e, unnest(e.extconfig, e.extcondition) AS x (c, w)
        WHERE extname = 'motcua' ORDER BY c::regclass::text COLLATE "C"
        SQL
}

1;
