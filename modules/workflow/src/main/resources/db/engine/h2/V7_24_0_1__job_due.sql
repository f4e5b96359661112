-- The job executor asks every half second for what is due; without this it reads every waiting timer.
create index honbu_job_due on act_ru_job(duedate_);
