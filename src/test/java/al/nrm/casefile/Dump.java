package al.nrm.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Everything that lies in a database, cell by cell, as whoever steals it would go through it. */
record Dump(Connection database) {

    private static final Set<String> OF_THE_DATABASE = Set.of("information_schema", "pg_catalog", "pg_toast");

    /** "table.column: what" for everything planted that is found. */
    Set<String> planted() throws SQLException {
        Set<String> found = new TreeSet<>();
        for (String table : tables()) {
            try (var statement = database.createStatement();
                    var rows = statement.executeQuery("select * from " + table)) {
                while (rows.next()) {
                    search(table, rows, found);
                }
            }
        }
        if (database.getMetaData().getURL().startsWith("jdbc:h2")) {
            try (var statement = database.createStatement();
                    var script = statement.executeQuery("script")) {
                while (script.next()) {
                    Planted.in(script.getString(1)).forEach(what -> found.add("SCRIPT: " + what));
                }
            }
        }
        return found;
    }

    /** How many rows there are, so that a test knows that it has looked at something. */
    long rows() throws SQLException {
        long rows = 0;
        for (String table : tables()) {
            try (var statement = database.createStatement();
                    var count = statement.executeQuery("select count(*) from " + table)) {
                count.next();
                rows += count.getLong(1);
            }
        }
        return rows;
    }

    private static void search(String table, ResultSet rows, Set<String> found) throws SQLException {
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            Object value = rows.getObject(column);
            if (value == null) {
                continue;
            }
            String text = rows.getString(column);
            boolean binary = value instanceof byte[] || value instanceof java.sql.Blob;
            byte[] bytes = binary ? rows.getBytes(column) : text.getBytes(StandardCharsets.UTF_8);
            String place = table + "." + rows.getMetaData().getColumnName(column);
            Planted.in(bytes).forEach(what -> found.add(place + ": " + what));
        }
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (var all = database.getMetaData().getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (all.next()) {
                String schema = all.getString("TABLE_SCHEM");
                if (!OF_THE_DATABASE.contains(schema.toLowerCase(java.util.Locale.ROOT))) {
                    tables.add("\"" + schema + "\".\"" + all.getString("TABLE_NAME") + "\"");
                }
            }
        }
        return tables;
    }
}
