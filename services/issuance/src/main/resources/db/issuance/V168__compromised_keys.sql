-- Keys that somebody else may sign with (docs/adr/0052): since when each is not trusted any more, and which bulk operation secures again what it
-- signed.
alter table signing_key add column revoked_at timestamptz;
alter table signing_key add column compromise uuid;

-- How often a credential was secured again. Whoever revokes it, or secures it again, does so on what they saw: what they tell holds its proofs.
alter table credential add column resecured int not null default 0;
