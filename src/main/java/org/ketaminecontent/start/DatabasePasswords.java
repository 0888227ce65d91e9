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
 * The passwords of the local database, kept in a password file of libpq, so that {@code psql} can be given it too
 * ({@code PGPASSFILE}).
 *
 * @param owner of the role that owns the tables and the server
 * @param application of the role that the application reads and writes as
 */
record DatabasePasswords(String owner, String application) {

    static final String OWNER = "postgres";
    static final String APPLICATION = "ketamine_content";

    private static final int BYTES = 24;
    private static final String ANYWHERE = "*:*:*:";
    private static final int FIELDS = 5;

    /** New ones that nobody can guess, of characters that need no escaping anywhere. */
    static DatabasePasswords random() {
        return new DatabasePasswords(word(), word());
    }

    private static String word() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Those in a file; empty where there is no such file, or not both are in it. */
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

    /** Keeps them in a file that nobody else can read, at no time. */
    void keepIn(Path file) throws IOException {
        // Temporary files are their owner's alone from the beginning, wherever there are such modes.
        var unfinished =
                Files.createTempFile(file.getParent(), file.getFileName().toString(), "");
        Files.write(unfinished, List.of(line(OWNER, owner), line(APPLICATION, application)));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String line(String user, String password) {
        return ANYWHERE + user + ":" + password;
    }

    /** Nothing of them: records end up in logs. */
    @Override
    public String toString() {
        return "passwords";
    }
}
