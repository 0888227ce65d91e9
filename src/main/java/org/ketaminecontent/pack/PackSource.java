package org.ketaminecontent.pack;

import io.quarkus.logging.Log;
import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.live.FilesDigest;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.manuscript.Proofreader;
import org.ketaminecontent.manuscript.Rulebook;

/** Reads and checks content packs. */
@ApplicationScoped
public class PackSource {

    private static final String DEFAULT_PACK = "content/en";

    /** The maximum number of reported errors; further ones are only counted. */
    private static final int MOST_ERRORS = 500;

    private final PackConfig config;
    private final ContentTypes contentTypes;
    private final Clock clock;

    PackSource(PackConfig config, ContentTypes contentTypes, Clock clock) {
        this.clock = clock;
        this.config = config;
        this.contentTypes = contentTypes;
    }

    /**
     * Reads and checks the configured pack, without a database.
     *
     * @throws BrokenPack with all errors
     */
    public Pack read() {
        return configured(this::read);
    }

    /** The configured pack with all findings. */
    public Examined examined() {
        return configured(root -> examine(root, Rulebook.EMPTY));
    }

    /** The rules of the configured pack. */
    public Rulebook rules() {
        return configured(root -> new PackReader(root).rules());
    }

    private <T> T configured(Function<Path, T> reading) {
        if (config.directory().isPresent()) {
            return reading.apply(config.directory().get());
        }
        var read = new ArrayList<T>();
        try {
            ClassPathUtils.consumeAsPaths(DEFAULT_PACK, root -> read.add(reading.apply(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.get(0);
    }

    /** A digest of the configured pack's files. The bundled pack is part of the build. */
    public String digest() {
        return config.directory()
                .map(root -> Files.isDirectory(root) ? FilesDigest.of(root) : root.toString())
                .orElse("");
    }

    /**
     * Reads and checks the pack in a folder.
     *
     * @throws BrokenPack with all errors
     */
    public Pack read(Path root) {
        var examined = examine(root, Rulebook.EMPTY);
        if (!examined.errors().isEmpty()) {
            throw new BrokenPack(examined.errors());
        }
        if (!examined.warnings().isEmpty()) {
            Log.infof(
                    "Warnings of the content pack: %d, such as %s",
                    examined.warnings().size(), examined.warnings().get(0));
        }
        return examined.pack();
    }

    /**
     * A pack with all findings, in the order of its files.
     *
     * @param warnings findings that do not prevent publication
     * @param faulty the readable manuscripts that cannot be published
     */
    public record Examined(Pack pack, List<PackError> errors, List<PackError> warnings, Set<Manuscript> faulty) {

        /** The part of the pack that can be published. */
        public Pack sound() {
            return pack.without(faulty);
        }
    }

    /**
     * Reads and checks the pack in a folder, and reports all findings.
     *
     * @param rules further rules to check it against, besides its own
     */
    public Examined examine(Path root, Rulebook rules) {
        if (!Files.isDirectory(root)) {
            throw new BrokenPack(List.of(new PackError(root.toString(), 1, "is not a folder")));
        }
        var pack = new PackReader(root).read(contentTypes.inOrder());
        var findings = findings(pack, new Proofreader(pack.rules().and(rules), clock));
        var refusing = Finding.refusing(findings);
        return new Examined(
                pack,
                bounded(Stream.concat(pack.errors().stream(), refusing.stream().map(pack::locate))),
                bounded(findings.stream().filter(each -> !each.refuses()).map(pack::locate)),
                refusing.stream().map(Finding::manuscript).collect(Collectors.toSet()));
    }

    private static List<PackError> bounded(Stream<PackError> unordered) {
        var errors = unordered
                .sorted(Comparator.comparing(PackError::file).thenComparingInt(PackError::line))
                .toList();
        if (errors.size() <= MOST_ERRORS) {
            return errors;
        }
        var last = errors.get(MOST_ERRORS);
        var more = new PackError(last.file(), last.line(), "and " + (errors.size() - MOST_ERRORS) + " more errors");
        return Stream.concat(errors.stream().limit(MOST_ERRORS), Stream.of(more))
                .toList();
    }

    private static List<Finding> findings(Pack pack, Proofreader proofreader) {
        var names = pack.origins().keySet();
        try {
            return proofreader.read(pack.manuscripts(), names);
        } catch (RuntimeException | StackOverflowError e) {
            // One by one, to find the file.
            return pack.manuscripts().stream()
                    .flatMap(each -> finding(each, names, proofreader).stream())
                    .toList();
        }
    }

    private static Optional<Finding> finding(Manuscript manuscript, Set<String> names, Proofreader proofreader) {
        try {
            proofreader.read(List.of(manuscript), names);
            return Optional.empty();
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.of(new Finding(manuscript, "", 0, FileFault.reason(e)));
        }
    }
}
