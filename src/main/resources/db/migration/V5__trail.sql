-- What happened, one chain of records per case. The hash of each covers all its columns and the hash before it.
create table nrm_trail (
    chain         varchar(255) not null,
    sequence      bigint       not null,
    happened_at   timestamp(3) not null,
    kind          varchar(64)  not null,
    worker        varchar(64)  not null,
    subject       varchar(255),
    case_number   varchar(255),
    details       varchar      not null,
    previous_hash bytea        not null,
    hash          bytea        not null,
    constraint nrm_trail_pk primary key (chain, sequence)
);

-- The last record of each chain; its row is locked while records are appended, so that a chain never forks.
create table nrm_trail_head (
    chain         varchar(255) not null primary key,
    last_sequence bigint       not null,
    last_hash     bytea        not null
);

-- Where the chains stood when a seal was made; the seal itself is a record of the chain "seals".
create table nrm_sealed_head (
    seal     bigint       not null,
    chain    varchar(255) not null,
    sequence bigint       not null,
    hash     bytea        not null,
    constraint nrm_sealed_head_pk primary key (seal, chain)
);

create unique index nrm_sealed_head_of_chain on nrm_sealed_head (chain, sequence);

-- Who a record's worker is: the id is encrypted, and only the auditor's views open it.
create table nrm_worker (
    pseudonym varchar(64) not null primary key,
    user_id   bytea       not null
);
