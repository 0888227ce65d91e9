package org.ketaminecontent.condition;

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
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.reference.Reference;

/** The regulatory status of a product for a condition, in one place. */
@Entity
public class RegulatoryStatus {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String jurisdiction;

    @Enumerated(EnumType.STRING)
    public Product product;

    @Enumerated(EnumType.STRING)
    public ApprovalStatus status;

    public String statement;

    /** The date as of which it was correct; null if it does not age. */
    public @Nullable LocalDate asOf;

    @ManyToMany
    @JoinTable(
            name = "regulatory_status_reference",
            joinColumns = @JoinColumn(name = "regulatory_status_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    static RegulatoryStatus of(ConditionContent.Regulation content, LiveEntries library) {
        var entity = new RegulatoryStatus();
        entity.jurisdiction = content.jurisdiction();
        entity.product = content.product();
        entity.status = content.status();
        entity.statement = content.statement();
        entity.asOf = content.asOf();
        entity.references = library.all(Reference.class, content.references());
        return entity;
    }
}
