-- Null in what was published before authors said so; the next publication says it.
alter table topic add drafting text constraint topic_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table topic add edited_by_person boolean not null default false;
alter table condition add drafting text constraint condition_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table condition add edited_by_person boolean not null default false;
alter table side_effect add drafting text constraint side_effect_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table side_effect add edited_by_person boolean not null default false;
alter table faq add drafting text constraint faq_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table faq add edited_by_person boolean not null default false;
alter table reference add drafting text constraint reference_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table reference add edited_by_person boolean not null default false;
alter table glossary_term add drafting text constraint glossary_term_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table glossary_term add edited_by_person boolean not null default false;
alter table crisis_resource add drafting text constraint crisis_resource_drafting_known check (drafting in ('PERSON', 'AI_ASSISTED'));
alter table crisis_resource add edited_by_person boolean not null default false;
