package org.ketaminecontent.content;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The components of records of sort keys, kept because each reading makes new ones, whose first call is slow. */
final class SortKeyComponents {

    private static final ClassValue<List<RecordComponent>> OF_RECORD = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> !component.getName().equals("id"))
                    .toList();
        }
    };

    private SortKeyComponents() {}

    static List<RecordComponent> of(Class<? extends SortKeys> type) {
        return OF_RECORD.get(type);
    }
}
