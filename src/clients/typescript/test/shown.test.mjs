import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, reviewLine, riskGroups, waysToReach } from '@ketamine-content/client'
import { BASE } from './here.mjs'

const client = new Client({ base: BASE })
const way = more => waysToReach({ call: null, text: null, textKeyword: null, url: null, ...more })

test('a contact is reached by links that say the number too', () => {
  assert.deepEqual(way({ call: '1 800 273', text: '988', url: 'https://www.988lifeline.org/chat' }), [
    { text: 'Call 1 800 273', href: 'tel:1800273' },
    { text: 'Text 988', href: 'sms:988' },
    { text: '988lifeline.org', href: 'https://www.988lifeline.org/chat' }
  ])
  assert.deepEqual(way({ text: '741741', textKeyword: 'HOME' }), [{ text: 'Text HOME to 741741', href: 'sms:741741?body=HOME' }])
  assert.deepEqual(way({}), [])
})

test('no benefit of a document stands without its harms, and no risk is left out', async () => {
  const { data } = await client.get('faqs', 'what-are-the-benefits')
  const groups = riskGroups(data.risks)
  for (const { risk, balancedBy } of groups) {
    assert.equal(risk.direction === 'benefit', balancedBy.length > 0)
    assert.ok(balancedBy.every(each => each.direction === 'harm'))
  }
  assert.deepEqual(new Set(groups.flatMap(each => [each.risk, ...each.balancedBy]).map(each => each.id)), new Set(data.risks.map(each => each.id)))
})

test('a harm that balances nothing stands alone', () => {
  const harm = { id: 'h', direction: 'harm', balancedBy: [] }
  assert.deepEqual(riskGroups([harm]), [{ risk: harm, balancedBy: [] }])
})

test('who reviewed a document, and how it was drafted, is said as it is', () => {
  const review = { status: 'not-reviewed', reviewedBy: null, lastReviewed: null, nextReviewDue: null }
  const provenance = { drafting: 'ai-assisted', editedByPerson: false, clinicallyReviewed: false }
  assert.equal(reviewLine({ review, provenance }), 'No clinical review yet. Drafted with AI assistance, and not yet edited by a person.')
  const signed = { status: 'current', reviewedBy: { name: 'Example Reviewer', credentials: 'MD' }, lastReviewed: '2026-01-02', nextReviewDue: '2026-07-02' }
  assert.equal(reviewLine({ review: signed, provenance: { ...provenance, drafting: 'person' } }, '2026-07-02'), 'Clinical review by Example Reviewer, MD on 2026-01-02. Written by a person.')
  assert.match(reviewLine({ review: signed, provenance: { ...provenance, editedByPerson: true } }, '2026-07-03'), /The next review is overdue\. Drafted with AI assistance, then edited by a person\.$/)
})
