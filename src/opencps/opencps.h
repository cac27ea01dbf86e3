/*
 * This header declares how attach_opencps and import_opencps_calendar find the tables of OpenCPS
 * v2. Tables and columns differ between its versions.
 */
#ifndef MOTCUA_OPENCPS_H
#define MOTCUA_OPENCPS_H

/* Return the oid of a schema. Raise 3F000 if it does not exist, 42P01 if it lacks the table. */
extern Oid motcua_opencps_namespace(const char *schema, const char *table);

/* True if the schema has the table and the table has all these columns. */
extern bool motcua_opencps_has(Oid namespace, const char *table, const char *const columns[],
							   int count);

/* Return the name of a table, qualified and quoted. */
extern char *motcua_opencps_table(Oid namespace, const char *table);

#endif
