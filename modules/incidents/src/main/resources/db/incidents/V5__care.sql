-- What people did to what runs, as other systems told it.
create table incidents.activity (
  id uuid primary key,
  integration varchar(48) not null,
  who varchar(120) not null,
  person varchar(64),
  work varchar(16) not null,
  component varchar(80),
  happened_at timestamp(6) with time zone not null,
  heard_at timestamp(6) with time zone not null,
  link varchar(500)
);
create index activity_heard on incidents.activity (heard_at);

-- Signs that a commander's own hands are at work. Who gave a sign is not here, on purpose: a nudge
-- is anonymous. The words are the work that drew them in.
create table incidents.hands_on_sign (
  id uuid primary key,
  incident varchar(48) not null,
  epoch integer not null,
  sign_kind varchar(16) not null,
  noticed_at timestamp(6) with time zone not null,
  work_ja varchar(500),
  work_en varchar(500)
);
create index hands_on_sign_incident on incidents.hands_on_sign (incident, epoch);

-- What the commander of that epoch was asked, and what they said; counted for the incident.
create table incidents.care_question (
  id uuid primary key,
  incident varchar(48) not null,
  epoch integer not null,
  why varchar(16) not null,
  asked_at timestamp(6) with time zone not null,
  answer varchar(16),
  answered_at timestamp(6) with time zone,
  handed_to varchar(64),
  said varchar(500)
);
create index care_question_incident on incidents.care_question (incident, asked_at);

-- When a commander was last there: one row, overwritten, never a log.
create table incidents.commander_presence (
  incident varchar(48) not null,
  person varchar(64) not null,
  seen_at timestamp(6) with time zone not null,
  commanded_at timestamp(6) with time zone,
  primary key (incident, person)
);
