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
  await writer.getByLabel(/^Drafting/).selectOption('person')
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

/** A new term as its writer sees it, and its address. */
const draft = async (name, page) => {
  await page.goto(`${BASE}/studio/glossary/new`)
  await page.getByLabel('Name in the address').fill(`${name}-${Date.now()}`)
  await page.getByLabel(/^Term/).fill('A term of the studio')
  await page.getByLabel(/^Confirmation/).selectOption('confirmed')
  await page.getByLabel(/^Drafting/).selectOption('person')
  await page.getByLabel(/^Body/).fill('A word that stands here so that a test can write it and look for it.')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  return BASE + new URL(page.url()).pathname
}

/** A picture to be looked at, in the folder that SCREENSHOTS names; and nothing that breaks a rule or is too wide. */
const look = async (page, name) => {
  assert.deepEqual(await violations(page), [], name)
  const before = page.viewportSize()
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= width, `${name} at ${width}`)
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize(before)
}

test('submitting sends on what is on the screen', { skip }, async () => {
  const page = await signedIn('writer')
  await draft('submitted', page)
  await look(page, 'edit')
  await page.getByLabel(/^Body/).fill('A word that a test has changed and not saved before it is sent on.')
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await page.locator('.state', { hasText: 'in-review' }).waitFor()
  assert.match(await page.getByLabel(/^Body/).inputValue(), /changed and not saved/)

  // What is under review is not pulled back by a look: the page asks.
  await page.getByLabel(/^Body/).fill('A word that a test has changed once more.')
  await page.getByRole('button', { name: 'See it as readers will' }).click()
  await page.getByRole('heading', { name: 'What you changed is not saved' }).waitFor()
  await look(page, 'ask')
  await page.getByRole('button', { name: 'Save what I wrote' }).click()
  await page.getByText('Saved.').waitFor()
  assert.match(await page.getByLabel(/^Body/).inputValue(), /once more/)
  await page.context().close()
})

test('whoever leaves with text that is not saved is warned', { skip }, async () => {
  const page = await signedIn('writer')
  const address = await draft('left', page)
  const asked = []
  page.on('dialog', dialog => { asked.push(dialog.type()); dialog.accept() })
  await page.goto(`${BASE}/studio`)
  await page.goto(address)
  assert.deepEqual(asked, [])
  await page.getByLabel(/^Body/).fill('A word that nobody has saved.')
  await page.getByRole('link', { name: 'Studio', exact: true }).click()
  await page.getByRole('heading', { name: 'Documents' }).waitFor()
  assert.deepEqual(asked, ['beforeunload'])
  await page.context().close()
})

test('of two who save, neither overwrites the other unasked', { skip }, async () => {
  const one = await signedIn('writer')
  const address = await draft('both', one)
  const other = await signedIn('writer')
  await other.goto(address)
  await other.getByLabel(/^Body/).fill('The words of somebody else, who was quicker.')
  await other.getByRole('button', { name: 'Save' }).click()
  await other.getByText('Saved.').waitFor()
  await one.getByLabel(/^Body/).fill('The words of whoever was slower.')
  await one.getByRole('button', { name: 'Save' }).click()
  await one.getByText('Only in what is saved').waitFor()
  assert.match(await one.locator('.written').first().innerText(), /quicker/)
  assert.match(await one.getByLabel(/^Body/).inputValue(), /slower/)
  assert.equal(await one.getByRole('button', { name: 'Save' }).count(), 0)
  await look(one, 'conflict')

  // The Enter key decides nothing.
  await one.getByLabel('What was changed and why').press('Enter')
  await other.goto(address)
  assert.match(await other.getByLabel(/^Body/).inputValue(), /quicker/)
  await one.getByRole('button', { name: /^Overwrite version 2/ }).click()
  await one.getByText('Saved.').waitFor()
  await other.goto(address)
  assert.match(await other.getByLabel(/^Body/).inputValue(), /slower/)

  // Nor does the button "Back" bring old words over new ones.
  await one.getByLabel(/^Body/).fill('The words after that.')
  await one.getByRole('button', { name: 'Save' }).click()
  await one.getByText('Saved.').waitFor()
  await one.goBack()
  await one.getByLabel(/^Body/).waitFor()
  await one.getByRole('button', { name: 'Submit for review' }).click()
  await other.goto(address)
  assert.match(await other.getByLabel(/^Body/).inputValue(), /after that/)
  for (const page of [one, other]) await page.context().close()
})

