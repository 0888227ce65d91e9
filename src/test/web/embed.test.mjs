import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BASE, json, launch, site, violations } from './here.mjs'

let browser, code
before(async () => {
  browser = await launch()
  code = Object.fromEntries((await json('/v1/embed-code?url=/topics/what-ketamine-is')).data.map(each => [each.flavour, each.html]))
})
after(() => browser.close())

const open = async (pages, path = '/') => {
  const host = await site(pages)
  const context = await browser.newContext()
  const page = await context.newPage()
  const asked = []
  page.on('request', request => asked.push(request.url()))
  await page.goto(host.url + path, { waitUntil: 'networkidle' })
  return { host, context, page, asked, close: async () => { await context.close(); host.close() } }
}
const document = body => `<!doctype html><html lang="en"><head><title>A clinic</title></head><body><h1>A clinic</h1>${body}</body></html>`

test('a frame in a page of another origin shows the content and the crisis number, and is as high as its content', async () => {
  const { page, context, host, asked, close } = await open({ '/': document(code.iframe) })
  const frame = page.frameLocator('iframe')
  assert.ok(await frame.getByText('call 988').isVisible())
  assert.ok(await frame.getByText('approved for anesthesia only').first().isVisible())
  const content = await frame.locator('main').evaluate(main => main.getBoundingClientRect().height)
  await page.waitForFunction(height => Math.abs(document.querySelector('iframe').clientHeight - height) <= 2, content)
  assert.deepEqual(await context.cookies(), [])
  assert.deepEqual(asked.filter(each => !each.startsWith(BASE) && !each.startsWith(host.url)), [])
  assert.equal(await frame.locator('main').evaluate(() => { try { return localStorage.length } catch { return 'none' } }), 'none')
  await page.setViewportSize({ width: 360, height: 700 })
  await page.waitForFunction(() => document.querySelector('iframe').clientHeight > 700)
  const narrow = await frame.locator('main').evaluate(main => main.getBoundingClientRect().height)
  assert.ok(Math.abs(await page.locator('iframe').evaluate(each => each.clientHeight) - narrow) <= 2)
  await close()
})

test('a frame is complete without scripts', async () => {
  const { page, close } = await open({ '/': document(`<iframe src="${BASE}/embed/topics/what-ketamine-is" sandbox width="600" height="700" title="x"></iframe>`) })
  assert.ok(await page.frameLocator('iframe').getByText('call 988').isVisible())
  await close()
})

test('a height that somebody else tells is not believed', async () => {
  const { page, close } = await open({
    '/': document(code.iframe + '<iframe id="foreign" title="other" src="/foreign"></iframe>'),
    '/foreign': `<script>setInterval(() => { parent.postMessage({ type: 'ketamine-content:height', height: 7777, nonce: 'x' }, '*') }, 20)</script>`
  })
  await page.waitForTimeout(300)
  await page.evaluate(() => postMessage({ type: 'ketamine-content:height', height: 7777, nonce: 'x' }, '*'))
  await page.waitForTimeout(200)
  assert.ok(await page.locator('iframe').first().evaluate(each => each.clientHeight) < 2000)
  await close()
})

