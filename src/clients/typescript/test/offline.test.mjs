import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchWords } from '@ketamine-content/client'

test('whatever a reader writes becomes words that SQLite can read', () => {
  const written = {
    'Can I drive home, afterwards?': ['can', 'i', 'drive', 'home', 'afterwards'],
    'my son’s "pain" AND near(x) ^col:a': ['my', 'son', 's', 'pain', 'and', 'near', 'x', 'col', 'a'],
    'Mu\u0308digkeit dépression': ['m\u00fcdigkeit', 'dépression'],
    ' ?!" ': [],
    '': []
  }
  for (const [text, words] of Object.entries(written)) assert.deepEqual(JSON.parse(searchWords(text)), words)
  assert.equal(JSON.parse(searchWords('drive '.repeat(50))).length, 40)
})
