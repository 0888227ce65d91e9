// Publishes through the editorial API, as docs/editing.md shows.
import { randomUUID } from 'node:crypto'

/** The deeds of editors on a server, done with the key that its start printed. */
export async function editors(base, start) {
  const ask = async (key, path, { method, body, match, form = 'json' } = {}) => {
    // A 503 leaves open whether a request was done: it is sent again under the same key. Keys cannot be told twice.
    const isPost = method === 'POST' || (body && !method)
    const idempotency = isPost && !path.startsWith('keys') && { 'idempotency-key': randomUUID() }
    for (let tries = 0; ; tries++) {
      const answer = await fetch(`${base}/editorial/v1/${path}`, {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: { authorization: `Bearer ${key}`, 'content-type': `application/${form}`, ...idempotency, ...(match && { 'if-match': match }) },
        body: body && JSON.stringify(body)
      })
      const text = await answer.text()
      if (answer.status === 503 && tries < 20) {
        await new Promise(done => setTimeout(done, 500))
        continue
      }
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
      return { etag: answer.headers.get('etag'), json: text && JSON.parse(text) }
    }
  }
  const key = async body => (await ask(start, 'keys', { body })).json.key
  const author = await key({ name: 'An author', scopes: ['read', 'write', 'publish', 'admin'] })
  const given = await key({ name: 'A reviewer', scopes: ['read', 'review'], reviewerName: 'Example Reviewer', credentials: 'MD' })
  const reviewer = (await ask(given, `keys/${given.split('_')[1]}/rotate`, { body: { overlapHours: 0 } })).json.key

  const etag = async path => (await ask(author, path)).etag
  const step = async (path, name, { by = author, body } = {}) => ask(by, `${path}/${name}`, { method: 'POST', body, match: await etag(path) })
  const publish = async (path, body) => {
    await step(path, 'submit')
    await step(path, 'approve', { by: reviewer, body: {} })
    await step(path, 'publish', { body })
  }
  const change = async (path, body) => ask(author, path, { method: 'PATCH', body, form: 'merge-patch+json', match: await etag(path) })
  const text = (name, count) => `A word that stands in samples and is called ${name}, written for the ${count}th time on this page.`

  return {
    async create(name, count) {
      await ask(author, 'glossary', { body: { slug: name, content: { term: `Sample ${name}`, confirmation: 'editorial', drafting: 'person', body: text(name, count) } } })
      await publish(`glossary/${name}`)
    },
    async rewrite(name, count) {
      await change(`glossary/${name}`, { content: { body: text(name, count) }, note: 'Says it anew.' })
      await publish(`glossary/${name}`)
    },
    async rename(name, next) {
      await change(`glossary/${name}`, { slug: next, note: 'Has another name.' })
      await publish(`glossary/${next}`)
    },
    withdraw: (name, collection = 'glossary') => step(`${collection}/${name}`, 'withdraw', { body: { reason: 'It is no longer needed.' } }),
    async question(name, position) {
      const content = {
        question: `Is ${name} a sample?`, shortAnswer: 'It is one. It is written for a test, and says nothing else.', theme: 'basics', position,
        confirmation: 'editorial', drafting: 'person', body: `${'This answer stands here so that it can be taken back again. '.repeat(9)}It names a source [@ketalar-label].`
      }
      await ask(author, 'faqs', { body: { slug: name, content } })
      await publish(`faqs/${name}`)
    },
    /** @param document such as `topics/history` */
    async correct(document, content) {
      await change(document, { content, note: 'Puts it right.' })
      await publish(document, { correction: { severity: 'safety-critical', wasWrong: 'It said something else.', isRight: 'It says this.' } })
    },
    /** Tells an address of all changes; resolves to the secret that signs them. */
    listen: async url => (await ask(author, 'webhooks', { body: { name: 'A site', kind: 'standard', url } })).json.secret
  }
}
