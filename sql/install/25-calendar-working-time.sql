-- Working time: by the office hours of a calendar. Amounts are hours and smaller, since a day has
-- as many hours as the office gives it. What returns a moment has a form for each type that it is
-- given; a day and text are answered in wall-clock time of Viet Nam.

@template moment_function name="add_working_time" moment="at" more_arguments=", amount interval"
    comment="Goes an amount of working time on from a moment: the earliest at which it is done;
    back when negative";

@template moment_function name="next_working_moment" moment="at"
    comment="Gives the moment itself inside a counting shift, else the next opening of one";

@template calendar_function name="working_time_between"
    arguments="since motcua.moment, until motcua.moment" returns="interval"
    comment="Measures the working time between two moments, in hours and smaller; negative when
    reversed";

@template calendar_function name="is_working_moment"
    arguments="at motcua.moment" returns="boolean"
    comment="Tells whether a moment lies inside a counting shift, its opening in, its closing out";
