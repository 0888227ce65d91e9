package org.ketaminecontent.start;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The folder of the local database, with the files that PostgreSQL and its starter leave there. */
record DataFolder(Path path) {

    /** EmbeddedPostgres holds a lock on this file while its process lives. */
    private static final String LOCK = "epg-lock";

    private static final String POSTMASTER = "postmaster.pid";
    private static final int PORT_LINE = 3;
    private static final Duration STOPPING = Duration.ofSeconds(60);

    boolean isNew() {
        return !Files.exists(path.resolve("PG_VERSION"));
    }

    Path passwordFile() {
        return path.resolve("pgpass");
    }

    /**
     * Allows connections from this machine.
     *
     * @param method a method of PostgreSQL's client authentication, such as {@code scram-sha-256}
     */
    void allow(String method) throws IOException {
        Files.write(
                path.resolve("pg_hba.conf"),
                List.of("host all all 127.0.0.1/32 " + method, "host all all ::1/128 " + method));
    }

    /** Tells whether a running application of this version or an earlier one uses it. */
    boolean isUsed() throws IOException {
        return !isNew() && !whileUnused(() -> {});
    }

    /**
     * Stops a PostgreSQL left by an application that was killed.
     *
     * @throws CannotStart if a running application uses it
     */
    void endOrphan() throws IOException {
        if (!isNew() && !whileUnused(this::clear)) {
            throw new CannotStart("Another application uses the local database in " + path
                    + ". Stop that one first, or name another folder with " + LocalDatabase.DIRECTORY + ".");
        }
    }

    /** Runs something while no other application can begin to use the folder; returns false if one uses it. */
    private boolean whileUnused(Runnable what) throws IOException {
        try (var channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            what.run();
            return true;
        }
    }

    /** The PostgreSQL running in the folder, according to its pid file. */
    private Optional<ProcessHandle> postmaster() {
        return process().filter(DataFolder::isPostgres);
    }

    private Optional<ProcessHandle> process() {
        return postmasterLine(0).map(Long::parseLong).flatMap(ProcessHandle::of);
    }

    /** If the name of the process is hidden, it may be. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().stream()
                .allMatch(command -> Path.of(command).getFileName().toString().startsWith("postgres"));
    }

    private void clear() {
        process().ifPresent(process -> {
            if (isPostgres(process)) {
                end(process);
            } else {
                forget();
            }
        });
    }

    /** After a crash of the machine, the pid may belong to another process, which PostgreSQL would take for its own. */
    private void forget() {
        try {
            Files.delete(path.resolve(POSTMASTER));
        } catch (IOException e) {
            throw new CannotStart(
                    "The file postmaster.pid in " + path + " belongs to no running database: delete it.", e);
        }
    }

    /** The port of the PostgreSQL running in the folder. */
    Optional<Integer> port() {
        return postmaster().flatMap(process -> postmasterLine(PORT_LINE)).map(Integer::parseInt);
    }

    private Optional<String> postmasterLine(int number) {
        try {
            return Files.readAllLines(path.resolve(POSTMASTER)).stream()
                    .skip(number)
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void end(ProcessHandle postgres) {
        try {
            tellToStop(postgres);
            postgres.onExit().get(STOPPING.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new CannotStart(
                    "A PostgreSQL (process " + postgres.pid() + "), which nobody uses, runs in " + path
                            + ", and does not stop. Stop it, or name another folder with " + LocalDatabase.DIRECTORY
                            + ".",
                    e);
        }
    }

    /** Stops it without waiting for clients, if its own tool is still there. */
    private void tellToStop(ProcessHandle postgres) throws IOException {
        var tool = postgres.info()
                .command()
                .map(command -> Path.of(command.replaceFirst("postgres(\\.exe)?$", "pg_ctl$1")))
                .filter(Files::isExecutable);
        if (tool.isEmpty()) {
            postgres.destroy();
            return;
        }
        var command = new ArrayList<String>();
        if (LinuxUtils.isUnshareAvailable()) {
            // The tool refuses to run as the superuser, unless in a namespace of its own.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(tool.get().toString(), "stop", "-D", path.toString(), "-m", "fast", "-W"));
        new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
