import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASE, json, launch, violations } from './here.mjs'

let browser
before(async () => { browser = await launch() })
after(() => browser.close())

const PAGES = [
  '/', '/topics', '/faqs', '/glossary', '/crisis-resources', '/topics/what-ketamine-is', '/topics/dose-and-session', '/conditions/ptsd',
  '/side-effects/dissociation', '/faqs/can-i-drive', '/references/murrough-2013', '/glossary/racemic',
  '/crisis-resources/us-988-lifeline', '/developers', '/docs', '/docs/topics', '/docs/schemas-a-f', '/changes', '/offline', '/topics/overdose-and-emergencies', '/search', '/search?q=bladdar', '/search?q=i+want+to+die', '/builder', '/builder?kind=section&url=/conditions/ptsd', '/builder?kind=search&clinic=Best'
]
const EMBEDS = [
  '/embed/topics/what-ketamine-is', '/embed/topics/what-ketamine-is?view=full', '/embed/conditions/ptsd/evidence',
  '/embed/faqs?theme=safety', '/embed/crisis-resources/us-988-lifeline', '/embed/glossary/racemic', '/embed/topics/history?accent=ffcc00&ground=f4f1ea&radius=0&font-size=150&clinic=Bright+Clinic', '/embed/topics/history?ground=2b3a42&accent=2b3a42',
  '/embed/crisis-resources', '/embed/crisis-resources?country=GB&view=full', '/embed/search', '/embed/search?theme=dark'
]

for (const colorScheme of ['light', 'dark']) {
  test(`no page or embed breaks a rule of WCAG that axe knows, in ${colorScheme}`, async () => {
    const page = await browser.newPage({ colorScheme })
    for (const path of [...PAGES, ...EMBEDS]) {
      await page.goto(BASE + path)
      assert.deepEqual(await violations(page), [], path)
    }
    await page.goto(BASE + '/topics/what-ketamin-is')
    assert.deepEqual(await violations(page), [], 'the page of what is not there')
    await page.close()
  })
}

test('pages fit a phone of 320 px, and a page that is enlarged to 400 %', async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 256 } })
  for (const path of [...PAGES, ...EMBEDS]) {
    await page.goto(BASE + path)
    const [width, found] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      [...document.querySelectorAll('body *')].filter(each => each.getBoundingClientRect().right > innerWidth + 1 && !each.closest('.table, pre, [popover]')).slice(0, 2).map(each => each.outerHTML.slice(0, 120))
    ])
    assert.ok(width <= 320, `${path} is ${width} px wide: ${found}`)
  }
  await page.close()
})

test('targets are large enough to be hit', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  for (const path of PAGES) {
    await page.goto(BASE + path)
    // Links within sentences are excepted (WCAG 2.2, 2.5.8).
    const small = await page.evaluate(() => [...document.querySelectorAll('nav a, header a, aside a, button:not(.term), input, select')]
      .filter(each => each.checkVisibility() && each.getBoundingClientRect().top >= 0 && each.getBoundingClientRect().height < 24).map(each => each.outerHTML))
    assert.deepEqual(small, [], path)
  }
  await page.close()
})

test('with forced colours everything is still told apart', async () => {
  const page = await browser.newPage({ forcedColors: 'active' })
  await page.goto(BASE + '/topics/what-ketamine-is')
  const borders = await page.evaluate(() => [...document.querySelectorAll('.crisis, .risk, .regulatory')].map(each => {
    const style = getComputedStyle(each)
    return Math.max(parseFloat(style.borderLeftWidth), parseFloat(style.borderTopWidth))
  }))
  assert.ok(borders.length >= 3 && borders.every(width => width >= 1), String(borders))
  // Which colours these are is the reader's choice.
  assert.deepEqual((await violations(page)).filter(each => !each.includes(': color-contrast:')), [])
  await page.close()
})

