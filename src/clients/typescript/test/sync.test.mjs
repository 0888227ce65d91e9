import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, DigestError, isExpired, MemoryStore } from '@ketamine-content/client'
import { BASE, cutOff, refuse, relay } from './here.mjs'

const client = new Client({ base: BASE })
const filled = async (options = {}) => {
  const store = new MemoryStore()
  return { store, result: await client.sync(store, options) }
}

test('a store is filled, and then in step with one request that brings nothing', async () => {
  const between = await relay()
  const reader = new Client({ base: between.base })
  const store = new MemoryStore()
  const first = await reader.sync(store)
  assert.ok(first.stored > 300 && first.verified && !first.restarted)
  assert.equal(store.get('topics', 'what-ketamine-is').title, 'What ketamine is')
  const pages = between.asked.length
  const second = await reader.sync(store)
  const third = await reader.sync(store)
  between.close()
  assert.deepEqual([second.stored, second.deleted, second.verified, third.verified], [0, 0, true, true])
  assert.deepEqual(between.asked.slice(pages).map(each => each.status), [200, 304])
})

test('the notices and crisis contacts are kept for showing them offline', async () => {
  const { store } = await filled({ types: ['faqs'] })
  const { meta, syncedAt } = await store.state()
  assert.ok(meta.crisis.contacts.length > 0 && meta.disclaimer && meta.regulatoryNotice)
  assert.ok(Date.now() - Date.parse(syncedAt) < 60_000)
})

test('a document whose time is over is not shown, and stays for the digest', async () => {
  const { store } = await filled({ types: ['glossary'] })
  const [document] = store.documents()
  assert.equal(document.expiresAt, null)
  const at = milliseconds => new Date(Date.now() + milliseconds).toISOString()
  for (const [expiresAt, isShown] of [[null, true], [at(60_000), true], [at(-1000), false]]) {
    await store.apply({ documents: [{ ...document, expiresAt }], deleted: [], state: await store.state() })
    assert.equal(store.get('glossary', document.slug) !== undefined, isShown)
    assert.equal(isExpired(store.documents().find(each => each.id === document.id)), !isShown)
  }
  const again = await client.sync(store, { types: ['glossary'] })
  assert.deepEqual([again.restarted, again.verified], [false, true])
})

test('only what is asked for is kept, in the form that is asked for', async () => {
  const { store, result } = await filled({ types: ['topics', 'faqs'], bodyFormat: 'text' })
  assert.deepEqual([...new Set(store.documents().map(each => each.type))].sort(), ['faqs', 'topics'])
  assert.ok(store.documents().every(each => each.sections.every(section => !section.body.includes('<p>'))))
  assert.ok(result.verified)
  await client.sync(store, { types: ['faqs', 'topics'], bodyFormat: 'text' })
  await assert.rejects(client.sync(store, { types: ['topics'] }), TypeError)
})

test('a document that got lost, or should be gone, or is of another version, is found out by the digest', async () => {
  const spoils = [
    store => store.byId.delete(store.documents()[7].id),
    store => store.byId.set('00000000-0000-0000-0000-000000000000', { ...store.documents()[0], id: '00000000-0000-0000-0000-000000000000' }),
    store => store.byId.set(store.documents()[3].id, { ...store.documents()[3], version: 99 })
  ]
  for (const spoil of spoils) {
    const { store, result } = await filled({ types: ['glossary'] })
    spoil(store)
    const again = await client.sync(store, { types: ['glossary'] })
    assert.deepEqual([again.restarted, again.verified, store.documents().length], [true, true, result.stored])
  }
})

test('a checkpoint that is refused begins again, and nobody is without content meanwhile', async () => {
  const { store, result } = await filled({ types: ['glossary'] })
  const strange = { ...store.documents()[0], id: '00000000-0000-0000-0000-000000000000', slug: 'strange' }
  await store.apply({ documents: [strange], deleted: [], state: { ...(await store.state()), checkpoint: 'c3RyYW5nZQ' } })
  const sizes = []
  const watched = Object.assign(Object.create(store), {
    apply: async change => { await store.apply(change); sizes.push(store.documents().length) }
  })
  const again = await client.sync(watched, { types: ['glossary'] })
  assert.deepEqual([again.restarted, again.verified, again.deleted - result.deleted], [true, true, 1])
  assert.ok(sizes.every(size => size >= result.stored))
  assert.equal(store.get('glossary', 'strange'), undefined)
})

test('pages that are cut off come again; a sync that ends midway goes on where it was', async () => {
  const page = await (await fetch(`${BASE}/v1/sync?limit=1`)).text()
  let cuts = 0
  const shaky = await relay((request, response, count) => count % 2 === 1 && ++cuts && (cutOff(response, page), true))
  const store = new MemoryStore()
  assert.ok((await new Client({ base: shaky.base }).sync(store)).verified)
  shaky.close()
  assert.ok(cuts >= 3)

  const half = new MemoryStore()
  const failing = await relay((request, response, count) => count === 3 && (refuse(response, 500, 'internal-error'), true))
  const reader = new Client({ base: failing.base })
  await assert.rejects(reader.sync(half, { limit: 30 }), { code: 'internal-error' })
  const had = half.documents().length
  assert.equal(had, 60)
  const rest = await reader.sync(half)
  failing.close()
  assert.deepEqual([rest.restarted, rest.verified, had + rest.stored], [false, true, store.documents().length])
})

