-- An item may be there before the review of its incident is, and say which gap it closes: so it does not
-- refer to the review any more. That rule has no name of its own (each database gave it one), so it cannot
-- be dropped by name, and the table is written anew.
create table learning.action_item_anew (
  id uuid primary key,
  version integer not null,
  incident varchar(64) not null,
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
  heard boolean not null,
  gap varchar(16)
);

insert into learning.action_item_anew
  (id, version, incident, mode, place, what, action_kind, team, owner, due_at, severity, state,
   reason, settled_by, settled_at, heard)
  select id, version, incident, mode, place, what, action_kind, team, owner, due_at, severity, state,
   reason, settled_by, settled_at, heard
  from learning.action_item;

drop table learning.action_item;

alter table learning.action_item_anew rename to action_item;

alter table learning.action_item add constraint action_item_place unique (incident, place);

-- Of each gap one item, however often the same is heard.
alter table learning.action_item add constraint action_item_gap unique (incident, gap);

create index action_item_open on learning.action_item (state, due_at);
