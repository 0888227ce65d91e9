package org.ketaminecontent.topic;

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
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.ketaminecontent.condition.Condition;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Code;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.faq.Faq;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.sideeffect.SideEffect;

/** A page on one subject. */
@Entity
public class Topic extends Entry {

    public String title;
    public String summary;

    /** Markdown. */
    public String body;

    @Enumerated(EnumType.STRING)
    public Theme theme;

    public int position;

    @Enumerated(EnumType.STRING)
    public Audience audience;

    public String riskSummary;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "topic_id", nullable = false)
    @OrderColumn(name = "position")
    public List<KeyFact> keyFacts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "topic_code", joinColumns = @JoinColumn(name = "topic_id"))
    @OrderColumn(name = "position")
    public List<Code> codes = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "topic_condition",
            joinColumns = @JoinColumn(name = "topic_id"),
            inverseJoinColumns = @JoinColumn(name = "condition_id"))
    @OrderColumn(name = "position")
    public List<Condition> conditions = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "topic_side_effect",
            joinColumns = @JoinColumn(name = "topic_id"),
            inverseJoinColumns = @JoinColumn(name = "side_effect_id"))
    @OrderColumn(name = "position")
    public List<SideEffect> sideEffects = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "topic_faq",
            joinColumns = @JoinColumn(name = "topic_id"),
            inverseJoinColumns = @JoinColumn(name = "faq_id"))
    @OrderColumn(name = "position")
    public List<Faq> faqs = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "topic_reference",
            joinColumns = @JoinColumn(name = "topic_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Risk> risks = List.of();

    void apply(TopicContent content, Citations citations, LiveEntries library) {
        title = content.title();
        summary = content.summary();
        body = Objects.requireNonNull(citations.body());
        theme = content.theme();
        position = content.position();
        audience = content.audience();
        riskSummary = content.riskSummary();
        keyFacts.clear();
        content.keyFacts().forEach(each -> keyFacts.add(KeyFact.of(each, library)));
        codes = new ArrayList<>(content.codes());
        conditions = library.all(Condition.class, content.conditions());
        sideEffects = library.all(SideEffect.class, content.sideEffects());
        faqs = library.all(Faq.class, content.faqs());
        risks = content.risks();
        references = library.all(Reference.class, citations.references());
    }

    @Override
    public String title() {
        return title;
    }
}
