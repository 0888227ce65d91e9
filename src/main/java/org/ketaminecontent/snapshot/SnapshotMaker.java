package org.ketaminecontent.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdOutputStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.live.SearchTexts;
import org.ketaminecontent.snapshot.Snapshot.Compression;
import org.ketaminecontent.snapshot.Snapshot.Format;
import org.ketaminecontent.sync.Checkpoint;
import org.ketaminecontent.sync.Checkpoints;
import org.ketaminecontent.sync.Scope;
import org.ketaminecontent.sync.SyncMeta;
import org.ketaminecontent.sync.SyncPage;
import org.ketaminecontent.sync.SyncReader;
import org.ketaminecontent.text.StopWords;

/** Makes snapshots as a synchronizing client does, page by page, so that memory holds only one page. */
@ApplicationScoped
public class SnapshotMaker {

    /** Much smaller than gzip for little more time. */
    private static final int ZSTD_LEVEL = 9;

    private static final int DIGITS_IN_NAME = 12;

    private static final int TEXTS_AT_ONCE = 500;

    private final SyncReader reader;
    private final Checkpoints checkpoints;
    private final SyncMeta around;
    private final SearchTexts texts;
    private final SnapshotStore store;
    private final ContentTypes contentTypes;
    private final ObjectMapper mapper;

    SnapshotMaker(
            SyncReader reader,
            Checkpoints checkpoints,
            SyncMeta around,
            SearchTexts texts,
            SnapshotStore store,
            ContentTypes contentTypes,
            ObjectMapper mapper) {
        this.reader = reader;
        this.checkpoints = checkpoints;
        this.around = around;
        this.texts = texts;
        this.store = store;
        this.contentTypes = contentTypes;
        this.mapper = mapper;
    }

    /** Makes a snapshot unless the latest one is up to date, and tells whether it did. One runs at a time. */
    public synchronized boolean make() {
        var present = store.read();
        var latest = present.latest();
        if (present.tables() == SqliteTables.VERSION && latest.isPresent() && isCurrent(latest.get())) {
            return false;
        }
        try {
            var folder = store.begin();
            try {
                store.replace(present.with(make(folder)));
            } finally {
                store.clear();
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the database of a snapshot cannot be written: " + e.getMessage(), e);
        }
    }

    private boolean isCurrent(Snapshot snapshot) {
        var next = reader.after(new Checkpoint(Scope.ALL, snapshot.contentVersion()));
        return next.items().isEmpty() && snapshot.schemaVersion() == Checkpoints.SCHEMA_VERSION;
    }

    private Snapshot make(Path folder) throws IOException, SQLException {
        var database = folder.resolve("database");
        var lines = folder.resolve("lines");
        SyncReader.Step step;
        int documents;
        try (var writer = new SqliteWriter(database, contentTypes, mapper, around.home())) {
            step = fill(writer);
            fillSearchWords(writer, step.next().scope().locale());
            var meta = around.meta(step);
            writer.finish(meta(step, meta), meta.crisis(), Checkpoints.SCHEMA_VERSION);
            try (var out = new BufferedOutputStream(Files.newOutputStream(lines))) {
                documents = writer.writeLines(out);
            }
        }
        var files = new ArrayList<Snapshot.File>();
        for (var compression : Compression.values()) {
            files.add(file(database, Format.SQLITE, compression, step));
            files.add(file(lines, Format.JSON_LINES, compression, step));
        }
        var scope = step.next().scope();
        return new Snapshot(
                scope.locale(),
                scope.bodyFormat(),
                step.next().number(),
                Checkpoints.SCHEMA_VERSION,
                documents,
                String.valueOf(step.digest()),
                checkpoints.token(step.next()),
                files);
    }

    private SyncReader.Step fill(SqliteWriter writer) throws SQLException {
        var step = reader.after(new Checkpoint(Scope.ALL, 0));
        while (true) {
            for (var item : step.items()) {
                writer.take(item);
            }
            if (!step.hasMore()) {
                return step;
            }
            step = reader.after(step.next());
        }
    }

    private void fillSearchWords(SqliteWriter writer, String locale) throws SQLException {
        var synonyms = texts.synonyms();
        var ignored = new HashSet<>(StopWords.of(locale).words());
        synonyms.forEach(each -> ignored.addAll(each.ignored()));
        writer.takeSynonyms(synonyms, ignored);
        var page = texts.after(locale, null, TEXTS_AT_ONCE);
        while (!page.isEmpty()) {
            for (var each : page) {
                var asked = Stream.concat(each.text().names().stream(), each.text().asked().stream());
                writer.takeQuestions(each.id(), asked.toList());
            }
            page = texts.after(locale, page.get(page.size() - 1).id(), TEXTS_AT_ONCE);
        }
    }

    private Map<String, String> meta(SyncReader.Step step, SyncPage.SyncMeta meta) {
        var values = new LinkedHashMap<String, String>();
        values.put("attribution", meta.attribution().text());
        values.put("attributionUrl", meta.attribution().url());
        values.put("bodyFormat", step.next().scope().bodyFormat().name().toLowerCase(Locale.ROOT));
        values.put("checkpoint", checkpoints.token(step.next()));
        values.put("contentVersion", String.valueOf(step.next().number()));
        values.put("crisisAll", meta.crisis().all());
        values.put("crisisNotice", meta.crisis().notice());
        values.put("digest", String.valueOf(step.digest()));
        values.put("disclaimer", meta.disclaimer());
        values.put("licence", meta.licence());
        values.put("locale", step.next().scope().locale());
        values.put("regulatoryNotice", meta.regulatoryNotice());
        values.put("schemaVersion", String.valueOf(meta.schemaVersion()));
        return values;
    }

    /** Writes one file, and moves it to the served folder under a unique name. */
    private Snapshot.File file(Path plain, Format format, Compression compression, SyncReader.Step step)
            throws IOException {
        var sha256 = sha256();
        var made = plain.resolveSibling(format + "." + compression);
        try (var out = compressed(new DigestOutputStream(Files.newOutputStream(made), sha256), compression)) {
            Files.copy(plain, out);
        }
        var digest = HexFormat.of().formatHex(sha256.digest());
        var name = step.next().scope().locale() + "-" + step.next().number() + "-" + digest.substring(0, DIGITS_IN_NAME)
                + ending(format, compression);
        Files.move(made, store.file(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return new Snapshot.File(
                format,
                compression,
                around.home() + SnapshotResource.PATH + "/" + name,
                Files.size(store.file(name)),
                digest);
    }

    private static OutputStream compressed(OutputStream out, Compression compression) throws IOException {
        return switch (compression) {
            case NONE -> out;
            case GZIP -> new GZIPOutputStream(out);
            case ZSTD -> new ZstdOutputStream(out, ZSTD_LEVEL);
        };
    }

    private static String ending(Format format, Compression compression) {
        var ending = format == Format.SQLITE ? ".sqlite" : ".jsonl";
        return switch (compression) {
            case NONE -> ending;
            case GZIP -> ending + ".gz";
            case ZSTD -> ending + ".zst";
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
