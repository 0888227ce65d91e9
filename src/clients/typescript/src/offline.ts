/** As many words of a question as the server reads. */
const MOST_WORDS = 40

/** The words of what a reader wrote, as JSON: the first value of {@link SNAPSHOT_SEARCH}. */
export function searchWords(text: string): string {
  return JSON.stringify((text.normalize().toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MOST_WORDS))
}

/**
 * The search in a snapshot (SQLite 3.28 or newer with FTS5), as `docs/offline.md` of the server explains it. Its values are
 * {@link searchWords} and the greatest number of rows. It knows no misspellings, and nothing of danger.
 */
export const SNAPSHOT_SEARCH = `
with recursive
  word (at, text) as (select key, value from json_each(?)),
  run (start, size, text) as (
    select at, 1, text from word
    union all
    select start, size + 1, run.text || ' ' || word.text from run cross join word on at = start + size
    where size < (select max(size) from synonym)),
  meant (start, size, text, concept, exact) as (
    select start, size, text, null, null from run where size = 1
    union all
    select start, run.size, text, concept, synonym.rowid from run cross join synonym
    where phrase match '^ "' || text || '"' and synonym.size = run.size),
  telling as (
    select *, max(start + size) over (order by start, size desc groups between unbounded preceding and 1 preceding) as done
    from meant where size > 1 or text not in (select word from ignored)),
  part (start, text, weight) as (
    select start, coalesce(phrase, text), case when synonym.rowid is exact then 1 else 0.8 end
    from telling left join synonym using (concept) where start + telling.size > coalesce(done, 0)),
  hit (number, start, field, score) as (
    select search.rowid, start, 'text', -weight * bm25(search, 10, 5, 1) from part cross join search
    where search match '"' || part.text || '"'
    union all
    select number, start, 'question', -weight * bm25(question) from part cross join question cross join document using (id)
    where question match '"' || part.text || '"'
    union all
    select number, null, 'question', -bm25(question) from question cross join document using (id)
    where question match (select coalesce(group_concat('"' || text || '"', ' OR '), '""') from word)),
  best (number, score) as (select number, max(score) from hit group by number, start, field)
select d.type, d.slug, d.title, d.summary, d.json from best cross join document d using (number)
where d.type <> 'references' and (d.expires_at is null or d.expires_at > strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))
group by number order by sum(score) desc limit ?`
