-- Other issuers that a tenant's registrars count, or count no more, beside the operator's lists (docs/adr/0040): what was said last of each.
create table recognised_issuer (
  tenant text not null,
  issuer text not null,
  recognised boolean not null,
  changed_at timestamptz not null,
  primary key (tenant, issuer)
);
