package org.ketaminecontent.studio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param type how it is written
 * @param help what is expected; null where the label says it
 * @param choices what can be chosen; empty where it is written
 * @param findings what is wrong with it
 */
record FormField(
        String name,
        String label,
        Type type,
        String value,
        @Nullable String help,
        List<String> choices,
        boolean required,
        int rows,
        List<String> findings) {

    /** The way in which a field is written. */
    enum Type {
        LINE,
        TEXT,
        CHOICE,
        FLAG,
        /** One in each line. */
        LIST,
        /** A value with parts of its own. */
        YAML
    }

    /** The id of it on the page. */
    public String id() {
        return "field-" + name;
    }

    public boolean isOneLine() {
        return type == Type.LINE;
    }

    public boolean isChoice() {
        return type == Type.CHOICE;
    }

    public boolean isFlag() {
        return type == Type.FLAG;
    }

    public boolean isWrong() {
        return !findings.isEmpty();
    }

    /** The ids of the texts that describe it on the page. */
    public @Nullable String describedBy() {
        var ids = (help == null ? "" : id() + "-help ") + (isWrong() ? id() + "-wrong" : "");
        return ids.isBlank() ? null : ids.strip();
    }
}
