-- Credentials of the same award that take the place of another: renewed, or with the name corrected (docs/adr/0044). An award has one first
-- credential, and each at most one that took its place.
alter table credential add column former uuid;
alter table credential add column reissue_reason text check (reissue_reason in ('RENEWED', 'CORRECTED'));
alter table credential drop constraint credential_award_key;
create unique index credential_first on credential (award) where former is null;
create index credential_by_award on credential (award);
create unique index credential_former on credential (former) where former is not null;

-- What took a credential's place within its award, step by step; only what is signed.
create function reissues(of uuid) returns table (id uuid, reason text, step int) language sql stable as $$
  with recursive after as (
    select c.id, c.reissue_reason as reason, 1 as step from credential c
    where c.former = $1 and exists (select 1 from securing s where s.credential = c.id and s.value is not null)
    union all
    select c.id, c.reissue_reason, a.step + 1 from after a join credential c on c.former = a.id
    where exists (select 1 from securing s where s.credential = c.id and s.value is not null))
  select after.id, after.reason, after.step from after
$$;

-- What came after a credential, and before it: of the same award, or of the award that took its award's place.
create function successor(credential) returns uuid language sql stable as $$
  select coalesce(
    (select r.id from reissues($1.id) r where r.step = 1),
    (select n.credential from succession n where n.predecessor = $1.award and n.tenant = $1.tenant))
$$;
create function predecessor(credential) returns uuid language sql stable as $$
  select coalesce(
    $1.former,
    (select p.id from succession f join credential p on p.award = f.predecessor and p.tenant = f.tenant
     where f.award = $1.award and f.tenant = $1.tenant and not exists (select 1 from reissues(p.id))
       and exists (select 1 from securing s where s.credential = p.id and s.value is not null)))
$$;

create or replace view issued_credential as
select c.id, c.tenant, c.award, c.learner, c.achievement, c.version, c.number, c.status_list, c.status_index,
  c.conferred_at, c.issued_at, c.revoked_at, c.revocation_reason,
  case when c.revoked_at is null then 'ISSUED' else 'REVOKED' end as state,
  i.base || '/credentials/' || c.id as address,
  coalesce(v.visibility, 'PRIVATE') as visibility,
  successor(c) as superseded_by,
  predecessor(c) as supersedes,
  c.valid_until, c.expired_at, c.reissue_reason
from credential c
join issuer i on i.tenant = c.tenant
left join visibility v on v.credential = c.id and v.tenant = c.tenant
where exists (select 1 from securing s where s.credential = c.id and s.value is not null);
