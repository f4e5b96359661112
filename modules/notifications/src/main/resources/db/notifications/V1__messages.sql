-- A call to one person; what the answer link names and the page behind it shows.
create table paged (
  id uuid primary key,
  kind varchar(16) not null,
  incident_id varchar(64) not null,
  severity integer not null,
  title varchar(500) not null,
  impact varchar(1000),
  place varchar(500),
  person_id varchar(64) not null,
  run_id varchar(80) not null,
  step integer not null,
  level_ja varchar(200) not null,
  level_en varchar(200) not null,
  answer_by timestamp(6) with time zone not null,
  otherwise_ja varchar(500),
  otherwise_en varchar(500),
  also_called varchar(4000) not null,
  paged_at timestamp(6) with time zone not null,
  constraint paged_once unique (run_id, step, person_id)
);

-- One message to one address or channel. due_at is moved forward while a sender has it (its lease);
-- fence counts the leases, so that a sender who lost its lease can no longer mark.
create table message (
  id uuid primary key,
  idempotency_key varchar(400) not null,
  kind varchar(16) not null,
  incident_id varchar(64) not null,
  severity integer not null,
  lane varchar(16) not null,
  channel varchar(80) not null,
  paged_id uuid,
  person_id varchar(64),
  address varchar(400) not null,
  contact integer not null,
  subject varchar(400) not null,
  body varchar(8000) not null,
  seal varchar(80) not null,
  state varchar(16) not null,
  written_at timestamp(6) with time zone not null,
  due_at timestamp(6) with time zone not null,
  fence integer not null,
  tries integer not null,
  widened boolean not null,
  constraint message_key unique (idempotency_key)
);
create index message_due on message (state, lane, due_at);
create index message_of_page on message (paged_id);
create index message_of_incident on message (incident_id);
create index message_newest on message (written_at);

create table attempt (
  id uuid primary key,
  message_id uuid not null references message (id),
  tried_at timestamp(6) with time zone not null,
  sent boolean not null,
  outcome varchar(500) not null
);
create index attempt_of_message on attempt (message_id, tried_at);

-- Made at the first need and kept, so that links outlive a restart and work on every node.
create table signing_key (
  id integer primary key,
  secret varchar(100) not null
);
