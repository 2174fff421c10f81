-- Cases whose content is to be erased: ordered with the confirming step, done when the key of the case is destroyed.
create table nrm_erasure (
    case_number varchar(32)   not null primary key,
    legal_basis varchar(1000) not null,
    ordered_at  timestamp     not null,
    erased_at   timestamp
);

-- Closed cases in whose history the people who worked on them are pseudonyms by now.
create table nrm_hidden_workers (
    case_number varchar(32) not null primary key,
    hidden_at   timestamp   not null
);
