// Every check needs these: the server under test, servers that misbehave, and a browser.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { chromium } from 'playwright-core'

/** The server under test. */
export const BASE = (process.env.BASE ?? 'http://127.0.0.1:8080').replace(/\/$/, '')

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

export const launch = () => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

/** Answers as it is told; resolves to its address, what it was asked, and a way to end it. */
export const server = answer => new Promise(resolve => {
  const asked = []
  const listener = createServer((request, response) => {
    asked.push(request)
    answer(request, response, asked.length)
  })
  listener.listen(0, '127.0.0.1', () => resolve({
    base: `http://127.0.0.1:${listener.address().port}`,
    asked,
    close: () => { listener.close(); listener.closeAllConnections() }
  }))
})

/** Stands before the server under test, and lets `meddle` answer in its place where that says true. */
export const relay = meddle => server(async (request, response, count) => {
  if (await meddle?.(request, response, count)) return
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const { host, connection, ...headers } = request.headers
  const read = await fetch(BASE + request.url, { method: request.method, headers, body: chunks.length ? Buffer.concat(chunks) : undefined })
  const body = Buffer.from(await read.arrayBuffer())
  const kept = ['content-type', 'etag', 'cache-control', 'retry-after'].filter(name => read.headers.has(name))
  request.status = read.status
  response.writeHead(read.status, Object.fromEntries(kept.map(name => [name, read.headers.get(name)])))
  response.end(body)
})

/** Sends the beginning of what it was given, and hangs up. */
export const cutOff = (response, text) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
  response.write(text.slice(0, text.length / 2), () => response.destroy())
}

export const refuse = (response, status, code, headers = {}) => {
  const problem = { type: `http://localhost/v1/problems/${code}`, title: code, status, detail: `It is ${code}.`, instance: '/', code, traceId: '0', errors: [] }
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers }).end(JSON.stringify(problem))
}

/** Serves pages on an origin of their own. */
export const site = pages => server((request, response) => {
  const found = pages(new URL(request.url, 'http://x').pathname)
  if (!found) return response.writeHead(404).end()
  response.writeHead(200, { 'content-type': found.type }).end(found.body)
})
