/*
 * This file works out the statutory days off of a year from the labour laws. shipped_calendars.c
 * calls it for years without a decision, and the SQL function statutory_days_off for any year.
 */
#include "core/calendar/statutory.h"

#include "core/base/names.h"
#include "core/calendar/lunar.h"

/* The name of a law, and the same name for a day that rests on a default choice. `law` has both. */
#define BY_CHOICE(text)                            \
	{                                              \
		text, text " (phương án mặc định)" \
	}

/* The holidays of a law, which apply from the day on which the law is in force. */
typedef struct law
{
	mc_civil in_force;
	int8_t tet_days;
	bool has_gio_to;
	bool has_second_national_day;
	bool has_culture_day;
	const char *holiday_source[2];
	const char *compensation_source[2];
} law;

static const law laws[] = {
	{{1990, 1, 1},
	 4,
	 false,
	 false,
	 false,
	 BY_CHOICE("Tính theo Bộ luật Lao động 1994 đ.73 (hiệu lực 01/01/1995)"),
	 BY_CHOICE("Tính theo Bộ luật Lao động 1994 đ.73 (hiệu lực 01/01/1995)")},
	{{1995, 1, 1},
	 4,
	 false,
	 false,
	 false,
	 BY_CHOICE("Bộ luật Lao động 1994 đ.73"),
	 BY_CHOICE("Bộ luật Lao động 1994 đ.73")},
	{{2007, 4, 2},
	 4,
	 true,
	 false,
	 false,
	 BY_CHOICE("Bộ luật Lao động 1994 đ.73 (sđ 2007)"),
	 BY_CHOICE("Bộ luật Lao động 1994 đ.73 (sđ 2007)")},
	{{2013, 5, 1},
	 5,
	 true,
	 false,
	 false,
	 BY_CHOICE("Bộ luật Lao động 2012 đ.115"),
	 BY_CHOICE("Bộ luật Lao động 2012 đ.115 k.3")},
	{{2021, 1, 1},
	 5,
	 true,
	 true,
	 false,
	 BY_CHOICE("Bộ luật Lao động 2019 đ.112"),
	 BY_CHOICE("Bộ luật Lao động 2019 đ.111 k.3")},
	{{2026, 7, 1},
	 5,
	 true,
	 true,
	 true,
	 BY_CHOICE("Bộ luật Lao động 2019 đ.112"),
	 BY_CHOICE("Bộ luật Lao động 2019 đ.111 k.3")},
};

/* The title of a holiday and the title of the day that compensates for it. */
#define NAME(title)             \
	{                           \
		title, "Nghỉ bù " title \
	}

typedef struct holiday_name
{
	const char *title;
	const char *compensation_title;
} holiday_name;

static const holiday_name new_year = NAME("Tết Dương lịch");
static const holiday_name old_year = NAME("Tết Nguyên đán (ngày cuối năm âm lịch)");
static const holiday_name tet[] = {
	NAME("Tết Nguyên đán (mùng 1)"),
	NAME("Tết Nguyên đán (mùng 2)"),
	NAME("Tết Nguyên đán (mùng 3)"),
	NAME("Tết Nguyên đán (mùng 4)"),
};
static const holiday_name gio_to = NAME("Giỗ Tổ Hùng Vương (10/3 âm lịch)");
static const holiday_name victory = NAME("Ngày Chiến thắng");
static const holiday_name labour = NAME("Ngày Quốc tế lao động");
static const holiday_name national = NAME("Quốc khánh");
static const holiday_name second_national = NAME("Quốc khánh (ngày liền kề)");
static const holiday_name culture = NAME("Ngày Văn hóa Việt Nam");

typedef struct holiday
{
	mc_day day;
	const holiday_name *name;
	bool by_default; /* true if the day rests on a default choice */
} holiday;

/* The holidays of a year, ascending by day. */
typedef struct holiday_list
{
	int count;
	holiday items[MC_STATUTORY_MAX / 2];
} holiday_list;

/* Return the law that is in force on a day. */
static const law *
law_on(mc_day day)
{
	int i = MC_LENGTH_OF(laws) - 1;

	while (i > 0 && day < mc_day_from_civil(laws[i].in_force.year, laws[i].in_force.month,
											laws[i].in_force.day))
		i--;
	return &laws[i];
}

static bool
is_weekly_rest(mc_day day)
{
	int weekday = mc_weekday(day);

	return weekday == 6 || (weekday == 5 && day >= mc_day_from_civil(1999, 10, 2));
}

/* Return the day of a lunar date that is not in a leap month. */
static mc_day
day_of_lunar(int32_t year, int32_t month, int32_t day)
{
	mc_day result = MC_DAY_INFINITY;

	(void) mc_from_lunar((mc_lunar){year, month, day, false}, &result);
	return result;
}

/* Return how many of `days` days, from `first` on, are weekly rest. */
static int
rest_days(mc_day first, int days)
{
	int count = 0;

	for (mc_day day = first; day < first + days; day++)
		count += is_weekly_rest(day);
	return count;
}

/* Return the default number of days of the old lunar year, by the rule in the header. */
static int8_t
default_tet_days_before(mc_day tet_day, int days)
{
	return rest_days(tet_day - 1, days) < rest_days(tet_day - 2, days) ? 1 : 2;
}

