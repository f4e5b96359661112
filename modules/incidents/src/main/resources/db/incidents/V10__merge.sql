-- Which incident became part of which, how it stood then and which signals went with it: two that were
-- taken for one by mistake can be taken apart again.
create table incidents.merge (
  id uuid primary key,
  version integer not null,
  child varchar(48) not null,
  parent varchar(48) not null,
  merged_by varchar(64) not null,
  merged_at timestamp(6) with time zone not null,
  state_before varchar(16) not null,
  stand_in boolean not null,
  parted_by varchar(64),
  parted_at timestamp(6) with time zone
);
create index merge_child on incidents.merge (child);

create table incidents.merge_signal (
  merge uuid not null references incidents.merge (id),
  signal uuid not null,
  -- The same signal was known there: it went on there, and was silenced here.
  absorbed boolean not null,
  primary key (merge, signal)
);
