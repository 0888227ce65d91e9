package org.ketaminecontent.sideeffect;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Product;
import org.ketaminecontent.reference.Reference;

/** The observed frequency of a side effect with one product in one source. */
@Entity
public class FrequencyFigure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @Enumerated(EnumType.STRING)
    public Product product;

    public String figure;
    public @Nullable Double percentLow;
    public @Nullable Double percentHigh;

    @ManyToMany
    @JoinTable(
            name = "frequency_figure_reference",
            joinColumns = @JoinColumn(name = "frequency_figure_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    static FrequencyFigure of(SideEffectContent.Figure content, LiveEntries library) {
        var entity = new FrequencyFigure();
        entity.product = content.product();
        entity.figure = content.figure();
        entity.percentLow = content.percentLow();
        entity.percentHigh = content.percentHigh();
        entity.references = library.all(Reference.class, content.references());
        return entity;
    }
}
