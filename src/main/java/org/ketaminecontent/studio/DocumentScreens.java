package org.ketaminecontent.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Right;
import org.ketaminecontent.editorial.ContentTypeLookup;
import org.ketaminecontent.editorial.EditorialDocument;
import org.ketaminecontent.editorial.Step;
import org.ketaminecontent.editorial.WorkReader;
import org.ketaminecontent.http.Failure;
import org.ketaminecontent.http.RequestFacts;

/** Makes the pages of single documents: empty ones, those that are there, and those that two people changed. */
@ApplicationScoped
class DocumentScreens {

    private final WorkReader documents;
    private final ContentTypeLookup contentTypes;
    private final RequestFacts facts;

    DocumentScreens(WorkReader documents, ContentTypeLookup contentTypes, RequestFacts facts) {
        this.documents = documents;
        this.contentTypes = contentTypes;
        this.facts = facts;
    }

    DocumentForm form(String collection) {
        return new DocumentForm(contentTypes.of(collection));
    }

    /** The content of the version that is worked on. */
    static JsonNode content(EditorialDocument document) {
        return Objects.requireNonNull(Objects.requireNonNull(document.version()).content());
    }

    /** The page of a new document. */
    EditPage blank(Actor actor, String collection, @Nullable SubmittedForm sent, FieldErrors wrong) {
        var form = form(collection);
        return new EditPage(
                new StudioFrame("New in " + collection, actor, wrong.message(), null),
                true,
                facts.editorsPath() + StudioPages.STUDIO + "/" + collection + "/new",
                collection,
                null,
                "",
                null,
                null,
                sent == null ? "" : sent.text("slug"),
                wrong.at("slug"),
                false,
                "",
                sent == null
                        ? form.fields(JsonNodeFactory.instance.objectNode(), wrong.fields())
                        : form.fields(sent.form(), wrong.fields()),
                List.of(),
                true,
                StepFields.NONE,
                List.of(),
                List.of(),
                0,
                sent != null,
                null);
    }

    /**
     * The page of a document.
     *
     * @param sent the text on the screen that is not saved; null where all of it is
     * @param done the success that is told; null where there is none
     * @param ask the step about which is asked; null where none is
     */
    EditPage document(
            Actor actor,
            EditorialDocument document,
            @Nullable SubmittedForm sent,
            FieldErrors wrong,
            @Nullable String done,
            EditPage.@Nullable Ask ask) {
        var name = document.id().toString();
        var written = sent != null && sent.hasText() && actor.may(Right.WRITE) ? sent : null;
        var form = form(document.type());
        var allowed = StudioSteps.allowed(actor, document);
        return new EditPage(
                new StudioFrame(document.slug(), actor, wrong.message(), done),
                false,
                facts.editorsPath() + StudioPages.STUDIO + "/" + document.type() + "/" + name,
                document.type(),
                document.etag(),
                document.state().text(),
                scheduled(document),
                document.rejection(),
                written == null ? document.slug() : written.text("slug"),
                wrong.at("slug"),
                written != null && written.isMinor(),
                written == null ? "" : written.text("note"),
                written == null
                        ? form.fields(content(document), wrong.fields())
                        : form.fields(written.form(), wrong.fields()),
                wrong.lines(
                        written == null
                                ? content(document).path("body").asText()
                                : written.text(DocumentForm.PREFIX + "body")),
                allowed.contains(Step.EDIT.text()),
                new StepFields(allowed, document.liveRevision() != null, sent, wrong),
                documents.versions(document.type(), name, null, null).data().stream()
                        .map(each -> version(each, document))
                        .toList(),
                documents.history(document.type(), name).stream()
                        .map(each -> new EditPage.Act(each.action, each.actorName, StudioPages.at(each.at)))
                        .toList(),
                document.revision(),
                written != null && written.isUnsaved(document.slug(), content(document)),
                ask);
    }

    private static @Nullable String scheduled(EditorialDocument document) {
        var publishAt = document.publishAt();
        var withdrawAt = document.withdrawAt();
        var publication = publishAt == null ? "" : "It will be published on " + StudioPages.at(publishAt) + ". ";
        var withdrawal = withdrawAt == null ? "" : "It will be withdrawn on " + StudioPages.at(withdrawAt) + ".";
        var both = (publication + withdrawal).strip();
        return both.isEmpty() ? null : both;
    }

    private static EditPage.Version version(EditorialDocument.Version each, EditorialDocument document) {
        return new EditPage.Version(
                each.revision(),
                each.writtenBy().name(),
                StudioPages.at(each.writtenAt()),
                each.note(),
                Objects.equals(document.liveRevision(), each.revision()),
                each.revision() == document.revision(),
                each.basedOn() == null ? each.revision() - 1 : each.basedOn());
    }

    /** The page on which somebody chooses between two texts. */
    ConflictPage conflict(Actor actor, EditorialDocument document, SubmittedForm sent, Failure e) {
        var clashes = sent.kind().clashes(sent.form(), content(document));
        return new ConflictPage(
                new StudioFrame(document.slug(), actor, e.getMessage() + " What you wrote is not saved.", null),
                facts.editorsPath() + StudioPages.STUDIO + "/" + document.type() + "/" + document.id(),
                document.revision(),
                document.updatedBy().name(),
                document.state().text(),
                document.allowed().contains(Step.EDIT),
                sent.text("etag"),
                document.etag(),
                sent.text("revision"),
                sent.text("slug"),
                document.slug(),
                sent.text("note"),
                sent.isMinor(),
                clashes,
                sent.values().stream()
                        .filter(each -> each.name().startsWith(DocumentForm.PREFIX))
                        .filter(each -> clashes.stream()
                                .noneMatch(clash -> clash.mine().name().equals(each.name())))
                        .toList());
    }
}
