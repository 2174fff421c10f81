-- By which the same person is recognised in another case: keyed fingerprints, which nobody reads or tries out without the
-- key store. The second one covers a parent's name too, where it is known.
create table nrm_person_print (
    case_number varchar(255) not null primary key,
    person      varchar(64)  not null,
    with_parent varchar(64)
);

create index nrm_person_print_person on nrm_person_print (person);
