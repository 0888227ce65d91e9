package org.ketaminecontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The maps of the packages, for readers, tell what is enforced. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackageMapTest {

    @Test
    void the_picture_in_the_docs_reaches_what_is_enforced() throws IOException {
        var drawn = new TreeMap<String, Set<String>>();
        Pattern.compile("(?m)^ {4}(\\w+)(?:\\[.*])? --> (\\w+)$")
                .matcher(Files.readString(Path.of("docs/model.md")))
                .results()
                .forEach(arrow -> drawn.computeIfAbsent(arrow.group(1), room -> new TreeSet<>())
                        .add(arrow.group(2)));
        var enforced = new TreeMap<String, Set<String>>();
        ArchitectureTest.ARROWS.forEach((room, known) -> enforced.put(room, Set.copyOf(known)));
        enforced.put("types", Set.copyOf(ArchitectureTest.KNOWN_TO_CONTENT_TYPES));

        drawn.forEach(
                (room, known) -> assertThat(enforced.get(room)).as("%s", room).containsAll(known));
        enforced.keySet()
                .forEach(room -> assertThat(reached(room, drawn)).as("%s", room).isEqualTo(reached(room, enforced)));
    }

    private static Set<String> reached(String room, Map<String, Set<String>> arrows) {
        var reached = new TreeSet<String>();
        arrows.getOrDefault(room, Set.of()).forEach(known -> {
            reached.add(known);
            reached.addAll(reached(known, arrows));
        });
        return reached;
    }

    @Test
    void the_map_in_the_root_package_has_the_same_arrows() throws IOException {
        var map = Files.readString(Path.of("src/main/java/org/ketaminecontent/package-info.java"))
                .replaceAll("\\n \\* ?", " ");
        var told = new TreeMap<String, Set<String>>();
        Pattern.compile("<li>([^:]*):[^→]*→ ([^.;]*)")
                .matcher(map)
                .results()
                .forEach(item -> Pattern.compile("\\{@code (\\w+)}")
                        .matcher(item.group(1))
                        .results()
                        .forEach(room -> told.put(
                                room.group(1),
                                item.group(2).equals("nothing of ours")
                                        ? Set.of()
                                        : Set.of(item.group(2).split(", ")))));
        var enforced = new TreeMap<String, Set<String>>();
        ArchitectureTest.ARROWS.forEach((room, known) -> enforced.put(room, Set.copyOf(known)));
        ArchitectureTest.CONTENT_TYPES.forEach(
                room -> enforced.put(room, Set.copyOf(ArchitectureTest.KNOWN_TO_CONTENT_TYPES)));

        assertThat(told).isEqualTo(enforced);
    }
}
