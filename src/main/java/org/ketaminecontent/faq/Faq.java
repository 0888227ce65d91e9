package org.ketaminecontent.faq;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.ketaminecontent.condition.Condition;
import org.ketaminecontent.content.Citations;
import org.ketaminecontent.content.Entry;
import org.ketaminecontent.content.LiveEntries;
import org.ketaminecontent.content.Risk;
import org.ketaminecontent.content.Theme;
import org.ketaminecontent.reference.Reference;
import org.ketaminecontent.sideeffect.SideEffect;

/** A frequently asked question, with its answer. */
@Entity
public class Faq extends Entry {

    public String question;
    public String shortAnswer;

    /** Markdown. */
    public String answer;

    @Enumerated(EnumType.STRING)
    public Theme theme;

    public int position;
    public @Nullable String riskSummary;

    @ElementCollection
    @CollectionTable(name = "faq_correction", joinColumns = @JoinColumn(name = "faq_id"))
    @OrderColumn(name = "position")
    public List<ClaimVerdict> corrects = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "faq_condition",
            joinColumns = @JoinColumn(name = "faq_id"),
            inverseJoinColumns = @JoinColumn(name = "condition_id"))
    @OrderColumn(name = "position")
    public List<Condition> conditions = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "faq_side_effect",
            joinColumns = @JoinColumn(name = "faq_id"),
            inverseJoinColumns = @JoinColumn(name = "side_effect_id"))
    @OrderColumn(name = "position")
    public List<SideEffect> sideEffects = new ArrayList<>();

    @ManyToMany
    @JoinTable(
            name = "faq_reference",
            joinColumns = @JoinColumn(name = "faq_id"),
            inverseJoinColumns = @JoinColumn(name = "reference_id"))
    @OrderColumn(name = "position")
    public List<Reference> references = new ArrayList<>();

    @JdbcTypeCode(SqlTypes.JSON)
    public List<Risk> risks = List.of();

    void apply(FaqContent content, Citations citations, LiveEntries library) {
        question = content.question();
        shortAnswer = content.shortAnswer();
        answer = Objects.requireNonNull(citations.body());
        theme = content.theme();
        position = content.position();
        riskSummary = content.riskSummary();
        corrects = new ArrayList<>(content.corrects());
        conditions = library.all(Condition.class, content.conditions());
        sideEffects = library.all(SideEffect.class, content.sideEffects());
        risks = content.risks();
        references = library.all(Reference.class, citations.references());
    }

    @Override
    public String title() {
        return question;
    }
}
