-- Which permissions the directory of institutions has once brought into the engine. A row without its permission in the
-- engine means: an administrator removed it by hand, and it stays removed. Names are those of the engine's API.
create table nrm_seeded_grant (
    group_id varchar(255) not null,
    resource_type varchar(64) not null,
    resource_id varchar(255) not null,
    permission varchar(64) not null,
    constraint nrm_seeded_grant_pk primary key (group_id, resource_type, resource_id, permission)
);

-- One row, locked while the directory is brought in: of nodes that start together, one does it and the others wait.
create table nrm_seeding_lock (
    id integer not null primary key
);

insert into nrm_seeding_lock (id) values (1);
