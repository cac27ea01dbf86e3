/* The tables of OpenCPS v2, where attach_opencps and import_opencps_calendar find them. */
#ifndef MOTCUA_OPENCPS_H
#define MOTCUA_OPENCPS_H

/* The schema; refuses (42P01) one without the table. */
extern Oid motcua_opencps_namespace(const char *schema, const char *table);

/* Whether a table is there with all of these columns: versions differ. */
extern bool motcua_opencps_has(Oid namespace, const char *table, const char *const columns[],
							   int count);

/* A table's name for SQL, qualified and quoted. */
extern char *motcua_opencps_table(Oid namespace, const char *table);

#endif