test('what was written outlives the session', { skip }, async () => {
  const page = await signedIn('writer')
  await draft('signed-out', page)
  await page.getByLabel(/^Body/).fill('The words of somebody whose session ended.')
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('You are not signed in any more').waitFor()
  await look(page, 'unsent')
  const opened = page.context().waitForEvent('page')
  await page.getByRole('link', { name: 'Sign in, in a new tab' }).click()
  const tab = await opened
  await tab.getByLabel('Key').fill(keys.writer)
  await tab.getByRole('button', { name: 'Sign in with a key' }).click()
  await tab.getByRole('heading', { name: 'Documents' }).waitFor()
  await page.getByRole('button', { name: 'Go on with what I wrote' }).click()
  await page.getByText('Saved.').waitFor()
  assert.match(await page.getByLabel(/^Body/).inputValue(), /whose session ended/)
  await page.context().close()
})

test('a withdrawal shows what vanishes, and readers are told why', { skip }, async () => {
  const writer = await signedIn('writer')
  const address = await draft('withdrawn', writer)
  const slug = await writer.getByLabel('Name in the address').inputValue()
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await writer.locator('.state', { hasText: 'in-review' }).waitFor()
  for (const [name, button, state] of [['reviewer', 'Approve', 'approved'], ['publisher', 'Publish', 'published']]) {
    const page = await signedIn(name)
    await page.goto(address)
    await page.getByRole('button', { name: button }).click()
    await page.locator('.state', { hasText: state }).waitFor()
    await page.context().close()
  }
  const page = await signedIn('publisher')
  await page.goto(address)
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await page.getByRole('link', { name: `${BASE}/glossary/${slug}` }).waitFor()
  await look(page, 'withdraw')
  await page.getByLabel('Why it is withdrawn').fill('It is explained elsewhere.')
  await page.getByLabel('What stands in its place').fill('topics/history')
  await page.getByRole('button', { name: 'Withdraw it now' }).click()
  await page.locator('.state', { hasText: 'withdrawn' }).waitFor()
  await page.goto(`${BASE}/glossary/${slug}`)
  await page.getByText('It is explained elsewhere.').waitFor()
  await look(page, 'gone')
  await page.getByRole('link', { name: 'A short history of ketamine' }).click()
  assert.equal(new URL(page.url()).pathname, '/topics/history')
  for (const each of [writer, page]) await each.context().close()
})

/** Takes a draft to where a publisher can go on. */
const approved = async (writer, address) => {
  await writer.goto(address)
  await writer.getByRole('button', { name: 'Submit for review' }).click()
  await writer.locator('.state', { hasText: 'in-review' }).waitFor()
  const reviewer = await signedIn('reviewer')
  await reviewer.goto(address)
  await reviewer.getByRole('button', { name: 'Approve' }).click()
  await reviewer.locator('.state', { hasText: 'approved' }).waitFor()
  await reviewer.context().close()
}

test('a publication waits for its time, and can be cancelled', { skip }, async () => {
  const writer = await signedIn('writer')
  const address = await draft('scheduled', writer)
  await approved(writer, address)
  const page = await signedIn('publisher')
  await page.goto(address)
  await page.getByRole('button', { name: 'Schedule it for this time' }).click()
  await page.getByText('must be a day and a time').waitFor()
  await page.getByLabel(/^Or the day and time/).fill('2099-01-31T09:00')
  await page.getByRole('button', { name: 'Schedule it for this time' }).click()
  await page.getByText('It will be published on 31 Jan 2099, 09:00 UTC.').waitFor()
  await look(page, 'scheduled')
  await page.getByRole('button', { name: 'Cancel the schedule' }).click()
  await page.locator('.state', { hasText: 'approved' }).waitFor()
  await look(page, 'approved')

  // What is published can be withdrawn at a time.
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.locator('.state', { hasText: 'published' }).waitFor()
  await page.getByRole('button', { name: 'Withdraw…' }).click()
  await page.getByLabel('Why it is withdrawn').fill('It is of use until then.')
  await page.getByLabel(/^Or the day and time/).fill('2099-02-28T09:00')
  await page.getByRole('button', { name: 'Schedule it for this time' }).click()
  await page.getByText('It will be withdrawn on 28 Feb 2099, 09:00 UTC.').waitFor()
  for (const each of [writer, page]) await each.context().close()
})

