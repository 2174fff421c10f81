-- Every data key, readable only under the master key, which is in no database. A row whose key is gone is a tombstone: its
-- owner (a case, or a purpose of the system's own) never gets a key again.
create table nrm_wrapped_key (
    owner        varchar(120) not null primary key,
    key_id       varchar(36)  not null,
    master_key   varchar(64),
    wrapped      bytea,
    made_at      timestamp    not null,
    destroyed_at timestamp
);

create index nrm_wrapped_key_master on nrm_wrapped_key (master_key);
