package org.ketaminecontent.search;

import java.util.List;

/**
 * A concept in a reader's question.
 *
 * @param typed the words as written, with corrected spelling
 * @param stems the stems of these words
 * @param groups its synonyms and related words
 * @param corrected whether a word was misspelled
 */
record Concept(String typed, List<String> stems, List<Thesaurus.Group> groups, boolean corrected) {}
