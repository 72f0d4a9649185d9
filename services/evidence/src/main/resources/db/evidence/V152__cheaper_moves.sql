-- How many were to be moved, counted once: who looks how far a move is does not count those who are left.
alter table move_part add column total bigint not null default 0;
update move_part p set total = p.moved + p.stayed + (
  select count(*) from dossier d
  where d.tenant = m.tenant and d.achievement = m.achievement and d.version = m.from_version and d.learner > p.reached and d.learner <= p.last)
from move m where m.id = p.move and p.state <> 'DONE';

-- A fact is written once and read as a whole; the little that looks into one looks into json as well. As jsonb it was taken apart with every
-- write and put together again with every judgement. This writes the table once. A release that still writes jsonb goes on doing so.
alter table fact alter column said type json using said::text::json;

-- What was established here was brought by no delivery, and is not looked for by one.
drop index fact_by_delivery;
create index fact_by_delivery on fact (tenant, delivery) where delivery is not null;

-- What a turn emitted is large where it moved hundreds. lz4 costs the server a fifth of pglz; one built without it keeps its default.
do $$ begin
  alter table handled alter column emitted set compression lz4;
exception when feature_not_supported then null;
end $$;
