-- Deadlines: a time limit applied to a receipt on a calendar (Civil Code 2015 art. 147-148
-- and the office's policies).

@template calendar_function name="due_on"
    arguments="received_on motcua.moment, time_limit motcua.time_limit" returns="date"
    vi="Trả về ngày hẹn trả của hồ sơ tiếp nhận vào một ngày; ngày tiếp nhận không được tính."
    en="Return the day on which a dossier that is received on a day falls due. The day of receipt
    does not count.";

@template moment_function name="due_at" moment="received_at"
    more_arguments=", time_limit motcua.time_limit"
    vi="Trả về thời điểm hẹn trả của hồ sơ, theo giờ làm việc và quy định của cơ quan."
    en="Return the moment at which a dossier falls due, by the hours and policies of the office.";
