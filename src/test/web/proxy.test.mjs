import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { HOSTILE, launch } from './here.mjs'

// The server with the hostile content stands behind nginx, below a path.
const KEY = process.env.PROXIED_KEY
const skip = HOSTILE && KEY ? false : 'no server behind nginx: see check.sh'

let browser
before(async () => { browser = await launch() })
after(() => browser.close())

/** Whatever a page asked its server for outside of the path. */
const watched = async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const outside = []
  page.on('request', asked => { if (!asked.url().startsWith(HOSTILE + '/') && asked.url() !== HOSTILE && !asked.url().startsWith('data:')) outside.push(asked.url()) })
  page.on('response', answer => { if (answer.status() >= 400) outside.push(`${answer.status()} ${answer.url()}`) })
  return { context, page, outside }
}

/** Addresses of this host that lead out of the path. */
const leading = page => page.evaluate(root => [...document.querySelectorAll('[href], [src], [action], [data-code]')]
  .map(each => each.href?.baseVal ?? each.href ?? each.src ?? each.action ?? each.dataset.code)
  .filter(each => each && new URL(each, location.href).origin === location.origin && !each.startsWith(root)), HOSTILE)

test('every page stays below the path', { skip }, async () => {
  const { page, outside } = await watched()
  for (const path of ['/', '/topics', '/topics/what-ketamine-is', '/crisis-resources', '/search?q=pain', '/builder', '/embed/faqs', '/topics/no-such-topic']) {
    const answer = await page.goto(HOSTILE + path, { waitUntil: 'networkidle' })
    if (answer.status() === 404) outside.pop()
    assert.deepEqual(await leading(page), [], path)
  }
  assert.deepEqual(outside, [])
})

test('the documentation stays below the path, and begins with the delivery API', { skip }, async () => {
  const { page, outside } = await watched()
  await page.goto(HOSTILE + '/docs', { waitUntil: 'networkidle' })
  await page.getByRole('heading', { level: 1, name: 'Delivery API' }).waitFor()
  assert.deepEqual(await page.getByRole('navigation', { name: 'References' }).getByRole('link').allTextContents(), ['Delivery API', 'Editorial API', 'openapi.json'])
  assert.deepEqual(await leading(page), [])
  const described = await (await fetch(HOSTILE + '/openapi.json')).json()
  assert.equal(described.servers[0].url, '/kc')
  assert.match(await (await fetch(HOSTILE + '/openapi.yaml')).text(), /^servers:\n- url: \/kc$/m)
  assert.deepEqual(outside, [])
})

test('somebody signs in to the studio, writes, and signs out below the path', { skip }, async () => {
  const { context, page, outside } = await watched()
  await page.goto(HOSTILE + '/studio')
  assert.equal(page.url(), HOSTILE + '/studio/sign-in')
  assert.deepEqual(await leading(page), [])
  await page.getByLabel('Key').fill(KEY)
  await page.getByRole('button', { name: 'Sign in with a key' }).click()
  await page.getByRole('heading', { name: 'Documents' }).waitFor()
  assert.equal(page.url(), HOSTILE + '/studio')
  assert.deepEqual((await context.cookies()).map(each => each.path), ['/kc/studio'])
  assert.deepEqual(await leading(page), [])
  await page.goto(HOSTILE + '/studio/glossary/new')
  await page.getByLabel('Name in the address').fill(`proxied-${Date.now()}`)
  await page.getByLabel(/^Term/).fill('A term behind a proxy')
  await page.getByLabel(/^Confirmation/).selectOption('confirmed')
  await page.getByLabel(/^Body/).fill('A word that stands here so that a test can write it.')
  await page.getByRole('button', { name: 'Save' }).first().click()
  await page.getByText('Saved.').waitFor()
  assert.ok(page.url().startsWith(HOSTILE + '/studio/glossary/'))
  assert.deepEqual(await leading(page), [])
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(HOSTILE + '/studio/sign-in')
  assert.deepEqual(outside, [])
  await context.close()
})

test('nginx as it comes takes the headers of every answer', { skip }, async () => {
  for (const path of [
    '/references', '/glossary', '/builder', '/embed/faqs?view=full', '/v1/references?limit=100', '/sitemap.xml',
    '/v1/topics?limit=100&include=conditions,sideEffects,faqs,references', '/v1/search?q=' + '%F0%9F%98%80'.repeat(100)
  ]) {
    const answer = await fetch(HOSTILE + path)
    assert.equal(answer.status, 200, path)
    const size = [...answer.headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)
    assert.ok(size < 3072, `${path} has ${size} bytes of headers`)
  }
})

test('a redirect stays below the path', { skip }, async () => {
  const answer = await fetch(HOSTILE + '/docs', { redirect: 'manual' })
  const location = answer.headers.get('location')
  assert.ok(answer.status === 200 || location.startsWith(HOSTILE) || location.startsWith('/kc/'), String(location))
})
