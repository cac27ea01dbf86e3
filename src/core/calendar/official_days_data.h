/*
 * The days of data/vn_days_off.csv, which shipped_calendars.c reads. This file was made
 * by tools/generate-official-days: do not edit it.
 */
#define OFFICIAL_FIRST_YEAR 2010
#define OFFICIAL_LAST_YEAR 2027
#define OFFICIAL_DECIDED_YEAR 2026
#define OFFICIAL_DAY_COUNT 279

static const mc_day_fact official_days[OFFICIAL_DAY_COUNT] = {
	{3653, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{3696, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-02-13 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007): 1 ngày cuối năm + 3 ngày đầu năm", "vn"},
	{3697, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-02-14 */
		"Tết Nguyên đán (mùng 1)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007): 1 ngày cuối năm + 3 ngày đầu năm", "vn"},
	{3698, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-02-15 */
		"Tết Nguyên đán (mùng 2)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007): 1 ngày cuối năm + 3 ngày đầu năm", "vn"},
	{3699, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-02-16 */
		"Tết Nguyên đán (mùng 3)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007): 1 ngày cuối năm + 3 ngày đầu năm", "vn"},
	{3700, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2010-02-17 */
		"Nghỉ bù Tết Nguyên đán (ngày cuối năm âm lịch)",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007): 1 ngày cuối năm + 3 ngày đầu năm", "vn"},
	{3701, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2010-02-18 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007): 1 ngày cuối năm + 3 ngày đầu năm", "vn"},
	{3702, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2010-02-19 */
		"Nghỉ hoán đổi (làm bù 27/02/2010)",
		"vacanza/holidays vietnam.py", "vn"},
	{3710, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2010-02-27 */
		"Làm bù (cho ngày nghỉ 19/02/2010)",
		"vacanza/holidays vietnam.py", "vn"},
	{3765, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-04-23 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{3772, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{3773, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{3775, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2010-05-03 */
		"Nghỉ bù Ngày Quốc tế lao động",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{3897, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2010-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4018, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4020, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2011-01-03 */
		"Nghỉ bù Tết Dương lịch",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4046, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2011-01-29 */
		"Làm bù (cho ngày nghỉ 31/01/2011)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn)", "vn"},
	{4047, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2011-01-30 */
		"Làm bù (cho ngày nghỉ 01/02/2011)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn) — làm bù CHỦ NHẬT", "vn"},
	{4048, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2011-01-31 */
		"Nghỉ hoán đổi (làm bù 29/01/2011)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn)", "vn"},
	{4049, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2011-02-01 */
		"Nghỉ hoán đổi (làm bù 30/01/2011)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn) — làm bù CHỦ NHẬT", "vn"},
	{4050, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-02-02 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn, baolangson.vn)", "vn"},
	{4051, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-02-03 */
		"Tết Nguyên đán (mùng 1)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn, baolangson.vn)", "vn"},
	{4052, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-02-04 */
		"Tết Nguyên đán (mùng 2)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn, baolangson.vn)", "vn"},
	{4053, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-02-05 */
		"Tết Nguyên đán (mùng 3)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn, baolangson.vn)", "vn"},
	{4055, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2011-02-07 */
		"Nghỉ bù Tết Nguyên đán (mùng 3)",
		"BLLĐ 1994 đ.73; CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn, baolangson.vn)", "vn"},
	{4116, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2011-04-09 */
		"Làm bù (cho ngày nghỉ 11/04/2011)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn)", "vn"},
	{4118, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2011-04-11 */
		"Nghỉ hoán đổi (làm bù 09/04/2011)",
		"CV 9529/VPCP-KGVX 31/12/2010 (baotayninh.vn)", "vn"},
	{4119, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-04-12 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4137, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4138, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4139, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2011-05-02 */
		"Nghỉ bù Ngày Chiến thắng",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4140, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2011-05-03 */
		"Nghỉ bù Ngày Quốc tế lao động",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4262, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2011-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4383, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4384, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2012-01-02 */
		"Nghỉ bù Tết Dương lịch",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4404, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-01-22 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"baobinhdinh.vn 12/2011 (chinhphu.vn)", "vn"},
	{4405, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-01-23 */
		"Tết Nguyên đán (mùng 1)",
		"baobinhdinh.vn 12/2011 (chinhphu.vn)", "vn"},
	{4406, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-01-24 */
		"Tết Nguyên đán (mùng 2)",
		"baobinhdinh.vn 12/2011 (chinhphu.vn)", "vn"},
	{4407, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-01-25 */
		"Tết Nguyên đán (mùng 3)",
		"baobinhdinh.vn 12/2011 (chinhphu.vn)", "vn"},
	{4408, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2012-01-26 */
		"Nghỉ bù Tết Nguyên đán (ngày cuối năm âm lịch)",
		"BLLĐ 1994 đ.73; baobinhdinh.vn 12/2011 (chinhphu.vn)", "vn"},
	{4409, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2012-01-27 */
		"Nghỉ hoán đổi (làm bù 04/02/2012)",
		"baobinhdinh.vn 12/2011; vacanza/holidays", "vn"},
	{4417, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2012-02-04 */
		"Làm bù (cho ngày nghỉ 27/01/2012)",
		"baobinhdinh.vn 12/2011; vacanza/holidays", "vn"},
	{4473, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-03-31 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4475, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2012-04-02 */
		"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4503, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4504, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4628, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2012-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4629, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2012-09-03 */
		"Nghỉ bù Quốc khánh",
		"BLLĐ 1994 đ.73; Bộ luật Lao động 1994 đ.73 (sđ 2007)", "vn"},
	{4748, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2012-12-31 */
		"Nghỉ hoán đổi (làm bù 05/01/2013)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4749, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{4753, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2013-01-05 */
		"Làm bù (cho ngày nghỉ 31/12/2012)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4788, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-02-09 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4789, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-02-10 */
		"Tết Nguyên đán (mùng 1)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4790, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-02-11 */
		"Tết Nguyên đán (mùng 2)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4791, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-02-12 */
		"Tết Nguyên đán (mùng 3)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4792, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2013-02-13 */
		"Nghỉ bù Tết Nguyên đán (ngày cuối năm âm lịch)",
		"BLLĐ 2012 đ.115 k.3; baothainguyen.vn 28/12/2012", "vn"},
	{4793, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2013-02-14 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 2012 đ.115 k.3; baothainguyen.vn 28/12/2012", "vn"},
	{4794, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2013-02-15 */
		"Nghỉ hoán đổi (làm bù 23/02/2013)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4802, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2013-02-23 */
		"Làm bù (cho ngày nghỉ 15/02/2013)",
		"baothainguyen.vn 28/12/2012", "vn"},
	{4857, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-04-19 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{4867, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2013-04-29 */
		"Nghỉ hoán đổi (làm bù 04/05/2013)",
		"baothainguyen.vn 28/12/2012; vacanza/holidays", "vn"},
	{4868, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{4869, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{4872, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2013-05-04 */
		"Làm bù (cho ngày nghỉ 29/04/2013)",
		"baothainguyen.vn 28/12/2012; vacanza/holidays", "vn"},
	{4993, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2013-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5114, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5138, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-01-25 */
		"Làm bù (cho ngày nghỉ 28/01/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013", "vn"},
	{5141, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-01-28 */
		"Nghỉ hoán đổi (làm bù 25/01/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013", "vn"},
	{5142, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-01-29 */
		"Nghỉ hoán đổi (làm bù 08/02/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013", "vn"},
	{5143, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-01-30 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5144, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-01-31 */
		"Tết Nguyên đán (mùng 1)",
		"CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5145, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-02-01 */
		"Tết Nguyên đán (mùng 2)",
		"CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5146, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-02-02 */
		"Tết Nguyên đán (mùng 3)",
		"CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5147, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-02-03 */
		"Tết Nguyên đán (mùng 4)",
		"CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5148, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2014-02-04 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2012 đ.115 k.3; CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5149, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2014-02-05 */
		"Nghỉ bù Tết Nguyên đán (mùng 3)",
		"BLLĐ 2012 đ.115 k.3; CV 10525/VPCP-KGVX 12/12/2013 (dienbien.edu.vn, laodong.com.vn)", "vn"},
	{5152, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-02-08 */
		"Làm bù (cho ngày nghỉ 29/01/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013", "vn"},
	{5212, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-04-09 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5229, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-04-26 */
		"Làm bù (cho ngày nghỉ 02/05/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013; vacanza/holidays", "vn"},
	{5233, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5234, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5235, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-05-02 */
		"Nghỉ hoán đổi (làm bù 26/04/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013; vacanza/holidays", "vn"},
	{5357, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-09-01 */
		"Nghỉ hoán đổi (làm bù 06/09/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013; vacanza/holidays", "vn"},
	{5358, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2014-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5362, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-09-06 */
		"Làm bù (cho ngày nghỉ 01/09/2014)",
		"CV 10525/VPCP-KGVX 12/12/2013; vacanza/holidays", "vn"},
	{5474, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2014-12-27 */
		"Làm bù (cho ngày nghỉ 02/01/2015)",
		"TTr 89/TTr-LĐTBXH (m.xahoi.com.vn); vacanza/holidays", "vn"},
	{5479, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5480, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2015-01-02 */
		"Nghỉ hoán đổi (làm bù 27/12/2014)",
		"TTr 89/TTr-LĐTBXH (m.xahoi.com.vn); vacanza/holidays", "vn"},
	{5523, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2015-02-14 */
		"Làm bù (cho ngày nghỉ 16/02/2015)",
		"m.xahoi.com.vn; vacanza/holidays", "vn"},
	{5525, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2015-02-16 */
		"Nghỉ hoán đổi (làm bù 14/02/2015)",
		"m.xahoi.com.vn; vacanza/holidays", "vn"},
	{5526, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-02-17 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TTr 89/TTr-LĐTBXH 20/11/2014 + thông báo (m.xahoi.com.vn, thanhniennews.com)", "vn"},
	{5527, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-02-18 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TTr 89/TTr-LĐTBXH 20/11/2014 + thông báo (m.xahoi.com.vn, thanhniennews.com)", "vn"},
	{5528, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-02-19 */
		"Tết Nguyên đán (mùng 1)",
		"TTr 89/TTr-LĐTBXH 20/11/2014 + thông báo (m.xahoi.com.vn, thanhniennews.com)", "vn"},
	{5529, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-02-20 */
		"Tết Nguyên đán (mùng 2)",
		"TTr 89/TTr-LĐTBXH 20/11/2014 + thông báo (m.xahoi.com.vn, thanhniennews.com)", "vn"},
	{5530, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-02-21 */
		"Tết Nguyên đán (mùng 3)",
		"TTr 89/TTr-LĐTBXH 20/11/2014 + thông báo (m.xahoi.com.vn, thanhniennews.com)", "vn"},
	{5532, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2015-02-23 */
		"Nghỉ bù Tết Nguyên đán (mùng 3)",
		"BLLĐ 2012 đ.115 k.3; TTr 89/TTr-LĐTBXH 20/11/2014 + thông báo (m.xahoi.com.vn, thanhniennews.com)", "vn"},
	{5593, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2015-04-25 */
		"Làm bù (cho ngày nghỉ 29/04/2015)",
		"m.xahoi.com.vn; vacanza/holidays", "vn"},
	{5596, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-04-28 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5597, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2015-04-29 */
		"Nghỉ hoán đổi (làm bù 25/04/2015)",
		"m.xahoi.com.vn; vacanza/holidays", "vn"},
	{5598, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5599, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5723, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2015-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5844, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5881, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-02-07 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB 4659/TB-LĐTBXH 13/11/2015 (ngaynay.vn, daidoanket.vn)", "vn"},
	{5882, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-02-08 */
		"Tết Nguyên đán (mùng 1)",
		"TB 4659/TB-LĐTBXH 13/11/2015 (ngaynay.vn, daidoanket.vn)", "vn"},
	{5883, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-02-09 */
		"Tết Nguyên đán (mùng 2)",
		"TB 4659/TB-LĐTBXH 13/11/2015 (ngaynay.vn, daidoanket.vn)", "vn"},
	{5884, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-02-10 */
		"Tết Nguyên đán (mùng 3)",
		"TB 4659/TB-LĐTBXH 13/11/2015 (ngaynay.vn, daidoanket.vn)", "vn"},
	{5885, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-02-11 */
		"Tết Nguyên đán (mùng 4)",
		"TB 4659/TB-LĐTBXH 13/11/2015 (ngaynay.vn, daidoanket.vn)", "vn"},
	{5886, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2016-02-12 */
		"Nghỉ bù Tết Nguyên đán (ngày cuối năm âm lịch)",
		"BLLĐ 2012 đ.115 k.3; TB 4659/TB-LĐTBXH 13/11/2015 (ngaynay.vn, daidoanket.vn)", "vn"},
	{5950, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-04-16 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5952, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2016-04-18 */
		"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{5964, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5965, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{5966, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2016-05-02 */
		"Nghỉ bù Ngày Chiến thắng",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{5967, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2016-05-03 */
		"Nghỉ bù Ngày Quốc tế lao động",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{6089, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2016-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6210, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6211, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2017-01-02 */
		"Nghỉ bù Tết Dương lịch",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{6235, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-01-26 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6236, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-01-27 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6237, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-01-28 */
		"Tết Nguyên đán (mùng 1)",
		"TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6238, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-01-29 */
		"Tết Nguyên đán (mùng 2)",
		"TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6239, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-01-30 */
		"Tết Nguyên đán (mùng 3)",
		"TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6240, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2017-01-31 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 2012 đ.115 k.3; TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6241, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2017-02-01 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2012 đ.115 k.3; TB LĐTBXH 24/11/2016 (bnews.vn)", "vn"},
	{6305, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-04-06 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6329, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6330, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6331, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2017-05-02 */
		"Nghỉ bù Ngày Chiến thắng",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{6454, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2017-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6456, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2017-09-04 */
		"Nghỉ bù Quốc khánh",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{6575, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6619, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-02-14 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6620, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-02-15 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6621, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-02-16 */
		"Tết Nguyên đán (mùng 1)",
		"TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6622, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-02-17 */
		"Tết Nguyên đán (mùng 2)",
		"TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6623, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-02-18 */
		"Tết Nguyên đán (mùng 3)",
		"TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6624, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2018-02-19 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2012 đ.115 k.3; TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6625, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2018-02-20 */
		"Nghỉ bù Tết Nguyên đán (mùng 3)",
		"BLLĐ 2012 đ.115 k.3; TB 573/TB-VPCP 14/12/2017 (lawnet.vn)", "vn"},
	{6689, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-04-25 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6694, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6695, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6819, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2018-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6820, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2018-09-03 */
		"Nghỉ bù Quốc khánh",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{6939, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2018-12-31 */
		"Nghỉ hoán đổi (làm bù 05/01/2019)",
		"TB 3238/TB-LĐTBXH; CV 6519/VPCP-KGVX 2018; vacanza/holidays", "vn"},
	{6940, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{6944, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2019-01-05 */
		"Làm bù (cho ngày nghỉ 31/12/2018)",
		"TB 3238/TB-LĐTBXH; CV 6519/VPCP-KGVX 2018; vacanza/holidays", "vn"},
	{6974, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-02-04 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB 3238/TB-LĐTBXH 11/2018; CV 6519/VPCP-KGVX 2018 (baonghean.vn, plo.vn)", "vn"},
	{6975, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-02-05 */
		"Tết Nguyên đán (mùng 1)",
		"TB 3238/TB-LĐTBXH 11/2018; CV 6519/VPCP-KGVX 2018 (baonghean.vn, plo.vn)", "vn"},
	{6976, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-02-06 */
		"Tết Nguyên đán (mùng 2)",
		"TB 3238/TB-LĐTBXH 11/2018; CV 6519/VPCP-KGVX 2018 (baonghean.vn, plo.vn)", "vn"},
	{6977, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-02-07 */
		"Tết Nguyên đán (mùng 3)",
		"TB 3238/TB-LĐTBXH 11/2018; CV 6519/VPCP-KGVX 2018 (baonghean.vn, plo.vn)", "vn"},
	{6978, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-02-08 */
		"Tết Nguyên đán (mùng 4)",
		"TB 3238/TB-LĐTBXH 11/2018; CV 6519/VPCP-KGVX 2018 (baonghean.vn, plo.vn)", "vn"},
	{7043, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-04-14 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7044, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2019-04-15 */
		"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"BLLĐ 2012 đ.115 k.3; Bộ luật Lao động 2012 đ.115", "vn"},
	{7058, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2019-04-29 */
		"Nghỉ hoán đổi (làm bù 04/05/2019)",
		"TB 3238/TB-LĐTBXH; vacanza/holidays", "vn"},
	{7059, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7060, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7063, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2019-05-04 */
		"Làm bù (cho ngày nghỉ 29/04/2019)",
		"TB 3238/TB-LĐTBXH; vacanza/holidays", "vn"},
	{7184, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2019-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7305, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7327, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-01-23 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7328, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-01-24 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7329, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-01-25 */
		"Tết Nguyên đán (mùng 1)",
		"TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7330, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-01-26 */
		"Tết Nguyên đán (mùng 2)",
		"TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7331, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-01-27 */
		"Tết Nguyên đán (mùng 3)",
		"TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7332, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2020-01-28 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 2012 đ.115 k.3; TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7333, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2020-01-29 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2012 đ.115 k.3; TB LĐTBXH 2019 (vietnamnet.vn, socongthuong.daklak.gov.vn)", "vn"},
	{7397, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-04-02 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7425, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7426, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7550, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2020-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2012 đ.115", "vn"},
	{7671, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{7711, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-02-10 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7712, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-02-11 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7713, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-02-12 */
		"Tết Nguyên đán (mùng 1)",
		"TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7714, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-02-13 */
		"Tết Nguyên đán (mùng 2)",
		"TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7715, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-02-14 */
		"Tết Nguyên đán (mùng 3)",
		"TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7716, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2021-02-15 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2019 đ.111 k.3; TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7717, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2021-02-16 */
		"Nghỉ bù Tết Nguyên đán (mùng 3)",
		"BLLĐ 2019 đ.111 k.3; TB LĐTBXH 11/2020 (hanoimoi.vn, sggpnews.org.vn)", "vn"},
	{7781, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-04-21 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{7790, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{7791, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{7793, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2021-05-03 */
		"Nghỉ bù Ngày Quốc tế lao động",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{7915, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{7916, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2021-09-03 */
		"Quốc khánh (ngày liền kề)",
		"PM 27/11/2020 (talkvietnam.org/sggp)", "vn"},
	{8036, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8038, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2022-01-03 */
		"Nghỉ bù Tết Dương lịch",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8066, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-01-31 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"VPCP 2021 (baobinhthuan.com.vn, sggpnews.org.vn)", "vn"},
	{8067, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-02-01 */
		"Tết Nguyên đán (mùng 1)",
		"VPCP 2021 (baobinhthuan.com.vn, sggpnews.org.vn)", "vn"},
	{8068, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-02-02 */
		"Tết Nguyên đán (mùng 2)",
		"VPCP 2021 (baobinhthuan.com.vn, sggpnews.org.vn)", "vn"},
	{8069, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-02-03 */
		"Tết Nguyên đán (mùng 3)",
		"VPCP 2021 (baobinhthuan.com.vn, sggpnews.org.vn)", "vn"},
	{8070, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-02-04 */
		"Tết Nguyên đán (mùng 4)",
		"VPCP 2021 (baobinhthuan.com.vn, sggpnews.org.vn)", "vn"},
	{8135, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-04-10 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8136, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2022-04-11 */
		"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8155, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8156, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8157, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2022-05-02 */
		"Nghỉ bù Ngày Chiến thắng",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8158, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2022-05-03 */
		"Nghỉ bù Ngày Quốc tế lao động",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8279, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-09-01 */
		"Quốc khánh (ngày liền kề)",
		"VPCP 2021 (baobinhthuan.com.vn)", "vn"},
	{8280, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2022-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8401, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8402, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2023-01-02 */
		"Nghỉ bù Tết Dương lịch",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8420, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-01-20 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8421, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-01-21 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8422, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-01-22 */
		"Tết Nguyên đán (mùng 1)",
		"VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8423, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-01-23 */
		"Tết Nguyên đán (mùng 2)",
		"VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8424, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-01-24 */
		"Tết Nguyên đán (mùng 3)",
		"VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8425, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2023-01-25 */
		"Nghỉ bù Tết Nguyên đán (ngày cuối năm âm lịch)",
		"BLLĐ 2019 đ.111 k.3; VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8426, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2023-01-26 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 2019 đ.111 k.3; VPCP 12/2022 (sggpnews.org.vn)", "vn"},
	{8519, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-04-29 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8520, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8521, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8522, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2023-05-02 */
		"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8523, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2023-05-03 */
		"Nghỉ bù Ngày Chiến thắng",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8644, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-09-01 */
		"Quốc khánh (ngày liền kề)",
		"VPCP 1/12/2022 (sggpnews.org.vn)", "vn"},
	{8645, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2023-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8647, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2023-09-04 */
		"Nghỉ bù Quốc khánh",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{8766, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8804, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-02-08 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8805, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-02-09 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8806, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-02-10 */
		"Tết Nguyên đán (mùng 1)",
		"VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8807, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-02-11 */
		"Tết Nguyên đán (mùng 2)",
		"VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8808, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-02-12 */
		"Tết Nguyên đán (mùng 3)",
		"VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8809, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2024-02-13 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 2019 đ.111 k.3; VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8810, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2024-02-14 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2019 đ.111 k.3; VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{8874, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-04-18 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8885, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2024-04-29 */
		"Nghỉ hoán đổi (làm bù 04/05/2024)",
		"CV 2450/VPCP-KGVX 12/4/2024 (thuvienphapluat.vn); vacanza/holidays", "vn"},
	{8886, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8887, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{8890, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2024-05-04 */
		"Làm bù (cho ngày nghỉ 29/04/2024)",
		"CV 2450/VPCP-KGVX 12/4/2024 (thuvienphapluat.vn); vacanza/holidays", "vn"},
	{9011, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9012, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2024-09-03 */
		"Quốc khánh (ngày liền kề)",
		"VPCP 11/2023 (vietnamnews.vn)", "vn"},
	{9132, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9158, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-01-27 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"CV 8726/VPCP-KGVX 26/11/2024; TB 6150/TB-BLĐTBXH (pld.net.vn, english.vtv.vn)", "vn"},
	{9159, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-01-28 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"CV 8726/VPCP-KGVX 26/11/2024; TB 6150/TB-BLĐTBXH (pld.net.vn, english.vtv.vn)", "vn"},
	{9160, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-01-29 */
		"Tết Nguyên đán (mùng 1)",
		"CV 8726/VPCP-KGVX 26/11/2024; TB 6150/TB-BLĐTBXH (pld.net.vn, english.vtv.vn)", "vn"},
	{9161, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-01-30 */
		"Tết Nguyên đán (mùng 2)",
		"CV 8726/VPCP-KGVX 26/11/2024; TB 6150/TB-BLĐTBXH (pld.net.vn, english.vtv.vn)", "vn"},
	{9162, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-01-31 */
		"Tết Nguyên đán (mùng 3)",
		"CV 8726/VPCP-KGVX 26/11/2024; TB 6150/TB-BLĐTBXH (pld.net.vn, english.vtv.vn)", "vn"},
	{9228, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-04-07 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9247, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2025-04-26 */
		"Làm bù (cho ngày nghỉ 02/05/2025)",
		"TB 6150/TB-BLĐTBXH (lawnet.vn, vietnamnews.vn)", "vn"},
	{9251, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9252, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9253, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2025-05-02 */
		"Nghỉ hoán đổi (làm bù 26/04/2025)",
		"TB 6150/TB-BLĐTBXH (lawnet.vn, vietnamnews.vn)", "vn"},
	{9375, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-09-01 */
		"Quốc khánh (ngày liền kề)",
		"CV 8726/VPCP-KGVX 26/11/2024 (english.vtv.vn: 30/8–2/9)", "vn"},
	{9376, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2025-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9497, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9498, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2026-01-02 */
		"Nghỉ hoán đổi (làm bù 10/01/2026)",
		"CV 12729/VPCP-KGVX 25/12/2025 (baohiemxahoi.gov.vn)", "vn"},
	{9506, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2026-01-10 */
		"Làm bù (cho ngày nghỉ 02/01/2026)",
		"CV 12729/VPCP-KGVX 25/12/2025 (baohiemxahoi.gov.vn)", "vn"},
	{9543, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-02-16 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9544, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-02-17 */
		"Tết Nguyên đán (mùng 1)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9545, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-02-18 */
		"Tết Nguyên đán (mùng 2)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9546, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-02-19 */
		"Tết Nguyên đán (mùng 3)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9547, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-02-20 */
		"Tết Nguyên đán (mùng 4)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9612, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-04-26 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9613, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2026-04-27 */
		"Nghỉ bù Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{9616, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9617, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9730, MC_WORK, MC_REASON_SWAP, MC_OFFICIAL,	/* 2026-08-22 */
		"Làm bù (cho ngày nghỉ 31/08/2026)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9739, MC_OFF, MC_REASON_SWAP, MC_OFFICIAL,	/* 2026-08-31 */
		"Nghỉ hoán đổi (làm bù 22/08/2026)",
		"VPCP 13/10/2025 (kienthuc.net.vn, thanhnien.vn)", "vn"},
	{9740, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-09-01 */
		"Quốc khánh (ngày liền kề)",
		"VPCP 13/10/2025 (kienthuc.net.vn)", "vn"},
	{9741, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9823, MC_OFF, MC_REASON_SWAP, MC_UNVERIFIED,	/* 2026-11-23 */
		"Nghỉ hoán đổi (làm bù 28/11/2026) - đề xuất",
		"Đề xuất của Bộ Nội vụ (xaydungchinhsach.chinhphu.vn, 09/2026): chưa thấy quyết định", "vn"},
	{9824, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2026-11-24 */
		"Ngày Văn hóa Việt Nam",
		"Nghị quyết 28/2026/QH16 (24/4/2026, hiệu lực 01/7/2026; baochinhphu.vn 24/4/2026, xaydungchinhsach.chinhphu.vn 08/5/2026)", "vn"},
	{9828, MC_WORK, MC_REASON_SWAP, MC_UNVERIFIED,	/* 2026-11-28 */
		"Làm bù (cho ngày nghỉ 23/11/2026) - đề xuất",
		"Đề xuất của Bộ Nội vụ (xaydungchinhsach.chinhphu.vn, 09/2026): chưa thấy quyết định", "vn"},
	{9862, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2027-01-01 */
		"Tết Dương lịch",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9896, MC_OFF, MC_REASON_HOLIDAY, MC_PROVISIONAL,	/* 2027-02-04 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9897, MC_OFF, MC_REASON_HOLIDAY, MC_PROVISIONAL,	/* 2027-02-05 */
		"Tết Nguyên đán (ngày cuối năm âm lịch)",
		"Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9898, MC_OFF, MC_REASON_HOLIDAY, MC_PROVISIONAL,	/* 2027-02-06 */
		"Tết Nguyên đán (mùng 1)",
		"Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9899, MC_OFF, MC_REASON_HOLIDAY, MC_PROVISIONAL,	/* 2027-02-07 */
		"Tết Nguyên đán (mùng 2)",
		"Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9900, MC_OFF, MC_REASON_HOLIDAY, MC_PROVISIONAL,	/* 2027-02-08 */
		"Tết Nguyên đán (mùng 3)",
		"Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9901, MC_OFF, MC_REASON_COMPENSATION, MC_PROVISIONAL,	/* 2027-02-09 */
		"Nghỉ bù Tết Nguyên đán (mùng 1)",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9902, MC_OFF, MC_REASON_COMPENSATION, MC_PROVISIONAL,	/* 2027-02-10 */
		"Nghỉ bù Tết Nguyên đán (mùng 2)",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112: 5 ngày; phương án 2+3 (chưa thấy quyết định của Thủ tướng)", "vn"},
	{9967, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2027-04-16 */
		"Giỗ Tổ Hùng Vương (10/3 âm lịch)",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9981, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2027-04-30 */
		"Ngày Chiến thắng",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9982, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2027-05-01 */
		"Ngày Quốc tế lao động",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{9984, MC_OFF, MC_REASON_COMPENSATION, MC_OFFICIAL,	/* 2027-05-03 */
		"Nghỉ bù Ngày Quốc tế lao động",
		"BLLĐ 2019 đ.111 k.3; Bộ luật Lao động 2019 đ.112", "vn"},
	{10106, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2027-09-02 */
		"Quốc khánh",
		"Bộ luật Lao động 2019 đ.112", "vn"},
	{10107, MC_OFF, MC_REASON_HOLIDAY, MC_PROVISIONAL,	/* 2027-09-03 */
		"Quốc khánh (ngày liền kề)",
		"Bộ luật Lao động 2019 đ.112: 2/9 + 1 ngày liền kề (chưa thấy quyết định)", "vn"},
	{10189, MC_OFF, MC_REASON_HOLIDAY, MC_OFFICIAL,	/* 2027-11-24 */
		"Ngày Văn hóa Việt Nam",
		"Nghị quyết 28/2026/QH16 (24/4/2026, hiệu lực 01/7/2026; baochinhphu.vn 24/4/2026, xaydungchinhsach.chinhphu.vn 08/5/2026)", "vn"},
};
