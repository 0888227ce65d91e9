package org.ketaminecontent.search;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ketaminecontent.content.CodeQuery;
import org.ketaminecontent.content.CodeSystem;

/** Finds clinical codes in a query. */
final class CodeParser {

    /** Letters and digits with dots, including at least one digit. */
    private static final Pattern CODE = Pattern.compile("(?=.*\\d)[A-Z0-9][A-Z0-9.]{2,11}");

    private static final Pattern ICD = Pattern.compile("([A-Z]\\d[\\dA-Z])(?:\\.[\\dA-Z]{1,4})?");

    private CodeParser() {}

    /** Possible codes of any system, and the ICD-10-CM categories that they belong to. */
    static List<String> in(String asked) {
        return Stream.of(asked.toUpperCase(Locale.ROOT).split("[\\s|,;:()]+"))
                .map(CodeParser::withoutDots)
                .filter(piece -> CODE.matcher(piece).matches())
                .flatMap(CodeParser::spellings)
                .distinct()
                .flatMap(code -> Stream.of(CodeSystem.values()).map(system -> system.shortName() + "|" + code))
                .toList();
    }

    /** Without the period at the end of a sentence. */
    private static String withoutDots(String piece) {
        int end = piece.length();
        while (end > 0 && piece.charAt(end - 1) == '.') {
            end--;
        }
        return piece.substring(0, end);
    }

    private static Stream<String> spellings(String code) {
        var spelt = CodeQuery.of(CodeSystem.ICD_10_CM, code).code();
        var icd = ICD.matcher(spelt);
        return icd.matches() ? Stream.of(code, spelt, icd.group(1)) : Stream.of(code);
    }
}
