/** Words that say nothing of what is asked for. */
const FUNCTION_WORDS = new Set((
  'a an and are as at be been but by can could did do does for from get had has have how i if im in is it its me my of on or our so ' +
  'that the their them then there this to was we what when where which while who will with would you your ' +
  // These are left by apostrophes, at which SQLite parts words too.
  'd don doesn didn isn ll m re s t ve').split(' '))

/**
 * Makes an expression of what a reader wrote, for the `search` table of a snapshot (SQLite FTS5): any of its words, whatever signs
 * stand between them. Empty where there is no word. It knows no synonyms, no misspellings, and nothing of danger.
 */
export function ftsExpression(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter(each => !FUNCTION_WORDS.has(each))
  return (telling.length ? telling : words).map(each => `"${each}"`).join(' OR ')
}
