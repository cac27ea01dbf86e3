import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;

/**
* Binds moments as Java programs do, in each way for each of three parameters, in several
 * time zones of the machine. It prints how often each verdict was given. The argument is a URL.
 */
public class Bindings {
    private interface Way {
        void bind(PreparedStatement statement, int at) throws SQLException;
    }

    /** Half past midnight of 12 March 2026 in Viet Nam, or that day. In UTC it is still the 11th. */
    private static Map<String, Way> moments() {
        OffsetDateTime instant = OffsetDateTime.parse("2026-03-12T00:30+07:00");
        LocalDateTime wall = LocalDateTime.parse("2026-03-12T00:30");
        Timestamp stamp = Timestamp.from(instant.toInstant());
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("setString", (s, at) -> s.setString(at, "2026-03-12"));
        ways.put("setString, Vietnamese", (s, at) -> s.setString(at, "12/03/2026 00:30"));
        ways.put("setObject(String)", (s, at) -> s.setObject(at, "2026-03-12T00:30+07:00"));
        ways.put("setObject(OTHER)", (s, at) -> s.setObject(at, "2026-03-12", Types.OTHER));
        ways.put("setDate", (s, at) -> s.setDate(at, Date.valueOf("2026-03-12")));
        ways.put("setTimestamp", (s, at) -> s.setTimestamp(at, stamp));
        ways.put("LocalDate", (s, at) -> s.setObject(at, LocalDate.parse("2026-03-12")));
        ways.put("LocalDateTime", (s, at) -> s.setObject(at, wall));
        ways.put("OffsetDateTime", (s, at) -> s.setObject(at, instant));
        return ways;
    }

    private static Map<String, Way> nothing() {
        Map<String, Way> ways = new LinkedHashMap<>();
        for (int type : new int[] {Types.OTHER, Types.NULL, Types.DATE, Types.TIMESTAMP,
                                   Types.TIMESTAMP_WITH_TIMEZONE, Types.VARCHAR}) {
            ways.put("setNull(" + type + ")", (s, at) -> s.setNull(at, type));
        }
        return ways;
    }

    private static void count(Connection connection, Map<String, Way> ends,
                              Map<String, Integer> told) throws SQLException {
        for (Map.Entry<String, Way> due : moments().entrySet()) {
            for (Map.Entry<String, Way> ended : ends.entrySet()) {
                for (Map.Entry<String, Way> asOf : moments().entrySet()) {
                    String verdict = verdict(connection, due.getValue(), ended.getValue(),
                                             asOf.getValue());
                    if (verdict.startsWith("ERROR")) {
                        verdict += " of " + String.join(", ", due.getKey(), ended.getKey(),
                                                        asOf.getKey());
                    }
                    told.merge(verdict, 1, Integer::sum);
                }
            }
        }
    }

    private static String verdict(Connection connection, Way due, Way ended, Way asOf) {
        String query = "SELECT motcua.classify(?, ?, ?)::text";
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            due.bind(statement, 1);
            ended.bind(statement, 2);
            asOf.bind(statement, 3);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException error) {
            return error.getMessage();
        }
    }

    private static final String[] ZONES = {
        "Asia/Ho_Chi_Minh", "UTC", "America/New_York", "Asia/Tokyo"
    };

    public static void main(String[] arguments) throws Exception {
        for (String zone : ZONES) {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            Map<String, Integer> told = new TreeMap<>();
            for (String option : new String[] {"", "&stringtype=unspecified"}) {
                try (Connection connection = DriverManager.getConnection(arguments[0] + option)) {
                    count(connection, moments(), told);
                    count(connection, nothing(), told);
                }
            }
            System.out.println(zone + ": " + told);
        }
    }
}
