package org.ketaminecontent.sideeffect;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.condition.Condition;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.reference.Reference;

/** An unwanted effect. */
@Entity
public class SideEffect extends Entry {

    public String name;
    public String clinicalTerm;
    public List<String> synonyms;
    public String summary;

    /** Markdown. */
    public String body;

    public int position;

    @Enumerated(EnumType.STRING)
    public Severity severity;

    public String severityNote;

    @Enumerated(EnumType.STRING)
    public FrequencyBand frequencyBand;

    /** The frequency with each product that has figures. */
    @ElementCollection
    @CollectionTable(name = "side_effect_band", joinColumns = @JoinColumn(name = "side_effect_id"))
    @OrderColumn(name = "position")
    public List<ProductBand> frequencyBands = new ArrayList<>();

    public @Nullable String frequencyNote;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "side_effect_id", nullable = false)
    @OrderColumn(name = "position")
    public List<FrequencyFigure> frequencyFigures = new ArrayList<>();

    public String onsetAndDuration;
    public String whatPeopleNotice;
    public String whatClinicsDo;
    public String whenToGetUrgentHelp;

    @ManyToMany
    @JoinTable(
            name = "side_effect_condition",
            joinColumns = @JoinColumn(name = "side_effect_id"),
            inverseJoinColumns = @JoinColumn(name = "condition_id"))
    @OrderColumn(name = "position")
    public List<Condition> conditions = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "side_effect_reference",
            joinColumns = @JoinColumn(name = "side_effect_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Risk> risks = List.of();

    void apply(SideEffectContent content, Citations citations, LiveEntries library) {
        name = content.name();
        clinicalTerm = content.clinicalTerm();
        synonyms = content.synonyms();
        summary = content.summary();
        body = Objects.requireNonNull(citations.body());
        position = content.position();
        severity = content.severity();
        severityNote = content.severityNote();
        frequencyBand = content.frequency().band();
        frequencyBands = content.frequency().bands().stream()
                .map(each -> new ProductBand(each.product(), each.band()))
                .collect(Collectors.toCollection(ArrayList::new));
        frequencyNote = content.frequency().note();
        frequencyFigures.clear();
        content.frequency().figures().forEach(each -> frequencyFigures.add(FrequencyFigure.of(each, library)));
        onsetAndDuration = content.onsetAndDuration();
        whatPeopleNotice = content.whatPeopleNotice();
        whatClinicsDo = content.whatClinicsDo();
        whenToGetUrgentHelp = content.whenToGetUrgentHelp();
        conditions = library.all(Condition.class, content.conditions());
        risks = content.risks();
        references = library.all(Reference.class, citations.references());
    }

    @Override
    public String title() {
        return name;
    }
}