test('terms are explained in place, by keyboard, without a script', async () => {
  const page = await browser.newPage({ javaScriptEnabled: true })
  await page.goto(BASE + '/topics/what-ketamine-is')
  const term = page.locator('button.term', { hasText: 'racemic' }).first()
  await term.focus()
  await page.keyboard.press('Enter')
  const explained = page.locator('#term-racemic')
  assert.ok(await explained.isVisible())
  assert.match(await explained.textContent(), /mirror|half|halves|equal/i)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.closest('[popover]')?.id), 'term-racemic')
  await page.keyboard.press('Escape')
  assert.ok(!await explained.isVisible())
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'racemic')
  await page.close()
})

test('the whole portal can be walked by keyboard, and the focus is always seen', async () => {
  const page = await browser.newPage()
  await page.goto(BASE + '/')
  const seen = []
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(() => {
      const { activeElement: element } = document
      if (!element || element === document.body) return null
      return { name: element.textContent.trim() || element.name, shown: getComputedStyle(element).outlineStyle !== 'none' }
    })
    if (!at) break
    assert.ok(at.shown, at.name)
    seen.push(at.name)
  }
  for (const name of ['Skip to the content', 'call 988', 'Topics', 'q', 'Search', 'What are the side effects?', 'For clinics', 'For developers']) {
    assert.ok(seen.includes(name), `${name} in ${seen}`)
  }
  await page.close()
})

test('without scripts the search, the pages and the builder work', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(BASE + '/')
  await page.getByLabel('What do you want to know?').fill('can i drive after ketamin')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: 'Can I drive afterwards?' }).first().click()
  assert.equal(await page.locator('h1').textContent(), 'Can I drive afterwards?')
  await page.getByRole('link', { name: 'Put this on your site' }).click()
  await page.getByLabel('Theme').selectOption('dark')
  await page.getByRole('button', { name: 'Show' }).click()
  assert.match(await page.locator('.snippet code').first().textContent(), /\/embed\/faqs\/can-i-drive\?theme=dark/)
  await context.close()
})

const fill = (page, name, value) => page.locator(`#builder [name="${name}"]`).evaluate((field, to) => {
  field.value = to
  field.dispatchEvent(new Event('input', { bubbles: true }))
}, value)

test('the builder shows each choice at once, mends colors, refuses advertisements, and copies', async () => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(BASE + '/builder')
  await page.getByLabel('Page', { exact: true }).selectOption({ label: 'Can I drive afterwards?' })
  await page.getByLabel('Theme').selectOption('light')
  const code = page.locator('.snippet code').first()
  await page.waitForFunction(() => document.querySelector('.snippet code').textContent.includes('can-i-drive?theme=light'))
  await page.frameLocator('iframe').getByText('Can I drive afterwards?').waitFor()
  await fill(page, 'accent', '#ffcc00')
  await page.getByText('#ffcc00 is hard to read on #ffffff').waitFor()
  assert.match(await code.textContent(), /accent=ffcc00/)
  await page.getByLabel('Your name').fill('Best clinic in town')
  await page.locator('#mistake', { hasText: 'leave out' }).waitFor()
  assert.ok(!(await code.textContent()).includes('Best'))
  await page.getByLabel('Your name').fill('Bright Clinic')
  await page.frameLocator('iframe').getByText('Shown by Bright Clinic, who did not write it.').waitFor()
  assert.equal(await page.locator('#mistake').textContent(), '')
  await page.getByRole('button', { name: 'Copy' }).first().click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code.textContent())
  await context.close()
})

