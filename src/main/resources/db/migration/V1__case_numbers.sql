-- The last case number given in each year; one row is locked for the moment of giving.
create table nrm_case_number (
    case_year   integer not null primary key,
    last_number integer not null
);
