-- Everybody may call and read; what a DBA may write is granted with the tables.

GRANT USAGE ON SCHEMA motcua TO PUBLIC;
