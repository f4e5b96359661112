-- How the organisation is built. Standing roles and names are Keycloak's and are not repeated here.

create table team (
  id varchar(48) primary key,
  name_ja varchar(100) not null,
  name_en varchar(100) not null,
  team_type varchar(16) not null
);

create table membership (
  person_id varchar(64) not null,
  team_id varchar(48) not null references team (id),
  primary key (person_id, team_id)
);
create index membership_of_team on membership (team_id);

-- Ids are compared with labels of alerts exactly as they are written.
create table component (
  id varchar(80) primary key,
  business_function varchar(16) not null,
  team_id varchar(48) not null references team (id),
  runbook varchar(2000)
);

-- One row for each schedule: commanders, or payments/1 for the first level of a team.
create table rotation (
  schedule varchar(64) primary key,
  zone varchar(64) not null,
  handover_day varchar(9) not null,
  handover_time varchar(18) not null,
  begins date not null
);

create table rotation_turn (
  schedule varchar(64) not null references rotation (schedule),
  turn_order integer not null,
  person_id varchar(64) not null,
  primary key (schedule, turn_order)
);

create table contact_point (
  person_id varchar(64) not null,
  channel varchar(16) not null,
  address varchar(254) not null,
  primary key (person_id, channel, address)
);
