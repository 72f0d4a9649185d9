-- Where the private part of a key is. WRAPPED: in column wrapped, under the key encryption key. TOKEN: in a PKCS #11 token, where column wrapped
-- has the id (CKA_ID) that it is found by.
alter table signing_key add column home text not null default 'WRAPPED' check (home in ('WRAPPED', 'TOKEN'));
