-- Each task's warning before its deadline, once.
create table nrm_deadline_warning (
    task_id   varchar(64) not null primary key,
    warned_at timestamp   not null
);
