package org.ketaminecontent.text;

import java.util.regex.Pattern;

/** Tells whether a text states a benefit, and whether it names a limit or a risk with it. */
public final class Balance {

    private static final Pattern BENEFIT = Pattern.compile(
            "\\b(?:improv\\w+|respon(?:d|ds|ded|ders?|se)|remission|remitted|reliev\\w+|relief|eas(?:e|es|ed)"
                    + "|benefit(?:s|ed)?|better|lift(?:s|ed)? mood|helped|helps)\\b",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LIMIT = Pattern.compile(
            "\\b(?:but|however|not|no|never|none|only|few|fewer|fade[sd]?|short|small|relapse[sd]?|risks?|limits?"
                    + "|limited|uncertain|unknown|unclear|weak|weaker|low|little|less|mixed|temporary|lost|harm\\w*"
                    + "|side effects?|cannot|did not|does not|without|yet)\\b|n['’]t\\b",
            Pattern.CASE_INSENSITIVE);

    private Balance() {}

    public static boolean statesBenefit(String text) {
        return BENEFIT.matcher(text).find();
    }

    public static boolean namesLimit(String text) {
        return LIMIT.matcher(text).find();
    }
}
