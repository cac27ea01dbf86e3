-- A guide by task, in Vietnamese or English. English descriptions are the functions' own comments.

CREATE FUNCTION motcua.help(topic text DEFAULT NULL, lang text DEFAULT 'vi')
    RETURNS TABLE (task text, function_name text, description text)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 60
BEGIN ATOMIC
    SELECT CASE WHEN lang = 'en' THEN g.task_en ELSE g.task_vi END,
           g.name,
           CASE WHEN lang = 'en'
                THEN (SELECT pg_catalog.obj_description(p.oid, 'pg_proc')
                      FROM pg_catalog.pg_proc AS p
                      WHERE p.proname = g.name
                        AND p.pronamespace = (SELECT n.oid FROM pg_catalog.pg_namespace AS n WHERE n.nspname = 'motcua')
                      ORDER BY p.oid LIMIT 1)
                ELSE g.description_vi END
    FROM (VALUES
        (101, 'Lịch làm việc', 'Calendar', 'is_working_day', 'Ngày đó cơ quan có làm việc không'),
        (102, 'Lịch làm việc', 'Calendar', 'add_working_days', 'Cộng (hoặc trừ) n ngày làm việc vào một ngày'),
        (103, 'Lịch làm việc', 'Calendar', 'working_days_between', 'Đếm số ngày làm việc giữa hai ngày'),
        (104, 'Lịch làm việc', 'Calendar', 'next_working_day', 'Ngày làm việc kế tiếp'),
        (105, 'Lịch làm việc', 'Calendar', 'previous_working_day', 'Ngày làm việc liền trước'),
        (106, 'Lịch làm việc', 'Calendar', 'days_off', 'Các ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù của một năm, kèm căn cứ'),
        (107, 'Lịch làm việc', 'Calendar', 'explain_day', 'Vì sao một ngày là ngày làm việc hay ngày nghỉ'),
        (108, 'Lịch làm việc', 'Calendar', 'calendar_status', 'Lịch nghỉ của năm đã có quyết định chính thức hay còn tạm tính'),
        (119, 'Lịch làm việc', 'Calendar', 'working_day_on_or_after', 'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc kế tiếp'),
        (111, 'Lịch làm việc', 'Calendar', 'working_day_on_or_before', 'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc liền trước'),
        (112, 'Lịch làm việc', 'Calendar', 'nth_working_day', 'Ngày làm việc thứ n của tháng; n âm thì đếm từ cuối tháng'),
        (113, 'Lịch làm việc', 'Calendar', 'working_days', 'Liệt kê các ngày làm việc trong một khoảng'),
        (114, 'Lịch làm việc', 'Calendar', 'calendar_impact', 'Thêm một ngày nghỉ hoặc làm bù thì những ngày hẹn nào thay đổi'),
        (115, 'Lịch làm việc', 'Calendar', 'with_day', 'Lịch ở dạng giá trị, giả định thêm một ngày nghỉ hoặc làm bù'),
        (116, 'Lịch làm việc', 'Calendar', 'shipped_calendars', 'Các lịch có sẵn trong thư viện (xem bảng nhìn calendars)'),
        (117, 'Lịch làm việc', 'Calendar', 'shipped_days', 'Các ngày có sẵn trong thư viện (xem bảng nhìn calendar_days)'),
        (118, 'Lịch làm việc', 'Calendar', 'shipped_shifts', 'Giờ làm việc có sẵn trong thư viện (xem bảng nhìn shifts)'),
        (121, 'Giờ làm việc', 'Working time', 'add_working_time', 'Cộng (hoặc trừ) số giờ làm việc vào một thời điểm'),
        (122, 'Giờ làm việc', 'Working time', 'working_time_between', 'Số giờ làm việc giữa hai thời điểm'),
        (123, 'Giờ làm việc', 'Working time', 'next_working_moment', 'Chính thời điểm đó nếu trong giờ làm việc, nếu không thì lúc mở cửa kế tiếp'),
        (124, 'Giờ làm việc', 'Working time', 'is_working_moment', 'Thời điểm đó có trong giờ làm việc không'),
        (109, 'Lịch làm việc', 'Calendar', 'calendar_value', 'Lịch ở dạng giá trị, dùng cho chỉ mục, cột sinh và máy chủ khác'),
        (110, 'Lịch làm việc', 'Calendar', 'statutory_days_off', 'Ngày nghỉ lễ, tết và nghỉ bù của một năm theo luật, khi chưa có quyết định'),
        (151, 'Lịch âm', 'Lunar calendar', 'to_lunar', 'Đổi ngày dương lịch sang ngày âm lịch Việt Nam (năm âm lịch 1900-2199)'),
        (152, 'Lịch âm', 'Lunar calendar', 'from_lunar', 'Đổi ngày âm lịch sang ngày dương lịch; tháng nhuận: leap => true'),
        (153, 'Lịch âm', 'Lunar calendar', 'tet', 'Ngày mùng 1 Tết của một năm âm lịch'),
        (201, 'Ngày và kỳ báo cáo', 'Days and periods', 'today', 'Ngày hôm nay theo giờ Việt Nam'),
        (202, 'Ngày và kỳ báo cáo', 'Days and periods', 'vn_date', 'Ngày theo giờ Việt Nam của một thời điểm'),
        (203, 'Ngày và kỳ báo cáo', 'Days and periods', 'month_of', 'Ngày đầu tháng'),
        (204, 'Ngày và kỳ báo cáo', 'Days and periods', 'quarter_of', 'Ngày đầu quý'),
        (205, 'Ngày và kỳ báo cáo', 'Days and periods', 'year_of', 'Ngày đầu năm'),
        (211, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'make_time_limit', 'Tạo thời hạn từ số lượng và tên đơn vị'),
        (212, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'amount', 'Số lượng của thời hạn; 0 là trong ngày'),
        (213, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'unit', 'Đơn vị của thời hạn: ngày làm việc, giờ làm việc, ngày, tuần, tháng, năm, giờ'),
        (214, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'to_text', 'Viết thời hạn bằng tiếng Việt hoặc tiếng Anh'),
        (215, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'try_time_limit', 'Đọc thời hạn từ văn bản; không đọc được thì NULL, không báo lỗi'),
        (216, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'is_time_limit', 'Văn bản có viết đúng một thời hạn không'),
        (221, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'due_on', 'Ngày hẹn trả của hồ sơ nhận trong một ngày'),
        (222, 'Thời hạn và hạn trả', 'Time limits and deadlines', 'due_at', 'Thời điểm hẹn trả theo giờ làm việc và quy định của cơ quan'),
        (251, 'Hồ sơ', 'Dossiers', 'dossier', 'Lập hồ sơ có thời hạn giải quyết; tự tính hạn trả'),
        (252, 'Hồ sơ', 'Dossiers', 'dossier_of', 'Lập hồ sơ từ các cột sẵn có: nhận, hẹn trả, kết thúc'),
        (253, 'Hồ sơ', 'Dossiers', 'dossier_agg', 'Dựng hồ sơ từ bảng lịch sử trạng thái'),
        (254, 'Hồ sơ', 'Dossiers', 'pause', 'Tạm dừng: chờ bổ sung, chờ nghĩa vụ tài chính, tạm dừng xử lý'),
        (255, 'Hồ sơ', 'Dossiers', 'resume', 'Tiếp tục giải quyết; rule cho biết hạn trả thay đổi thế nào'),
        (256, 'Hồ sơ', 'Dossiers', 'reappoint', 'Xin lỗi và hẹn lại ngày trả kết quả'),
        (257, 'Hồ sơ', 'Dossiers', 'resolve', 'Kết thúc: đã có kết quả'),
        (258, 'Hồ sơ', 'Dossiers', 'withdraw', 'Kết thúc: công dân rút hồ sơ'),
        (259, 'Hồ sơ', 'Dossiers', 'refuse', 'Kết thúc: từ chối giải quyết'),
        (260, 'Hồ sơ', 'Dossiers', 'stop', 'Kết thúc: dừng xử lý'),
        (261, 'Hồ sơ', 'Dossiers', 'redue', 'Tính lại hạn trả sau khi lịch thay đổi'),
        (262, 'Hồ sơ', 'Dossiers', 'outcome', 'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng, tính đến một ngày'),
        (263, 'Hồ sơ', 'Dossiers', 'time_left', 'Thời gian làm việc còn lại đến hạn; âm khi quá hạn'),
        (264, 'Hồ sơ', 'Dossiers', 'days_late', 'Số ngày làm việc quá hạn'),
        (265, 'Hồ sơ', 'Dossiers', 'history', 'Diễn biến của hồ sơ và hạn trả sau mỗi lần thay đổi'),
        (266, 'Hồ sơ', 'Dossiers', 'received_at', 'Thời điểm tiếp nhận'),
        (267, 'Hồ sơ', 'Dossiers', 'time_limit', 'Thời hạn giải quyết'),
        (268, 'Hồ sơ', 'Dossiers', 'first_due_at', 'Hạn trả ghi trên giấy hẹn đầu tiên'),
        (269, 'Hồ sơ', 'Dossiers', 'original_due_at', 'Hạn trả đã tính các lần tạm dừng, không tính hẹn lại'),
        (270, 'Hồ sơ', 'Dossiers', 'ended_at', 'Thời điểm kết thúc'),
        (271, 'Hồ sơ', 'Dossiers', 'ended_as', 'Kết thúc bằng gì: có kết quả, rút, từ chối, dừng xử lý'),
        (272, 'Hồ sơ', 'Dossiers', 'pauses', 'Các khoảng thời gian tạm dừng'),
        (273, 'Hồ sơ', 'Dossiers', 'paused_time', 'Tổng thời gian tạm dừng'),
        (274, 'Hồ sơ', 'Dossiers', 'supplements', 'Số lần yêu cầu bổ sung giấy tờ'),
        (275, 'Hồ sơ', 'Dossiers', 'reappointments', 'Số lần hẹn lại ngày trả kết quả'),
        (301, 'Kết quả về thời hạn', 'Deadline verdict', 'classify', 'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng, tính đến một ngày'),
        (401, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'tally', 'Đếm hồ sơ của một kỳ theo biểu II.06a và các số liệu chi tiết'),
        (402, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'merge', 'Gộp số liệu cùng kỳ của nhiều đơn vị, nhiều máy chủ'),
        (403, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'plus', 'Cộng hai bộ số liệu cùng kỳ (toán tử +)'),
        (404, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'minus', 'Trừ hai bộ số liệu cùng kỳ (toán tử -)'),
        (405, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'columns', 'Mọi chỉ số của bộ số liệu thành các cột'),
        (406, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'period', 'Kỳ của bộ số liệu'),
        (407, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'received', 'Số hồ sơ tiếp nhận mới trong kỳ'),
        (408, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'workload', 'Tổng số hồ sơ phải giải quyết (cột 3)'),
        (409, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'resolved', 'Số hồ sơ đã giải quyết (cột 7)'),
        (410, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'open', 'Số hồ sơ đang giải quyết (cột 11)'),
        (411, 'Số liệu giải quyết hồ sơ', 'Counting dossiers', 'violations', 'Lệch số liệu: những đẳng thức của biểu không khớp'),
        (501, 'Tỷ lệ đúng hạn', 'On-time rates', 'on_time_rate', 'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn, theo mẫu số được nêu tên'),
        (502, 'Tỷ lệ đúng hạn', 'On-time rates', 'rates', 'Tỷ lệ theo mọi cách tính đang dùng, kèm công thức'),
        (503, 'Tỷ lệ đúng hạn', 'On-time rates', 'meets', 'Đạt hay chưa đạt chỉ tiêu, so sánh chính xác, không làm tròn'),
        (504, 'Tỷ lệ đúng hạn', 'On-time rates', 'share', 'Tỷ lệ của một điều kiện đúng/sai (ký số, thanh toán trực tuyến, số hóa...)'),
        (505, 'Tỷ lệ đúng hạn', 'On-time rates', 'percent', 'Đổi tỷ lệ ra phần trăm, làm tròn nửa lên'),
        (506, 'Tỷ lệ đúng hạn', 'On-time rates', 'format_percent', 'Viết tỷ lệ phần trăm kiểu Việt Nam: 98,83%'),
        (901, 'Chung', 'General', 'version', 'Phiên bản của thư viện'),
        (902, 'Chung', 'General', 'help', 'Bảng hướng dẫn này; help(''lịch''), help(''rate'', ''en'')')
    ) AS g (ord, task_vi, task_en, name, description_vi)
    WHERE topic IS NULL
       OR pg_catalog.strpos(pg_catalog.lower(pg_catalog.concat_ws(' ', g.task_vi, g.task_en, g.name)),
                            pg_catalog.lower(topic)) > 0
    ORDER BY g.ord;
END;
COMMENT ON FUNCTION motcua.help(text, text) IS 'Lists what there is by task, in Vietnamese or in English (lang => ''en''); topic narrows it';
