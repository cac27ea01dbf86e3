import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Reads an attachment as a BI tool does: a page of a list, the types and the comments of columns. Arguments: URL, query, its parameter. */
public class Client {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            out.println("page: " + page(connection, arguments[1], arguments[2]));
            out.println("types: " + types(connection.getMetaData()));
            out.println("remarks: " + remarks(connection.getMetaData()));
            out.println("view: " + viewRemarks(connection.getMetaData()));
        }
    }

    private static String page(Connection connection, String query, String parameter) throws Exception {
        StringJoiner lines = new StringJoiner("\n");
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, parameter);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1) + "|" + rows.getString(2) + "|" + rows.getDate(3) + "|" + rows.getInt(4));
                }
            }
        }
        return lines.toString();
    }

    private static String types(DatabaseMetaData catalog) throws Exception {
        TreeMap<String, String> types = new TreeMap<>();
        try (ResultSet columns = catalog.getColumns(null, "mot_cua", "dossier", "%")) {
            while (columns.next()) {
                types.put(columns.getString("COLUMN_NAME"), JDBCType.valueOf(columns.getInt("DATA_TYPE")).getName());
            }
        }
        StringJoiner line = new StringJoiner(" ");
        for (String column : List.of("as_of", "received_at", "due_on", "is_late", "days_late", "online", "unit")) {
            line.add(column + "=" + types.get(column));
        }
        return line.toString();
    }

    private static String remarks(DatabaseMetaData catalog) throws Exception {
        try (ResultSet columns = catalog.getColumns(null, "mot_cua", "overdue", "days_late")) {
            return columns.next() ? columns.getString("REMARKS") : null;
        }
    }

    private static String viewRemarks(DatabaseMetaData catalog) throws Exception {
        try (ResultSet views = catalog.getTables(null, "mot_cua", "overdue", new String[] {"VIEW"})) {
            return views.next() ? views.getString("REMARKS") : null;
        }
    }
}
