-- The colour that an issuer chose for what is drawn in its name (docs/adr/0057); null where it follows from its DID.
alter table issuer add column colour text check (colour ~ '^#[0-9a-f]{6}$');
