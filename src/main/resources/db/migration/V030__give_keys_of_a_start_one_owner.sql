-- Whoever runs the server holds all keys that starts make: they are one person, and so is what they wrote.
update revision set authors = authors || array['start']
    where authors && (select array_agg('key:' || id) from api_key where bootstrap);
update api_key set made_by = 'start' where bootstrap;
