package org.ketaminecontent.editorial;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.TreeSet;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.content.ContentTypes;
import org.ketaminecontent.live.FormerSlug;
import org.ketaminecontent.manuscript.AuthoredJson;
import org.ketaminecontent.manuscript.Manuscript;
import org.ketaminecontent.pack.PackSource;
import org.ketaminecontent.pack.PackWriter;
import org.ketaminecontent.publishing.Publisher;

/** Takes out all that is live. */
@ApplicationScoped
public class Exports {

    private final ContentTypes contentTypes;
    private final PackSource importer;
    private final Publisher publisher;

    Exports(ContentTypes contentTypes, PackSource importer, Publisher publisher) {
        this.contentTypes = contentTypes;
        this.importer = importer;
        this.publisher = publisher;
    }

    @Transactional
    /** A pack with all live content, as a ZIP archive. */
    public byte[] zip() {
        var manuscripts = WorkFinders.live().stream()
                .map(work -> manuscript(work, contentTypes.of(work.collection).orElseThrow()))
                .toList();
        return PackWriter.zip(manuscripts, importer.rules(), publisher.synonyms());
    }

    /** The live documents, with the names that it had here: they go on leading to it elsewhere. */
    static Manuscript manuscript(Work work, ContentType<?, ? extends Content> contentType) {
        var revision = Revision.required(work, requireNonNull(work.live));
        var tree = (ObjectNode) revision.tree();
        var former = new TreeSet<>(FormerSlug.slugsOf(work.id));
        if (!former.isEmpty()) {
            ArrayNode names = tree.putArray("formerSlugs");
            former.forEach(names::add);
        }
        return new Manuscript(
                work.collection, revision.slug, AuthoredJson.stored(tree.toString(), contentType.contentType()));
    }
}
