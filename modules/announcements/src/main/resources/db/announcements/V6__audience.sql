-- Whom a message is for; every one until now went to the status page.
alter table announcements.announcement add column audience varchar(16) default 'USERS' not null;
