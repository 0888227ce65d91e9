-- Copies of a document outlive a scheduled withdrawal where there is no network, unless the document itself says when.
alter table topic add column expires_at timestamptz;
alter table condition add column expires_at timestamptz;
alter table side_effect add column expires_at timestamptz;
alter table faq add column expires_at timestamptz;
alter table reference add column expires_at timestamptz;
alter table glossary_term add column expires_at timestamptz;
alter table crisis_resource add column expires_at timestamptz;
update topic set expires_at = w.withdraw_at from work w where w.id = topic.id;
update condition set expires_at = w.withdraw_at from work w where w.id = condition.id;
update side_effect set expires_at = w.withdraw_at from work w where w.id = side_effect.id;
update faq set expires_at = w.withdraw_at from work w where w.id = faq.id;
update reference set expires_at = w.withdraw_at from work w where w.id = reference.id;
update glossary_term set expires_at = w.withdraw_at from work w where w.id = glossary_term.id;
update crisis_resource set expires_at = w.withdraw_at from work w where w.id = crisis_resource.id;