test('the next page is on its way while the store takes one', async () => {
  const between = await relay()
  const store = new MemoryStore()
  const askedMeanwhile = []
  const waiting = Object.assign(Object.create(store), {
    apply: async change => {
      const page = askedMeanwhile.length + 1
      for (let tries = 0; tries < 100 && between.asked.length <= page; tries++) await new Promise(resolve => setTimeout(resolve, 10))
      askedMeanwhile.push(between.asked.length)
      await store.apply(change)
    }
  })
  const { verified } = await new Client({ base: between.base }).sync(waiting, { types: ['glossary'], limit: 30 })
  between.close()
  assert.ok(verified)
  // Three pages, of which the last has no successor, and then the time of the sync.
  assert.deepEqual(askedMeanwhile, [2, 3, 3, 3])
})

test('a first page that leads to a refused checkpoint again and again ends the sync', async () => {
  const refusing = await relay((request, response) => request.url.includes('checkpoint=') && (refuse(response, 400, 'invalid-checkpoint'), true))
  await assert.rejects(new Client({ base: refusing.base }).sync(new MemoryStore(), { limit: 30 }), { code: 'invalid-checkpoint' })
  refusing.close()
  assert.equal(refusing.asked.length, 4)
})

test('a new beginning that is broken off begins anew, so that what is gone is dropped', async () => {
  const { store, result } = await filled({ types: ['glossary'], limit: 30 })
  const strange = { ...store.documents()[0], id: '00000000-0000-0000-0000-000000000000', slug: 'strange' }
  await store.apply({ documents: [strange], deleted: [], state: { ...(await store.state()), checkpoint: 'c3RyYW5nZQ' } })
  const failing = await relay((request, response, count) => count === 3 && (refuse(response, 500, 'internal-error'), true))
  const reader = new Client({ base: failing.base, sha256: undefined })
  await assert.rejects(reader.sync(store, { types: ['glossary'], limit: 30 }), { code: 'internal-error' })
  failing.close()
  assert.ok(store.get('glossary', 'strange'))
  const again = await client.sync(store, { types: ['glossary'] })
  assert.deepEqual([again.restarted, store.get('glossary', 'strange'), store.documents().length], [true, undefined, result.stored])
})

test('the time of the last sync is that of one that came to its end', async () => {
  const { store } = await filled({ types: ['glossary'] })
  const then = '2026-01-01T00:00:00Z'
  await store.apply({ documents: [], deleted: [], state: { ...(await store.state()), syncedAt: then } })
  const wrong = new Client({ base: BASE, sha256: async () => new Uint8Array(32) })
  await assert.rejects(wrong.sync(store, { types: ['glossary'] }), DigestError)
  assert.equal((await store.state()).syncedAt, then)

  const half = new MemoryStore()
  const failing = await relay((request, response, count) => count === 2 && (refuse(response, 500, 'internal-error'), true))
  await assert.rejects(new Client({ base: failing.base }).sync(half, { limit: 30 }), { code: 'internal-error' })
  failing.close()
  assert.equal((await half.state()).syncedAt, null)
})

test('what is left out is the same as what is said', async () => {
  const { store } = await filled({ types: ['glossary'] })
  await client.sync(store, { types: ['glossary', 'glossary'], locale: 'en', bodyFormat: 'html' })
})

test('pages that brought something are not remembered', async () => {
  const memory = new Map()
  await new Client({ base: BASE, memory }).sync(new MemoryStore(), { types: ['glossary'], limit: 30 })
  assert.deepEqual([...memory.values()].map(each => JSON.parse(each.body).data.length).filter(length => length > 0), [])
})

test('documents of a form that is delivered no more stay, and the error says so', async () => {
  const { store, result } = await filled({ types: ['glossary'] })
  const retired = await relay((request, response) => (refuse(response, 410, 'schema-retired'), true))
  await assert.rejects(new Client({ base: retired.base }).sync(store, { types: ['glossary'] }), { code: 'schema-retired' })
  retired.close()
  assert.equal(store.documents().length, result.stored)
})

test('a digest that never fits is no endless loop', async () => {
  const { store } = await filled({ types: ['glossary'] })
  const wrong = new Client({ base: BASE, sha256: async () => new Uint8Array(32) })
  await assert.rejects(wrong.sync(store, { types: ['glossary'] }), DigestError)
})

test('a store that cannot be written ends the sync, and its signal does', async () => {
  const full = Object.assign(new MemoryStore(), { apply: async () => { throw new RangeError('The disk is full.') } })
  await assert.rejects(client.sync(full), RangeError)
  await assert.rejects(client.sync(new MemoryStore(), { signal: AbortSignal.abort() }), { name: 'AbortError' })
})
