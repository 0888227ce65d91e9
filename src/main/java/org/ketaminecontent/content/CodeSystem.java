package org.ketaminecontent.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The clinical code systems used in documents, with the URI and OID by which HL7 names each.
 *
 * @see <a href="https://terminology.hl7.org/external_terminologies.html">HL7 external terminologies</a>
 */
public enum CodeSystem {
    @JsonProperty("icd-10-cm")
    ICD_10_CM("http://hl7.org/fhir/sid/icd-10-cm", "2.16.840.1.113883.6.90"),
    @JsonProperty("snomed-ct")
    SNOMED_CT("http://snomed.info/sct", "2.16.840.1.113883.6.96"),
    @JsonProperty("mesh")
    MESH("https://www.nlm.nih.gov/mesh", "2.16.840.1.113883.6.177"),
    @JsonProperty("rxnorm")
    RXNORM("http://www.nlm.nih.gov/research/umls/rxnorm", "2.16.840.1.113883.6.88"),
    @JsonProperty("unii")
    UNII("http://fdasis.nlm.nih.gov", "2.16.840.1.113883.4.9"),
    @JsonProperty("atc")
    ATC("http://www.whocc.no/atc", "2.16.840.1.113883.6.73");

    private static final String SCHEME = "urn:oid:";

    public final String uri;
    public final String oid;

    CodeSystem(String uri, String oid) {
        this.uri = uri;
        this.oid = oid;
    }

    /**
     * Finds a system by its short name, URI, or OID with or without {@code urn:oid:}, ignoring case and surrounding
     * spaces.
     */
    public static Optional<CodeSystem> named(String name) {
        var plain = name.strip();
        var oid = withoutScheme(plain);
        return Arrays.stream(values())
                .filter(system -> plain.equalsIgnoreCase(system.uri)
                        || oid.equals(system.oid)
                        || plain.equalsIgnoreCase(system.shortName()))
                .findFirst();
    }

    /** An object identifier without {@code urn:oid:} (RFC 3061). */
    public static String withoutScheme(String oid) {
        return oid.regionMatches(true, 0, SCHEME, 0, SCHEME.length()) ? oid.substring(SCHEME.length()) : oid;
    }

    /** The name used on the wire, such as {@code icd-10-cm}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
