-- This module grants rights: everybody may call the functions and read the tables and views of the
-- DBA. Everybody needs the internal schema too, because the parser looks up the names in the views
-- of an attachment as the caller.

GRANT USAGE ON SCHEMA motcua, motcua_internal TO PUBLIC;
GRANT SELECT ON motcua.calendar, motcua.calendar_day, motcua.calendar_year, motcua.shift,
    motcua.calendars, motcua.calendar_days, motcua.shifts, motcua.stale_collations TO PUBLIC;
GRANT SELECT ON motcua.scale, motcua.scale_band, motcua.scorecard, motcua.criterion,
motcua.observation, motcua.agency,
    motcua.scales, motcua.scale_bands, motcua.scorecards, motcua.criteria TO PUBLIC;

-- In a trusted install the bootstrap superuser owns all objects, so the owner of the extension
-- needs grants to write the tables of the DBA.
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
-- The triggers of watch write the log. The owner of the extension decides who may read it.
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON motcua.change_log TO @extowner@ WITH GRANT OPTION;
GRANT SELECT ON motcua.rollups TO PUBLIC;
