package org.ketaminecontent.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.access.Actor;
import org.ketaminecontent.access.Right;

/** The invariants of {@code docs/model.md}, after any sequence of steps, possible and impossible ones, by anybody. */
class WorkPropertiesTest {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    /** Somebody tries something. */
    record Try(Step step, int who) {}

    private static final List<Actor> PEOPLE = List.of(actor("a"), actor("b"), actor("c"), keyOf("a"));

    private static Actor actor(String name) {
        return new Actor(name, name, EnumSet.allOf(Right.class), name, name, "MD (test)");
    }

    private static Actor keyOf(String owner) {
        return new Actor("key of " + owner, "key", EnumSet.allOf(Right.class), owner, owner, "MD (test)");
    }

    @Provide
    Arbitrary<List<Try>> tries() {
        return Combinators.combine(
                        Arbitraries.of(Step.class), Arbitraries.integers().between(0, PEOPLE.size() - 1))
                .as(Try::new)
                .list()
                .ofMaxSize(60);
    }

    /** What is known of a document beside itself, as the desk keeps it. */
    private static final class History {
        final Work work = Work.begin(new UUID(0, 1), "glossary", "term");
        final Map<Integer, Set<String>> authors = new HashMap<>();
        /** Every revision that was ever signed, and those whose last word was yes. */
        final Set<Integer> signed = new LinkedHashSet<>();

        final Set<Integer> approved = new LinkedHashSet<>();

        Set<String> authors(int revision) {
            return authors.getOrDefault(revision, Set.of());
        }
    }

    @Property(tries = 2000)
    void any_sequence_of_steps_keeps_the_invariants(@ForAll("tries") List<Try> tries) {
        var history = new History();
        write(history, PEOPLE.get(0));
        check(history, "begin");
        for (var each : tries) {
            var before = copy(history.work);
            var allowed = new ArrayList<>(history.work.allowed());
            boolean possible = take(history, each);
            if (!possible) {
                assertThat(copy(history.work)).as("after a refused " + each).isEqualTo(before);
            } else {
                assertThat(history.work.tag).as("every step counts").isEqualTo(before.tag + 1);
                assertThat(allowed).as("what was done was named").contains(each.step());
            }
            check(history, each.toString());
        }
    }

    private record Copy(
            WorkState state,
            int head,
            @Nullable Integer live,
            int revisions,
            long tag,
            @Nullable Instant publishAt,
            @Nullable Instant withdrawAt) {}

    private static Copy copy(Work work) {
        return new Copy(
                work.state,
                work.head,
                work.live,
                work.revisions,
                work.tag,
                work.schedule.publishAt,
                work.schedule.withdrawAt);
    }

    private static boolean take(History history, Try tried) {
        var work = history.work;
        var actor = PEOPLE.get(tried.who());
        var now = Instant.EPOCH;
        try {
            switch (tried.step()) {
                case EDIT -> write(history, actor);
                case SUBMIT -> work.submit(actor, now);
                case APPROVE -> {
                    work.approve(actor, history.authors(work.head), now);
                    history.approved.add(work.head);
                    history.signed.add(work.head);
                    assertThat(history.authors(work.head))
                            .as("nobody approves what they wrote")
                            .doesNotContain(actor.id(), actor.owner());
                }
                case REJECT -> {
                    work.reject(actor, "a reason", now);
                    history.approved.remove(work.head);
                }
                case PUBLISH -> {
                    work.publish(actor, now);
                    assertThat(history.approved)
                            .as("only what is approved goes live")
                            .contains(work.head);
                }
                case SCHEDULE -> {
                    if (work.state == WorkState.APPROVED) {
                        work.schedulePublication(LATER, actor, now);
                    } else {
                        work.scheduleWithdrawal(LATER, "a reason", null, actor, now);
                    }
                }
                case UNSCHEDULE -> work.unschedule(actor, now);
                case WITHDRAW -> work.withdraw("a reason", null, actor, now);
                default -> throw new IllegalStateException(tried.step().text());
            }
            return true;
        } catch (ImpossibleStep | SelfApproval refusal) {
            return false;
        }
    }

    private static void write(History history, Actor actor) {
        var work = history.work;
        int before = work.head;
        boolean published = work.live != null && work.live == before;
        work.write("term", actor, Instant.EPOCH);
        var authors = new LinkedHashSet<String>();
        if (before > 0 && !published) {
            authors.addAll(history.authors(before));
        }
        authors.add(actor.id());
        authors.add(actor.owner());
        history.authors.put(work.head, authors);
    }

    private static void check(History history, String after) {
        var work = history.work;
        assertThat(work.head).as("1: " + after).isBetween(1, work.revisions);
        assertThat(work.revisions).as("2: " + after).isEqualTo(history.authors.size());
        if (work.live != null) {
            assertThat(history.signed).as("3: " + after).contains(work.live);
        }
        if (work.state == WorkState.PUBLISHED) {
            assertThat(work.live).as("4: " + after).isEqualTo(work.head);
        }
        if (work.state == WorkState.WITHDRAWN) {
            assertThat(work.live).as("5: " + after).isNull();
        }
        assertThat(work.schedule.publishAt != null).as("6: " + after).isEqualTo(work.state == WorkState.SCHEDULED);
        if (work.schedule.withdrawAt != null) {
            assertThat(work.live).as("7: " + after).isNotNull();
        }
        if (work.state == WorkState.APPROVED || work.state == WorkState.SCHEDULED) {
            assertThat(history.approved).as("8: " + after).contains(work.head);
        }
        assertThat(work.allowed()).as("9: " + after).doesNotHaveDuplicates().isNotEmpty();
    }
}
