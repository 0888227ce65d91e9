package org.ketaminecontent.editorial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.http.CodePoints;
import org.ketaminecontent.http.ETags;
import org.ketaminecontent.http.JsonBodyReader;
import org.ketaminecontent.http.Problem.Detail;

/** What steps are sent with. */
final class StepRequests {

    private static final int LONGEST_REASON = 1000;

    private StepRequests() {}

    /** Why a version is rejected. */
    @Schema(name = "Rejection", requiredProperties = "reason")
    public record Rejection(
            @Schema(description = "What has to be better.", maxLength = 1000) @Nullable
            String reason) {

        String checked() {
            return text("/reason", reason);
        }
    }

    /** Why a document is taken back, and what takes its place. */
    @Schema(name = "Withdrawal", requiredProperties = "reason")
    public record Withdrawal(
            @Schema(description = "Readers are told.", maxLength = 1000) @Nullable
            String reason,

            @Schema(description = "The live document that takes its place, such as `topics/history`.") @Nullable
            String successor) {

        Desk.Leaving leaving(Desk.Target target) {
            return new Desk.Leaving(target, text("/reason", reason), successor);
        }
    }

    /** When a version becomes live or a document is taken back by itself: one of the two. */
    @Schema(name = "Schedule")
    public record Schedule(
            @Schema(description = "When the approved version becomes live.") @Nullable
            Instant publishAt,

            @Schema(description = "When the live document is taken back; needs a reason.") @Nullable
            Instant withdrawAt,

            @Schema(maxLength = 1000) @Nullable String reason,
            @Nullable String successor) {

        void check() {
            if ((publishAt == null) == (withdrawAt == null)) {
                throw JsonBodyReader.invalid(
                        List.of(JsonBodyReader.detail("", "one of publishAt and withdrawAt is needed")));
            }
            var pointer = publishAt == null ? "/withdrawAt" : "/publishAt";
            var at = publishAt == null ? withdrawAt : publishAt;
            if (at != null && at.isBefore(Instant.now())) {
                throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail(pointer, "must be in the future")));
            }
        }

        Desk.Leaving leaving(Desk.Target target) {
            return new Desk.Leaving(target, text("/reason", reason), successor);
        }
    }

    /** Several documents that become live, or are taken back, together. */
    @Schema(name = "Release", requiredProperties = "title")
    public record Release(
            @Schema(description = "For the audit trail.", maxLength = 200) @Nullable
            String title,

            @Nullable List<Going> publish,
            @Nullable List<Leaving> withdraw) {

        /** A document to be published. */
        @Schema(
                name = "ReleasePublication",
                requiredProperties = {"document", "etag"})
        public record Going(
                @Schema(description = "Such as `topics/history`.") @Nullable
                String document,

                @Schema(description = "As the document came with it.") @Nullable
                String etag,

                PublishRequest.@Nullable Fix correction) {}

        /** A document to be taken back. */
        @Schema(
                name = "ReleaseWithdrawal",
                requiredProperties = {"document", "etag", "reason"})
        public record Leaving(
                @Schema(description = "Such as `topics/history`.") @Nullable
                String document,

                @Schema(description = "As the document came with it.") @Nullable
                String etag,

                @Nullable String reason,
                @Nullable String successor) {}

        List<Desk.Going> going() {
            var going = new ArrayList<Desk.Going>();
            var wanted = publish == null ? List.<Going>of() : publish;
            for (int i = 0; i < wanted.size(); i++) {
                var pointer = "/publish/" + i;
                var each = present(pointer, wanted.get(i));
                var publishing = new PublishRequest(each.correction());
                publishing.check(pointer);
                going.add(new Desk.Going(target(pointer, each.document(), each.etag()), publishing));
            }
            return going;
        }

        List<Desk.Leaving> leaving() {
            var leaving = new ArrayList<Desk.Leaving>();
            var wanted = withdraw == null ? List.<Leaving>of() : withdraw;
            for (int i = 0; i < wanted.size(); i++) {
                var pointer = "/withdraw/" + i;
                var each = present(pointer, wanted.get(i));
                leaving.add(new Desk.Leaving(
                        target(pointer, each.document(), each.etag()),
                        text(pointer + "/reason", each.reason()),
                        each.successor()));
            }
            return leaving;
        }

        private static <T> T present(String pointer, @Nullable T each) {
            if (each == null) {
                throw JsonBodyReader.invalid(List.of(JsonBodyReader.detail(pointer, "must be an object")));
            }
            return each;
        }

        private static Desk.Target target(String pointer, @Nullable String document, @Nullable String etag) {
            int slash = document == null ? -1 : document.indexOf('/');
            var tag = etag == null ? null : ETags.parse(etag);
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
            return new Desk.Target(document.substring(0, slash), document.substring(slash + 1), tag.getAsLong());
        }
    }

    /** How long a preview is good for. */
    @Schema(name = "PreviewRequest")
    public record Previewing(
            @Schema(description = "The version to show; the newest where nothing is said.") @Nullable
            Integer revision,

            @Schema(description = "Hours that it is good for, 24 where nothing is said.", minimum = "1", maximum = "24")
            @Nullable
            Integer hours) {

        static final Previewing PLAIN = new Previewing(null, null);
    }

    /** A text that is needed. */
    static String text(String pointer, @Nullable String text) {
        if (text == null || text.isBlank() || CodePoints.count(text) > LONGEST_REASON) {
            throw JsonBodyReader.invalid(List.of(
                    JsonBodyReader.detail(pointer, "must be a text of 1 to " + LONGEST_REASON + " characters")));
        }
        return text;
    }
}
