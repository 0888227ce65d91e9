package org.ketaminecontent.search;

import java.util.List;

/**
 * One thing that a reader asks for.
 *
 * @param typed the words as they were written, or as they were meant where they were misspelt
 * @param stems of these words
 * @param groups what else it is called, and what is near
 * @param corrected whether a word was misspelt
 */
record Concept(String typed, List<String> stems, List<Thesaurus.Group> groups, boolean corrected) {}
