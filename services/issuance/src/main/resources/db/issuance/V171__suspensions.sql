-- A second list beside the first, of the same entries under the same indexes, where credentials may be suspended (docs/adr/0054). Null, both, of lists
-- none of whose credentials may.
alter table status_list add column suspended bytea;
alter table status_list add column suspension_document text;
alter table status_list add check ((suspended is null) = (suspension_document is null));
