package org.ketaminecontent.condition;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.content.Certainty;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Code;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.reference.GradedBy;
import org.ketaminecontent.reference.Reference;

/** A condition that ketamine has been tried for. */
@Entity
public class Condition extends Entry {

    public String name;
    public List<String> synonyms;
    public String summary;

    /** Markdown. */
    public String body;

    public int position;

    /** True if ketamine is used for it only in research. */
    public boolean investigational;

    public String riskSummary;

    @Enumerated(EnumType.STRING)
    public Certainty evidenceCertainty;

    @Embedded
    public @Nullable GradedBy certaintySource;

    public String evidenceNote;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "condition_id", nullable = false)
    @OrderColumn(name = "position")
    public List<EvidenceStatement> evidence = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "condition_id", nullable = false)
    @OrderColumn(name = "position")
    public List<RegulatoryStatus> regulatoryStatus = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "condition_code", joinColumns = @JoinColumn(name = "condition_id"))
    @OrderColumn(name = "position")
    public List<Code> codes = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "condition_reference",
            joinColumns = @JoinColumn(name = "condition_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Risk> risks = List.of();

    void apply(ConditionContent content, Citations citations, LiveEntries library) {
        name = content.name();
        synonyms = content.synonyms();
        summary = content.summary();
        body = Objects.requireNonNull(citations.body());
        position = content.position();
        investigational = content.investigational();
        riskSummary = content.riskSummary();
        evidenceCertainty = content.evidence().certainty();
        certaintySource = GradedBy.of(content.evidence().certaintySource(), library);
        evidenceNote = content.evidence().note();
        evidence.clear();
        content.evidence().statements().forEach(each -> evidence.add(EvidenceStatement.of(each, library)));
        regulatoryStatus.clear();
        content.regulatoryStatus().forEach(each -> regulatoryStatus.add(RegulatoryStatus.of(each, library)));
        codes = new ArrayList<>(content.codes());
        risks = content.risks();
        references = library.all(Reference.class, citations.references());
    }

    @Override
    public String title() {
        return name;
    }
}
