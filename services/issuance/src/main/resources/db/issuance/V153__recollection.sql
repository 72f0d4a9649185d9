-- What this service said of its credentials, as it is read back from its own topics when the store was put back to an older copy; a row goes
-- once the store has it (docs/adr/0030). The data of the events as they stood on the topics. Identifying data: empty but for that time.
create table recollection (
  credential uuid primary key,
  tenant text not null,
  issued text,
  document text,
  revoked text,
  superseded text
);
