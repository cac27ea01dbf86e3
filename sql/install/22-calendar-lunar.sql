-- The Vietnamese lunar calendar, lunar years 1900-2199: UTC+7 from 1968 on.

CREATE TYPE motcua.lunar_date AS (year integer, month integer, day integer, leap boolean);
COMMENT ON TYPE motcua.lunar_date
    IS 'Kiểu này là ngày âm lịch; leap là true nếu thuộc tháng nhuận. | '
       'This type is a lunar date; leap is true in the second of two months with the same number, '
       'the leap month.';
COMMENT ON COLUMN motcua.lunar_date.year
    IS 'Năm âm lịch, gọi theo năm dương lịch có ngày mùng 1 Tết của nó. | '
       'The lunar year, numbered by the civil year in which it begins.';
COMMENT ON COLUMN motcua.lunar_date.month
    IS 'Tháng âm lịch, từ 1 đến 12. | The lunar month, 1 to 12.';
COMMENT ON COLUMN motcua.lunar_date.day
    IS 'Ngày trong tháng âm lịch, từ 1 đến 30. | The day of the lunar month, 1 to 30.';
COMMENT ON COLUMN motcua.lunar_date.leap
    IS 'true nếu là tháng nhuận của năm. | True if the month is the leap month of its year.';

CREATE FUNCTION motcua.to_lunar(day motcua.moment) RETURNS motcua.lunar_date
    AS 'MODULE_PATHNAME', 'motcua_to_lunar'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION motcua.to_lunar(motcua.moment)
    IS 'Trả về ngày âm lịch Việt Nam của một ngày, các năm âm lịch 1900-2199. | Return the '
       'Vietnamese lunar date of a day, for lunar years 1900-2199.';
CREATE FUNCTION motcua.from_lunar(year integer, month integer, day integer,
        leap boolean DEFAULT false) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_from_lunar'
    LANGUAGE C IMMUTABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.from_lunar(integer, integer, integer, boolean)
    IS 'Trả về ngày dương lịch của một ngày âm lịch Việt Nam, các năm âm lịch 1900-2199; leap '
       'nghĩa là thuộc tháng nhuận mang số đó. | Return the day of a Vietnamese lunar date, for '
       'lunar years 1900-2199. The argument leap means the leap month of that number.';
CREATE FUNCTION motcua.tet(lunar_year integer) RETURNS date
    AS 'MODULE_PATHNAME', 'motcua_tet'
    LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.tet(integer)
    IS 'Trả về ngày mồng một Tết của một năm âm lịch, 1900-2199. | Return the first day of a '
       'lunar year (Tết), 1900-2199.';
