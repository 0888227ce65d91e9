package org.ketaminecontent.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ketaminecontent.content.CrisisContacts.Contact;
import org.ketaminecontent.danger.DangerKind;
import org.ketaminecontent.live.RenditionReader.Stamp;
import org.ketaminecontent.live.Synonyms;

/**
 * The state of the content in an index. It is stored with the index, so that a start without a database has all parts
 * of an answer.
 *
 * @param build the build that wrote it; another one may analyze texts differently
 * @param stamp the latest change that it includes
 * @param contactsNumber the number of the latest change to the crisis contacts
 * @param contacts the contacts shown everywhere
 * @param firstContacts the contacts shown first in a danger
 */
record IndexState(
        String build,
        Stamp stamp,
        long contactsNumber,
        List<Contact> contacts,
        Map<DangerKind, List<Contact>> firstContacts,
        List<Synonyms> synonyms) {

    /** The state of an empty index. */
    static final IndexState NONE = new IndexState("", Stamp.NONE, 0, List.of(), Map.of(), List.of());

    private static final String BUILD = "build";
    private static final String NUMBER = "number";
    private static final String AT = "at";
    private static final String CONTACTS_NUMBER = "contactsNumber";
    private static final String CONTACTS = "contacts";
    private static final String FIRST_CONTACTS = "firstContacts";
    private static final String SYNONYMS = "synonyms";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    Map<String, String> data() {
        return Map.of(
                BUILD, build,
                NUMBER, String.valueOf(stamp.number()),
                AT, stamp.at().toString(),
                CONTACTS_NUMBER, String.valueOf(contactsNumber),
                CONTACTS, json(contacts),
                FIRST_CONTACTS, json(firstContacts),
                SYNONYMS, json(synonyms));
    }

    /** Parses a state; empty if it belongs to another build. */
    static Optional<IndexState> of(Map<String, String> data, String build) {
        if (!build.equals(data.get(BUILD))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IndexState(
                    build,
                    new Stamp(Long.parseLong(data.get(NUMBER)), Instant.parse(data.get(AT))),
                    Long.parseLong(data.get(CONTACTS_NUMBER)),
                    MAPPER.readValue(data.get(CONTACTS), new TypeReference<>() {}),
                    MAPPER.readValue(data.get(FIRST_CONTACTS), new TypeReference<>() {}),
                    MAPPER.readValue(data.get(SYNONYMS), new TypeReference<>() {})));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored document can be parsed", e);
        }
    }

    private static String json(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("index data can be written as JSON", e);
        }
    }
}