test('after any change the builder hands out the snippet of each flavor of what is chosen', async () => {
  const page = await browser.newPage()
  await page.goto(BASE + '/builder')
  const choose = kind => page.getByRole('radio', { name: kind }).check()
  const anchor = (await json('/v1/faqs/can-i-drive?fields=sections')).data.sections[0].anchor
  // Each change, and what of /v1/embed-code it comes to.
  const changes = [
    [() => page.getByLabel('Page', { exact: true }).selectOption({ label: 'Can I drive afterwards?' }), { url: '/faqs/can-i-drive' }],
    [() => page.getByLabel('How much').selectOption('full'), { view: 'full' }],
    [() => page.getByLabel('Theme').selectOption('dark'), { theme: 'dark' }],
    [() => page.getByLabel('Level of the title').selectOption('4'), { 'heading-level': '4' }],
    [() => fill(page, 'accent', '#86cdd0'), { accent: '86cdd0' }],
    [() => fill(page, 'ground', '#20303a'), { ground: '20303a' }],
    [() => fill(page, 'radius', '0'), { radius: '0' }],
    [() => page.getByLabel('Size of the text').selectOption('125'), { 'font-size': '125' }],
    [() => page.getByLabel('Your name').fill('Müller, Sons & Co'), { clinic: 'Müller, Sons & Co' }],
    [() => choose('A part of a page'), { url: '/faqs/can-i-drive#' + anchor }],
    [() => page.getByLabel('Page', { exact: true }).selectOption({ label: 'Post-traumatic stress disorder (PTSD)' }), { url: '/conditions/ptsd#regulatory-status' }],
    [() => page.getByLabel('Part', { exact: true }).selectOption('evidence'), { url: '/conditions/ptsd#evidence' }],
    [() => choose('Questions'), { url: '/faqs' }],
    [() => page.getByLabel('Concern', { exact: true }).selectOption('safety'), { url: '/faqs?theme=safety' }],
    [() => choose('Crisis contacts'), { url: '/crisis-resources' }],
    [() => page.getByLabel('Country', { exact: true }).selectOption('GB'), { url: '/crisis-resources?country=GB' }],
    [() => choose('A search box'), { url: '/search' }],
    [() => choose(/^A page/), { url: '/conditions/ptsd' }]
  ]
  const chosen = {}
  for (const [change, made] of changes) {
    await change()
    Object.assign(chosen, made)
    const { data, links } = await json('/v1/embed-code?' + new URLSearchParams(chosen))
    assert.deepEqual(data?.map(each => each.flavour), ['iframe', 'element', 'html'], JSON.stringify(chosen))
    for (const { flavour, html } of data) {
      // The one below its own heading, with its own button.
      const section = page.locator(`section[aria-labelledby="${flavour.toUpperCase()}"]`)
      await page.waitForFunction(([name, text]) => document.querySelector(`section[aria-labelledby="${name}"] pre code`)?.textContent === text, [flavour.toUpperCase(), html], { timeout: 10_000 })
        .catch(async () => assert.equal(await section.locator('pre code').textContent(), html, JSON.stringify(chosen)))
      assert.equal(await section.getByRole('button', { name: 'Copy' }).count(), 1)
    }
    assert.equal(await page.locator('#result iframe').getAttribute('src'), links.frame)
    assert.equal(await page.locator('#mistake').textContent(), '')
    // Hints stay hints.
    assert.equal(await page.locator('.snippet .hint code').first().textContent(), 'connect-src')
    // What stands in the address bar makes the same again, without scripts as well.
    const again = await (await fetch(page.url())).text()
    assert.ok(again.includes(`src="${links.frame.replaceAll('&', '&amp;')}"`), page.url())
  }
  assert.deepEqual(await violations(page), [])
  await page.close()
})

test('only the fields of the kind that is chosen are there', async () => {
  const page = await browser.newPage()
  await page.goto(BASE + '/builder?kind=contacts')
  assert.ok(await page.getByLabel('Country', { exact: true }).isVisible())
  for (const name of ['Page', 'Part', 'Concern']) assert.ok(!await page.getByLabel(name, { exact: true }).isVisible(), name)
  await page.close()
})

