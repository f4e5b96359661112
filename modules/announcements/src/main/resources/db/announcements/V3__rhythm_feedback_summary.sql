-- The commander made the rhythm slower, at that severity; another severity goes by the table again.
create table announcements.cadence_change (
  id uuid primary key,
  incident varchar(64) not null,
  number integer not null,
  said_by varchar(64) not null,
  said_at timestamp(6) with time zone not null,
  severity integer not null,
  within_minutes integer not null,
  constraint cadence_change_number unique (incident, number)
);
-- What customer support hears from users, counted.
create table announcements.user_feedback (
  id uuid primary key,
  incident varchar(64) not null,
  number integer not null,
  said_by varchar(64) not null,
  said_at timestamp(6) with time zone not null,
  new_reports integer not null,
  distinct_customers integer not null,
  quotes varchar(1000) not null,
  most_asked varchar(300) not null,
  constraint user_feedback_number unique (incident, number)
);
-- What stakeholders were told, in three lines at most.
create table announcements.executive_summary (
  id uuid primary key,
  incident varchar(64) not null,
  number integer not null,
  said_by varchar(64) not null,
  said_at timestamp(6) with time zone not null,
  text varchar(600) not null,
  constraint executive_summary_number unique (incident, number)
);
-- Where data may be harmed, a privacy officer reads a text before the commander approves it.
alter table announcements.announcement add column privacy_approver varchar(64);
