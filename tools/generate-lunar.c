/*
 * This program prints src/core/calendar/lunar_data.h, the Vietnamese lunar calendar of the years
 * 1900 to 2199, computed from the positions of sun and moon. The Swiss Ephemeris library gives
 * their apparent geocentric longitudes in its Moshier mode, which needs no data files. The script
 * tools/generate-lunar compiles and runs this program with these arguments:
 *
 *	generate-lunar				prints the header
 *	generate-lunar shifted N	prints the header as if every event were N seconds later
 *	generate-lunar margins N	prints the events within N seconds of a local midnight
 *
 * test/t/calendar/lunar_table.pl uses "shifted" and "margins" to show that small errors of the
 * ephemeris do not change the calendar.
 *
 * The calendar has these rules. A month begins on the day of the new moon. Month 11 holds the
 * winter solstice. If there are 13 months from one month 11 to the next, the first one without a
 * principal term is the leap month. Days are those of Viet Nam's official time, which is UTC+7 from
 * 1968 on. Before 1968 the calendar was the Chinese one, with days of UTC+8 from 1929 on and of
 * Beijing's mean time until then.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <swephexp.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
#define LEAP_SHIFT 13
#define TET_SHIFT 17

/* These times are Julian days in universal time; the two lengths are in days. */
#define EPOCH 2451544.5 /* 2000-01-01 00:00: day 0 */
#define NEW_MOON_EPOCH 2451550.1 /* the new moon of January 2000, roughly */
#define SOLSTICE_EPOCH 2451534.8 /* the winter solstice of December 1999, roughly */
#define SYNODIC_MONTH 29.530588861
#define TROPICAL_YEAR 365.242189

/* The new moons and principal terms reach from the autumn of 1899 to the spring of 2201. */
#define FIRST_MOON (-1240)
#define MOON_COUNT 3735
#define FIRST_SOLSTICE_YEAR (FIRST_YEAR - 1)
#define TERM_COUNT (12 * (LAST_YEAR + 2 - FIRST_YEAR) + 13)

typedef double (*angle_at)(double time, double *speed);

typedef struct month
{
	int start; /* days since 2000-01-01 */
	int number; /* 1-12, 0 where none was given */
	bool leap;
} month;

static double moon_times[MOON_COUNT];
static double term_times[TERM_COUNT];
static int term_days[TERM_COUNT];
static month months[MOON_COUNT];

/* Return the longitude of a body in degrees, and its speed in degrees a day. */
static double
longitude(double time, int body, double *speed)
{
	double position[6];
	char message[AS_MAXCH];

	if (swe_calc_ut(time, body, SEFLG_MOSEPH | SEFLG_SPEED, position, message) < 0)
	{
		fprintf(stderr, "generate-lunar: %s\n", message);
		exit(1);
	}
	*speed = position[3];
	return position[0];
}

/* Return the longitude of the sun in degrees, and its speed in degrees a day. */
static double
sun(double time, double *speed)
{
	return longitude(time, SE_SUN, speed);
}

/* Return how many degrees the moon is ahead of the sun, and how this angle changes in a day. */
static double
moon_from_sun(double time, double *speed)
{
	double moon_speed;
	double sun_speed;
	double angle = longitude(time, SE_MOON, &moon_speed) - longitude(time, SE_SUN, &sun_speed);

	*speed = moon_speed - sun_speed;
	return angle;
}

/*
 * Return the time next to a guess at which an angle has the target value in degrees. The result is
 * exact to a millisecond. The program ends with an error if there is no solution.
 */
static double
solve(angle_at of, double target, double guess)
{
	for (int i = 0; i < 50; i++)
	{
		double speed;
		double step = remainder(target - of(guess, &speed), 360) / speed;

		guess += step;
		if (fabs(step) < 1e-8)
			return guess;
	}
	fprintf(stderr, "generate-lunar: no solution near %f\n", guess);
	exit(1);
}

/* Return the Julian day of the midnight with which a civil day begins in universal time. */
static double
midnight(int year, int month_number, int day)
{
	return swe_julday(year, month_number, day, 0, SE_GREG_CAL);
}

/* Return by which fraction of a day local time is ahead of universal time. */
static double
zone(double time)
{
	if (time >= midnight(1968, 1, 1) - 7 / 24.0)
		return 7 / 24.0;
	if (time >= midnight(1929, 1, 1) - 8 / 24.0)
		return 8 / 24.0;
	return (7 + 45 / 60.0 + 40 / 3600.0) / 24;
}

/* Return the local day of a time, in days since 2000-01-01. */
static int
local_day(double time)
{
	return (int) floor(time + zone(time) - EPOCH);
}

/* Return the first day of a civil year, in days since 2000-01-01. */
static int
first_january(int year)
{
	return (int) (midnight(year, 1, 1) - EPOCH);
}

/* Find all new moons and principal terms; their local days are those of `shift` days later. */
static void
find_events(double shift)
{
	for (int i = 0; i < MOON_COUNT; i++)
	{
		moon_times[i] = solve(moon_from_sun, 0, NEW_MOON_EPOCH + (FIRST_MOON + i) * SYNODIC_MONTH);
		months[i].start = local_day(moon_times[i] + shift);
	}
	for (int i = 0; i < TERM_COUNT; i++)
	{
		double years = FIRST_SOLSTICE_YEAR - 1999 + i / 12.0;

		term_times[i] = solve(sun, 270 + 30 * (i % 12), SOLSTICE_EPOCH + years * TROPICAL_YEAR);
		term_days[i] = local_day(term_times[i] + shift);
	}
}

