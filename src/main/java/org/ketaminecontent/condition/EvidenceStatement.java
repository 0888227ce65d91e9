package org.ketaminecontent.condition;

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

/** The finding of one study or review, with its limit. */
@Entity
public class EvidenceStatement {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String statement;
    public String limitation;

    @Enumerated(EnumType.STRING)
    public Certainty certainty;

    @Embedded
    public @Nullable GradedBy certaintySource;

    /** The date as of which it was correct; null if it does not age. */
    public @Nullable LocalDate asOf;

    @ManyToMany
    @JoinTable(
            name = "evidence_statement_reference",
            joinColumns = @JoinColumn(name = "evidence_statement_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    static EvidenceStatement of(ConditionContent.Statement content, LiveEntries library) {
        var entity = new EvidenceStatement();
        entity.statement = content.statement();
        entity.limitation = content.limit();
        entity.certainty = content.certainty();
        entity.certaintySource = GradedBy.of(content.certaintySource(), library);
        entity.asOf = content.asOf();
        entity.references = library.all(Reference.class, content.references());
        return entity;
    }
}
