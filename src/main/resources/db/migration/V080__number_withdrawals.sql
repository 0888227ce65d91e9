-- Which change took a document back: sync tells of withdrawals and publications in one order, the order of the log.
alter table withdrawal add column number bigint;
update withdrawal set number = (
    select max(c.number) from change c where c.entry_id = withdrawal.entry_id and c.action = 'WITHDRAWN'
);
alter table withdrawal alter column number set not null;
alter table withdrawal add constraint withdrawal_number_fk foreign key (number) references change;
create index withdrawal_number_index on withdrawal (number);
