-- Who somebody of Slack is in the directory, as their confirmed address said when it was asked last. No address is kept.
create table slack.person (
  slack_user varchar(32) primary key,
  person varchar(64) not null,
  language varchar(8) not null,
  verified_at timestamp(6) with time zone not null
);
create index person_of_ours on slack.person (person, verified_at);

-- A message that is edited as things go on: the first about an incident in a channel. Slack has no key for repetitions
-- but this: what was said stands at this time of this channel.
create table slack.card (
  id varchar(160) primary key,
  about varchar(64) not null,
  place varchar(80) not null,
  channel varchar(80) not null,
  ts varchar(40) not null,
  said varchar(8000) not null,
  edited_at timestamp(6) with time zone
);
create index card_about on slack.card (about);

-- The channel of an incident's room. Not its own where Slack lets the app make none: then lines go to the usual one.
create table slack.room (
  incident varchar(64) primary key,
  channel varchar(80) not null,
  own boolean not null,
  topic_at timestamp(6) with time zone,
  archived_at timestamp(6) with time zone
);
create index room_channel on slack.room (channel);

-- What somebody did in Slack, kept before Slack hears that it was taken; its id is Slack's own, so that once is enough.
create table slack.heard (
  id varchar(160) primary key,
  what varchar(16) not null,
  slack_user varchar(32) not null,
  channel varchar(80) not null,
  words varchar(4000) not null,
  answer_at varchar(1000) not null,
  heard_at timestamp(6) with time zone not null,
  state varchar(16) not null,
  due_at timestamp(6) with time zone not null,
  tries integer not null,
  answer varchar(4000)
);
create index heard_due on slack.heard (state, due_at);
