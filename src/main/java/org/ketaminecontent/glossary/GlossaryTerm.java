package org.ketaminecontent.glossary;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.reference.Reference;

/** A term with its definition, to which texts link. */
@Entity
public class GlossaryTerm extends Entry {

    public String term;
    public List<String> synonyms;

    /** Markdown. */
    public String definition;

    @ManyToMany
    @JoinTable(
            name = "glossary_term_reference",
            joinColumns = @JoinColumn(name = "glossary_term_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    void apply(GlossaryTermContent content, Citations citations, LiveEntries library) {
        term = content.term();
        synonyms = content.synonyms();
        definition = Objects.requireNonNull(citations.body());
        references = library.all(Reference.class, citations.references());
    }

    @Override
    public String title() {
        return term;
    }
}
