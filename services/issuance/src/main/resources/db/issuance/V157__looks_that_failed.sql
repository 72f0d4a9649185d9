-- How often looking at what was handed in has failed by a fault of our own: each time it is left for twice as long (docs/adr/0038).
alter table foreign_credential add column faults int not null default 0;