test('every column of a table is in sight on a phone and at 200 % text', async () => {
  for (const [viewport, size] of [[{ width: 390, height: 800 }, '100%'], [{ width: 390, height: 800 }, '200%'], [{ width: 1280, height: 800 }, '200%']]) {
    const page = await browser.newPage({ viewport })
    for (const path of ['/topics/esketamine-vs-ketamine', '/topics/alternatives', '/faqs/my-other-medicines', '/embed/topics/esketamine-vs-ketamine?view=full']) {
      await page.goto(BASE + path)
      await page.evaluate(to => { document.documentElement.style.fontSize = to }, size)
      const out = await page.evaluate(() => [...document.querySelectorAll('.table td')]
        .filter(each => each.getBoundingClientRect().right > innerWidth + 1).map(each => each.outerHTML.slice(0, 100)))
      assert.deepEqual(out, [], `${path} at ${size}`)
      const told = await page.evaluate(() => [...document.querySelectorAll('.table td')]
        .every(each => getComputedStyle(each).display === 'table-cell' || getComputedStyle(each, '::before').content === JSON.stringify(each.dataset.label)))
      assert.ok(told, `${path} at ${size}: a value without the name of its column`)
    }
    await page.close()
  }
})

test('on the page of crisis contacts every way to reach somebody is a target for a thumb, first of all', async () => {
  const page = await browser.newPage({ viewport: { width: 390, height: 800 } })
  await page.goto(BASE + '/crisis-resources')
  const ways = await page.locator('main .ways a').evaluateAll(all => all.map(each => ({ href: each.getAttribute('href'), text: each.textContent, height: each.getBoundingClientRect().height })))
  assert.ok(ways.length > 10)
  for (const { href, text, height } of ways) {
    assert.ok(height >= 44, `${text} is ${height} px high`)
    assert.match(href, /^(tel:|sms:|https:)/)
    if (/^(tel|sms):/.test(href)) assert.equal(text.replace(/\D/g, ''), href.replace(/\D/g, ''), 'the number is there to be read')
  }
  assert.equal(ways[0].href, 'tel:988')
  assert.ok(await page.locator('main .ways a').first().evaluate(each => each.getBoundingClientRect().top < innerHeight), 'in sight at once')
  await page.close()
})

test('no page is over 60 KB, moves while it loads, stores anything, or asks another server', async () => {
  for (const path of PAGES) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const asked = []
    page.on('request', request => asked.push(request))
    await page.addInitScript(() => {
      window.shift = 0
      new PerformanceObserver(list => list.getEntries().forEach(each => { window.shift += each.value })).observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto(BASE + path, { waitUntil: 'networkidle' })
    // The builder shows an embed, which is a page of its own.
    const own = asked.filter(each => !each.url().includes('/embed/'))
    const sizes = await Promise.all(own.map(each => each.sizes()))
    const size = sizes.reduce((sum, each) => sum + each.responseBodySize + each.responseHeadersSize, 0)
    assert.ok(size < 60_000, `${path} takes ${size} bytes`)
    assert.ok(await page.evaluate(() => window.shift) < 0.01, `${path} moves`)
    assert.deepEqual(asked.filter(each => !each.url().startsWith(BASE)).map(each => each.url()), [], path)
    assert.deepEqual((await context.cookies()).length + await page.evaluate(() => localStorage.length + sessionStorage.length), 0, path)
    await context.close()
  }
})

test('every link of the portal and of a page leads somewhere', async () => {
  const page = await browser.newPage()
  const links = new Set()
  for (const path of ['/', '/topics/what-ketamine-is', '/conditions/ptsd', '/developers', '/builder']) {
    await page.goto(BASE + path)
    for (const href of await page.locator('a[href]').evaluateAll(all => all.map(each => each.href.replace(/#.*/, '')))) links.add(href)
  }
  for (const href of links) {
    if (href.startsWith(BASE)) assert.equal((await fetch(href)).status, 200, href)
  }
  assert.ok(links.size > 40)
  assert.ok((await json('/v1')).data.length === 7)
  await page.close()
})
