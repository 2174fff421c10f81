-- Each file that was attached to a task: the engine keeps the file itself, its name and its type. No digest of it is kept:
-- whoever has a file could find by one whose case it belongs to.
create table nrm_evidence (
    attachment_id varchar(64)  not null primary key,
    task_id       varchar(64)  not null,
    case_number   varchar(32),
    state         varchar(16)  not null,
    size_bytes    integer      not null,
    attached_by   varchar(255) not null,
    attached_at   timestamp    not null,
    looked_at     timestamp    not null
);

create index nrm_evidence_task on nrm_evidence (task_id);
create index nrm_evidence_state on nrm_evidence (state, looked_at);
