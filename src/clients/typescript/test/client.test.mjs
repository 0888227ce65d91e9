import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Client, ProblemError, UnreachableError } from '@ketamine-content/client'
import { BASE, cutOff, refuse, relay, server } from './here.mjs'

const client = new Client({ base: BASE })
const failure = promise => promise.then(() => assert.fail('it was answered'), error => error)
const ok = (response, body = { data: { title: 'fine' } }) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
const timed = async work => {
  const start = performance.now()
  const result = await work()
  return [(performance.now() - start) / 1000, result]
}

test('a document comes with what it relates to and what must stand beside it', async () => {
  const answer = await client.get('topics', 'what-ketamine-is', { include: ['references'] })
  assert.equal(answer.data.slug, 'what-ketamine-is')
  assert.ok(answer.included.references.length > 0)
  assert.ok(answer.meta.disclaimer && answer.meta.regulatoryNotice && answer.data.review.status)
})

test('a list is paged through to its end, and only as far as it is wanted', async () => {
  const slugs = []
  for await (const page of client.list('faqs', { limit: 20, fields: ['question'], count: 'exact' })) {
    slugs.push(...page.data.map(each => each.slug))
    assert.ok(page.page.total >= 50)
  }
  assert.ok(slugs.length >= 50)
  assert.equal(new Set(slugs).size, slugs.length)
  const between = await relay()
  for await (const page of new Client({ base: between.base }).list('faqs', { limit: 1 })) {
    assert.equal(page.data.length, 1)
    break
  }
  between.close()
  assert.equal(between.asked.length, 1)
})

test('lists of values, and characters that mean something in addresses, arrive as they are', async () => {
  const pages = client.list('side-effects', { severity: ['serious', 'life-threatening'], sort: ['-name'], limit: 2 })
  const { value } = await pages.next()
  assert.ok(value.data.every(each => ['serious', 'life-threatening'].includes(each.severity)))
  assert.equal((await failure(client.get('topics', 'a/b?c#d&e é'))).code, 'document-not-found')
  for (const slug of ['', '.', '..']) assert.ok((await failure(client.get('topics', slug))) instanceof TypeError)
})

test('an answer that cannot be remembered is an answer', async () => {
  const full = { get: () => undefined, set: () => { throw new RangeError('The storage is full.') } }
  const between = await relay()
  const answer = await new Client({ base: between.base, memory: full }).get('topics', 'history')
  between.close()
  assert.deepEqual([answer.data.slug, between.asked.length], ['history', 1])
})

test('words that are searched for stand in no address', async () => {
  const between = await relay()
  const answer = await new Client({ base: between.base }).search({ q: 'can i drive', types: ['faqs'], limit: 2 })
  between.close()
  assert.equal(answer.data[0].slug, 'can-i-drive')
  assert.deepEqual(between.asked.map(each => each.url), ['/v1/search'])
  assert.ok((await client.search({ q: 'can i drive', atLeast: 1 })).data.length > 0)
})

test('danger is recognized in a search', async () => {
  const { crisis } = await client.search({ q: 'i want to die' })
  assert.equal(crisis.level, 'certain')
  assert.ok(crisis.contacts.length > 0)
})

test('codes are looked up, one or several', async () => {
  assert.ok((await client.lookup('icd-10-cm|F33.2')).data.length > 0)
  const both = await client.lookup(['icd-10-cm|F33.2', 'rxnorm|6130'])
  assert.equal(both.codes.length, 2)
})

test('what has not changed is not sent again', async () => {
  const between = await relay()
  const reader = new Client({ base: between.base })
  const first = await reader.get('topics', 'history')
  const second = await reader.get('topics', 'history')
  between.close()
  assert.deepEqual(between.asked.map(each => each.status), [200, 304])
  assert.deepEqual(second, first)
  assert.notEqual(second, first, 'what one caller does to an answer is not seen by another')
})

