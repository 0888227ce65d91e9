alter table crisis_resource drop constraint crisis_resource_kind_known;
alter table crisis_resource add constraint crisis_resource_kind_known check (kind in ('CRISIS_LINE', 'HELPLINE', 'EMERGENCY', 'DIRECTORY'));
alter table crisis_resource add text_keyword text;
alter table crisis_resource add tty text;
alter table crisis_resource add deaf_access text;
alter table crisis_resource add hours_note text;
alter table crisis_resource add source text;
