-- What the issuers here say of each other and of each other's achievements: public, and no learner's. document is the unsigned document,
-- recorded before it is signed; secured and token are the signed forms, null until then. The id follows from the command that asked for it.
create table endorsement (
  id uuid primary key,
  tenant text not null references issuer,
  endorsed text not null,
  comment text not null,
  status_list text not null references status_list,
  status_index int not null,
  document text not null,
  issued_at timestamptz not null,
  secured text,
  token text,
  revoked_at timestamptz,
  unique (status_list, status_index)
);
create index endorsement_of on endorsement (endorsed, issued_at desc) where secured is not null;
create index endorsement_by on endorsement (tenant, issued_at desc) where secured is not null;

-- Signed endorsements as the API shows them.
create view issued_endorsement as
select e.id, e.tenant, e.endorsed, e.comment, e.issued_at, e.revoked_at, i.base || '/endorsements/' || e.id as address
from endorsement e join issuer i on i.tenant = e.tenant where e.secured is not null;
