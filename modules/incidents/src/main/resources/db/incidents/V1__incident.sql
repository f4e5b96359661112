-- Numbers are given under this row's lock, so that they follow one another within a year.
create table incidents.numbering (
  id integer primary key,
  for_year integer not null,
  last_given integer not null
);
insert into incidents.numbering (id, for_year, last_given) values (1, 0, 0);

create table incidents.incident (
  id varchar(48) primary key,
  version integer not null,
  what varchar(140) not null,
  kind varchar(8) not null,
  state varchar(16) not null,
  severity varchar(4),
  source varchar(16) not null,
  component varchar(80),
  team varchar(48) not null,
  reporter varchar(80) not null,
  link varchar(500),
  impact varchar(120) not null,
  visibility varchar(16) not null,
  public_phase varchar(16) not null,
  room varchar(8) not null,
  large_reasons varchar(120) not null,
  break_glass boolean not null,
  answered_by varchar(64),
  triage_answer varchar(16),
  triaged_by varchar(64),
  teams_needed integer not null,
  mitigated_by varchar(64),
  successor varchar(64),
  parent varchar(48),
  timeline_length integer not null,
  started_at timestamp(6) with time zone,
  detected_at timestamp(6) with time zone not null,
  declared_at timestamp(6) with time zone not null,
  acknowledged_at timestamp(6) with time zone,
  room_opened_at timestamp(6) with time zone,
  commander_at timestamp(6) with time zone,
  first_announced_at timestamp(6) with time zone,
  identified_at timestamp(6) with time zone,
  mitigated_at timestamp(6) with time zone,
  monitoring_at timestamp(6) with time zone,
  resolved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone
);
create index incident_state on incidents.incident (state, severity, declared_at);
create index incident_resolved on incidents.incident (resolved_at);
create index incident_parent on incidents.incident (parent);

-- Never two commanders by the key, never nobody by "not null": a row is there while the room is open.
create table incidents.command_seat (
  incident varchar(48) primary key,
  version integer not null,
  holder varchar(64) not null,
  standing varchar(8) not null,
  since timestamp(6) with time zone not null,
  unqualified boolean not null,
  stand_in boolean not null,
  epoch integer not null
);
create index command_seat_holder on incidents.command_seat (holder);

-- Who commanded from when to when; written in the transaction that changes the seat.
create table incidents.command_interval (
  id uuid primary key,
  incident varchar(48) not null,
  epoch integer not null,
  holder varchar(64) not null,
  standing varchar(8) not null,
  unqualified boolean not null,
  began_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  constraint command_interval_once unique (incident, epoch)
);

create table incidents.duty (
  id uuid primary key,
  incident varchar(48) not null,
  kind varchar(16) not null,
  person varchar(64) not null,
  began_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index duty_incident on incidents.duty (incident, kind);
create index duty_person on incidents.duty (person, ended_at);

create table incidents.signal (
  id uuid primary key,
  incident varchar(48) not null,
  fingerprint varchar(200) not null,
  source varchar(16) not null,
  summary varchar(500) not null,
  customer varchar(120),
  received integer not null,
  first_at timestamp(6) with time zone not null,
  last_at timestamp(6) with time zone not null,
  cleared_at timestamp(6) with time zone,
  constraint signal_once unique (incident, fingerprint)
);

create table incidents.rating (
  id uuid primary key,
  incident varchar(48) not null,
  from_severity varchar(4),
  to_severity varchar(4) not null,
  actor varchar(80) not null,
  reason varchar(500) not null,
  rule_ids varchar(500) not null,
  rated_at timestamp(6) with time zone not null
);
create index rating_incident on incidents.rating (incident, rated_at);

create table incidents.timeline (
  id uuid primary key,
  incident varchar(48) not null,
  place integer not null,
  happened_at timestamp(6) with time zone not null,
  actor varchar(80) not null,
  entry_type varchar(32) not null,
  ja varchar(1000) not null,
  en varchar(1000) not null,
  kind varchar(8) not null,
  constraint timeline_once unique (incident, place)
);
