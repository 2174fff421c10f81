-- What the application's role may do with the tables of the migrating role: everything but change the trail. Of the heads
-- it may change the rows, since it moves them with each record; verification holds them against the records and the seals.
-- The application may create things in this schema, so nothing is looked up in it by name alone: a function of the
-- application's that fits better than the database's own would run here as the owner.
do $$
declare
    here constant text := pg_catalog.current_schema()::text;
    path constant text := pg_catalog.current_setting('search_path'::text);
    owned record;
    rights text;
begin
    perform pg_catalog.set_config('search_path'::text, 'pg_catalog'::text, true);
    for owned in
        select c.relname::text as name, c.oid as id from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        where n.nspname::text = here and c.relkind = 'r' and pg_catalog.pg_get_userbyid(c.relowner) = current_user
    loop
        rights := case
            when owned.name in ('nrm_trail', 'nrm_sealed_head', 'nrm_worker') then 'select, insert'
            when owned.name = 'nrm_trail_head' then 'select, insert, update'
            when owned.name = '${flyway:table}' then 'select'
            else 'select, insert, update, delete'
        end;
        if not has_table_privilege('${application}'::name, owned.id, 'select'::text) then
            execute format('grant %s on %I.%I to %I', rights, here, owned.name, '${application}'::text);
        end if;
    end loop;
    perform pg_catalog.set_config('search_path'::text, path, true);
end $$;
