-- The credentials among the facts that an award rests on.
alter table award add column components jsonb not null default '[]';
