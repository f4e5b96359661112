-- Monitoring systems that may knock, each with a key of its own; only its SHA-256 is kept.
create table integration (
  id varchar(48) primary key,
  name varchar(100) not null,
  key_hash varchar(64) not null,
  created_at timestamp(6) with time zone not null
);

-- Which incident a group of alerts belongs to. open_key is unique while the incident is open and
-- null afterwards: the same group then begins a new incident.
create table correlation (
  id uuid primary key,
  integration_id varchar(48) not null,
  group_key varchar(500) not null,
  open_key varchar(64),
  incident_id varchar(64),
  opened_at timestamp(6) with time zone not null,
  constraint correlation_open unique (open_key)
);
create index correlation_of_incident on correlation (incident_id);

-- One row for each fingerprint; repeats only raise heard_times, in sums written once a second.
create table signal (
  correlation_id uuid not null references correlation (id),
  fingerprint varchar(64) not null,
  title varchar(200) not null,
  labels varchar(2000) not null,
  urgency varchar(16) not null,
  first_at timestamp(6) with time zone not null,
  cleared_at timestamp(6) with time zone,
  heard_times bigint not null,
  heard_at timestamp(6) with time zone not null,
  primary key (correlation_id, fingerprint)
);

-- What was said, as it was said: kept whenever it brought something new, or named itself.
create table delivery (
  id uuid primary key,
  integration_id varchar(48) not null,
  idempotency_hash varchar(64),
  incident_id varchar(64),
  received_at timestamp(6) with time zone not null,
  body bytea not null,
  constraint delivery_once unique (integration_id, idempotency_hash)
);
create index delivery_of_incident on delivery (incident_id);

-- What came with a right key but could not be read; the same words again only raise the count.
create table dead_letter (
  id uuid primary key,
  integration_id varchar(48) not null,
  body_hash varchar(64) not null,
  reason_ja varchar(500) not null,
  reason_en varchar(500) not null,
  first_at timestamp(6) with time zone not null,
  last_at timestamp(6) with time zone not null,
  heard_times bigint not null,
  body bytea not null,
  constraint dead_letter_once unique (integration_id, body_hash)
);
