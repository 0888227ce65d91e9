// Answers as a server of some later day would: what the real one answers, with fields, values and kinds that no client knows.
//
//   node future.mjs http://127.0.0.1:8080 description.json    prints its own address, and runs until it is ended
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

const [, , server, description] = process.argv

/** The fields whose values may be more one day. */
const open = new Set()
const collect = node => {
  for (const [name, each] of Object.entries(node ?? {})) {
    if (each?.['x-extensible-enum'] || each?.items?.['x-extensible-enum']) open.add(name)
    if (typeof each === 'object') collect(each)
  }
}
collect(JSON.parse(readFileSync(description, 'utf8')))

const later = (node, name) => {
  if (Array.isArray(node)) return node.map(each => later(each, name))
  if (typeof node === 'string') return open.has(name) ? 'of-some-later-day' : node
  if (node === null || typeof node !== 'object') return node
  const changed = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, later(value, key)]))
  return { ...changed, ofSomeLaterDay: { text: 'new', number: 1, list: ['new'] } }
}

const listener = createServer(async (asked, answer) => {
  const read = await fetch(server + asked.url, { headers: { accept: asked.headers.accept ?? '*/*' } })
  const text = await read.text()
  const isJson = read.headers.get('content-type')?.includes('json')
  const body = isJson ? later(JSON.parse(text)) : text
  if (body.included) body.included.kindOfSomeLaterDay = [{ id: 'x', title: 'new' }]
  answer.writeHead(read.status, { 'content-type': read.headers.get('content-type') ?? 'text/plain' })
  answer.end(isJson ? JSON.stringify(body) : body)
})
listener.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${listener.address().port}`))
