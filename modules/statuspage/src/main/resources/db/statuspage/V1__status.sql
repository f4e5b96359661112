-- What the public was told, once more and without anything of the inside: the page is drawn from these rows alone.
create table shown_component (
  component_id varchar(80) primary key,
  version integer not null,
  public_id varchar(12) not null,
  name_ja varchar(80) not null,
  name_en varchar(80) not null,
  place integer not null,
  shown_since timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  constraint shown_component_public_id unique (public_id)
);

create table public_incident (
  incident_id varchar(64) primary key,
  version integer not null,
  -- A drill has no row here, whoever asks for one.
  kind varchar(16) not null,
  public_id varchar(12) not null,
  component_id varchar(80),
  phase varchar(16) not null,
  had_impact boolean not null,
  -- Its news goes on with another one; users are not left with one that never ends.
  merged boolean not null,
  started_at timestamp(6) with time zone not null,
  published_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null,
  constraint public_incident_is_real check (kind = 'REAL'),
  constraint public_incident_public_id unique (public_id)
);
create index public_incident_newest on public_incident (published_at);

create table public_update (
  announcement_id uuid primary key,
  public_id varchar(12) not null,
  incident_id varchar(64) not null references public_incident (incident_id),
  number integer not null,
  said varchar(16) not null,
  phase varchar(16) not null,
  text_ja varchar(400) not null,
  text_en varchar(800) not null,
  next_at timestamp(6) with time zone,
  published_at timestamp(6) with time zone not null,
  constraint public_update_public_id unique (public_id)
);
create index public_update_of_incident on public_update (incident_id, number);

-- Whoever wants to hear by e-mail. A row that was never confirmed is deleted after two days, one that unsubscribes at once.
create table subscriber (
  id uuid primary key,
  version integer not null,
  address varchar(254) not null,
  language varchar(2) not null,
  asked_at timestamp(6) with time zone not null,
  asked integer not null,
  confirmed_at timestamp(6) with time zone,
  constraint subscriber_address unique (address)
);
