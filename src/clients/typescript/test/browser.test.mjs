import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { BASE, launch, site } from './here.mjs'

const root = new URL('..', import.meta.url)
let browser, host
before(async () => {
  browser = await launch()
  host = await site(path => path.startsWith('/dist/')
    ? { type: 'text/javascript', body: readFileSync(new URL(`.${path}`, root)) }
    : { type: 'text/html', body: '<!doctype html><title>An app</title>' })
})
after(async () => {
  await browser.close()
  host.close()
})

const open = async context => {
  const page = await context.newPage()
  await page.goto(host.base)
  return page
}

test('in a browser, on a page of another origin, all calls work', async () => {
  const context = await browser.newContext()
  const page = await open(context)
  const found = await page.evaluate(async base => {
    const { Client, ProblemError } = await import('/dist/index.js')
    const client = new Client({ base })
    const pages = []
    for await (const each of client.list('faqs', { limit: 30, fields: ['question'] })) pages.push(each.data.length)
    const error = await client.get('topics', 'no-such-topic').catch(each => each)
    await client.get('topics', 'history')
    return {
      title: (await client.get('topics', 'history')).data.title,
      pages,
      hit: (await client.search({ q: 'can i drive' })).data[0].slug,
      codes: (await client.lookup(['icd-10-cm|F33.2', 'rxnorm|6130'])).codes.length,
      refused: [error instanceof ProblemError, error.code]
    }
  }, BASE)
  assert.equal(found.title, 'A short history of ketamine')
  assert.ok(found.pages.length > 1)
  assert.deepEqual([found.hit, found.codes, found.refused], ['can-i-drive', 2, [true, 'document-not-found']])
  await context.close()
})

test('IndexedDB holds all content from one visit to the next, and without a network', async () => {
  const context = await browser.newContext()
  const first = await open(context)
  const filled = await first.evaluate(async base => {
    const { Client } = await import('/dist/index.js')
    const { IndexedDbStore } = await import('/dist/indexeddb.js')
    const { stored, verified } = await new Client({ base }).sync(await IndexedDbStore.open('content'))
    return { stored, verified }
  }, BASE)
  assert.ok(filled.stored > 300 && filled.verified)
  await first.close()

  const second = await open(context)
  await second.evaluate(async () => {
    window.client = await import('/dist/index.js')
    window.stores = await import('/dist/indexeddb.js')
  })
  await context.setOffline(true)
  const offline = await second.evaluate(async base => {
    const store = await stores.IndexedDbStore.open('content')
    const error = await new client.Client({ base, retries: 0 }).sync(store).catch(each => each.name)
    return { error, title: (await store.get('topics', 'history')).title, crisis: (await store.state()).meta.crisis.contacts.length }
  }, BASE)
  assert.deepEqual([offline.error, offline.title], ['UnreachableError', 'A short history of ketamine'])
  assert.ok(offline.crisis > 0)
  await context.setOffline(false)
  const again = await second.evaluate(async base => {
    const { stored, verified } = await new client.Client({ base }).sync(await stores.IndexedDbStore.open('content'))
    return { stored, verified }
  }, BASE)
  assert.deepEqual(again, { stored: 0, verified: true })
  await context.close()
})

test('a page that is taken or lost as a whole: what fails leaves the store as it was', async () => {
  const context = await browser.newContext()
  const page = await open(context)
  const left = await page.evaluate(async () => {
    const { IndexedDbStore } = await import('/dist/indexeddb.js')
    const store = await IndexedDbStore.open('broken')
    const bad = { documents: [{ id: 'a', type: 'faqs', slug: 'a', locale: 'en', version: 1 }, { slug: 'without id' }], deleted: [], state: { checkpoint: 'x' } }
    const failed = await store.apply(bad).then(() => false, () => true)
    return { failed, lines: (await store.inventory()).length, state: await store.state() }
  })
  assert.deepEqual(left, { failed: true, lines: 0, state: undefined })
  await context.close()
})
