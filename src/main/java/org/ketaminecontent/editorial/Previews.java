package org.ketaminecontent.editorial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Authorization;
import org.ketaminecontent.access.ServerSecrets;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.live.DatabaseClock;
import org.ketaminecontent.manuscript.Finding;
import org.ketaminecontent.publishing.Publication;
import org.ketaminecontent.publishing.Publisher;

/**
 * Shows drafts as readers would see them. A draft is published, the request is answered, and the publication is taken
 * back, in one transaction that nobody else sees: so every address shows it as it will.
 */
@ApplicationScoped
public class Previews {

    private static final int LONGEST_HOURS = 24;
    private static final Pattern SYNTAX = Pattern.compile("([A-Za-z0-9_-]{1,200})\\.([0-9a-f]{64})");
    private static final int PARTS = 4;

    /** In place of a key: a person made it. */
    private static final String NO_KEY = "-";

    private final ServerSecrets secrets;
    private final Authorization authorization;
    private final ContentTypeLookup contentTypes;
    private final Publisher publisher;
    private final DraftChecker checker;
    private final EntityManager entityManager;
    private final DatabaseClock clock;

    Previews(
            ServerSecrets secrets,
            Authorization authorization,
            ContentTypeLookup contentTypes,
            Publisher publisher,
            DraftChecker checker,
            EntityManager entityManager,
            DatabaseClock clock) {
        this.secrets = secrets;
        this.authorization = authorization;
        this.contentTypes = contentTypes;
        this.publisher = publisher;
        this.checker = checker;
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** A token that shows one version of one document, and the address to see it at. */
    @Schema(name = "Preview")
    public record Preview(
            @Schema(description = "Add it as `preview` to any request to `/v1`.")
            String token,

            @Schema(format = "uri", description = "The document with it.")
            String href,

            int revision,
            Instant expiresAt) {}

    /**
     * Makes a token.
     *
     * @throws Failure where the version cannot be shown, because it breaks rules
     */
    @Transactional
    public Preview make(Actor maker, String collection, String name, PreviewRequest wanted, String base) {
        int hours = wanted.hours() == null ? LONGEST_HOURS : wanted.hours();
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail("/hours", "must be 1 to " + LONGEST_HOURS)));
        }
        var work = contentTypes.find(collection, name);
        var revision = Revision.required(work, wanted.revision() == null ? work.head : wanted.revision());
        checker.require(checker.subject(work, revision));
        var expires = clock.now().plus(hours, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        var key = maker.keyId().orElse(NO_KEY);
        var facts = work.id + " " + revision.number + " " + expires.getEpochSecond() + " " + key;
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(facts.getBytes(StandardCharsets.UTF_8)) + "."
                + secrets.sign("preview " + facts);
        var href = base + "/v1/" + work.collection + "/" + revision.slug + "?preview=" + token;
        return new Preview(token, href, revision.number, expires);
    }

    /**
     * Begins a transaction in which the draft is live. The caller rolls it back.
     *
     * @throws Failure where the token is not valid
     */
    void show(String token) {
        var match = SYNTAX.matcher(token);
        if (!match.matches()) {
            throw invalid("is none that this server made");
        }
        var facts = decoded(match.group(1));
        if (!secrets.isSigned("preview " + facts, match.group(2))) {
            throw invalid("is none that this server made");
        }
        var parts = facts.split(" ", -1);
        if (parts.length != PARTS) {
            throw invalid("was made by an older version of this server");
        }
        if (!parts[3].equals(NO_KEY) && authorization.holder(parts[3]).isEmpty()) {
            throw invalid("was made with a key that is not valid any more");
        }
        QuarkusTransaction.begin();
        if (clock.now().getEpochSecond() >= Long.parseLong(parts[2])) {
            throw invalid("is older than it may be");
        }
        var work = Work.<Work>findByIdOptional(UUID.fromString(parts[0]))
                .orElseThrow(() -> invalid("is of a document that is gone"));
        publish(work, Revision.required(work, Integer.parseInt(parts[1])));
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalid("is none that this server made");
        }
    }

    private void publish(Work work, Revision revision) {
        var subject = checker.subject(work, revision);
        var findings = Finding.refusing(checker.findings(List.of(subject), List.of()));
        if (!findings.isEmpty()) {
            throw invalid("is of a version that does not fit what is live any more");
        }
        var review = Approval.of(work, revision.number)
                .map(approval -> approval.review)
                .orElse(null);
        publisher.publish(List.of(new Publication(subject.manuscript(), work.id, review, null)), List.of());
        entityManager.flush();
    }

    private static Failure invalid(String why) {
        return new Failure(ErrorCode.INVALID_PREVIEW, "The preview's token " + why + ".");
    }
}
