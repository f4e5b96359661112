-- What was learned from an incident. Rows are never deleted: people read them years later.
create table learning.postmortem (
  incident varchar(64) primary key,
  version integer not null,
  kind varchar(8) not null,
  form varchar(8) not null,
  state varchar(16) not null,
  severity integer not null,
  commander varchar(64),
  owner varchar(64),
  facilitator varchar(64),
  meeting_at timestamp(6) with time zone,
  due_at timestamp(6) with time zone not null,
  -- Counts what was written, so that of two people who write at once the second is told.
  edition integer not null,
  writer varchar(64),
  begun_at timestamp(6) with time zone not null,
  reviewed_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone
);

create index postmortem_state on learning.postmortem (state);

create table learning.postmortem_text (
  incident varchar(64) not null references learning.postmortem (incident),
  section varchar(16) not null,
  body varchar(4000) not null,
  primary key (incident, section)
);

create table learning.action_item (
  id uuid primary key,
  version integer not null,
  incident varchar(64) not null references learning.postmortem (incident),
  mode varchar(8) not null,
  place integer not null,
  what varchar(300) not null,
  action_kind varchar(16) not null,
  team varchar(48) not null,
  owner varchar(64) not null,
  due_at timestamp(6) with time zone not null,
  severity integer not null,
  state varchar(8) not null,
  reason varchar(500),
  settled_by varchar(64),
  settled_at timestamp(6) with time zone,
  -- Whether its process was told of it.
  heard boolean not null,
  constraint action_item_place unique (incident, place)
);

create index action_item_open on learning.action_item (state, due_at);
