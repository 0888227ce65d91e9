package org.ketaminecontent.search;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * Tells whether somebody may be thinking of suicide or self-harm, by what they write. When in doubt it says so: to show a
 * number to somebody without need of it does little harm. Questions about the treatment's own dangers are no such doubt.
 */
final class CrisisLanguage {

    /** Somebody's own life or body, however it is put. */
    private static final String ONESELF = "(?:my ?self|me|my (?:own )?(?:life|body|wrists?|arms?|legs?|skin))";

    private static final String LIFE = "(?:my |this |the |my own )?(?:life|existence|living)";

    private static final List<Pattern> SIGNS = Stream.of(
                    // Naming it, misspelt or not; see also isNamed.
                    "suicid\\w*",
                    "s ?u ?i ?c ?i ?d ?e",
                    "parasuicid\\w*",
                    "unaliv\\w*",
                    "un alive",
                    "kms|kys",
                    "(?:self|me) ?(?:harm\\w*|injur\\w*|mutilat\\w*)",
                    "(?:kill|killing|hang|hanging|shoot|shooting|drown|drowning|poison|poisoning|starve|gas|cut|cutting|harm"
                            + "|harming|hurt|hurting|burn|burning|stab|off|offing|strangle|overdose) ?" + ONESELF,
                    "(?:slit|slash|slitting|cut|cutting) (?:my |ones |your )?(?:wrists?|veins?|throat)",
                    "(?:tak\\w*|end\\w*) (?:my|my own) li(?:fe|ves)",
                    "(?:want|wanna|wanting|going|gonna|ready|need|time|just|plan\\w*|rather|think\\w*|feel\\w*|about|consider\\w*)"
                            + "(?: just| to| of| about| like)* end(?:ing)? (?:it|everything|things|my suffering|the suffering)"
                            + "(?: all| now| tonight| today| for good| already| soon)?$",
                    "want(?:ed)? (?:it|everything|this|all of it) (?:all )?to (?:be over|end|stop forever)",
                    "end(?:ing)? it all",
                    "(?:ending|end) " + LIFE,
                    // Wishing to be dead.
                    "(?:want|wanna|wanting|wants|wish|like|need|ready|going|plan|planning|prefer|rather|hope|try|trying|how|have)"
                            + " (?:to |i (?:could|would) |i |just |be |just be |to just |to be )*(?:die|dying|dead|disappear forever)",
                    "(?:wish|wished|hope) (?:i|that i) (?:was|were|had|would|could|had never|was never|were never|am)"
                            + "(?: just| never| not)* (?:dead|die|died|been born|born|gone|wake up|not wake up|exist)",
                    "(?:better|be better|were better) off (?:dead|without me|if i (?:was|were) (?:dead|gone))",
                    "(?:nobody|no one|noone|they|everyone|world|family|people|kids).{0,20} (?:better(?: off)?|happier|miss|care"
                            + "|notice).{0,15}(?:without me|if i (?:was |were )?(?:dead|died|gone|disappeared|not here)|when i m gone)",
                    "i (?:should|deserve to|must|ought to|will|am going to|m going to|m gonna|gonna|want to) (?:just )?(?:die|be dead)"
                            + "(?! (?:from|of|if|on|because|during|in))",
                    "let me die",
                    "hate (?:being alive|living|my life)",
                    "why (?:am i|i am|i m|im) (?:still )?(?:alive|living|here)",
                    "(?:whats|what is|what s|no) (?:the )?point (?:of|in|to) (?:living|being alive|life|going on|carrying on)",
                    "(?:no ?one|nobody) (?:would|will) (?:miss|notice|care)(?: me| if i\\b.*)?",
                    "(?:overdosed|i od d|i od ed) (?:last night|today|yesterday|on|again)?",
                    "(?:i|ive|i ve|i have|just) (?:took|taken|swallowed|have taken) (?:way )?too many (?:pills|tablets|of my)\\w*",
                    "want to (?:disappear|vanish|not exist|stop existing|be gone)",
                    "(?:plan|ways?) (?:to|of) (?:die|dying|kill)(?:ing)?(?: my ?self)?(?! the pain)",
                    "(?:dont|do not|doesnt|no longer|not|never|stop|cant|can not|cannot)"
                            + " (?:really |even )?(?:want(?:ing)?|wanna|care|wish|feel like) (?:to |about |if i )?"
                            + "(?:live|living|be alive|be here|exist|existing|wake up|go on|being alive|keep living|carry on living|life)"
                            + "(?! (?:with|in|near|at|on))",
                    "(?:dont|do not|never) want to (?:be (?:alive|here|around)|live|exist|wake up|go on|keep going)(?: any ?more| no more)?$",
                    "(?:cant|can not|cannot|could not|couldnt) (?:go on|keep going|live|do this|take it|take this|carry on|cope"
                            + "|bear it|bear this|stand it)(?: like this| with this)?(?: life)? ?(?:any ?more|any longer|no more)",
                    "(?:cant|cannot|can not) go on(?: like this| living)?$",
                    "not (?:be|want to be|wanting to be) (?:here|alive|around) (?:any ?more|tomorrow|any longer)",
                    "(?:tired|sick|exhausted|done|finished|fed up)(?: \\w+)? (?:of|with) (?:life|living|being alive|existing|everything"
                            + "|my life|this life)",
                    "(?:no|any|nothing|not a|without|lost|lose|found no|give me a|a) (?:point|reason|purpose|will|desire|left)?"
                            + " ?(?:in|to|for|of)? ?(?:keep |go on |be |stay )?(?:live|living|being alive|be alive|stay alive|live for)"
                            + "(?! (?:with|in|near|at|vaccine))",
                    "(?:life|living|it) (?:is|s|isnt|is not|feels|not)(?: just| really)?"
                            + " (?:not worth|worthless|pointless|meaningless|worth living|no longer worth|unbearable|hopeless"
                            + "|over for me)",
                    "(?:not|isnt|nothing) worth living",
                    "(?:go|fall|went) (?:to )?(?:sleep|asleep|bed)(?: and)? (?:never|not|dont|forever)(?: to)?(?: wake(?: up)?)?",
                    "(?:never|not|dont want to|hope i dont|dont) wake up (?:again|tomorrow|any ?more|ever)",
                    "sleep forever",
                    "jump(?:ing)? (?:off|from|in front|out)(?: of)?",
                    "(?:step|walk|throw myself|throwing myself|run)(?:ing)? (?:in front of|under|off) (?:a |the )?"
                            + "(?:train|car|bus|traffic|truck|bridge|building|roof|cliff)",
                    "(?:take|taking|swallow|took|swallowed|down)(?:ing)? (?:all|a whole bottle of|too many|a bottle of|every one of|a lot of)"
                            + " (?:of )?(?:my|the|these|those)? ?(?:pills|tablets|meds|medication|medicine|tylenol|ketamine)"
                            + "(?: to | and )(?:die|end|never|not)\\w*",
                    "(?:take|taking|swallow|took|swallowed) (?:all|every one of) (?:of )?(?:my|the|these|those)"
                            + " (?:pills|tablets|meds|medication)",
                    "overdos\\w* (?:on purpose|intentionally|deliberately|to die)",
                    "(?:how much|how many|what dose|lethal dose|what amount).{0,40} (?:to die|to kill me|to end (?:it|my life)"
                            + "|to not wake up|kill my ?self)",
                    "(?:painless|easy|easiest|quick|quickest|best|peaceful|least painful|fastest|good)(?: and \\w+)? (?:way|ways|method"
                            + "|methods) (?:to |of |for )?(?:die|dying|go|end it|kill|death|suicide|out)",
                    "(?:write|writing|wrote|left|leave) (?:a |my )?(?:goodbye|suicide|farewell) (?:note|letter)",
                    "(?:say|saying|said) (?:my )?(?:goodbye|goodbyes) (?:to everyone|forever|for good)",
                    "in danger of (?:hurting|harming|killing)",
                    "(?:urges?|thoughts?|thinking|feel(?:ing)? like|want|wants|going|plan(?:ning)?|about) (?:of |about |to |on )*"
                            + "(?:death and dying|dying|hurting myself|cutting|cut myself|harming|ending|kill|death|self harm|my death)"
                            + "(?! (?:with|from|treatment|the treatment|therapy|ketamine|nerve|pain|my nerve|back|down|session|it early))",
                    "(?:someone|friend|husband|wife|son|daughter|partner|brother|sister|mom|mother|dad|father|he|she|they|kid|child)"
                            + ".{0,25} (?:wants? to die|kill (?:him|her|them)sel\\w+|end (?:his|her|their) (?:life|lives)|wants to end it"
                            + "|hurting (?:him|her|them)sel\\w+|cutting (?:him|her|them)sel\\w+|harming (?:him|her|them)sel\\w+)",
                    "(?:kill|hurt|harm|cut|hang|shoot)\\w* (?:him|her|them) ?sel(?:f|ves)",
                    // Spanish, as English-speaking sites get it too.
                    "suicid\\w*|quiero morir\\w*|quitarme la vida|matarme|no quiero vivir|hacerme dano|ganas de vivir|ganas de morir")
            .map(sign -> Pattern.compile("(?<![a-z])(?:" + sign + ")(?![a-z])"))
            .toList();

