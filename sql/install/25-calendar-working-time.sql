-- Working time: by the office hours of a calendar. Amounts are hours and smaller, since a day has
-- as many hours as the office gives it. What returns a moment has a form for each type that it is
-- given; a day and text are answered in wall-clock time of Viet Nam.

@template moment_function name="add_working_time" moment="at" more_arguments=", amount interval"
    vi="Trả về thời điểm sớm nhất mà một lượng giờ làm việc kể từ một thời điểm đã trôi qua; lượng
    âm là tính ngược về trước."
    en="Return the earliest moment at which an amount of working time from a moment on is over. A
    negative amount goes back.";

@template moment_function name="next_working_moment" moment="at"
    vi="Trả về chính thời điểm đó nếu nằm trong một ca được tính, nếu không thì lúc mở đầu ca kế
    tiếp."
    en="Return the moment itself if it lies inside a counting shift, else the next opening of
    one.";

@template calendar_function name="working_time_between"
    arguments="since motcua.moment, until motcua.moment" returns="interval"
    vi="Trả về lượng giờ làm việc giữa hai thời điểm, tính bằng giờ và nhỏ hơn; âm nếu ngược thứ
    tự."
    en="Return the working time between two moments, in hours and smaller units. It is negative if
    they are reversed.";

@template calendar_function name="is_working_moment"
    arguments="at motcua.moment" returns="boolean"
    vi="Đúng nếu thời điểm nằm trong một ca được tính, kể cả lúc mở, không kể lúc đóng."
    en="True if a moment lies inside a counting shift. Its opening belongs to the shift, its
    closing does not.";
