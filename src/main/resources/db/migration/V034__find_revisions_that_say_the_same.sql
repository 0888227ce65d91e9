-- Who wrote a text is known by the text, however it comes back.
create index revision_content_hash_index on revision (content_hash);