/*
 * Return the default second National Day. The array is the rule in the header, worked out for each
 * weekday of 2 September from Monday on.
 */
static int8_t
default_second_national_day(mc_day national_day)
{
	static const int8_t second[] = {3, 1, 1, 3, 1, 1, 3};

	return second[mc_weekday(national_day)];
}

mc_statutory_choice
mc_statutory_default_choice(int32_t year)
{
	mc_day tet_day = day_of_lunar(year, 1, 1);
	mc_day national_day = mc_day_from_civil(year, 9, 2);
	mc_statutory_choice choice = {0, 0};

	if (law_on(tet_day)->tet_days == 5)
		choice.tet_days_before = default_tet_days_before(tet_day, 5);
	if (law_on(national_day)->has_second_national_day)
		choice.second_national_day = default_second_national_day(national_day);
	return choice;
}

static void
add_holiday(holiday_list *list, mc_day day, const holiday_name *name, bool by_default)
{
	list->items[list->count++] = (holiday){day, name, by_default};
}

static void
add_tet(holiday_list *list, int32_t year, int8_t decided)
{
	mc_day tet_day = day_of_lunar(year, 1, 1);
	int8_t expected = mc_statutory_default_choice(year).tet_days_before;
	bool by_default = expected != 0 && decided == 0;
	int before = expected == 0 ? 1 : decided != 0 ? decided : expected;

	for (int i = -before; i < law_on(tet_day)->tet_days - before; i++)
		add_holiday(list, tet_day + i, i < 0 ? &old_year : &tet[i], by_default);
}

/* Add the holidays from Giỗ Tổ to Labour Day. Giỗ Tổ never comes after 29 April. */
static void
add_spring(holiday_list *list, int32_t year)
{
	mc_day gio_to_day = day_of_lunar(year, 3, 10);

	if (law_on(gio_to_day)->has_gio_to)
		add_holiday(list, gio_to_day, &gio_to, false);
	add_holiday(list, mc_day_from_civil(year, 4, 30), &victory, false);
	add_holiday(list, mc_day_from_civil(year, 5, 1), &labour, false);
}

static void
add_national_days(holiday_list *list, int32_t year, int8_t decided)
{
	mc_day national_day = mc_day_from_civil(year, 9, 2);
	int8_t expected = mc_statutory_default_choice(year).second_national_day;
	int8_t second = expected != 0 && decided != 0 ? decided : expected;

	if (second == 1)
		add_holiday(list, national_day - 1, &second_national, decided == 0);
	add_holiday(list, national_day, &national, false);
	if (second == 3)
		add_holiday(list, national_day + 1, &second_national, decided == 0);
}

static void
list_holidays(holiday_list *list, int32_t year, mc_statutory_choice choice)
{
	mc_day culture_day = mc_day_from_civil(year, 11, 24);

	list->count = 0;
	add_holiday(list, mc_day_from_civil(year, 1, 1), &new_year, false);
	add_tet(list, year, choice.tet_days_before);
	add_spring(list, year);
	add_national_days(list, year, choice.second_national_day);
	if (law_on(culture_day)->has_culture_day)
		add_holiday(list, culture_day, &culture, false);
}

static mc_day_fact
holiday_fact(const holiday *item)
{
	mc_day_fact fact = {item->day,         MC_OFF,
						MC_REASON_HOLIDAY, item->by_default ? MC_PROVISIONAL : MC_OFFICIAL,
						item->name->title, NULL,
						MC_ORIGIN_STATUTE};

	fact.source = item->name == &culture ? "Nghị quyết 28/2026/QH16"
										 : law_on(item->day)->holiday_source[item->by_default];
	return fact;
}

/* True if one of the facts lies on the day. */
static bool
is_taken(const mc_day_fact *facts, int count, mc_day day)
{
	for (int i = 0; i < count; i++)
		if (facts[i].day == day)
			return true;
	return false;
}

/* Return the day off that compensates for a holiday on weekly rest: the next free day. */
static mc_day_fact
compensation_fact(const holiday *item, const mc_day_fact *facts, int count)
{
	mc_day_fact fact = holiday_fact(item);

	do
		fact.day++;
	while (is_weekly_rest(fact.day) || is_taken(facts, count, fact.day));
	fact.reason = MC_REASON_COMPENSATION;
	fact.title = item->name->compensation_title;
	fact.source = law_on(item->day)->compensation_source[item->by_default];
	return fact;
}

/* Insert a fact into an array of `count` facts that ascend by day. */
static void
insert_fact(mc_day_fact *facts, int count, mc_day_fact fact)
{
	int i = count;

	for (; i > 0 && facts[i - 1].day > fact.day; i--)
		facts[i] = facts[i - 1];
	facts[i] = fact;
}

int
mc_statutory_days(int32_t year, mc_statutory_choice choice, mc_day_fact facts[MC_STATUTORY_MAX])
{
	holiday_list list;
	int count = 0;

	list_holidays(&list, year, choice);
	for (; count < list.count; count++)
		facts[count] = holiday_fact(&list.items[count]);
	for (int i = 0; i < list.count; i++)
		if (is_weekly_rest(list.items[i].day))
		{
			insert_fact(facts, count, compensation_fact(&list.items[i], facts, count));
			count++;
		}
	return count;
}
