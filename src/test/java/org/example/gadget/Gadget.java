package org.example.gadget;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ketaminecontent.condition.Condition;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.reference.Reference;

/** A device. */
@Entity
public class Gadget extends Entry {

    public String label;
    public String blurb;
    public String riskSummary;

    /** In cents. */
    public int price;

    /** Markdown. */
    public String body;

    @ManyToMany
    @JoinTable(
            name = "gadget_condition",
            joinColumns = @JoinColumn(name = "gadget_id"),
            inverseJoinColumns = @JoinColumn(name = "condition_id"))
    @OrderColumn(name = "position")
    public List<Condition> conditions = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "gadget_reference",
            joinColumns = @JoinColumn(name = "gadget_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    void apply(GadgetContent content, Citations citations, LiveEntries library) {
        label = content.label();
        blurb = content.blurb();
        riskSummary = content.riskSummary();
        price = content.price();
        body = Objects.requireNonNull(citations.body());
        conditions = library.all(Condition.class, content.conditions());
        references = library.all(Reference.class, citations.references());
    }

    @Override
    public String title() {
        return label;
    }
}
