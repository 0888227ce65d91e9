package org.ketaminecontent.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CodeQuery;
import org.ketaminecontent.content.CodeSystem;
import org.ketaminecontent.content.ContentType;
import org.ketaminecontent.http.DidYouMean;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;

/** The conditions of a list, in HQL: Panache names the entity, whose alias is {@code this}. All of them must hold. */
public class ListFilter {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The number of values of each parameter that may have several. */
    private final Map<String, Integer> lists = new LinkedHashMap<>();

    private final List<Relation> relations = new ArrayList<>();

    private record Relation(String parameter, String collection, List<String> slugs) {}

    /** Requires any of the values; no condition if there are none. The condition contains {@code in :parameter}. */
    public ListFilter any(String condition, String parameter, List<?> anyOf) {
        if (!anyOf.isEmpty()) {
            conditions.add(condition);
            for (int i = 0; i < anyOf.size(); i++) {
                values.put(parameter + i, anyOf.get(i));
            }
            lists.put(parameter, anyOf.size());
        }
        return this;
    }

    /** Requires the value; no condition if it is null. */
    public ListFilter one(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(parameter, value);
        }
        return this;
    }

    /** Requires a relation to any of these documents. */
    public ListFilter related(String condition, String parameter, String collection, List<String> slugs) {
        if (!slugs.isEmpty()) {
            relations.add(new Relation(parameter, collection, slugs));
        }
        return any(condition, parameter, slugs);
    }

    /**
     * Requires any of these clinical codes, each {@code system|code} with the system's short name, URI or OID.
     *
     * @throws InvalidParameters if a system is unknown
     */
    public ListFilter codes(List<String> codes) {
        if (codes.isEmpty()) {
            return this;
        }
        var each = new ArrayList<String>();
        for (int i = 0; i < codes.size(); i++) {
            var asked = coded(codes.get(i));
            each.add("(code.system = :system" + i + " and code.code = :code" + i + ")");
            values.put("system" + i, asked.system());
            values.put("code" + i, asked.code());
        }
        conditions.add("exists (select 1 from this.codes code where " + String.join(" or ", each) + ")");
        return this;
    }

    /**
     * Parses a requested code, {@code system|code}.
     *
     * @throws InvalidParameters if the system is unknown
     */
    public static CodeQuery coded(String full) {
        return CodeQuery.read(full).orElseThrow(() -> unknownSystem(full.substring(0, full.lastIndexOf('|'))));
    }

    private static InvalidParameters unknownSystem(String name) {
        var names =
                Arrays.stream(CodeSystem.values()).map(CodeSystem::shortName).toList();
        return new InvalidParameters(
                "code",
                ErrorCode.INVALID_VALUE,
                "The parameter 'code' cannot name the system '" + name + "': allowed are "
                        + names.stream().collect(Collectors.joining(", ")) + ", or their URIs or OIDs."
                        + DidYouMean.hint(name, names));
    }

    void add(String condition, Map<String, Object> more) {
        conditions.add(condition);
        values.putAll(more);
    }

    /** The conditions as HQL, beginning with {@code where}; empty if there are none. */
    String clause() {
        return conditions.isEmpty()
                ? ""
                : conditions.stream()
                        .map(each -> "(" + spelledOut(each) + ")")
                        .collect(Collectors.joining(" and ", "where ", ""));
    }

    /** Uses one parameter for each value: with list parameters, the query would be translated again each time. */
    private String spelledOut(String condition) {
        var spelledOut = condition;
        for (var list : lists.entrySet()) {
            var names = IntStream.range(0, list.getValue())
                    .mapToObj(i -> ":" + list.getKey() + i)
                    .toList();
            spelledOut = spelledOut.replaceAll(
                    " in :" + list.getKey() + "\\b",
                    names.size() == 1 ? " = " + names.get(0) : " in (" + String.join(", ", names) + ")");
        }
        return spelledOut;
    }

    /** Documents that decide the members of the list. */
    List<String> keys() {
        return relations.stream()
                .flatMap(relation -> relation.slugs().stream().map(slug -> relation.collection() + "/" + slug))
                .toList();
    }

    /** Tells whether a document can be in the list although another document named by the query does not exist. */
    boolean hasAlternatives() {
        return relations.stream().anyMatch(relation -> relation.slugs().size() > 1);
    }

    /**
     * Refuses relations to documents that do not exist: an empty list would look as if nothing were related.
     *
     * @throws InvalidParameters if there is no such document
     */
    void refuseStrangers(LiveSlugs slugs) {
        for (var relation : relations) {
            var live = slugs.of(relation.collection());
            for (var slug : relation.slugs()) {
                if (!live.contains(slug)) {
                    throw new InvalidParameters(
                            relation.parameter(),
                            ErrorCode.INVALID_VALUE,
                            "The parameter '" + relation.parameter() + "' cannot be '" + slug
                                    + "': there is no such document in /v1/" + relation.collection() + "."
                                    + DidYouMean.hint(slug, live));
                }
            }
        }
    }

    /** The number of documents that meet the conditions. */
    long count(ContentType<?, ?> type) {
        return type.count(clause(), values);
    }

    Map<String, Object> values() {
        return values;
    }
}
