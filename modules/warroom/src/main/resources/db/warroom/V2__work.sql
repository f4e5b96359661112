-- A piece of work with one owner. Saying no leaves the piece and nothing about the person.
create table warroom.assignment (
  id uuid primary key,
  incident varchar(48) not null,
  place integer not null,
  work_kind varchar(16) not null,
  outcome varchar(200) not null,
  owner varchar(64) not null,
  given_by varchar(64) not null,
  state varchar(16) not null,
  box_minutes integer not null,
  given_at timestamp(6) with time zone not null,
  accepted_at timestamp(6) with time zone,
  ends_at timestamp(6) with time zone,
  conditions varchar(500),
  actions varchar(500),
  needs varchar(500),
  answered varchar(16),
  evidence varchar(500),
  reported_at timestamp(6) with time zone,
  heard boolean not null,
  followed varchar(16),
  version integer not null,
  constraint assignment_place unique (incident, place)
);
create index assignment_owner on warroom.assignment (owner);

-- 「今手空いている人は？」: ends in one named person or is called off.
create table warroom.volunteer_call (
  id uuid primary key,
  incident varchar(48) not null,
  place integer not null,
  work_kind varchar(16) not null,
  what_for varchar(200) not null,
  skill varchar(80),
  box_minutes integer not null,
  asked_by varchar(64) not null,
  asked_at timestamp(6) with time zone not null,
  state varchar(16) not null,
  named varchar(64),
  heard boolean not null,
  followed varchar(16),
  version integer not null,
  constraint volunteer_call_place unique (incident, place)
);

create table warroom.volunteer (
  call_id uuid not null references warroom.volunteer_call (id),
  person varchar(64) not null,
  free_at timestamp(6) with time zone not null,
  answer_order integer not null,
  primary key (call_id, answer_order)
);
