-- What the credentials of an issuer may become later (docs/adr/0054): revoked, or suspended besides and given back.
alter table issuer add column status_profile text not null default 'REVOCATION'
  check (status_profile in ('REVOCATION', 'REVOCATION_AND_SUSPENSION'));
