package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule on combinations of fields, such as a product and the words about it.
 *
 * @param why the reason, and the alternative
 * @param collections the collections that it applies to; all if empty
 * @param except collections and documents that it does not apply to
 * @param at the lists whose items it applies to, such as {@code evidence/statements}; the document itself if empty
 * @param where the fields that an item must have for the rule to apply, with a pattern for each
 * @param needs the fields that such an item must then have, with a pattern for each; if empty, the item is not allowed
 * @param breaks examples of items that break the rule
 * @param passes examples that nearly break the rule
 */
public record FieldRule(
        String id,
        String why,
        @Nullable RuleLevel level,
        List<String> collections,
        List<String> except,
        List<String> at,
        Map<String, String> where,
        Map<String, String> needs,
        List<JsonNode> breaks,
        List<JsonNode> passes)
        implements ScopedRule {

    public FieldRule {
        collections = ScopedRule.present(collections);
        except = ScopedRule.present(except);
        at = ScopedRule.present(at);
        where = where == null ? Map.of() : where;
        needs = needs == null ? Map.of() : needs;
        breaks = breaks == null ? List.of() : breaks;
        passes = passes == null ? List.of() : passes;
    }

    /** The reason why the rule is not usable; empty if it is. */
    @SuppressWarnings("NullAway") // Read from files, in which anything may be missing.
    public Optional<String> fault() {
        if (id == null || id.isBlank() || why == null || why.isBlank() || where.isEmpty() && needs.isEmpty()) {
            return Optional.of("every item must have an id, a why, and fields under where or needs");
        }
        return Stream.concat(where.values().stream(), needs.values().stream())
                .flatMap(each -> RulePattern.fault(each).stream())
                .findFirst()
                .or(this::unlikeItsExamples);
    }

    private Optional<String> unlikeItsExamples() {
        return breaks.stream()
                .filter(example -> !FieldCheck.breaks(this, example))
                .map(example -> "'" + id + "' does not match its own example: " + example)
                .findFirst()
                .or(() -> passes.stream()
                        .filter(example -> FieldCheck.breaks(this, example))
                        .map(example -> "'" + id + "' matches an example that should pass: " + example)
                        .findFirst());
    }
}
