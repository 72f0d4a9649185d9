-- The pieces of work among the facts that an award rests on.
alter table award add column evidence jsonb not null default '[]';