test('the memory of answers can be kept elsewhere, and its own has a bound', async () => {
  const memory = new Map()
  await new Client({ base: BASE, memory }).get('topics', 'history')
  assert.match(memory.get(`${BASE}/v1/topics/history`).etag, /^"/)
  const long = 'x'.repeat(1_500_000)
  const big = await server((request, response) => request.headers['if-none-match']
    ? response.writeHead(304).end()
    : response.writeHead(200, { etag: '"1"' }).end(JSON.stringify({ long, url: request.url })))
  const reader = new Client({ base: big.base })
  for (const slug of ['a', 'b', 'a', 'c', 'a', 'b']) assert.equal((await reader.get('topics', slug)).url, `/v1/topics/${slug}`)
  big.close()
  assert.deepEqual(big.asked.map(each => Boolean(each.headers['if-none-match'])), [false, false, true, false, true, false])
})

test('a refusal says its code, and what was wrong', async () => {
  const missing = await failure(client.get('faqs', 'no-such-question'))
  assert.ok(missing instanceof ProblemError && missing instanceof Error)
  assert.deepEqual([missing.name, missing.status, missing.code], ['ProblemError', 404, 'document-not-found'])
  const wrong = await failure(client.get('faqs', 'can-i-drive', { fields: ['nothing'] }))
  assert.equal(wrong.code, 'invalid-value')
  assert.equal(wrong.problem.errors[0].parameter, 'fields')
  assert.equal(wrong.message, wrong.problem.detail)
})

test('Retry-After is respected, in seconds and as a date, for reads and for searches', async () => {
  const busy = await server((request, response, count) => {
    if (count === 1) refuse(response, 429, 'too-many-requests', { 'retry-after': '1' })
    else if (count === 2) refuse(response, 503, 'busy', { 'retry-after': new Date(Date.now() + 2000).toUTCString() })
    else ok(response)
  })
  const [seconds, answer] = await timed(() => new Client({ base: busy.base }).search({ q: 'drive' }))
  busy.close()
  assert.equal(answer.data.title, 'fine')
  assert.equal(busy.asked.length, 3)
  assert.ok(seconds >= 2 && seconds < 8, `${seconds} seconds`)
})

test('who wants a longer wait than is allowed is not waited for', async () => {
  const busy = await server((request, response) => refuse(response, 503, 'busy', { 'retry-after': '61' }))
  const error = await failure(new Client({ base: busy.base }).get('topics', 'history'))
  busy.close()
  assert.deepEqual([error.code, error.retryAfter, busy.asked.length], ['busy', 61, 1])
})

test('tries have a bound, and waits grow with chance in them', async () => {
  const [first, second] = [[], []]
  for (const times of [first, second]) {
    const away = await server((request, response) => { times.push(performance.now()); refuse(response, 503, 'overloaded') })
    assert.equal((await failure(new Client({ base: away.base, retries: 2 }).get('topics', 'history'))).code, 'overloaded')
    away.close()
    assert.equal(times.length, 3)
    assert.ok(times[1] - times[0] >= 490 && times[2] - times[1] >= 990)
  }
  assert.notEqual(Math.round(first[2] - first[0]), Math.round(second[2] - second[0]))
})

test('what will not be better is not asked again', async () => {
  const portal = await server((request, response) => response.writeHead(511, { 'content-type': 'text/html' }).end('<p>Sign in'))
  const error = await failure(new Client({ base: portal.base }).get('topics', 'history'))
  portal.close()
  assert.ok(error instanceof UnreachableError)
  assert.deepEqual([error.status, portal.asked.length], [511, 1])
})

test('an answer that is cut off, or is no JSON, is asked for again', async () => {
  const text = JSON.stringify({ data: { title: 'fine' } })
  const shaky = await server((request, response, count) => {
    if (count === 1) cutOff(response, text)
    else if (count === 2) response.writeHead(200, { 'content-type': 'application/json', etag: '"broken"' }).end(text.slice(5))
    else ok(response)
  })
  const answer = await new Client({ base: shaky.base }).get('topics', 'history')
  shaky.close()
  assert.equal(answer.data.title, 'fine')
  assert.equal(shaky.asked.length, 3)
  assert.equal(shaky.asked[2].headers['if-none-match'], undefined, 'what cannot be read is not remembered')
})

test('where nobody listens that is said, after the tries', async () => {
  const gone = await server(() => {})
  gone.close()
  const error = await failure(new Client({ base: gone.base, retries: 1 }).get('topics', 'history'))
  assert.ok(error instanceof UnreachableError && error.cause)
})

test('a server that says nothing is given up', async () => {
  const silent = await server(() => {})
  const [seconds, error] = await timed(() => failure(new Client({ base: silent.base, retries: 0, timeout: 0.2 }).get('topics', 'history')))
  silent.close()
  assert.ok(error instanceof UnreachableError)
  assert.ok(seconds < 5)
  assert.equal((await new Client({ base: BASE, retries: 0, timeout: Infinity }).get('topics', 'history')).data.slug, 'history')
})

test('a signal ends a request, a wait, and what has not begun', async () => {
  const silent = await server(() => {})
  const busy = await server((request, response) => refuse(response, 503, 'busy', { 'retry-after': '50' }))
  for (const base of [silent.base, busy.base]) {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    const [seconds, error] = await timed(() => failure(new Client({ base }).get('topics', 'history', {}, { signal: stop.signal })))
    assert.equal(error.name, 'AbortError')
    assert.ok(seconds < 5)
  }
  const before = busy.asked.length
  const reason = new Error('enough')
  assert.equal(await failure(new Client({ base: busy.base }).search({ q: 'drive' }, { signal: AbortSignal.abort(reason) })), reason)
  assert.equal(busy.asked.length, before)
  silent.close()
  busy.close()
})

test('a server below a path is asked below it; what is no address is refused', async () => {
  const between = await server((request, response) => ok(response))
  await new Client({ base: `${between.base}/content/` }).get('topics', 'history')
  between.close()
  assert.equal(between.asked[0].url, '/content/v1/topics/history')
  for (const base of ['content.example', '', 'ftp://content.example', 'https://content.example?x=1']) assert.throws(() => new Client({ base }), TypeError)
})
