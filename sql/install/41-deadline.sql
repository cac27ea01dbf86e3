-- Deadlines: a time limit applied to a receipt on a calendar (Civil Code 2015 art. 147-148
-- and the office's policies).

@template calendar_function name="due_on"
    arguments="received_on date, time_limit motcua.time_limit" returns="date"
    comment="Gives the day on which a dossier received on a day falls due; the day received is not
    counted";

@template moment_function name="due_at" moment="received_at"
    more_arguments=", time_limit motcua.time_limit"
    comment="Gives the moment at which a dossier falls due, by the hours and policies of the
    office";
