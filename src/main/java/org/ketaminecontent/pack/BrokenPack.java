package org.ketaminecontent.pack;

import java.util.List;
import java.util.stream.Collectors;

/** A pack that cannot be published; the message lists all errors. */
public class BrokenPack extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<PackError> errors;

    BrokenPack(List<PackError> errors) {
        super(errors.stream()
                .map(PackError::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        "the content pack has " + errors.size() + " error(s), nothing was published:\n  ",
                        "")));
        this.errors = List.copyOf(errors);
    }

    public List<PackError> errors() {
        return errors;
    }
}