test('a correction tells readers what was wrong', { skip }, async () => {
  const writer = await signedIn('writer')
  const address = await draft('corrected', writer)
  const slug = await writer.getByLabel('Name in the address').inputValue()
  await approved(writer, address)
  const page = await signedIn('publisher')
  await page.goto(address)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.locator('.state', { hasText: 'published' }).waitFor()
  await writer.goto(address)
  await writer.getByLabel(/^Body/).fill('A word that stands here so that a test can put it right for everybody.')
  await writer.getByRole('button', { name: 'Save' }).click()
  await writer.getByText('Saved.').waitFor()
  await approved(writer, address)
  await page.goto(address)
  await page.getByText('This version corrects a mistake').click()
  await page.getByLabel('How serious the mistake was').selectOption('material')
  await look(page, 'correction')
  await page.getByLabel('What was wrong').fill('It was said to stand somewhere else.')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByText('must be a text of 1 to 1000 characters').waitFor()
  assert.equal(await page.getByLabel('What was wrong').inputValue(), 'It was said to stand somewhere else.')
  await page.getByLabel('What is right').fill('It stands here.')
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.locator('.state', { hasText: 'published' }).waitFor()
  const { data } = await (await fetch(`${BASE}/v1/glossary/${slug}`)).json()
  assert.equal(data.errata[0].wasWrong, 'It was said to stand somewhere else.')
  await page.goto(`${BASE}/changes`)
  await page.getByText('It was said to stand somewhere else.').first().waitFor()
  for (const each of [writer, page]) await each.context().close()
})

test('several documents change at once', { skip }, async () => {
  const writer = await signedIn('writer')
  const gone = await draft('release-gone', writer)
  const slug = await writer.getByLabel('Name in the address').inputValue()
  await approved(writer, gone)
  const page = await signedIn('publisher')
  await page.goto(gone)
  await page.getByRole('button', { name: 'Publish' }).click()
  await page.locator('.state', { hasText: 'published' }).waitFor()
  const come = await draft('release-come', writer)
  const name = await writer.getByLabel('Name in the address').inputValue()
  await approved(writer, come)
  await page.goto(`${BASE}/studio`)
  await page.getByRole('link', { name: 'Publish and withdraw several documents together' }).click()
  await page.getByLabel(/^What this is about/).fill('One word for another')
  await page.getByRole('checkbox', { name: new RegExp(name) }).check()
  await page.getByLabel(/^A published document to withdraw/).fill(`glossary/${slug}`)
  await page.getByRole('button', { name: 'Add it to the list' }).click()
  await page.getByLabel('Why it is withdrawn').waitFor()
  assert.equal(await page.getByLabel(/^What this is about/).inputValue(), 'One word for another')
  assert.ok(await page.getByRole('checkbox', { name: new RegExp(name) }).isChecked())
  await look(page, 'release')
  await page.getByRole('button', { name: 'Do all of this now' }).click()
  await page.getByText('Why it is withdrawn: must be').waitFor()
  await page.getByLabel('Why it is withdrawn').fill('Another word takes its place.')
  await page.getByRole('button', { name: 'Do all of this now' }).click()
  await page.getByText('Done.').waitFor()
  await page.goto(`${BASE}/glossary/${name}`)
  await page.getByRole('heading', { name: 'A term of the studio', level: 1 }).waitFor()
  assert.equal((await fetch(`${BASE}/v1/glossary/${slug}`)).status, 410)
  for (const each of [writer, page]) await each.context().close()
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
