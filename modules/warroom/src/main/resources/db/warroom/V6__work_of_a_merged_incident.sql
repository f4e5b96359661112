-- What a merge stopped goes on when the merge is taken apart: where each piece stood before.
alter table warroom.assignment add column before_merge varchar(16);
