-- What is stored for every credential costs the server most where it is stored twice or apart (docs/adr/0045).

-- A document, compressed, fits into its row, and so does what was emitted of it: beyond 2 kB a row was cut, and the pieces stood beside it with an
-- index of their own. Two rows of this size fit on a page.
alter table credential set (toast_tuple_target = 4080);
alter table handled set (toast_tuple_target = 4080);

-- Recorded without their value, signed a moment later: so much room is left that the signed row stands on the same page, and no index hears of it.
alter table securing set (fillfactor = 40);

-- One index for what two were for: the credentials of an award, of which one is the first.
create unique index credential_in_line on credential (award, coalesce(former, '00000000-0000-0000-0000-000000000000'::uuid));
drop index credential_first;
drop index credential_by_award;

-- Three look-ups and row locks for every credential, of what its statement has just seen: the issuer that signs it, the list that gave its entry, and the
-- credential that its securing is written beside, in one statement. None of the three is ever deleted.
alter table credential drop constraint credential_tenant_fkey;
alter table credential drop constraint credential_status_list_fkey;
alter table securing drop constraint securing_credential_fkey;
