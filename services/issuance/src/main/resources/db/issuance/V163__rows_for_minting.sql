-- What is stored for every credential costs the server most where it is stored twice or apart (docs/adr/0047).

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
