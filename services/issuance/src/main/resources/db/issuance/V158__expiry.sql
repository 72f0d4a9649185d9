-- When a credential's validity ends, and when that was told (docs/adr/0042). Timers of credentials from before are set when the service starts.
alter table credential add column valid_until timestamptz;
alter table credential add column expired_at timestamptz;
update credential set valid_until = (document::json ->> 'validUntil')::timestamptz where document like '%"validUntil":%';
create index credential_ending on credential (id) where valid_until is not null and expired_at is null and revoked_at is null;

alter table recollection add column expired text;

create or replace view issued_credential as
select c.id, c.tenant, c.award, c.learner, c.achievement, c.version, c.number, c.status_list, c.status_index,
  c.conferred_at, c.issued_at, c.revoked_at, c.revocation_reason,
  case when c.revoked_at is null then 'ISSUED' else 'REVOKED' end as state,
  i.base || '/credentials/' || c.id as address,
  coalesce(v.visibility, 'PRIVATE') as visibility,
  (select n.credential from succession n where n.predecessor = c.award and n.tenant = c.tenant) as superseded_by,
  (select p.id from succession f join credential p on p.award = f.predecessor and p.tenant = f.tenant
   where f.award = c.award and f.tenant = c.tenant) as supersedes,
  c.valid_until, c.expired_at
from credential c
join issuer i on i.tenant = c.tenant
left join visibility v on v.credential = c.id and v.tenant = c.tenant
where exists (select 1 from securing s where s.credential = c.id and s.value is not null);
