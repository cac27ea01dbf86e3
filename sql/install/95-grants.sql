-- Everybody may call and read; what a DBA may write is granted with the tables.
-- The parser looks up the names in an attachment's views as the caller, so the internal schema is
-- in everybody's reach too.

GRANT USAGE ON SCHEMA motcua, motcua_internal TO PUBLIC;
GRANT SELECT ON motcua.calendar, motcua.calendar_day, motcua.calendar_year, motcua.shift,
    motcua.calendars, motcua.calendar_days, motcua.shifts, motcua.stale_collations TO PUBLIC;
GRANT SELECT ON motcua.scale, motcua.scale_band, motcua.scorecard, motcua.criterion,
motcua.observation, motcua.agency,
    motcua.scales, motcua.scale_bands, motcua.scorecards, motcua.criteria TO PUBLIC;

-- A trusted install leaves everything to the bootstrap superuser: the owner of the
-- extension gets the DBA's tables.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.calendar, motcua.calendar_day,
motcua.calendar_year,
motcua.shift
    TO @extowner@ WITH GRANT OPTION;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.scale, motcua.scale_band, motcua.scorecard,
motcua.criterion, motcua.observation,
motcua.agency
    TO @extowner@ WITH GRANT OPTION;
GRANT SELECT ON motcua.attachments TO PUBLIC;
GRANT SELECT ON motcua.watches TO PUBLIC;
-- The log is read by whom the owner of the extension lets read it, and written
-- by the triggers alone.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.change_log TO @extowner@ WITH GRANT OPTION;
GRANT SELECT ON motcua.rollups TO PUBLIC;
