import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ftsExpression } from '@ketamine-content/client'

test('whatever a reader writes is an expression that SQLite can read', () => {
  const written = {
    'Can I drive home, afterwards?': '"drive" OR "home" OR "afterwards"',
    'what is it': '"what" OR "is" OR "it"',
    "It doesn't work on my son’s pain": '"work" OR "son" OR "pain"',
    'near(x) AND "y" OR z* ^col:a -b': '"near" OR "x" OR "y" OR "z" OR "col" OR "b"',
    'Müdigkeit dépression': '"müdigkeit" OR "dépression"',
    ' ?!" ': '',
    '': ''
  }
  for (const [text, expression] of Object.entries(written)) assert.equal(ftsExpression(text), expression)
})