test('in WordPress the frame tells its height by WordPress’s protocol, under its sandbox', async () => {
  // What WordPress makes of an oEmbed answer: its own sandbox and a secret in the address.
  const { html } = await json('/oembed?url=/topics/what-ketamine-is')
  const wordpress = html.replace(/sandbox="[^"]*"/, 'sandbox="allow-scripts" security="restricted"').replace(/src="([^"]*)"/, 'src="$1#?secret=abcDEF1234" data-secret="abcDEF1234"')
  const { page, close } = await open({
    '/': document(wordpress + `<script>
      window.told = []
      addEventListener('message', event => {
        const frame = document.querySelector('iframe')
        if (event.source === frame.contentWindow && event.data.secret === 'abcDEF1234' && event.data.message === 'height') {
          told.push(event.data.value)
          frame.height = Math.min(1000, Math.max(200, ~~event.data.value))
        }
      })
      document.querySelector('iframe').addEventListener('load', event => event.target.contentWindow.postMessage({ message: 'ready', secret: 'abcDEF1234' }, '*'))
    </script>`)
  })
  await page.waitForFunction(() => told.length > 0)
  const frame = page.frameLocator('iframe')
  const content = await frame.locator('main').evaluate(main => main.getBoundingClientRect().height)
  assert.ok(content <= 1000, `a card is ${content} px high`)
  await page.waitForFunction(height => Math.abs(document.querySelector('iframe').clientHeight - height) <= 2, content)
  // Inside of this sandbox a browser does not follow tel: links, so the number must stand there to be read.
  assert.ok(await frame.getByText('988').first().isVisible())
  assert.ok(await page.locator('blockquote').getByText('988').count())
  await close()
})

test('every card is low enough for WordPress, on a page of 600 px', async () => {
  const page = await browser.newPage({ viewport: { width: 600, height: 800 } })
  for (const collection of ['topics', 'conditions', 'side-effects', 'faqs']) {
    for (const { slug } of (await json(`/v1/${collection}?limit=100`)).data) {
      await page.goto(`${BASE}/embed/${collection}/${slug}`)
      const height = await page.locator('main').evaluate(main => main.getBoundingClientRect().height)
      const told = (await json(`/oembed?url=/${collection}/${slug}`)).height
      assert.ok(height <= 1000, `${slug} is ${height} px high`)
      assert.ok(told >= height && told < height * 1.6, `${slug} is ${height} px high and ${told} px are told`)
    }
  }
  await page.close()
})

test('the height of a frame stays within bounds', async () => {
  const { page, close } = await open({
    '/': document(`<iframe src="${BASE}/embed/faqs?view=full" width="200" height="300" title="x"></iframe><script>
      window.told = []
      addEventListener('message', event => { if (event.data.type === 'ketamine-content:height') told.push(event.data) })
      document.querySelector('iframe').addEventListener('load', event => event.target.contentWindow.postMessage({ type: 'ketamine-content:hello', nonce: 'n1' }, '*'))
    </script>`)
  })
  await page.waitForFunction(() => told.length > 0)
  const [{ height, nonce }] = await page.evaluate(() => told)
  assert.equal(nonce, 'n1')
  assert.ok(Number.isInteger(height) && height >= 100 && height <= 20_000, String(height))
  await close()
})

test('pages themselves do not let themselves be framed, embeds do', async () => {
  const { page, close } = await open({ '/': document(`<iframe title="page" src="${BASE}/topics/history"></iframe><iframe title="embed" src="${BASE}/embed/topics/history"></iframe>`) })
  const [, first, second] = page.frames()
  assert.ok(first.url().startsWith('chrome-error:'), first.url())
  assert.equal(await second.locator('h2').first().isVisible(), true)
  await close()
})

test('plain HTML stands alone, and brings the number', async () => {
  const { page, asked, host, close } = await open({ '/': document(code.html) })
  assert.ok(await page.getByText('call 988').isVisible())
  assert.deepEqual(asked.filter(each => !each.startsWith(host.url)), [])
  await close()
})

test('links in a frame open beside the page, and call', async () => {
  const { page, context, close } = await open({ '/': document(code.iframe) })
  const frame = page.frameLocator('iframe')
  assert.equal(await frame.getByText('call 988').getAttribute('href'), 'tel:988')
  const [opened] = await Promise.all([context.waitForEvent('page'), frame.getByRole('link', { name: 'Read all of it' }).click()])
  await opened.waitForLoadState()
  assert.equal(opened.url(), BASE + '/topics/what-ketamine-is')
  await close()
})

const KINDS = {
  'a document': '/topics/what-ketamine-is',
  'a section': '/conditions/ptsd#evidence',
  'a list of questions': '/faqs?theme=safety',
  'a card of contacts': '/crisis-resources?country=US',
  'a search box': '/search'
}
for (const [kind, url] of Object.entries(KINDS)) {
  test(`${kind} comes in every flavor with all that must stand beside it, and no other server is asked`, async () => {
    const { data } = await json('/v1/embed-code?clinic=Bright+Clinic&url=' + encodeURIComponent(url))
    for (const { flavour, html } of data) {
      const { page, host, context, asked, close } = await open({ '/': document(`<main>${html}</main>`) })
      const shown = flavour === 'iframe' ? page.frameLocator('iframe') : page.locator('main')
      if (flavour === 'element') await page.locator('ketamine-content article').evaluate(async article => Promise.allSettled(article.getAnimations().map(each => each.finished)))
      await shown.getByText(/call 988/i).first().waitFor()
      for (const text of [/approved for anesthesia only/, /General information, not medical advice\./, /No clinical review yet|No clinician has reviewed|whether a clinician has reviewed/, 'Shown by Bright Clinic, who did not write it.']) {
        assert.ok(await shown.getByText(text).first().isVisible(), `${flavour}: ${text}`)
      }
      if (kind === 'a section' || kind === 'a list of questions' || kind === 'a document') assert.ok(await shown.getByText('Risks and limits:').first().isVisible(), flavour)
      if (kind === 'a section') assert.ok(await shown.getByText('Limit:').first().isVisible(), flavour)
      assert.deepEqual(asked.filter(each => !each.startsWith(BASE) && !each.startsWith(host.url)), [])
      assert.deepEqual(await context.cookies(), [])
      assert.deepEqual((await violations(page)).filter(each => !each.includes(': region:')), [], flavour)
      await close()
    }
  })

  test(`where the server is away ${kind} leaves a link and the number`, async () => {
    for (const flavour of ['iframe', 'element']) {
      const [{ html }] = (await json(`/v1/embed-code?flavour=${flavour}&url=` + encodeURIComponent(url))).data
      const { page, close } = await open({ '/': document(html.replaceAll(BASE, 'http://127.0.0.1:9')) })
      assert.ok(await page.getByText('call 988').isVisible(), flavour)
      assert.ok(await page.locator('a[href^="http://127.0.0.1:9/"]').first().isVisible(), flavour)
      await close()
    }
  })
}

test('words that are typed into an embedded search box lead to the search page, from a frame and from the element', async () => {
  for (const flavour of ['iframe', 'element', 'html']) {
    const [{ html }] = (await json(`/v1/embed-code?flavour=${flavour}&url=/search`)).data
    const { page, context, close } = await open({ '/': document(html) })
    const box = flavour === 'iframe' ? page.frameLocator('iframe') : page
    await box.getByLabel('What do you want to know?').fill('can i drive')
    const leads = flavour === 'html' ? page.waitForURL(BASE + '/search?q=can+i+drive').then(() => page) : context.waitForEvent('page')
    await box.getByRole('button', { name: 'Search' }).click()
    const opened = await leads
    await opened.getByRole('link', { name: 'Can I drive afterwards?' }).first().waitFor()
    await close()
  }
})
