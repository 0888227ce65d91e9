package org.ketaminecontent.description;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Groups of operations. */
final class Tags {

    private Tags() {}

    /** Keeps those of this description's operations, and nothing of how descriptions are told apart. */
    static void prune(OpenAPI api) {
        var used = api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .map(Operation::getTags)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        api.setTags(api.getTags().stream()
                .filter(tag -> used.contains(tag.getName()))
                .toList());
        api.getTags().forEach(tag -> tag.setExtensions(null));
    }
}
