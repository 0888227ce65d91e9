-- Makes 10,000 topics and 10,000 questions of those that there are, with their relations, for measuring alone. The application's
-- index knows them after its next start.
begin;
create temp table copied_topic as
    select t.id as old_id, gen_random_uuid() as id, n
    from (select id, row_number() over (order by slug) as place, count(*) over () as kinds from topic) t
    cross join generate_series(1, 10000) n where n % kinds + 1 = place;
insert into topic (id, slug, locale, version, published_at, updated_at, content_hash, confirmation, crisis_support,
        reading_grade, title, summary, body, theme, position, audience, risk_summary)
    select c.id, t.slug || '-' || c.n, t.locale, t.version, t.published_at, t.updated_at - c.n * interval '1 second',
        t.content_hash, t.confirmation, t.crisis_support, t.reading_grade, t.title || ' ' || c.n, t.summary, t.body,
        t.theme, t.position + 100 * c.n, t.audience, t.risk_summary
    from copied_topic c join topic t on t.id = c.old_id;
insert into topic_condition select c.id, r.condition_id, r.position
    from copied_topic c join topic_condition r on r.topic_id = c.old_id;
insert into rendition (entry_id, document, crisis_support, shown, html, markdown, plain, number, at, build, locale,
        search_text, head)
    select c.id, 'topics/' || t.slug || '-' || c.n, r.crisis_support, r.shown,
        replace(replace(r.html, '"slug":"' || t.slug || '"', '"slug":"' || t.slug || '-' || c.n || '"'),
            '"id":"' || t.id || '"', '"id":"' || c.id || '"'),
        replace(replace(r.markdown, '"slug":"' || t.slug || '"', '"slug":"' || t.slug || '-' || c.n || '"'),
            '"id":"' || t.id || '"', '"id":"' || c.id || '"'), '{}', r.number, r.at, r.build,
        r.locale, jsonb_set(r.search_text::jsonb, '{title}', to_jsonb(t.title || ' ' || c.n))::text,
        replace(r.head, '"slug":"' || t.slug || '"', '"slug":"' || t.slug || '-' || c.n || '"')
    from copied_topic c join topic t on t.id = c.old_id join rendition r on r.entry_id = t.id;

create temp table copied_faq as
    select f.id as old_id, gen_random_uuid() as id, n
    from (select id, row_number() over (order by slug) as place, count(*) over () as kinds from faq) f
    cross join generate_series(1, 10000) n where n % kinds + 1 = place;
insert into faq (id, slug, locale, version, published_at, updated_at, content_hash, confirmation, crisis_support,
        reading_grade, question, short_answer, answer, theme, position, risk_summary)
    select c.id, f.slug || '-' || c.n, f.locale, f.version, f.published_at, f.updated_at - c.n * interval '1 second',
        f.content_hash, f.confirmation, f.crisis_support, f.reading_grade, f.question || ' ' || c.n, f.short_answer,
        f.answer, f.theme, f.position + 100 * c.n, f.risk_summary
    from copied_faq c join faq f on f.id = c.old_id;
insert into faq_condition select c.id, r.condition_id, r.position
    from copied_faq c join faq_condition r on r.faq_id = c.old_id;
insert into rendition (entry_id, document, crisis_support, shown, html, markdown, plain, number, at, build, locale,
        search_text, head)
    select c.id, 'faqs/' || f.slug || '-' || c.n, r.crisis_support, r.shown,
        replace(replace(r.html, '"slug":"' || f.slug || '"', '"slug":"' || f.slug || '-' || c.n || '"'),
            '"id":"' || f.id || '"', '"id":"' || c.id || '"'),
        replace(replace(r.markdown, '"slug":"' || f.slug || '"', '"slug":"' || f.slug || '-' || c.n || '"'),
            '"id":"' || f.id || '"', '"id":"' || c.id || '"'), '{}', r.number, r.at, r.build,
        r.locale, jsonb_set(r.search_text::jsonb, '{title}', to_jsonb(f.question || ' ' || c.n))::text,
        replace(r.head, '"slug":"' || f.slug || '"', '"slug":"' || f.slug || '-' || c.n || '"')
    from copied_faq c join faq f on f.id = c.old_id join rendition r on r.entry_id = f.id;

-- Each was published by a change of its own, as sync reads them.
create temp table numbered as
    select r.entry_id, r.document, (select max(number) from change) + row_number() over (order by r.document) as number
    from rendition r where r.entry_id in (select id from copied_topic union all select id from copied_faq);
insert into change (number, collection, slug, document, entry_id, action, version, at)
    select n.number, split_part(n.document, '/', 1), split_part(n.document, '/', 2), n.document, n.entry_id, 'PUBLISHED', 1,
        now()
    from numbered n;
update rendition r set number = n.number from numbered n where n.entry_id = r.entry_id;
commit;
analyze;