/* Return the index of the month that holds the winter solstice of a civil year. */
static int
month_eleven(int year)
{
	int solstice = term_days[12 * (year - FIRST_SOLSTICE_YEAR)];
	int i = 0;

	while (months[i + 1].start <= solstice)
		i++;
	return i;
}

/* True if one of the principal terms falls into the month with index i. */
static bool
has_principal_term(int i)
{
	for (int t = 0; t < TERM_COUNT; t++)
		if (term_days[t] >= months[i].start && term_days[t] < months[i + 1].start)
			return true;
	return false;
}

/* Number the months from the month 11 of a year up to the month 11 of the next year. */
static void
number_months(int year)
{
	int end = month_eleven(year + 1);
	int first = month_eleven(year);
	bool leap_due = end - first == 13;
	int number = 11;

	months[first].number = number;
	for (int i = first + 1; i < end; i++)
	{
		months[i].leap = leap_due && !has_principal_term(i);
		if (months[i].leap)
			leap_due = false;
		else
			number = number % 12 + 1;
		months[i].number = number;
	}
}

/* Return the index of month 1 of a lunar year, which begins in the civil year of that number. */
static int
first_month_of(int year)
{
	int i = 0;

	while (months[i].number != 1 || months[i].leap || months[i].start < first_january(year))
		i++;
	return i;
}

/* Return a lunar year as one word. print_header() describes its bits. */
static uint32_t
packed_year(int year)
{
	int first = first_month_of(year);
	int end = first_month_of(year + 1);
	uint32_t packed = (uint32_t) (months[first].start - first_january(year)) << TET_SHIFT;

	for (int i = first; i < end; i++)
	{
		if (months[i + 1].start - months[i].start == 30)
			packed |= UINT32_C(1) << (i - first);
		if (months[i].leap)
			packed |= (uint32_t) months[i].number << LEAP_SHIFT;
	}
	return packed;
}

/* Print the comment at the top of the file, and the macros. */
static void
print_header(void)
{
	char version[AS_MAXCH];

	printf("/*\n * This file was made by tools/generate-lunar.c: do not edit it.\n"
		   " * Source: Swiss Ephemeris %s, Moshier mode.\n"
		   " *\n"
		   " * Each lunar year is one word, which lunar.c decodes. Bits 0-12 are the months in\n"
		   " * sequence, with the leap month among them: 1 stands for 30 days and 0 for 29.\n"
		   " * Bits 13-16 are the number of the month that comes twice, or 0. Bits 17-22 are\n"
		   " * the number of days from 1 January of the civil year of the same number to the\n"
		   " * first day of the lunar year.\n"
		   " */\n",
		   swe_version(version));
	printf("#define LUNAR_FIRST_YEAR %d\n#define LUNAR_LAST_YEAR %d\n", FIRST_YEAR, LAST_YEAR);
	printf("#define LUNAR_LEAP_SHIFT %d\n#define LUNAR_TET_SHIFT %d\n", LEAP_SHIFT, TET_SHIFT);
}

/* Print the table of years, ten on a line. */
static void
print_table(void)
{
	printf("\nstatic const uint32_t lunar_years[LUNAR_LAST_YEAR - LUNAR_FIRST_YEAR + 1] = {\n");
	for (int year = FIRST_YEAR; year <= LAST_YEAR; year++)
	{
		if (year % 10 == 0)
			printf("\t/* %d */", year);
		printf(" 0x%06X,%s", (unsigned) packed_year(year), year % 10 == 9 ? "\n" : "");
	}
	printf("};\n");
}

/* Return the seconds from the nearest local midnight to a time. They are negative before it. */
static double
margin(double time)
{
	return remainder(time + zone(time) - EPOCH, 1) * 86400;
}

/* Print the events that are less than `within` seconds from a local midnight. */
static void
print_margins(const char *event, const double *times, int count, double within)
{
	for (int i = 0; i < count; i++)
	{
		int year, month_number, day;
		double hour;
		double seconds = margin(times[i]);

		swe_revjul(times[i] + zone(times[i]), SE_GREG_CAL, &year, &month_number, &day, &hour);
		if (fabs(seconds) < within)
			printf("%s %04d-%02d-%02d %+.0f s\n", event, year, month_number, day, seconds);
	}
}

int
main(int argc, char **argv)
{
	const char *action = argc == 3 ? argv[1] : "";
	double seconds = argc == 3 ? atof(argv[2]) : 0;

	find_events(strcmp(action, "shifted") == 0 ? seconds / 86400 : 0);
	if (strcmp(action, "margins") == 0)
	{
		print_margins("new_moon", moon_times, MOON_COUNT, seconds);
		print_margins("principal_term", term_times, TERM_COUNT, seconds);
		return 0;
	}
	for (int year = FIRST_SOLSTICE_YEAR; year <= LAST_YEAR + 1; year++)
		number_months(year);
	print_header();
	print_table();
	swe_close();
	return 0;
}
