-- An import changes documents too, so that the pack of the application leaves them alone, but later imports do not.
alter table work add column imported boolean not null default false;
update work set imported = true, edited = false
where edited and withdraw_at is null and state in ('PUBLISHED', 'WITHDRAWN')
    and not exists (select 1 from revision r where r.work_id = work.id and not r.from_pack)
    and not exists (select 1 from approval a where a.work_id = work.id)
    and not exists (select 1 from audit_entry e where e.subject = work.id::text
        and e.action not in ('publish', 'file')
        and not (e.action = 'withdraw' and e.detail not like '%"reason"%'));
