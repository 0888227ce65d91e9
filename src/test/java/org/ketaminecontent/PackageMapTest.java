package org.ketaminecontent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The map of the packages, for readers, tells what is enforced. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PackageMapTest {

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
