-- How often it was taken to be looked at, one time after the other, and nobody came back: whoever looks may have ended with it (docs/adr/0038).
alter table foreign_credential add column takings int not null default 0;
