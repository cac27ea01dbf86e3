import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The calls through JDBC in every way of binding. Arguments: a URL, and a file with a call in each
 * line: the statement, then type and value of each parameter, between tabs; \N is NULL.
 */
public class JdbcClient {
    private record Argument(String type, String value) {}

    private record Call(String statement, List<Argument> arguments) {}

    private interface Way {
        void bind(PreparedStatement statement, int at, Argument argument) throws SQLException;
    }

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    private static LocalDateTime wall(Argument argument) {
        return LocalDateTime.parse(argument.value().replace(' ', 'T'));
    }

    /** The object of java.time or java.lang for an argument; other types stay untyped texts. */
    private static void bindObject(PreparedStatement statement, int at, Argument argument)
            throws SQLException {
        String value = argument.value();
        if (value == null) {
            statement.setNull(at, Types.NULL);
            return;
        }
        switch (argument.type()) {
            case "date" -> statement.setObject(at, LocalDate.parse(value));
            case "timestamp" -> statement.setObject(at, wall(argument));
            case "integer" -> statement.setInt(at, Integer.parseInt(value));
            case "bigint" -> statement.setLong(at, Long.parseLong(value));
            case "numeric" -> statement.setBigDecimal(at, new BigDecimal(value));
            case "text", "name" -> statement.setString(at, value);
            default -> statement.setObject(at, value, Types.OTHER);
        }
    }

    private static void bindInstant(PreparedStatement statement, int at, Argument argument)
            throws SQLException {
        if (argument.type().equals("timestamp") && argument.value() != null) {
            statement.setObject(at, wall(argument).atOffset(VIETNAM));
        } else {
            bindObject(statement, at, argument);
        }
    }

    private static void bindSqlObject(PreparedStatement statement, int at, Argument argument)
            throws SQLException {
        if (argument.type().equals("date") && argument.value() != null) {
            statement.setDate(at, Date.valueOf(argument.value()));
        } else if (argument.type().equals("timestamp") && argument.value() != null) {
            statement.setTimestamp(at, Timestamp.from(wall(argument).toInstant(VIETNAM)));
        } else {
            bindObject(statement, at, argument);
        }
    }

    private static Map<String, Way> ways(boolean stringsAreUntyped) {
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("native, java.time", JdbcClient::bindObject);
        ways.put("native, OffsetDateTime", JdbcClient::bindInstant);
        ways.put("native, java.sql", JdbcClient::bindSqlObject);
        ways.put(stringsAreUntyped ? "untyped, setString" : "string, setString",
                 (s, at, argument) -> s.setString(at, argument.value()));
        ways.put(stringsAreUntyped ? "untyped, setObject" : "string, setObject",
                 (s, at, argument) -> s.setObject(at, argument.value()));
        ways.put("untyped, OTHER",
                 (s, at, argument) -> s.setObject(at, argument.value(), Types.OTHER));
        ways.put("null, OTHER", (s, at, argument) -> s.setNull(at, Types.OTHER));
        ways.put("null, NULL", (s, at, argument) -> s.setNull(at, Types.NULL));
        return ways;
    }

    private static String answer(Connection connection, Call call, Way way) {
        try (PreparedStatement statement = connection.prepareStatement(call.statement())) {
            int at = 0;
            for (Argument argument : call.arguments()) {
                way.bind(statement, ++at, argument);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                String answer = rows.getString(1);
                return answer == null ? "\\N" : answer;
            }
        } catch (SQLException error) {
            return "!" + error.getSQLState();
        }
    }

    private static List<Call> calls(String file) throws Exception {
        List<Call> calls = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(file))) {
            String[] parts = line.split("\t");
            List<Argument> arguments = new ArrayList<>();
            for (int at = 1; at < parts.length; at += 2) {
                String value = parts[at + 1];
                arguments.add(new Argument(parts[at], value.equals("\\N") ? null : value));
            }
            calls.add(new Call(parts[0], arguments));
        }
        return calls;
    }

    private static final String[] ZONES = {"Asia/Ho_Chi_Minh", "UTC", "America/New_York"};
    /** In all but the first a string goes to the server without a type. */
    private static final String[] OPTIONS = {
        "preferQueryMode=extended", "preferQueryMode=simple",
        "preferQueryMode=extended&stringtype=unspecified",
        "preferQueryMode=simple&stringtype=unspecified"
    };

    /** The due date of a receipt that is wall time of Viet Nam but goes through setTimestamp. */
    private static String wallTimestamp(String url) throws SQLException {
        String query = "SELECT motcua.due_at(?, 'trong ngày')::motcua.moment";
        try (Connection connection = DriverManager.getConnection(url);
             PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setTimestamp(1, Timestamp.valueOf("2026-03-05 14:20:00"));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, "UTF-8");
        List<Call> calls = calls(arguments[1]);
        for (String option : OPTIONS) {
            try (Connection connection = DriverManager.getConnection(arguments[0] + "&" + option)) {
                for (String zone : ZONES) {
                    try (Statement setting = connection.createStatement()) {
                        setting.execute("SET TimeZone = '" + zone + "'");
                    }
                    for (Map.Entry<String, Way> way : ways(!option.equals(OPTIONS[0])).entrySet()) {
                        for (int number = 0; number < calls.size(); number++) {
                            out.println(String.join(
                                "\t", way.getKey() + ", " + option, zone, "" + number,
                                answer(connection, calls.get(number), way.getValue())));
                        }
                    }
                }
            }
        }
        out.println("# setTimestamp of wall time: " + wallTimestamp(arguments[0]));
        out.flush();
    }
}
