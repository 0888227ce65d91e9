package org.ketaminecontent.pack;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ketaminecontent.publishing.BannedPhrases;
import org.ketaminecontent.publishing.FilesDigest;
import org.ketaminecontent.publishing.Nouns;
import org.ketaminecontent.publishing.Proofreader;
import org.ketaminecontent.publishing.Publisher;

/** Brings a content pack into the database: a bulk publisher. */
@ApplicationScoped
public class PackImporter {

    private static final String DEFAULT_PACK = "content/en";

    private final PackConfig config;
    private final Nouns nouns;
    private final Validator validator;
    private final Publisher publisher;

    PackImporter(PackConfig config, Nouns nouns, Validator validator, Publisher publisher) {
        this.config = config;
        this.nouns = nouns;
        this.validator = validator;
        this.publisher = publisher;
    }

    /**
     * Reads and checks the configured pack, without a database.
     *
     * @throws BrokenPack with everything that is wrong with it
     */
    public Pack read() {
        return fromConfigured(this::read);
    }

    /** Tells the present state of the configured pack's files from every other. */
    public String digest() {
        return fromConfigured(root -> Files.isDirectory(root) ? FilesDigest.of(root) : "");
    }

    private <T> T fromConfigured(Function<Path, T> use) {
        if (config.directory().isPresent()) {
            return use.apply(config.directory().get());
        }
        var results = new ArrayList<T>();
        try {
            ClassPathUtils.consumeAsPaths(DEFAULT_PACK, root -> results.add(use.apply(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return results.get(0);
    }

    /**
     * Reads and checks the pack in a folder.
     *
     * @throws BrokenPack with everything that is wrong with it
     */
    public Pack read(Path root) {
        if (!Files.isDirectory(root)) {
            throw new BrokenPack(List.of(new PackError(root.toString(), 1, "is not a folder")));
        }
        var pack = new PackReader(root).read(nouns.inOrder());
        var findings = new Proofreader(validator, new BannedPhrases(pack.bannedPhrases()))
                .read(pack.manuscripts(), pack.origins().keySet());
        var errors = Stream.concat(pack.errors().stream(), findings.stream().map(pack::locate))
                .sorted(Comparator.comparing(PackError::file).thenComparingInt(PackError::line))
                .toList();
        if (!errors.isEmpty()) {
            throw new BrokenPack(errors);
        }
        return pack;
    }

    /** Makes the pack, and nothing else, live. */
    public Publisher.Report publish(Pack pack) {
        return publisher.replaceAll(pack.manuscripts());
    }
}
