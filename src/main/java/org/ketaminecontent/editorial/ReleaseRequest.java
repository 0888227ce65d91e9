package org.ketaminecontent.editorial;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Problem.Detail;
import org.ketaminecontent.http.VersionTags;

/** Several documents that are published or withdrawn together. */
@Schema(name = "Release", requiredProperties = "title")
public record ReleaseRequest(
        @Schema(description = "For the audit trail.", maxLength = LONGEST_TITLE) @Nullable
        String title,

        @Nullable List<Going> publish,
        @Nullable List<Leaving> withdraw) {

    private static final int MOST = 100;
    private static final int LONGEST_TITLE = 200;

    /** A document to be published. */
    @Schema(
            name = "ReleasePublication",
            requiredProperties = {"document", "etag"})
    public record Going(
            @Schema(description = "Such as `topics/history`.") @Nullable
            String document,

            @Schema(description = "As the document came with it.") @Nullable
            String etag,

            PublishRequest.@Nullable Fix correction) {

        private DocumentPublication at(String pointer) {
            new PublishRequest(correction).check(pointer);
            return new DocumentPublication(target(pointer, document, etag), correction);
        }
    }

    /** A document to be withdrawn. */
    @Schema(
            name = "ReleaseWithdrawal",
            requiredProperties = {"document", "etag", "reason"})
    public record Leaving(
            @Schema(description = "Such as `topics/history`.") @Nullable
            String document,

            @Schema(description = "As the document came with it.") @Nullable
            String etag,

            @Nullable String reason,
            @Nullable String successor) {

        private DocumentWithdrawal at(String pointer) {
            var target = target(pointer, document, etag);
            return new DocumentWithdrawal(target, RequiredText.of(pointer + "/reason", reason), successor);
        }
    }

    /**
     * The same with all that a release needs.
     *
     * @throws org.ketaminecontent.http.Failure where something is missing, or there are not 1 to 100 documents
     */
    Releases.Release checked() {
        var name = RequiredText.of("/title", title, LONGEST_TITLE);
        var publications = new ArrayList<DocumentPublication>();
        var withdrawals = new ArrayList<DocumentWithdrawal>();
        for (int i = 0; publish != null && i < publish.size(); i++) {
            var pointer = "/publish/" + i;
            publications.add(present(pointer, publish.get(i)).at(pointer));
        }
        for (int i = 0; withdraw != null && i < withdraw.size(); i++) {
            var pointer = "/withdraw/" + i;
            withdrawals.add(present(pointer, withdraw.get(i)).at(pointer));
        }
        int size = publications.size() + withdrawals.size();
        if (size == 0 || size > MOST) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail("", "must name 1 to " + MOST + " documents")));
        }
        return new Releases.Release(name, publications, withdrawals);
    }

    private static <T> T present(String pointer, @Nullable T each) {
        if (each == null) {
            throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail(pointer, "must be an object")));
        }
        return each;
    }

    private static StepTarget target(String pointer, @Nullable String document, @Nullable String etag) {
        int slash = document == null ? -1 : document.indexOf('/');
        var tag = etag == null ? null : VersionTags.parse(etag);
        var errors = new ArrayList<Detail>();
        if (slash < 1) {
            errors.add(JsonBodyReader.detail(pointer + "/document", "must be such as topics/history"));
        }
        if (tag == null || tag.isEmpty()) {
            errors.add(JsonBodyReader.detail(pointer + "/etag", "must be the document's ETag, such as \"v3\""));
        }
        if (!errors.isEmpty() || document == null || tag == null) {
            throw JsonBodyReader.invalid(errors);
        }
        return new StepTarget(document.substring(0, slash), document.substring(slash + 1), tag.getAsLong());
    }
}
