// What readers meet: on a phone, in danger, with large print, on paper, without a connection.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASE, launch, violations } from './here.mjs'

let browser
before(async () => { browser = await launch() })
after(() => browser.close())

test('the search box suggests pages, by keyboard, and reads out which one is meant', async () => {
  const page = await browser.newPage()
  await page.goto(BASE + '/')
  const box = page.getByRole('combobox', { name: 'What do you want to know?' })
  assert.equal(await box.getAttribute('aria-expanded'), 'false')
  await box.pressSequentially('can i dr')
  const option = page.getByRole('option').filter({ hasText: 'Can I drive afterwards?' })
  await option.waitFor()
  assert.equal(await box.getAttribute('aria-expanded'), 'true')
  assert.deepEqual(await violations(page), [])
  for (let step = 0; step < 8 && await option.getAttribute('aria-selected') !== 'true'; step++) await page.keyboard.press('ArrowDown')
  assert.equal(await box.getAttribute('aria-activedescendant'), await option.getAttribute('id'))
  await page.keyboard.press('Escape')
  assert.equal(await box.getAttribute('aria-expanded'), 'false')
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 8 && await option.getAttribute('aria-selected') !== 'true'; step++) await page.keyboard.press('ArrowDown')
  await Promise.all([page.waitForURL('**/faqs/can-i-drive'), page.keyboard.press('Enter')])
  await page.close()
})

test('words of somebody in danger bring the numbers while they are typed, and in one block of the search', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(BASE + '/search')
  await page.getByLabel('What do you want to know?').pressSequentially('i want to die')
  await page.locator('.search .urgent a[href="tel:988"]').waitFor()
  await page.goto(BASE + '/search?q=i+want+to+die')
  assert.equal(await page.locator('a[href="tel:988"]:visible').count(), 1)
  assert.ok(await page.locator('a[href="tel:988"]').evaluate(each => each.getBoundingClientRect().bottom < innerHeight))
  await page.close()
})

test('the numbers to call are large enough for a thumb, and none is broken into two lines', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(BASE + '/search?q=i+want+to+die')
  const found = await page.locator('.urgent .number').evaluateAll(all => all.map(each => ({ text: each.textContent, lines: each.getClientRects().length, height: each.getBoundingClientRect().height })))
  assert.ok(found.length > 1)
  for (const { text, lines, height } of found) {
    assert.equal(lines, 1, text)
    assert.ok(height >= 40, `${text} is ${height} px high`)
  }
  await page.close()
})

test('the number of a source can be hit, and what it opens is within the screen, at 200 % too', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(BASE + '/conditions/treatment-resistant-depression')
  for (const size of ['100%', '200%']) {
    await page.evaluate(to => { document.documentElement.style.fontSize = to }, size)
    const number = page.getByRole('button', { name: 'Source 1', exact: true })
    assert.ok((await number.boundingBox()).height >= 24, `at ${size} it is ${(await number.boundingBox()).height} px high`)
    await number.click()
    const { y, height } = await page.locator('#c1').boundingBox()
    assert.ok(y >= 0 && y + height <= 844, `at ${size} it is from ${y} to ${y + height} px`)
    await page.keyboard.press('Escape')
  }
  await page.close()
})

test('no line begins with the number of a source', async () => {
  const page = await browser.newPage()
  for (const width of [320, 390, 700]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(BASE + '/topics/drug-interactions')
    const { many, alone } = await page.locator('article sup').evaluateAll(all => {
      const middle = ({ top, height }) => top + height / 2
      const afterWord = all.filter(each => each.previousSibling?.nodeType === Node.TEXT_NODE)
      return {
        many: afterWord.length,
        alone: afterWord.filter(each => {
          const word = document.createRange()
          word.selectNode(each.previousSibling)
          return middle(each.querySelector('button').getBoundingClientRect()) - middle(word.getBoundingClientRect()) > 6
        }).map(each => each.parentElement.textContent)
      }
    })
    assert.ok(many > 5)
    assert.deepEqual(alone, [], `at ${width} px`)
  }
  await page.close()
})

test('with large letters nothing stands beside the text', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(BASE + '/topics/alternatives')
  const beside = () => page.evaluate(() => document.querySelector('.side').getBoundingClientRect().top < document.querySelector('.text').getBoundingClientRect().bottom)
  assert.ok(await beside())
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
  assert.ok(!await beside())
  assert.ok(await page.locator('article').evaluate(each => each.getBoundingClientRect().width) > 900)
  await page.close()
})

