/* Test how full names are split into their parts. */
#include "support.h"

#include "core/search/vi_name.h"

static void
must_be(const char *part, const char *name, mc_span span, const char *expected)
{
	check(span.end - span.start == strlen(expected) &&
			  memcmp(name + span.start, expected, strlen(expected)) == 0,
		  "%s name of \"%s\" is \"%.*s\", not \"%s\"", part, name, (int) (span.end - span.start),
		  name + span.start, expected);
}

static void
parts_of_names(void **state)
{
	static const struct
	{
		const char *name;
		const char *family;
		const char *middle;
		const char *given;
	} names[] = {
		{"", "", "", ""},
		{" ... ", "", "", ""},
		{"Hà", "", "", "Hà"},
		{"  Hà ", "", "", "Hà"},
		{"Trần Hà", "Trần", "", "Hà"},
		{"Nguyễn Thị Mỹ Duyên", "Nguyễn", "Thị Mỹ", "Duyên"},
		{" NGUYEN  VAN  A. ", "NGUYEN", "VAN", "A"},
		{"Tôn Nữ Thị Ngọc Hạnh", "Tôn Nữ", "Thị Ngọc", "Hạnh"},
		{"Tôn Nữ Hạnh", "Tôn Nữ", "", "Hạnh"},
		{"Tôn Nữ", "Tôn", "", "Nữ"},
		{"Tôn Thất Tùng", "Tôn Thất", "", "Tùng"},
		{"ton that tung", "ton that", "", "tung"},
		{"Tôn Văn Thất", "Tôn", "Văn", "Thất"},
		{"Tồn Thất Tùng", "Tồn", "Thất", "Tùng"},
		{"Công Tằng Tôn Nữ Thị Mai Anh", "Công Tằng Tôn Nữ", "Thị Mai", "Anh"},
		{"Công Tằng Tôn Nữ", "Công", "Tằng Tôn", "Nữ"},
		{"Huyền Tôn Nữ Linh", "Huyền Tôn Nữ", "", "Linh"},
		{"Công Tôn Nữ Bích Hà", "Công Tôn Nữ", "Bích", "Hà"},
		{"Âu Dương Lân", "Âu Dương", "", "Lân"},
		{"Hoàng Phủ Ngọc Tường", "Hoàng Phủ", "Ngọc", "Tường"},
		{"Hoàng Phú Quý", "Hoàng", "Phú", "Quý"},
		{"HOANG PHU QUY", "HOANG", "PHU", "QUY"},
		{"H'Hen Niê", "H'Hen", "", "Niê"},
		{"Trần Thị H’Uyên", "Trần", "Thị", "H’Uyên"},
		{"Lê Mai-Anh", "Lê", "", "Mai-Anh"},
		{"Lê - Mai", "Lê", "", "Mai"},
		{"Tôn-Nữ Thị Hạnh", "Tôn-Nữ", "Thị", "Hạnh"},
		{"A B C D E F G H", "A", "B C D E F G", "H"},
		{"To\xCC\x82n N\xC6\xB0\xCC\x83 Linh", "To\xCC\x82n N\xC6\xB0\xCC\x83", "", "Linh"},
		{"\xFF\xE1", "", "", ""},
		{"Lê\xC2\xA0Văn\xC2\xA0"
		 "Bê",
		 "Lê", "Văn", "Bê"},
		{"Đỗ", "", "", "Đỗ"},
	};

	(void) state;
	for (size_t at = 0; at < sizeof(names) / sizeof(names[0]); at++)
	{
		const char *text = names[at].name;
		mc_name name = mc_name_of(text, strlen(text));

		must_be("family", text, name.family, names[at].family);
		must_be("middle", text, name.middle, names[at].middle);
		must_be("given", text, name.given, names[at].given);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_of_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
