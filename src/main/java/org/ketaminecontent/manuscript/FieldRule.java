package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule on fields that stand together, such as a product and the words about it.
 *
 * @param why the reason, and what to write instead
 * @param collections the kinds of document that it is for; all where none is named
 * @param except collections and documents that it is not for
 * @param at the lists whose items it is for, such as {@code evidence/statements}; the document itself where none is named
 * @param where the fields that bring an item under the rule, with a pattern for each
 * @param needs the fields that such an item must have, with a pattern for each; where there are none, it may not be
 * @param breaks examples of items that break the rule
 * @param passes examples that nearly do
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

    /** The reason why it cannot be held; empty where it can. */
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
                .map(example -> "'" + id + "' lets its own example through: " + example)
                .findFirst()
                .or(() -> passes.stream()
                        .filter(example -> FieldCheck.breaks(this, example))
                        .map(example -> "'" + id + "' finds fault with what it should let through: " + example)
                        .findFirst());
    }
}
