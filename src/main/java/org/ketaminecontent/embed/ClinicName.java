package org.ketaminecontent.embed;

import java.util.Optional;
import java.util.regex.Pattern;
import org.ketaminecontent.http.ErrorCode;
import org.ketaminecontent.http.InvalidParameters;

/**
 * The name of whoever shows an embed, in one plain line. An embed is information: a name is no place for addresses,
 * numbers to call, or claims.
 */
final class ClinicName {

    static final String PARAMETER = "clinic";

    /** In code points. */
    static final int LONGEST = 60;

    /** Letters with few marks on them, digits, spaces, and what stands in names. */
    static final String CHARACTERS = "^(?=.*\\p{L})(?:[\\p{L}\\p{Nd} &'’.,()+–-]\\p{M}{0,2})+$";

    /** Hosts, and numbers long enough to be called. */
    static final String ADDRESSES = "www\\.|\\p{L}{2,}\\.\\p{L}{2,}|(?:\\p{Nd}[ ().+–-]*){5,}";

    /** Words of advertising and calls to action, which no name needs. */
    static final String CLAIMS = "best|leading|premier|number one|no\\. ?1|cures?|cured|proven|guaranteed?|guarantees"
            + "|effective|safest|miracle|breakthrough|success|works|fast|instant|rapid|painless|fda|approved"
            + "|free(?! clinic)|discounts?|offers?|deals?|save|sale|prices?|cheap|affordable|percent"
            + "|book|call|text|visit|buy|order|click|try|start|today|now";

    private static final Pattern READABLE = Pattern.compile(CHARACTERS);
    private static final Pattern ADDRESS = Pattern.compile(ADDRESSES, Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAIM =
            Pattern.compile("(?<![\\p{L}'’])(?:" + CLAIMS + ")(?![\\p{L}'’])", Pattern.CASE_INSENSITIVE);

    private ClinicName() {}

    /**
     * The name without blanks around it.
     *
     * @throws InvalidParameters where it is more than a name
     */
    static String of(String given) {
        var name = given.strip();
        refusal(name).ifPresent(why -> {
            throw new InvalidParameters(PARAMETER, ErrorCode.INVALID_VALUE, "The parameter 'clinic' " + why);
        });
        return name;
    }

    private static Optional<String> refusal(String name) {
        if (!READABLE.matcher(name).matches()) {
            return Optional.of("takes a name alone: letters, digits, spaces and & ' . , ( ) + - are allowed.");
        }
        if (ADDRESS.matcher(name).find()) {
            return Optional.of("takes a name alone: leave out addresses and telephone numbers.");
        }
        var claim = CLAIM.matcher(name);
        return claim.find()
                ? Optional.of("takes a name alone: leave out '" + claim.group().strip()
                        + "', because the text beside it is no advertisement.")
                : Optional.empty();
    }
}
