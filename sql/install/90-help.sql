-- A guide by task, in the order of a day's work, in Vietnamese or English. English descriptions are
-- the objects' own comments.

CREATE FUNCTION motcua.help(topic text DEFAULT NULL, lang text DEFAULT 'vi')
    RETURNS TABLE (task text, function_name text, description text)
    LANGUAGE SQL STABLE CALLED ON NULL INPUT PARALLEL SAFE ROWS 100
BEGIN ATOMIC
    WITH subject (number, vi, en) AS (
        VALUES
            (1, 'Bắt đầu', 'Start here'),
            (2, 'Lịch làm việc', 'Calendar'),
            (3, 'Giờ làm việc', 'Working time'),
            (4, 'Thời hạn và hạn trả', 'Time limits and deadlines'),
            (5, 'Hồ sơ', 'Dossiers'),
            (6, 'Kết quả về thời hạn', 'Deadline verdict'),
            (7, 'Tìm kiếm tiếng Việt', 'Vietnamese search'),
            (8, 'Sắp xếp tiếng Việt', 'Vietnamese order'),
            (9, 'Ngày và kỳ báo cáo', 'Days and periods'),
            (10, 'Số liệu giải quyết hồ sơ', 'Counting dossiers'),
            (11, 'Tỷ lệ đúng hạn', 'On-time rates'),
            (12, 'Gắn với bảng sẵn có', 'In place'),
            (13, 'Chấm điểm và xếp hạng', 'Scoring and ranking'),
            (14, 'Chống sửa số liệu', 'Integrity'),
            (15, 'Bảng tổng hợp', 'Roll-ups'),
            (16, 'Mã định danh', 'Codes'),
            (17, 'Cơ quan, đơn vị', 'Agencies'),
            (18, 'Tìm kiếm toàn văn', 'Full text search'),
            (19, 'Văn bản tiếng Việt', 'Vietnamese text'),
            (20, 'Lịch âm', 'Lunar calendar')
    ), guide (ord, name, vi) AS (
        VALUES
            (101,
             'help',
             'Bảng hướng dẫn này, theo chủ đề: SELECT * FROM motcua.help(''lịch''); '
             'bằng tiếng Anh: motcua.help(lang => ''en'')'),
            (102, 'version', 'Phiên bản của thư viện đang nạp'),
            (201, 'is_working_day', 'Ngày đó cơ quan có làm việc không'),
            (202, 'explain_day', 'Vì sao một ngày là ngày làm việc hay ngày nghỉ'),
            (203, 'days_off',
             'Các ngày nghỉ lễ, nghỉ bù, hoán đổi và làm bù của một năm, kèm căn cứ'),
            (204, 'add_working_days', 'Cộng (hoặc trừ) n ngày làm việc vào một ngày'),
            (205, 'working_days_between', 'Đếm số ngày làm việc giữa hai ngày'),
            (206, 'next_working_day', 'Ngày làm việc kế tiếp của một ngày'),
            (207, 'previous_working_day', 'Ngày làm việc liền trước một ngày'),
            (208, 'working_day_on_or_after',
             'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc kế tiếp'),
            (209, 'working_day_on_or_before',
             'Chính ngày đó nếu làm việc, nếu không thì ngày làm việc liền trước'),
            (210, 'nth_working_day', 'Ngày làm việc thứ n của tháng; n âm thì đếm từ cuối tháng'),
            (211, 'working_days', 'Liệt kê các ngày làm việc trong một khoảng'),
            (212, 'calendar_status',
             'Lịch nghỉ của năm đã có quyết định chính thức hay còn tạm tính'),
            (213, 'statutory_days_off',
             'Ngày nghỉ lễ, tết và nghỉ bù của một năm theo luật, khi chưa có quyết định'),
            (214, 'calendar_impact',
             'Thêm một ngày nghỉ hoặc làm bù thì những ngày hẹn nào thay đổi'),
            (215, 'calendar_value',
             'Lịch ở dạng giá trị, dùng cho chỉ mục, cột sinh và máy chủ khác'),
            (216, 'with_day', 'Lịch ở dạng giá trị, giả định thêm một ngày nghỉ hoặc làm bù'),
            (301, 'add_working_time', 'Cộng (hoặc trừ) số giờ làm việc vào một thời điểm'),
            (302, 'working_time_between', 'Số giờ làm việc giữa hai thời điểm'),
            (303, 'next_working_moment',
             'Chính thời điểm đó nếu trong giờ làm việc, nếu không thì lúc mở cửa kế tiếp'),
            (304, 'is_working_moment', 'Thời điểm đó có trong giờ làm việc không'),
            (401, 'due_on', 'Ngày hẹn trả của hồ sơ nhận trong một ngày, theo thời hạn giải quyết'),
            (402, 'due_at', 'Thời điểm hẹn trả theo giờ làm việc và quy định của cơ quan'),
            (403, 'try_time_limit',
             'Đọc thời hạn từ văn bản; không đọc được thì NULL, không báo lỗi'),
            (404, 'is_time_limit', 'Văn bản có viết đúng một thời hạn không'),
            (405, 'make_time_limit', 'Tạo thời hạn từ số lượng và tên đơn vị'),
            (406, 'amount', 'Số lượng của thời hạn; 0 là trong ngày'),
            (407, 'unit',
             'Đơn vị của thời hạn: ngày làm việc, giờ làm việc, ngày, tuần, tháng, năm, giờ'),
            (408, 'to_text', 'Viết thời hạn bằng tiếng Việt hoặc tiếng Anh'),
            (501, 'dossier', 'Lập hồ sơ có thời hạn giải quyết; tự tính hạn trả'),
            (502, 'dossier_of', 'Lập hồ sơ từ các cột sẵn có: nhận, hẹn trả, kết thúc'),
            (503, 'dossier_agg', 'Dựng hồ sơ từ bảng lịch sử trạng thái'),
            (504, 'pause', 'Tạm dừng: chờ bổ sung, chờ nghĩa vụ tài chính, tạm dừng xử lý'),
            (505, 'resume', 'Tiếp tục giải quyết; rule cho biết hạn trả thay đổi thế nào'),
            (506, 'reappoint', 'Xin lỗi và hẹn lại ngày trả kết quả'),
            (507, 'resolve', 'Kết thúc: đã có kết quả'),
            (508, 'withdraw', 'Kết thúc: công dân rút hồ sơ'),
            (509, 'refuse', 'Kết thúc: từ chối giải quyết'),
            (510, 'stop', 'Kết thúc: dừng xử lý'),
            (511, 'redue', 'Tính lại hạn trả sau khi lịch thay đổi'),
            (512,
             'outcome',
             'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm '
             'dừng của một hồ sơ, tính đến một ngày'),
            (513, 'time_left', 'Thời gian làm việc còn lại đến hạn trả; âm khi quá hạn'),
            (514, 'days_late', 'Số ngày làm việc quá hạn của một hồ sơ'),
            (515, 'history', 'Diễn biến của hồ sơ và hạn trả sau mỗi lần thay đổi'),
            (516, 'received_at', 'Thời điểm tiếp nhận'),
            (517, 'time_limit', 'Thời hạn giải quyết'),
            (518, 'first_due_at', 'Hạn trả ghi trên giấy hẹn đầu tiên'),
            (519, 'original_due_at', 'Hạn trả đã tính các lần tạm dừng, không tính hẹn lại'),
            (520, 'ended_at', 'Thời điểm kết thúc'),
            (521, 'ended_as', 'Kết thúc bằng gì: có kết quả, rút, từ chối, dừng xử lý'),
            (522, 'pauses', 'Các khoảng thời gian tạm dừng'),
            (523, 'paused_time', 'Tổng thời gian tạm dừng'),
            (524, 'supplements', 'Số lần yêu cầu bổ sung giấy tờ'),
            (525, 'reappointments', 'Số lần hẹn lại ngày trả kết quả'),
            (601,
             'classify',
             'Trước hạn, đúng hạn, quá hạn, trong hạn hay tạm dừng '
             'của các cột sẵn có, tính đến một ngày'),
            (701,
             'vi_match',
             'Tìm tiếng Việt theo từng tiếng: dấu đã gõ phải đúng, '
             'dấu chưa gõ thì sao cũng được (toán tử @@~)'),
            (702, 'vi_match_loose', 'Tìm không kể dấu (toán tử @@~*)'),
            (703, 'vi_match_either',
             'Như vi_match, và tìm được cả dữ liệu viết không dấu (toán tử @@~|)'),
            (704, 'vi_match_fuzzy',
             'Như vi_match, chấp nhận mỗi tiếng gõ sai một chữ (toán tử @@~~)'),
            (705, 'vi_rank', 'Mức khớp giữa văn bản và từ tìm, từ 0 đến 1, để xếp kết quả'),
            (706, 'vi_highlight', 'Đánh dấu những chỗ tìm thấy, giữ nguyên văn bản gốc'),
            (707, 'vi_index_check',
             'Kiểm tra chỉ mục tìm kiếm: những dòng mà chỉ mục không tìm ra'),
            (801, 'vi_sort_key',
             'Khóa sắp xếp theo từ điển: từng âm tiết, chữ trước dấu sau, số theo giá trị'),
            (802, 'vi_name_key', 'Khóa sắp xếp danh sách người: theo tên, rồi họ, rồi tên đệm'),
            (803, 'vi_match_icu', 'Tìm kiếm bất đối xứng của chính ICU, để đối chiếu'),
            (804, 'icu_version', 'Phiên bản ICU đang cài'),
            (805, 'fold_version', 'Phiên bản bảng bỏ dấu; đổi thì phải REINDEX'),
            (901, 'today', 'Ngày hôm nay theo giờ Việt Nam'),
            (902, 'vn_date', 'Ngày theo giờ Việt Nam của một thời điểm, một ngày hay một văn bản'),
            (903, 'month_of', 'Ngày đầu tháng của một ngày'),
            (904, 'quarter_of', 'Ngày đầu quý của một ngày'),
            (905, 'year_of', 'Ngày đầu năm của một ngày'),
            (906, 'report_period',
             'Kỳ báo cáo theo quy định (từ ngày 15 tháng trước) hoặc theo lịch'),
            (907, 'try_date',
             'Đọc ngày từ văn bản (02/03/2026, 2026-03-02); '
             'không đọc được thì NULL, không báo lỗi'),
            (908, 'try_moment',
             'Đọc ngày giờ từ văn bản, theo giờ Việt Nam; không đọc được thì NULL, không báo lỗi'),
            (909, 'date_problem', 'Vì sao một văn bản không đọc được thành ngày'),
            (1001, 'tally',
             'Đếm hồ sơ của một kỳ (daterange) theo biểu II.06a và các số liệu chi tiết'),
            (1002, 'columns', 'Mọi chỉ số của bộ số liệu thành các cột'),
            (1003, 'report_06a', 'Các cột của biểu II.06a/VPCP/KSTT'),
            (1004, 'merge', 'Gộp số liệu cùng kỳ của nhiều đơn vị, nhiều máy chủ'),
            (1005, 'received', 'Số hồ sơ tiếp nhận mới trong kỳ'),
            (1006, 'workload', 'Tổng số hồ sơ phải giải quyết (cột 3)'),
            (1007, 'resolved', 'Số hồ sơ đã giải quyết (cột 7)'),
            (1008, 'open', 'Số hồ sơ đang giải quyết (cột 11)'),
            (1009, 'period', 'Kỳ của bộ số liệu'),
            (1010, 'violations', 'Lệch số liệu: những đẳng thức của biểu không khớp'),
            (1011, 'plus', 'Cộng hai bộ số liệu cùng kỳ (toán tử +)'),
            (1012, 'minus', 'Trừ hai bộ số liệu cùng kỳ (toán tử -)'),
            (1013, 'ledger',
             'Sổ cái theo ngày của một tập hồ sơ; suy ra số liệu của bất kỳ kỳ nào'),
            (1014, 'tally_series', 'Số liệu của các kỳ liên tiếp (tháng, quý, năm) từ một sổ cái'),
            (1015, 'ledger_days', 'Các ngày có phát sinh trong sổ cái'),
            (1016, 'ledger_due_changes', 'Thay đổi về hồ sơ đến hạn sau khi tạm dừng hoặc dời hạn'),
            (1017, 'first_day', 'Ngày đầu tiên có phát sinh trong sổ cái'),
            (1018,
             'lateness',
             'Số ngày làm việc quá hạn của các hồ sơ quá hạn; '
             'suy ra trung bình, trung vị, lớn nhất'),
            (1019, 'late_count', 'Số hồ sơ quá hạn trong một lateness'),
            (1020, 'average', 'Số ngày làm việc quá hạn trung bình'),
            (1021, 'median', 'Trung vị số ngày làm việc quá hạn'),
            (1022, 'maximum', 'Số ngày làm việc quá hạn lớn nhất'),
            (1023, 'processing_time',
             'Thời gian giải quyết trung bình của hồ sơ đã xong, theo đơn vị của thời hạn'),
            (1024,
             'satisfaction_rate',
             'Tỷ lệ hài lòng trong giải quyết theo Quyết định 766: '
             'không quá hạn và không bị phản ánh'),
            (1025, 'apology_rate',
             'Tỷ lệ hồ sơ quá hạn hoặc hẹn lại đã gửi Phiếu xin lỗi đúng thời gian'),
            (1101, 'on_time_rate',
             'Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn, theo mẫu số được nêu tên'),
            (1102, 'rates', 'Tỷ lệ theo mọi cách tính đang dùng, kèm công thức'),
            (1103, 'meets', 'Đạt hay chưa đạt chỉ tiêu, so sánh chính xác, không làm tròn'),
            (1104, 'share',
             'Tỷ lệ của một điều kiện đúng/sai (ký số, thanh toán trực tuyến, số hóa...)'),
            (1105, 'percent', 'Đổi tỷ lệ ra phần trăm, làm tròn nửa lên: 0,98826 thành 98,83'),
            (1106, 'format_percent', 'Viết tỷ lệ phần trăm kiểu Việt Nam: 98,83%'),
            (1107, 'wilson_low', 'Cận dưới Wilson 95%: xếp hạng công bằng cho đơn vị ít hồ sơ'),
            (1108, 'early_rate', 'Tỷ lệ trước hạn trên số hồ sơ đã giải quyết'),
            (1109, 'late_rate', 'Tỷ lệ quá hạn trên số hồ sơ đã giải quyết'),
            (1110, 'overdue_rate', 'Tỷ lệ quá hạn trên số hồ sơ đang giải quyết'),
            (1111, 'online_rate', 'Tỷ lệ hồ sơ nộp trực tuyến trên số tiếp nhận trong kỳ'),
            (1201,
             'attach',
             'Tạo lược đồ gồm các bảng nhìn trên một bảng hồ sơ sẵn có, không sửa bảng đó; '
             'xem thêm bảng nhìn motcua.attachments'),
            (1202, 'report_06a_dossiers', 'Đúng những hồ sơ được đếm trong một ô của biểu II.06a'),
            (1203, 'report_html', 'Báo cáo của một kỳ thành trang để xem và in'),
            (1204, 'detach', 'Gỡ các bảng nhìn; bảng gốc giữ nguyên'),
            (1205, 'attach_statement', 'In ra câu lệnh gắn lại như hiện tại, kèm các quyền đã cấp'),
            (1206, 'suspend', 'Tạm gỡ để phần mềm thay đổi cấu trúc bảng'),
            (1207, 'resume_attachment', 'Dựng lại sau khi tạm gỡ, kèm các quyền đã cấp'),
            (1208, 'reattach', 'Dựng lại các bảng nhìn sau khi nâng cấp motcua'),
            (1209, 'offered_indexes', 'In ra câu lệnh tạo các chỉ mục mà các bảng nhìn dùng được'),
            (1210, 'attach_opencps',
             'Gắn với bảng hồ sơ của OpenCPS v2, ánh xạ sẵn mọi cột cần thiết'),
            (1211, 'import_opencps_calendar',
             'Lấy ngày nghỉ, ngày làm bù và giờ làm việc từ OpenCPS v2 vào một lịch của motcua'),
            (1301, 'score_linear', 'Điểm tỷ lệ thuận đến ngưỡng, làm tròn hai chữ số'),
            (1302, 'score_threshold', 'Đạt ngưỡng thì đủ điểm, không đạt thì không có điểm'),
            (1303, 'score_step', 'Điểm theo bậc: mỗi cận dưới một số điểm'),
            (1304, 'score_band', 'Điểm theo thang trong bảng scale_band'),
            (1305, 'rating', 'Xếp loại một điểm số theo thang: từ 80 đến dưới 90 là tốt'),
            (1307, 'observe',
             'Số liệu cho các tiêu chí, lấy từ tally, để đưa vào bảng observation'),
            (1308, 'score_sheet', 'Phiếu điểm của một đơn vị: số liệu, điểm, tiêu chí còn thiếu'),
            (1309, 'score_sheets', 'Phiếu điểm của nhiều đơn vị trong một kỳ'),
            (1310, 'score_total', 'Tổng điểm, trên bao nhiêu điểm, còn thiếu tiêu chí nào'),
            (1311, 'score_board', 'Bảng điểm, xếp loại và xếp hạng trong khối'),
            (1401, 'watch',
             'Ghi nhật ký mọi thay đổi của một bảng vào change_log: ai, lúc nào, từ gì thành gì'),
            (1402, 'unwatch', 'Thôi theo dõi; nhật ký vẫn còn'),
            (1403, 'freeze', 'Chốt số liệu một kỳ kèm mã băm'),
            (1404, 'verify_frozen', 'Số liệu nay khác số đã chốt ở ô nào, hồ sơ nào'),
            (1501, 'add_rollup',
             'Giữ sẵn số liệu tổng hợp của một lược đồ, luôn khớp từng giao dịch'),
            (1502, 'compact_rollups', 'Gộp các thay đổi mới; chạy định kỳ, không cản ai đang ghi'),
            (1503, 'verify_rollup',
             'Chỗ nào bảng tổng hợp khác với bảng gốc; không có dòng nào là khớp'),
            (1504, 'rebuild_rollup', 'Đếm lại từ đầu, khi bảng tổng hợp không còn dùng được'),
            (1505, 'drop_rollup', 'Bỏ bảng tổng hợp; các bảng nhìn lại đếm từ bảng gốc'),
            (1601, 'is_agency_code', 'Văn bản đó có phải là mã cơ quan hợp lệ không'),
            (1602, 'try_agency_code', 'Đổi văn bản ra mã cơ quan; NULL nếu không hợp lệ'),
            (1603, 'is_dossier_code', 'Văn bản đó có phải là mã hồ sơ hợp lệ không'),
            (1604, 'try_dossier_code', 'Đổi văn bản ra mã hồ sơ; NULL nếu không hợp lệ'),
            (1605, 'is_procedure_code', 'Văn bản đó có phải là mã thủ tục hành chính hợp lệ không'),
            (1606, 'try_procedure_code',
             'Đổi văn bản ra mã thủ tục hành chính; NULL nếu không hợp lệ'),
            (1607, 'parent', 'Cơ quan cấp trên trực tiếp, theo mã'),
            (1608, 'level', 'Cấp của cơ quan theo mã: 1 là tỉnh, thành phố hoặc bộ'),
            (1609, 'province', 'Mã cấp 1 (tỉnh, thành phố hoặc bộ) của cơ quan: H56'),
            (1610, 'province_name',
             'Tên tỉnh, thành phố (hoặc bộ) tại một ngày, kể cả sau khi sáp nhập'),
            (1611, 'to_h_form',
             'Đổi mã cũ 000.17.22.H56 sang mã mới H56.22.17; dùng để nhóm số liệu'),
            (1612,
             'within_agency',
             'Mã có phải của cơ quan đó hoặc đơn vị trực thuộc không (toán tử <@); '
             'dùng được chỉ mục'),
            (1613,
             'contains_agency',
             'Cơ quan đó có phải là chính nó hoặc cấp trên của mã '
             'không (toán tử @>); dùng được chỉ mục'),
            (1614, 'last_within', 'Mã lớn nhất có thể có trong phạm vi một cơ quan'),
            (1615, 'codes_above', 'Mã của cơ quan và mọi cấp trên, theo mọi cách viết'),
            (1616, 'agency_of', 'Mã cơ quan trong mã hồ sơ hoặc mã thủ tục'),
            (1617, 'received_on', 'Ngày tiếp nhận trong mã hồ sơ'),
            (1618, 'sequence', 'Số thứ tự trong ngày của mã hồ sơ'),
            (1619, 'national_code', 'Mã thủ tục quốc gia, bỏ phần mã cơ quan'),
            (1701, 'successor_of', 'Đơn vị kế thừa tại một ngày, sau các lần sắp xếp'),
            (1801, 'vietnamese',
             'Cấu hình cho văn bản: to_tsvector(''motcua.vietnamese'', ...), ts_headline'),
            (1802,
             'vietnamese_query',
             'Cấu hình cho câu tìm: phraseto_tsquery(''motcua.vietnamese_q'
             'uery'', ...); dấu đã gõ thì phải khớp'),
            (1803, 'vietnamese_folded', 'Cấu hình không phân biệt dấu, cho cả văn bản và câu tìm'),
            (1901, 'vi_fold',
             'Bỏ dấu, chữ thường, một khoảng trắng giữa các âm tiết: dạng dùng để tìm không dấu'),
            (1902, 'vi_unaccent',
             'Bỏ dấu chữ Latinh; giữ nguyên chữ hoa, dấu câu và chữ viết khác'),
            (1903,
             'vi_normalize',
             'Thống nhất cách viết: Unicode dựng sẵn, chữ đ, vị trí dấu '
             'thanh kiểu mới (hoà) hoặc kiểu cũ (hòa)'),
            (1904, 'vi_syllables',
             'Tách văn bản thành âm tiết: vị trí, chữ viết, dạng bỏ dấu, thanh điệu'),
            (1905, 'vi_family_name', 'Họ, kể cả họ ghép như Tôn Thất, Công Tằng Tôn Nữ'),
            (1906, 'vi_middle_name', 'Tên đệm: phần giữa họ và tên'),
            (1907, 'vi_given_name', 'Tên: chữ cuối của họ và tên'),
            (2001, 'to_lunar',
             'Đổi ngày dương lịch sang ngày âm lịch Việt Nam (năm âm lịch 1900-2199)'),
            (2002, 'from_lunar',
             'Đổi ngày âm lịch sang ngày dương lịch; tháng nhuận: leap => true'),
            (2003, 'tet', 'Ngày mùng 1 Tết của một năm âm lịch')
    ), entry AS (
        SELECT g.ord, motcua_internal.in_language(coalesce(help.lang, 'vi'), s.vi, s.en) AS task,
               g.name,
               pg_catalog.concat_ws(' ', s.vi, s.en, g.name) AS headline,
               motcua_internal.in_language(
                   coalesce(help.lang, 'vi'), g.vi,
                   coalesce((SELECT pg_catalog.obj_description(p.oid, 'pg_proc')
                             FROM pg_catalog.pg_proc AS p
                             WHERE p.proname = g.name
                               AND p.pronamespace = (SELECT n.oid
                                                     FROM pg_catalog.pg_namespace AS n
                                                     WHERE n.nspname = 'motcua')
                             ORDER BY p.oid LIMIT 1),
                            -- a text search configuration: its comment is in both languages
                            (SELECT pg_catalog.split_part(
                                 pg_catalog.obj_description(c.oid, 'pg_ts_config'), ' / ', 1)
                             FROM pg_catalog.pg_ts_config AS c
                             WHERE c.cfgname = g.name
                               AND c.cfgnamespace = (SELECT n.oid
                                                     FROM pg_catalog.pg_namespace AS n
                                                     WHERE n.nspname = 'motcua')))) AS description
        FROM guide AS g
        JOIN subject AS s ON s.number = g.ord / 100
    ), found AS (
        -- by task and name; where that finds nothing, by what is said
        SELECT e.*, pg_catalog.min(e.nearness) OVER () AS nearest
        FROM (SELECT e.*,
                     CASE WHEN help.topic IS NULL OR pg_catalog.strpos(
                              pg_catalog.lower(e.headline),
                              pg_catalog.lower(
                                  help.topic)) > 0 OR motcua.vi_match(e.headline, help.topic) THEN 1
                          WHEN motcua.vi_match(e.description, help.topic) THEN 2
                          ELSE 3 END AS nearness
              FROM entry AS e) AS e
    )
    SELECT a.task, a.name, a.description
    FROM (SELECT f.ord, f.task, f.name, f.description
          FROM found AS f
          WHERE f.nearness = f.nearest AND f.nearest < 3
          UNION ALL
          SELECT 0,
                 motcua_internal.in_language(coalesce(help.lang, 'vi'), 'Không tìm thấy',
                                             'Nothing found'),
                 'help',
                 pg_catalog.format(motcua_internal.in_language(coalesce(help.lang, 'vi'),
                                                               'Không có mục nào về "%s". Hãy gọi '
                                                               'lại với một chủ đề dưới đây',
                                                               'Nothing is about "%s". Call again '
                                                               'with a topic below'),
                                   help.topic)
          WHERE (SELECT pg_catalog.min(f.nearness) FROM found AS f) = 3
          UNION ALL
          SELECT s.number, motcua_internal.in_language(coalesce(help.lang, 'vi'), s.vi, s.en),
                 'help',
                 CASE WHEN help.lang = 'en'
                           THEN pg_catalog.format('SELECT * FROM motcua.help(%L, ''en'')', s.en)
                      ELSE pg_catalog.format('SELECT * FROM motcua.help(%L)', s.vi) END
          FROM subject AS s
          WHERE (SELECT pg_catalog.min(f.nearness) FROM found AS f) = 3) AS a
    ORDER BY a.ord;
END;
COMMENT ON FUNCTION motcua.help(text, text)
    IS 'Lists what there is by task, in Vietnamese or in English: SELECT * FROM '
       'motcua.help(''calendar'', ''en''); a topic is a task, a name or a word';
