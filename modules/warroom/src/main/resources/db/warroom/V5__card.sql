-- When somebody looked at an incident: one row for each of them, overwritten, never a log.
create table warroom.last_look (
  incident varchar(48) not null,
  person varchar(64) not null,
  last_at timestamp(6) with time zone not null,
  before_at timestamp(6) with time zone,
  primary key (incident, person)
);

-- Read-only links. The secret is not here: a link is this id and its end, signed.
create table warroom.shared_link (
  id uuid primary key,
  incident varchar(48) not null,
  made_by varchar(64) not null,
  made_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone not null,
  revoked_by varchar(64),
  revoked_at timestamp(6) with time zone,
  opened integer not null
);
create index shared_link_incident on warroom.shared_link (incident, made_at);
