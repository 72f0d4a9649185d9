-- Comprehensive learner records: what a person held when it was asked for, the signed credentials within. Identifying data.
-- document is the unsigned document, recorded before it is signed; secured and token are the signed forms, null until then. The id follows
-- from the command that asked for it. Who may see it stands in visibility, as for credentials.
create table learner_record (
  id uuid primary key,
  tenant text not null references issuer,
  learner uuid not null,
  stack uuid,
  credentials uuid[] not null,
  document text not null,
  issued_at timestamptz not null,
  secured text,
  token text
);
create index learner_record_by_learner on learner_record (tenant, learner, issued_at desc);

-- Signed records as the API shows them.
create view issued_record as
select r.id, r.tenant, r.learner, r.stack, r.credentials, r.issued_at, i.base || '/records/' || r.id as address,
  coalesce(v.visibility, 'PRIVATE') as visibility
from learner_record r join issuer i on i.tenant = r.tenant
left join visibility v on v.credential = r.id and v.tenant = r.tenant
where r.secured is not null;
