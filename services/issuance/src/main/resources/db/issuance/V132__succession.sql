-- Which credential came after which: an award that was withdrawn and the credential of the award that replaced it. Known before either
-- credential may be.
create table succession (
  predecessor uuid primary key,
  tenant text not null,
  award uuid not null,
  credential uuid not null
);
create index succession_by_award on succession (award);

create or replace view issued_credential as
select c.id, c.tenant, c.award, c.learner, c.achievement, c.version, c.number, c.status_list, c.status_index,
  c.conferred_at, c.issued_at, c.revoked_at, c.revocation_reason,
  case when c.revoked_at is null then 'ISSUED' else 'REVOKED' end as state,
  i.base || '/credentials/' || c.id as address,
  coalesce(v.visibility, 'PRIVATE') as visibility,
  (select n.credential from succession n where n.predecessor = c.award and n.tenant = c.tenant) as superseded_by,
  (select p.id from succession f join credential p on p.award = f.predecessor and p.tenant = f.tenant
   where f.award = c.award and f.tenant = c.tenant) as supersedes
from credential c
join issuer i on i.tenant = c.tenant
left join visibility v on v.credential = c.id and v.tenant = c.tenant
where exists (select 1 from securing s where s.credential = c.id and s.value is not null);