test('on a phone the title and the first sentence of a document are in sight, and the crisis line takes one row', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  for (const path of ['/topics/what-ketamine-is', '/conditions/treatment-resistant-depression', '/faqs/can-i-drive', '/side-effects/dissociation', '/glossary/racemic']) {
    await page.goto(BASE + path)
    const { title, lede, crisis } = await page.evaluate(() => ({
      title: document.querySelector('h1').getBoundingClientRect().top,
      lede: document.querySelector('h1 ~ .lede, h1 ~ section p')?.getBoundingClientRect().top ?? 0,
      crisis: document.querySelector('.crisis').getBoundingClientRect().height
    }))
    assert.ok(title <= 200, `${path}: the title begins at ${title} px`)
    assert.ok(lede < 600, `${path}: the first sentence begins at ${lede} px`)
    assert.ok(crisis <= 60, `${path}: the crisis line is ${crisis} px high`)
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
    const large = await page.locator('.crisis').evaluate(each => each.getBoundingClientRect().height)
    assert.ok(large <= 844 / 4, `${path}: at 200 % the crisis line is ${large} px high`)
  }
  await page.locator('.crisis summary').click()
  assert.ok(await page.getByRole('link', { name: 'Crisis contacts in your country' }).isVisible())
  await page.close()
})

test('the menu of a phone opens by keyboard', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  await page.goto(BASE + '/')
  assert.ok(!await page.getByRole('link', { name: 'Glossary' }).isVisible())
  await page.getByRole('button', { name: 'Menu' }).press('Enter')
  assert.ok(await page.getByRole('link', { name: 'Glossary' }).isVisible())
  assert.deepEqual(await violations(page), [])
  await page.close()
})

test('large print lasts for the page, and nothing is stored', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(BASE + '/faqs/can-i-drive')
  const size = () => page.locator('article p').first().evaluate(each => parseFloat(getComputedStyle(each).fontSize))
  const before = await size()
  await page.getByRole('button', { name: 'Large print' }).click()
  assert.ok(await size() >= before * 1.4)
  assert.equal(await page.getByRole('button', { name: 'Large print' }).getAttribute('aria-pressed'), 'true')
  await page.reload()
  assert.equal(await size(), before)
  assert.equal((await context.cookies()).length + await page.evaluate(() => localStorage.length + sessionStorage.length), 0)
  await context.close()
})

test('900 words take three sheets at most, with address, version and date', async () => {
  const page = await browser.newPage()
  await page.goto(BASE + '/topics/what-ketamine-is')
  const words = await page.locator('article').evaluate(each => each.innerText.split(/\s+/).length)
  await page.emulateMedia({ media: 'print' })
  assert.match(await page.locator('.printed').innerText(), /\/topics\/what-ketamine-is.*version \d+.*[A-Z][a-z]+ \d{1,2}, 20\d\d/)
  const own = await page.evaluate(() => [...document.querySelectorAll('article a')].filter(each => getComputedStyle(each, '::after').content.includes(location.host)).length)
  assert.equal(own, 0, 'addresses of our own after links')
  const pdf = await page.pdf({ format: 'Letter' })
  const sheets = (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length
  assert.ok(sheets <= Math.max(3, Math.ceil(words / 300)), `${words} words take ${sheets} sheets`)
  await page.close()
})

test('on paper drawings are large enough to count, and on one sheet each', async () => {
  const sheet = 26 * 96 / 2.54
  const page = await browser.newPage({ viewport: { width: 720, height: 960 } })
  for (const path of ['/conditions/treatment-resistant-depression', '/topics/benefits-at-a-glance', '/side-effects/dissociation']) {
    await page.goto(BASE + path)
    await page.emulateMedia({ media: 'print' })
    await page.$$eval('.risk-numbers > img', all => Promise.all(all.map(each => { each.loading = 'eager'; return each.decode() })))
    const drawings = await page.$$eval('.risk-numbers > img', all => all.map(each => ({
      centimeters: each.getBoundingClientRect().width * 2.54 / 96,
      height: each.getBoundingClientRect().height,
      // Of four risks; more of them are as wide as the sheet is high enough for.
      wanted: Math.min(10, 25 * each.naturalWidth / each.naturalHeight - 0.1),
      unbroken: getComputedStyle(each).breakInside === 'avoid'
    })))
    assert.ok(drawings.length > 0, path)
    for (const each of drawings) assert.ok(each.centimeters >= each.wanted && each.height < sheet && each.unbroken, `${path}: ${JSON.stringify(each)}`)
  }
  await page.close()
})

test('without a connection pages that were read are there, searches are not', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(BASE + '/')
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(BASE + '/faqs/can-i-drive')
  await page.goto(BASE + '/search?q=bladder')
  await page.waitForFunction(async () => (await (await caches.open('ketamine-content-1')).keys()).some(each => each.url.endsWith('can-i-drive')))
  assert.ok(!await page.evaluate(async () => (await (await caches.open('ketamine-content-1')).keys()).some(each => each.url.includes('search'))))
  await context.setOffline(true)
  await page.goto(BASE + '/faqs/can-i-drive')
  assert.equal(await page.locator('h1').textContent(), 'Can I drive afterwards?')
  await page.goto(BASE + '/topics/history')
  assert.equal(await page.locator('h1').textContent(), 'No connection')
  await page.locator('#kept a', { hasText: 'Can I drive afterwards?' }).waitFor()
  await context.close()
})
