-- Credentials of other issuers that learners handed in (docs/adr/0038): what became of each, told by events that may come in any order, so
-- every column but the first three may be empty. What was handed in is not kept. credential: as what it is held, the id of the request that
-- first brought it; what is said of a lapse stands in that request's row.
create table import_request (
  id uuid primary key,
  tenant text not null,
  learner uuid not null,
  requested_at timestamptz,
  credential uuid,
  issuer text,
  achievement text,
  valid_until timestamptz,
  refusal text,
  concluded_at timestamptz,
  lapse text,
  lapsed_at timestamptz
);
create index import_request_by_learner on import_request (tenant, learner);
