-- Holes in a chain that somebody fell into, so that a gap says whom it hurt. Once for an incident, rung and person, however often the
-- chain is climbed; '-' when nobody stood on the rung. The team is as the chain knew it, in our tables or not.
create table passed_over (
  incident_id varchar(64) not null,
  team_id varchar(48) not null,
  call_level varchar(24) not null,
  person_id varchar(64) not null,
  reason varchar(16) not null,
  happened_at timestamp(6) with time zone not null,
  primary key (incident_id, team_id, call_level, person_id)
);
create index passed_over_at on passed_over (happened_at);

-- What somebody did for their first time in a real incident. The id is the task's, as it was taken: it counts once.
-- For that person's own eyes; nothing here compares people.
create table contribution (
  id uuid primary key,
  person_id varchar(64) not null,
  incident_id varchar(64) not null,
  what_ja varchar(100) not null,
  what_en varchar(100) not null,
  done_at timestamp(6) with time zone not null
);
create index contribution_of_person on contribution (person_id, done_at);

-- That somebody came into the room of a real incident, the first time they did.
create table attendance (
  incident_id varchar(64) not null,
  person_id varchar(64) not null,
  came_at timestamp(6) with time zone not null,
  primary key (incident_id, person_id)
);
create index attendance_of_person on attendance (person_id);
