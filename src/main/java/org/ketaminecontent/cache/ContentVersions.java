package org.ketaminecontent.cache;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The versions of the content that this process reads and that it searches, as numbers of changes. */
@Singleton
public class ContentVersions {

    private final AtomicLong content = new AtomicLong();
    private final AtomicLong index = new AtomicLong();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /** The number of the latest change that documents and lists are read with. */
    public long content() {
        return content.get();
    }

    /** The number of the latest change that the search index holds. */
    public long index() {
        return index.get();
    }

    /** Says that what is read is as it was made by this change. */
    public void contentIs(long number) {
        move(content, number);
    }

    /** Says that the search index is as it was made by this change. */
    public void indexIs(long number) {
        move(index, number);
    }

    private void move(AtomicLong version, long number) {
        if (version.getAndAccumulate(number, Math::max) < number) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Does something each time that either has moved; it must be short, and may be done in any thread. */
    public void whenMoved(Runnable listener) {
        listeners.add(listener);
    }
}
