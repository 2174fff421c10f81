-- Which key store the keys of these cases lie in, by a fingerprint that only that store can make.
create table nrm_key_store (
    id          integer     not null primary key check (id = 1),
    fingerprint varchar(64) not null
);
