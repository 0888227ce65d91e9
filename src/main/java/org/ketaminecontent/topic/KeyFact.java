package org.ketaminecontent.topic;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.reference.GradedBy;
import org.ketaminecontent.reference.Reference;

/** One of the few main sentences of a topic. */
@Entity
public class KeyFact {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String statement;

    @Enumerated(EnumType.STRING)
    public Certainty certainty;

    @Embedded
    public @Nullable GradedBy certaintySource;

    /** The date as of which it was correct; null if it does not age. */
    public @Nullable LocalDate asOf;

    @ManyToMany
    @JoinTable(
            name = "key_fact_reference",
            joinColumns = @JoinColumn(name = "key_fact_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    static KeyFact of(TopicContent.Fact content, LiveEntries library) {
        var entity = new KeyFact();
        entity.statement = content.statement();
        entity.certainty = content.certainty();
        entity.certaintySource = GradedBy.of(content.certaintySource(), library);
        entity.asOf = content.asOf();
        entity.references = library.all(Reference.class, content.references());
        return entity;
    }
}
