package org.ketaminecontent.pack;

import io.quarkus.runtime.util.ClassPathUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private final Publisher publisher;

    PackImporter(PackConfig config, Nouns nouns, Publisher publisher) {
        this.config = config;
        this.nouns = nouns;
        this.publisher = publisher;
    }

    /**
     * Reads and checks the configured pack, without a database.
     *
     * @throws BrokenPack with everything that is wrong with it
     */
    public Pack read() {
        if (config.directory().isPresent()) {
            return read(config.directory().get());
        }
        var packs = new ArrayList<Pack>();
        try {
            ClassPathUtils.consumeAsPaths(DEFAULT_PACK, root -> packs.add(read(root)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packs.get(0);
    }

    /** Tells the present state of the configured pack's files from every other. The default pack is a part of the build. */
    public String digest() {
        return config.directory()
                .map(root -> Files.isDirectory(root) ? FilesDigest.of(root) : root.toString())
                .orElse("");
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
        var findings = new Proofreader(new BannedPhrases(pack.bannedPhrases()))
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
        return publisher.replaceAll(pack.manuscripts(), pack.synonyms());
    }
}
