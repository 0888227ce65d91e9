package org.ketaminecontent.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.CertaintySource;
import org.ketaminecontent.content.CertaintySourceDocument;
import org.ketaminecontent.content.DeliveryContext;
import org.ketaminecontent.content.LiveEntries;

/** The published assessment that assigned a grade. */
@Embeddable
public class GradedBy {

    @ManyToOne
    @JoinColumn(name = "certainty_reference_id")
    public Reference reference;

    @Column(name = "certainty_year")
    public Integer year;

    @Column(name = "certainty_place")
    public @Nullable String place;

    /** Null if there is no grade. */
    public static @Nullable GradedBy of(@Nullable CertaintySource content, LiveEntries library) {
        if (content == null) {
            return null;
        }
        var entity = new GradedBy();
        entity.reference =
                library.all(Reference.class, List.of(content.reference())).get(0);
        entity.year = content.year();
        entity.place = content.place();
        return entity;
    }

    /** The assessment as delivered; null if there is no grade. */
    public static @Nullable CertaintySourceDocument document(
            @Nullable GradedBy source, DeliveryContext deliveryContext) {
        return source == null
                ? null
                : new CertaintySourceDocument(
                        deliveryContext.related(References.COLLECTION, source.reference), source.year, source.place);
    }
}
