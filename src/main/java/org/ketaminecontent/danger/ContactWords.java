package org.ketaminecontent.danger;

/**
 * Words for the contacts of readers in danger, in the language that they used.
 *
 * @param urgent what precedes the numbers where danger is only possible
 * @param call what precedes a number to call
 * @param text what precedes a number to text
 * @param or what stands between the two
 * @param send what precedes a word to send
 * @param keyword what stands between the word to send and the number to text
 * @param all the name of the list of all contacts
 */
public record ContactWords(
        String urgent, String call, String text, String or, String send, String keyword, String all) {}
