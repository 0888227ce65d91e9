import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASE, launch, violations } from './here.mjs'

const KEY = process.env.EDITOR_KEY
const skip = KEY ? false : 'no EDITOR_KEY: see check.sh'

let browser
const keys = {}

/** A key for somebody with these rights. */
const key = async (name, scopes, more = {}) => {
  const made = await fetch(`${BASE}/editorial/v1/keys`, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, scopes, ...more })
  })
  assert.equal(made.status, 201)
  return (await made.json()).key
}

/** A browser in which somebody is signed in. */
const signedIn = async (name, options = {}) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`${BASE}/studio`)
  assert.equal(new URL(page.url()).pathname, '/studio/sign-in')
  await page.getByLabel('Key').fill(keys[name])
  await page.getByRole('button', { name: 'Sign in with a key' }).click()
  await page.getByRole('heading', { name: 'Documents' }).waitFor()
  return page
}

before(async () => {
  browser = await launch()
  if (KEY) {
    keys.writer = await key('Test Writer', ['read', 'write'])
    keys.reviewer = await key('Test Reviewer', ['read', 'review'], { reviewerName: 'Test Reviewer', credentials: 'MD (test)' })
    keys.publisher = await key('Test Publisher', ['read', 'publish'])
  }
})
after(() => browser.close())

test('a document goes from the first draft to publication, and an old version comes back', { skip }, async () => {
  const writer = await signedIn('writer')
  await writer.goto(`${BASE}/studio/glossary/new`)
  const slug = `studio-${Date.now()}`
  await writer.getByLabel('Name in the address').fill(slug)
  await writer.getByLabel(/^Term/).fill('A term of the studio')
  await writer.getByLabel(/^Confirmation/).selectOption('confirmed')
  await writer.getByLabel(/^Body/).fill('A word that stands here so that a test can write it.\n\nIt is a miracle cure for everybody.')
  await writer.getByRole('button', { name: 'Save' }).click()
  await writer.getByText('Saved.').waitFor()
  const document = new URL(writer.url()).pathname

  // What breaks a rule is said beside the line.
  await writer.getByRole('button', { name: 'Check against the rules' }).click()
  await writer.getByRole('heading', { name: 'Lines of the body that break a rule' }).waitFor()
  assert.match(await writer.locator('.lines').innerText(), /Line 3/)
  assert.deepEqual(await violations(writer), [])
  await writer.getByLabel(/^Body/).fill('A word that stands here so that a test can write it and read it.')
  await writer.getByLabel('What was changed and why').fill('Promises nothing.')
  await writer.getByRole('button', { name: 'Save' }).click()
  await writer.getByText('Saved.').waitFor()
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await writer.getByText('in-review').waitFor()
  assert.equal(await writer.getByRole('button', { name: 'Approve' }).count(), 0)

  // A reviewer rejects, then approves.
  const reviewer = await signedIn('reviewer')
  await reviewer.goto(BASE + document)
  assert.equal(await reviewer.getByRole('button', { name: 'Save' }).count(), 0)
  await reviewer.getByLabel('Why it is rejected').fill('Say it in fewer words.')
  await reviewer.getByRole('button', { name: 'Reject' }).click()
  await reviewer.getByText('Say it in fewer words.').waitFor()
  await writer.goto(BASE + document)
  await writer.getByLabel(/^Body/).fill('A word that stands here so that a test can write it and read it again.')
  await writer.getByRole('button', { name: 'Save' }).click()
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await reviewer.goto(BASE + document)
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await reviewer.locator('.state', { hasText: 'approved' }).waitFor()

  // Its page is shown as it will be, to whoever has the token.
  await reviewer.getByRole('link', { name: 'See it as readers will' }).click()
  await reviewer.getByRole('heading', { name: 'A term of the studio', level: 1 }).waitFor()
  assert.equal((await fetch(`${BASE}/v1/glossary/${slug}`)).status, 404)

  // A publisher publishes: readers see it within a second.
  const publisher = await signedIn('publisher')
  await publisher.goto(BASE + document)
  await publisher.getByRole('button', { name: 'Publish' }).click()
  await publisher.locator('.state', { hasText: 'published' }).waitFor()
  const published = Date.now()
  let answer
  do answer = await fetch(`${BASE}/v1/glossary/${slug}`)
  while (answer.status !== 200 && Date.now() - published < 1000)
  assert.equal(answer.status, 200)
  assert.equal((await answer.json()).data.review.reviewedBy.name, 'Test Reviewer')

  // What differs, and the first version back as a draft.
  await writer.goto(BASE + document)
  await writer.getByRole('link', { name: 'What changed in version 2' }).click()
  await writer.getByRole('heading', { name: 'Gone' }).waitFor()
  assert.deepEqual(await violations(writer), [])
  await writer.goto(BASE + document)
  await writer.getByRole('button', { name: 'Restore version 1' }).click()
  await writer.locator('.state', { hasText: 'draft' }).waitFor()
  assert.match(await writer.getByLabel(/^Body/).inputValue(), /miracle/)
  for (const page of [writer, reviewer, publisher]) await page.context().close()
})

for (const colorScheme of ['light', 'dark']) {
  test(`the studio breaks no rule of WCAG that axe knows, in ${colorScheme}`, { skip }, async () => {
    const page = await signedIn('writer', { colorScheme })
    for (const path of ['/studio', '/studio/topics/new', '/studio/side-effects/new', '/studio/crisis-resources/new']) {
      await page.goto(BASE + path)
      assert.deepEqual(await violations(page), [], path)
    }
    await page.getByRole('button', { name: 'Sign out' }).click()
    assert.deepEqual(await violations(page), [], 'the sign-in')
    await page.goto(`${BASE}/studio`)
    assert.equal(new URL(page.url()).pathname, '/studio/sign-in')
    await page.context().close()
  })
}

test('the studio fits a phone of 320 px', { skip }, async () => {
  const page = await signedIn('writer', { viewport: { width: 320, height: 640 } })
  for (const path of ['/studio', '/studio/topics/new']) {
    await page.goto(BASE + path)
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320, path)
  }
  await page.context().close()
})

test('nothing that was written is lost when it cannot be saved', { skip }, async () => {
  const page = await signedIn('writer')
  await page.goto(`${BASE}/studio/glossary/new`)
  await page.getByLabel('Name in the address').fill('Not A Name')
  await page.getByLabel(/^Term/).fill('Kept')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('alert').waitFor()
  assert.equal(await page.getByLabel(/^Term/).inputValue(), 'Kept')
  assert.equal(await page.getByLabel('Name in the address').inputValue(), 'Not A Name')
  assert.equal(await page.getByLabel('Name in the address').getAttribute('aria-invalid'), 'true')
  await page.context().close()
})

test('a form that another site sends does nothing', { skip }, async () => {
  const sent = await fetch(`${BASE}/studio/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' },
    body: `key=${KEY}`
  })
  assert.equal(sent.status, 403)
  assert.equal(sent.headers.get('set-cookie'), null)
})
