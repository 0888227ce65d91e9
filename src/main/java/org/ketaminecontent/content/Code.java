package org.ketaminecontent.content;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A clinical code. {@code display} is the system's own title; SNOMED CT codes have none, because of its license. */
@Embeddable
public record Code(
        @NotNull @Enumerated(EnumType.STRING) CodeSystem system,

        @NotNull @Pattern(regexp = "^[A-Za-z0-9][A-Za-z0-9.-]*$", message = "must be letters, digits, dots and hyphens")
        String code,

        @Nullable String display) {

    /** The titles of a document's codes, with their places. */
    public static Stream<Passage> passages(List<Code> codes) {
        var titles = new ArrayList<Passage>();
        for (int i = 0; i < codes.size(); i++) {
            if (codes.get(i).display() != null) {
                titles.add(Passage.name("/codes/" + i + "/display", codes.get(i).display()));
            }
        }
        return titles.stream();
    }
}
