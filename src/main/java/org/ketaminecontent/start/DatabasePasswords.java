package org.ketaminecontent.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The passwords of the local database, stored in a password file of libpq, which {@code psql} can use too
 * ({@code PGPASSFILE}).
 *
 * @param owner the password of the role that owns the tables and the server
 * @param application the password of the application's role
 */
record DatabasePasswords(String owner, String application) {

    static final String OWNER = "postgres";
    static final String APPLICATION = "ketamine_content";

    private static final int BYTES = 24;
    private static final String ANYWHERE = "*:*:*:";
    private static final int FIELDS = 5;

    /** New random passwords, of characters that need no escaping. */
    static DatabasePasswords random() {
        return new DatabasePasswords(word(), word());
    }

    private static String word() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Reads a file; empty if there is none, or not both are in it. */
    static Optional<DatabasePasswords> in(Path file) throws IOException {
        try {
            Map<String, String> passwords = Files.readAllLines(file).stream()
                    .map(line -> line.split(":"))
                    .filter(fields -> fields.length == FIELDS)
                    .collect(Collectors.toMap(fields -> fields[3], fields -> fields[4], (first, second) -> first));
            var owner = passwords.get(OWNER);
            var application = passwords.get(APPLICATION);
            return owner == null || application == null
                    ? Optional.empty()
                    : Optional.of(new DatabasePasswords(owner, application));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Writes a file that nobody else can read at any time. */
    void keepIn(Path file) throws IOException {
        // Temporary files are private from the beginning, on systems with file modes.
        var unfinished =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), "");
        Files.write(unfinished, List.of(line(OWNER, owner), line(APPLICATION, application)));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(String user, String password) {
        return ANYWHERE + user + ":" + password;
    }

    /** Omits the passwords, because records end up in logs. */
    @Override
    public String toString() {
        return "passwords";
    }
}
