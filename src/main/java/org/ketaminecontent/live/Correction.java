package org.ketaminecontent.live;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ketaminecontent.content.CorrectionSeverity;
import org.ketaminecontent.content.Erratum;

/** A publication that corrected an error. */
@Entity
public class Correction extends PanacheEntityBase {

    /** The number of its change. */
    @Id
    public long number;

    public UUID entryId;
    public String collection;
    public String slug;

    /** The version that corrected the error. */
    public int version;

    @Enumerated(EnumType.STRING)
    public CorrectionSeverity severity;

    public String wasWrong;
    public String isRight;
    public Instant at;

    /** The corrections of a document, the latest first. */
    public static List<Erratum> of(UUID entryId) {
        return Correction.<Correction>list("entryId = ?1 order by number desc", entryId).stream()
                .map(Correction::erratum)
                .toList();
    }

    public Erratum erratum() {
        return new Erratum(at, version, severity, wasWrong, isRight);
    }
}
