-- What the application's role may do with the tables of the migrating role: everything but change the trail. Of the heads
-- it may change the rows, since it moves them with each record; verification holds them against the records and the seals.
do $$
declare
    owned record;
    rights text;
begin
    for owned in
        select tablename from pg_tables where schemaname = current_schema() and tableowner = current_user
    loop
        rights := case
            when owned.tablename in ('nrm_trail', 'nrm_sealed_head', 'nrm_worker') then 'select, insert'
            when owned.tablename = 'nrm_trail_head' then 'select, insert, update'
            when owned.tablename = '${flyway:table}' then 'select'
            else 'select, insert, update, delete'
        end;
        if not has_table_privilege('${application}', owned.tablename, 'select') then
            execute format('grant %s on %I to %I', rights, owned.tablename, '${application}');
        end if;
    end loop;
end $$;
