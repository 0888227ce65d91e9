package org.ketaminecontent.manuscript;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks that a figure is about a product that its references studied. */
class ProductCheck {

    /** The lists whose items are figures of one product. */
    private static final List<String> FIGURES = List.of("/frequency/figures", "/risks");

    private final Map<String, Set<String>> products = new HashMap<>();

    ProductCheck(List<Manuscript> manuscripts) {
        manuscripts.stream()
                .filter(each -> each.collection().equals("references"))
                .forEach(each -> products.put(
                        each.slug(), texts(AuthoredJson.tree(each.content()).path("product"))));
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new HashSet<String>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    List<Finding> findings(Manuscript manuscript) {
        var findings = new ArrayList<Finding>();
        var tree = AuthoredJson.tree(manuscript.content());
        for (var place : FIGURES) {
            var list = tree.at(JsonPointer.compile(place));
            for (int i = 0; i < list.size(); i++) {
                var product = list.get(i).path("product").asText();
                var given = given(list.get(i));
                // A reference without products is about none, or does not name one.
                if (!given.isEmpty() && !given.contains(product)) {
                    findings.add(new Finding(
                            manuscript,
                            place + "/" + i + "/product",
                            0,
                            "is " + product + ", but its references studied " + String.join(", ", given)
                                    + ": write the product that was studied, or cite the source of this figure"));
                }
            }
        }
        return findings;
    }

    private Set<String> given(JsonNode figure) {
        var given = new TreeSet<String>();
        figure.path("references").forEach(each -> given.addAll(products.getOrDefault(each.asText(), Set.of())));
        return given;
    }
}
