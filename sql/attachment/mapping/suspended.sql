CREATE TABLE @schema@.suspended (place integer PRIMARY KEY, statement text NOT NULL);
COMMENT ON TABLE @schema@.suspended IS
    'Gắn kết đang tạm ngừng: motcua.resume_attachment dựng lại từ đây';
