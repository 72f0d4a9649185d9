-- Whether a credential is suspended (docs/adr/0054). suspensions: how often it was, null for never; suspended_at: since when, null while it is not;
-- reinstated_at: when the last suspension ended. That it may be suspended is read from its document, which has two status entries then.
-- In the order in which a turn writes them, or the two would wait for each other.
alter table bulk drop constraint bulk_operation_check;
alter table bulk add constraint bulk_operation_check
  check (operation in ('RENEW', 'CORRECT', 'REVOKE', 'SUSPEND', 'REINSTATE', 'RESECURE'));
alter table credential add column suspensions int;
alter table credential add column suspended_at timestamptz;
alter table credential add column suspension_reason text;
alter table credential add column reinstated_at timestamptz;

alter table recollection add column suspended text;
alter table recollection add column reinstated text;

-- What was revoked is not suspended any more.
create or replace view issued_credential as
select c.id, c.tenant, c.award, c.learner, c.achievement, c.version, c.number, c.status_list, c.status_index,
  c.conferred_at, c.issued_at, c.revoked_at, c.revocation_reason,
  case when c.revoked_at is null then 'ISSUED' else 'REVOKED' end as state,
  i.base || '/credentials/' || c.id as address,
  coalesce(v.visibility, 'PRIVATE') as visibility,
  successor(c) as superseded_by,
  predecessor(c) as supersedes,
  c.valid_until, c.expired_at, c.reissue_reason,
  case when c.revoked_at is null then c.suspended_at end as suspended_at,
  case when c.revoked_at is null then c.suspension_reason end as suspension_reason
from credential c
join issuer i on i.tenant = c.tenant
left join visibility v on v.credential = c.id and v.tenant = c.tenant
where exists (select 1 from securing s where s.credential = c.id and s.value is not null);
