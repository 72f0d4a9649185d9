-- Three look-ups and row locks (docs/adr/0047) for every credential, of what its statement has just seen: the issuer that signs it, the list that gave its entry, and the
-- credential that its securing is written beside, in one statement. None of the three is ever deleted.
alter table credential drop constraint credential_tenant_fkey;
alter table credential drop constraint credential_status_list_fkey;
alter table securing drop constraint securing_credential_fkey;
