-- $1 is the relation; $2 and $3 are the names and values of the arguments of attach, $4 and $5
-- those of the argument extra; $6 are the grants, and $7 tells whether there was a roll-up.
INSERT INTO @schema@.suspended (relation, arguments, grants, rolled_up)
SELECT $1::pg_catalog.regclass,
       pg_catalog.jsonb_object($2, $3)
       || CASE WHEN pg_catalog.cardinality($4) > 0
                    THEN pg_catalog.jsonb_build_object('extra', pg_catalog.jsonb_object($4, $5))
               ELSE '{}' END,
       $6, $7
