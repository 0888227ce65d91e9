package org.ketaminecontent.crisis;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Confirmation;
import org.ketaminecontent.content.Content;
import org.ketaminecontent.content.ContentLink;
import org.ketaminecontent.content.Drafting;
import org.ketaminecontent.content.Passage;
import org.ketaminecontent.danger.DangerKind;

/** A crisis resource as authors write it. */
@Schema(name = "CrisisResourceContent")
public record CrisisResourceContent(
        @NotBlank String name,
        @NotNull CrisisKind kind,

        @NotNull @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?|WORLD")
        String jurisdiction,

        @Nullable @Pattern(regexp = NUMBER, message = NUMBER_NEEDED)
        String call,

        @Nullable @Pattern(regexp = NUMBER, message = NUMBER_NEEDED)
        String text,

        @Nullable @Pattern(regexp = "[A-Za-z0-9]{1,20}", message = "must be one word of at most 20 letters and digits")
        String textKeyword,

        @Nullable @Pattern(regexp = NUMBER, message = NUMBER_NEEDED)
        String tty,

        @Nullable String deafAccess,
        @Nullable @Pattern(regexp = "https://\\S+") String chat,
        @Nullable @Pattern(regexp = "https://\\S+") String url,
        @Nullable String hours,
        @Nullable String hoursNote,
        List<
                        @NotNull
                        @Pattern(
                                regexp = "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
                                message = "must be a language tag (BCP 47), such as en")
                        String>
                languages,
        @Nullable String note,
        @NotNull @Positive Integer position,
        boolean primary,
        List<@NotNull DangerKind> dangers,
        @Nullable @Pattern(regexp = "https://\\S+") String source,
        @Nullable @PastOrPresent LocalDate asOf,
        @Nullable @PastOrPresent LocalDate verifiedOn,
        @NotNull Confirmation confirmation,
        @NotNull Drafting drafting,
        boolean editedByPerson,
        List<@NotBlank String> formerSlugs)
        implements Content {

    /** A telephone number or a short code, as people dial it. */
    private static final String NUMBER = "\\+?[0-9]([0-9 -]{0,22}[0-9])?";

    private static final String NUMBER_NEEDED =
            "must be a telephone number of digits, spaces and hyphens, such as 988 or +1 833-852-6262";

    public CrisisResourceContent {
        dangers = dangers == null ? List.of() : dangers;
        languages = languages == null ? List.of() : languages;
        formerSlugs = formerSlugs == null ? List.of() : formerSlugs;
    }

    @JsonIgnore
    @AssertTrue(message = "needs a way to reach it: call, text, chat or url")
    public boolean isReachable() {
        return call != null || text != null || chat != null || url != null;
    }

    @JsonIgnore
    @AssertTrue(message = "needs its hours, or the reason in hoursNote if they are not known")
    public boolean isOfKnownHours() {
        return (hours == null) != (hoursNote == null);
    }

    @JsonIgnore
    @AssertTrue(message = "has a textKeyword, but no number in text to send it to")
    public boolean isTextedSomewhere() {
        return textKeyword == null || text != null;
    }

    @JsonIgnore
    @AssertTrue(message = "has an asOf, but no source that was read on that day")
    public boolean isReadSomewhere() {
        return asOf == null || source != null;
    }

    @Override
    public String heading() {
        return name;
    }

    @Override
    public @Nullable String body() {
        return null;
    }

    @Override
    public boolean needsReference() {
        return false;
    }

    @Override
    public List<String> addresses() {
        return Stream.of(Optional.ofNullable(url), Optional.ofNullable(chat), Optional.ofNullable(source))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public List<Passage> passages() {
        return Stream.of(
                        Stream.of(Passage.name("/name", name)),
                        Stream.ofNullable(hours).map(words -> Passage.name("/hours", words)),
                        Stream.ofNullable(hoursNote).map(words -> Passage.name("/hoursNote", words)),
                        Stream.ofNullable(note).map(words -> Passage.prose("/note", words)),
                        Stream.ofNullable(deafAccess).map(words -> Passage.prose("/deafAccess", words)))
                .flatMap(each -> each)
                .toList();
    }

    @Override
    public List<ContentLink> links() {
        return List.of();
    }
}
