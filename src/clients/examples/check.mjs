// Publishes, corrects and withdraws, and looks at what readers of the example sites see of it.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { editors } from '../proof/editors.mjs'
import { startRelay } from '../proof/relay.mjs'
import { freePort, startServer } from '../proof/server.mjs'

const CORRECTED = 'topics/history'
const WITH_RISKS = 'faqs/what-are-the-benefits'
const WITHDRAWN = 'faqs/sample-question'
const SECONDS = 2

const began = Date.now()
const say = text => console.log(`${Math.round((Date.now() - began) / 1000)} s: ${text}`)
const folder = name => fileURLToPath(new URL(`${name}/`, import.meta.url))
const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds))

const build = (site, environment) => promisify(execFile)('npm', ['run', 'build'], { cwd: folder(site), env: { ...process.env, ...environment }, maxBuffer: 1 << 26 })

/** Whatever readers see first, and never without the rest. */
function assertShown(html, { risks = false } = {}) {
  const at = text => {
    assert.ok(html.includes(text), `${text} is shown`)
    return html.indexOf(text)
  }
  assert.ok(at('href="tel:988"') < at('<h1'), 'crisis contacts stand above everything')
  at('href="sms:988"')
  assert.match(html, /No clinical review yet\.|Clinical review by/)
  at('off-label')
  at('CC BY 4.0')
  at('Sources')
  if (!risks) return
  assert.ok(at('Risks and limits') < at('class="group"'), 'the risk summary comes before numbers')
  assert.match(html, /class="numbers benefit"[^]*?class="numbers harm"[^]*?\/risks\/[^"]+\.svg\?atLeast=\d+"/)
  for (const [group] of html.matchAll(/class="group"[^]*?<\/section>/g)) {
    assert.ok(!group.includes('numbers benefit') || group.includes('numbers harm'), 'no benefit without its harms')
  }
  at('Limit:')
}

/** React separates texts by comments. */
const html = async answer => (await answer.text()).replaceAll('<!-- -->', '')

/** Asks for a page until it is as it should be; the seconds that this took. */
async function until(isRight, address) {
  const start = performance.now()
  for (;;) {
    const answer = await fetch(address, { redirect: 'manual' })
    const seconds = (performance.now() - start) / 1000
    if (isRight(answer.status, await html(answer))) return seconds
    assert.ok(seconds < 10, `${address} is not as it should be after ten seconds: ${answer.status}`)
    await pause(20)
  }
}

const server = await startServer({ 'ketamine-content.webhooks.private-targets': '127.0.0.1:*' })
const relay = await startRelay(server.base)
relay.calm()
let next
process.once('exit', () => next?.kill())
try {
  say('the server runs')
  const desk = await editors(server.base, server.key)
  const sample = WITHDRAWN.split('/')[1]
  await desk.question(sample, 900)

  await rm(`${folder('astro')}.cache`, { recursive: true, force: true })
  const astro = async environment => {
    const before = relay.count.asked
    await build('astro', { CONTENT_API: relay.base, ...environment })
    return relay.count.asked - before
  }
  const page = name => readFile(`${folder('astro')}dist/${name}/index.html`, 'utf8')
  const first = await astro()
  assertShown(await page(CORRECTED))
  assertShown(await page(WITH_RISKS), { risks: true })
  assert.ok((await page('faqs')).includes(`/${WITHDRAWN}/`))
  const second = await astro()
  say(`Astro: the first build took ${first} pages, the second ${second}`)
  assert.ok(first > 1)
  assert.equal(second, 1)

  await build('next', { CONTENT_API: server.base })
  const port = await freePort()
  const site = `http://127.0.0.1:${port}`
  const secret = await desk.listen(`${site}/api/hook`)
  next = spawn('node', ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)],
    { cwd: folder('next'), env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CONTENT_API: server.base, WEBHOOK_SECRET: secret }, stdio: ['ignore', 'inherit', 'inherit'] })
  for (let tries = 0; !(await fetch(site).then(answer => answer.ok, () => false)); tries++) {
    assert.ok(tries < 300 && next.exitCode === null, 'Next starts')
    await pause(100)
  }
  say('Next runs')
  const read = async name => html(await fetch(`${site}/${name}`))
  assertShown(await read(CORRECTED))
  assertShown(await read(WITH_RISKS), { risks: true })
  assert.match(await read(WITHDRAWN), /Is sample-question a sample\?/)
  const [picture] = (await read(WITH_RISKS)).match(/http[^"]+\.svg\?atLeast=\d+/)
  assert.equal((await fetch(picture)).headers.get('content-type'), 'image/svg+xml')
  assert.equal((await fetch(`${site}/api/hook`, { method: 'POST', body: '{}' })).status, 401, 'what is not signed is refused')
  assert.equal((await fetch(`${site}/topics/no-such-topic`)).status, 404)

  const words = 'The summary of this page was put right a moment ago, and says at least as much as before.'
  await desk.correct(CORRECTED, { summary: words })
  const corrected = await until((status, text) => status === 200 && text.includes(words) && text.includes('Was wrong: It said something else.'), `${site}/${CORRECTED}`)
  say(`Next: the correction was shown ${corrected.toFixed(2)} s after it was published`)
  assert.ok(corrected <= SECONDS)
  await until((status, text) => text.includes(words), `${site}/topics`)

  await desk.withdraw(sample, 'faqs')
  const withdrawn = await until(status => status === 404, `${site}/${WITHDRAWN}`)
  say(`Next: the withdrawn page was gone after ${withdrawn.toFixed(2)} s`)
  assert.ok(withdrawn <= SECONDS)
  assert.ok(!(await read('faqs')).includes(`/${WITHDRAWN}"`))

  const third = await astro({ INCOMING_HOOK_BODY: encodeURIComponent('{"contentVersion":7}') })
  assert.ok(relay.count.last.includes('atLeast=7'), 'a build asks for what the hook named')
  say(`Astro: the third build took ${third} page with both changes`)
  assert.equal(third, 1)
  assert.ok((await page(CORRECTED)).includes(words))
  await assert.rejects(page(WITHDRAWN), { code: 'ENOENT' })
  assert.ok(!(await page('faqs')).includes(`/${WITHDRAWN}/`))
} finally {
  if (next && next.exitCode === null) {
    next.kill()
    await once(next, 'exit')
  }
  relay.close()
  await server.close()
}
