-- Several keys per issuer, one in use of each kind, and the ways in which it secures its credentials. An Ed25519 key and eddsa-rdfc-2022 are
-- what every issuer had, and always has.
alter table issuer add column securings text[] not null default '{eddsa-rdfc-2022}';

-- multikey: of an RSA key, which has none, the thumbprint of its JWK (RFC 7638); only there public_jwk is needed.
alter table signing_key add column kind text not null default 'ED25519' check (kind in ('ED25519', 'P256', 'P384', 'RSA'));
alter table signing_key add column public_jwk text;
drop index signing_key_in_use;
create unique index signing_key_in_use on signing_key (tenant, purpose, kind) where valid_until is null;
