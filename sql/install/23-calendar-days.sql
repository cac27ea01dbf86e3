-- Working days of a calendar: by name (NULL: the setting motcua.calendar) and, IMMUTABLE, by value.

CREATE FUNCTION motcua.calendar_value(name text DEFAULT NULL) RETURNS motcua.work_calendar
    AS 'MODULE_PATHNAME', 'motcua_calendar_value'
    LANGUAGE C STABLE CALLED ON NULL INPUT PARALLEL SAFE;
COMMENT ON FUNCTION motcua.calendar_value(text)
    IS 'Trả về lịch theo tên ở dạng giá trị. Hãy tính một lần: (SELECT motcua.calendar_value()). '
       '| Return the calendar of a name as a value. Evaluate it once: (SELECT '
       'motcua.calendar_value()).';

@template calendar_function name="is_working_day"
    arguments="day motcua.moment" returns="boolean"
    vi="Đúng nếu cơ quan làm việc trong ngày đó."
    en="True if offices work on that day.";

@template calendar_function name="add_working_days"
    arguments="day motcua.moment, n integer" returns="date"
    vi="Trả về ngày cách một ngày n ngày làm việc: n > 0 là về sau, n < 0 là về trước, 0 là chính
    ngày đó hoặc ngày làm việc kế tiếp."
    en="Return the day that is n working days from a day: after it for n > 0, before it for n < 0;
    for 0 the day itself or the next that works.";

@template calendar_function name="working_days_between"
    arguments="since motcua.moment, until motcua.moment" more=", bounds text DEFAULT '(]'"
    null="CALLED ON NULL INPUT" returns="integer"
    vi="Trả về số ngày làm việc giữa hai ngày, âm nếu ngược thứ tự; bounds nêu đầu nào được tính."
    en="Return the number of working days between two days, negative if they are reversed. The
    argument bounds names the ends that count.";

@template calendar_function name="next_working_day"
    arguments="day motcua.moment" returns="date"
    vi="Trả về ngày làm việc đầu tiên sau một ngày."
    en="Return the first working day after a day.";

@template calendar_function name="previous_working_day"
    arguments="day motcua.moment" returns="date"
    vi="Trả về ngày làm việc cuối cùng trước một ngày."
    en="Return the last working day before a day.";

@template calendar_function name="days_off"
    arguments="year integer"
    returns="TABLE (day date, title text, kind text, reason text, source text, status text)"
    vi="Liệt kê các ngày lễ của một năm và mọi ngày khác tuần làm việc, kèm căn cứ và tình trạng."
    en="List the holidays of a year and every day that differs from the work week, with source and
    status.";

@template calendar_function name="explain_day"
    arguments="day motcua.moment"
    more=", OUT working boolean, OUT kind text, OUT reason text, OUT title text, OUT source text,
    OUT status text, OUT decided_by text" returns="record"
    vi="Trả về lý do vì sao cơ quan làm việc hoặc nghỉ trong một ngày."
    en="Return whether and why offices work or rest on a day.";

@template calendar_function name="calendar_status"
    arguments="year integer" returns="text"
    vi="Trả về official nếu đã có quyết định về ngày nghỉ của một năm, provisional nếu còn tạm
    tính."
    en="Return official if the decisions on the days off of a year are out, else provisional.";

@template calendar_function name="working_day_on_or_after"
    arguments="day motcua.moment" returns="date"
    vi="Trả về chính ngày đó nếu là ngày làm việc, nếu không thì ngày làm việc kế tiếp."
    en="Return the day itself if it works, else the next that does.";

@template calendar_function name="working_day_on_or_before"
    arguments="day motcua.moment" returns="date"
    vi="Trả về chính ngày đó nếu là ngày làm việc, nếu không thì ngày làm việc liền trước."
    en="Return the day itself if it works, else the last before it that does.";

@template calendar_function name="nth_working_day"
    arguments="month motcua.moment, n integer" returns="date"
    vi="Trả về ngày làm việc thứ n của một tháng, đếm từ cuối tháng khi n < 0; NULL nếu không có."
    en="Return the n-th working day of a month, counted from its end if n < 0, or NULL if there is
    none.";

@template calendar_function name="working_days"
    arguments="since motcua.moment, until motcua.moment" returns="SETOF date"
    vi="Liệt kê các ngày làm việc từ một ngày đến một ngày khác, kể cả hai đầu."
    en="List the working days from one day to another, both included.";
