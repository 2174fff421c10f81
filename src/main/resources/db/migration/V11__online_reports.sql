-- Reports of exploitation online that have come in, each once. What they say is sealed here until their case holds it, then
-- it is gone; references and hashes are fingerprints.
create table nrm_online_report (
    id             varchar(64)  not null primary key,
    reporter       varchar(64)  not null,
    reference_mark varchar(64)  unique,
    received_at    timestamp(3) not null,
    place          integer      not null,
    severity       integer      not null,
    same_as        varchar(64),
    content        bytea,
    waiting        boolean      not null,
    case_number    varchar(32)
);

create index nrm_online_report_harm on nrm_online_report (waiting, severity desc, received_at, place);
create index nrm_online_report_same on nrm_online_report (same_as);

-- The first report of each material that is still looked into.
create table nrm_online_hash (
    hash_mark varchar(64) not null primary key,
    report    varchar(64) not null
);

create index nrm_online_hash_report on nrm_online_hash (report);

-- One batch is looked up and added at a time.
create table nrm_online_intake (
    id integer not null primary key check (id = 1)
);

insert into nrm_online_intake (id) values (1);