    /** No sign, though it holds the words of one. */
    private static final Pattern HARMLESS =
            Pattern.compile("(?:kill|killing) (?:the |my )?(?:pain|time|brain cells?)|(?:is|are|s) killing me(?! self)"
                    + "|(?:take|taking) my life back|live (?:a )?(?:normal|vaccine)|the end of (?:the )?(?:treatment|session)"
                    + "|cut(?:ting)? (?:down|back|out)|hurt my (?:back|knee|neck|shoulder)");

    private static final List<String> NAMES = List.of("suicide", "suicidal", "suicides");
    private static final int SHORTEST_NAME = 6;
    private static final Pattern NEAR_NAME = Pattern.compile("s(?:ui|iu|uc|ue).*");

    private CrisisLanguage() {}

    static boolean in(String text) {
        var plain = " "
                + Words.plain(text)
                        .replaceAll("[\u2019\u2018'`\u00b4]", "")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip();
        var read = HARMLESS.matcher(plain.strip()).replaceAll("-");
        return SIGNS.stream().anyMatch(sign -> sign.matcher(read).find())
                || Words.of(read).stream().anyMatch(CrisisLanguage::isNamed);
    }

    private static boolean isNamed(String word) {
        int slips = NEAR_NAME.matcher(word).matches() ? 2 : 1;
        return word.length() >= SHORTEST_NAME
                && NAMES.stream().anyMatch(name -> new LevenshteinDistance(slips).apply(word, name) >= 0);
    }
}
