-- What happened to a case, and who read it, lies in several chains; so does what one person did.
create index nrm_trail_of_case on nrm_trail (case_number, happened_at);
create index nrm_trail_of_worker on nrm_trail (worker, happened_at);
