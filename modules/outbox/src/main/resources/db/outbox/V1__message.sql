-- One row for each fact and each handler that wants it; deleted by the transaction that handled it.
create table outbox.message (
  -- Not an identity of anything outside: only the order of the queue, which the database alone can give.
  place bigint generated always as identity primary key,
  handler varchar(120) not null,
  subject varchar(64) not null,
  fact varchar(200) not null,
  body varchar(8000) not null,
  announced_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  tries integer not null,
  stuck_since timestamp(6) with time zone,
  why varchar(500)
);

-- Finds the head of a line.
create index message_line on outbox.message (handler, subject, place);
