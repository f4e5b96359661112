-- Whether the process, when it asks for the next level, waits on where an answer had interrupted it:
-- the answer was taken back, and the same level rings for the rest of its time.
alter table paging_run add column rings_on boolean default false not null;
