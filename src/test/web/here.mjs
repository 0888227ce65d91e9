// What every check needs: the server under test, a browser, and pages of somebody else's.
import { createServer, request } from 'node:http'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

/** The server under test. */
export const BASE = (process.env.BASE ?? 'http://127.0.0.1:8080').replace(/\/$/, '')

/** A server whose content is as hostile as authors' Markdown can be; see check.sh. */
export const HOSTILE = process.env.HOSTILE?.replace(/\/$/, '')

export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)

export const launch = () => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })

export const json = async path => (await fetch(BASE + path)).json()

/** Serves pages on an origin of its own; resolves to its address and a way to end it. */
export const site = pages => new Promise(resolve => {
  const server = createServer((asked, answer) => {
    const page = pages[new URL(asked.url, 'http://x').pathname]
    if (!page) return answer.writeHead(404).end()
    const { body, headers = {} } = typeof page === 'string' ? { body: page } : page
    answer.writeHead(200, { 'content-type': 'text/html;charset=utf-8', ...headers }).end(body)
  })
  server.listen(0, '127.0.0.1', () => resolve({ url: `http://localhost:${server.address().port}`, close: () => { server.close(); server.closeAllConnections() } }))
})

/** Stands between a browser and the server, so that the server can go away, or let nothing be kept for fresh. */
export const relay = () => new Promise(resolve => {
  const server = createServer((asked, answer) => {
    const target = new URL(asked.url, BASE)
    request(target, { method: asked.method, headers: { ...asked.headers, host: new URL(BASE).host } }, read => {
      answer.writeHead(read.statusCode, { ...read.headers, 'cache-control': 'public, max-age=0' })
      read.pipe(answer)
    }).end()
  })
  server.listen(0, '127.0.0.1', () => resolve({
    url: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise(done => { server.close(done); server.closeAllConnections() })
  }))
})

/** What axe finds against WCAG 2.2 A and AA in a page and its frames. */
export const violations = async page => {
  const found = []
  // What is faded in has less contrast until it is there.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const frame of page.frames()) {
    await frame.evaluate(AXE)
    const { violations } = await frame.evaluate(() => axe.run(document, {
      iframes: false,
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      // What is for a frame stands in another page, with a first heading of that page's.
      rules: { 'page-has-heading-one': { enabled: !location.pathname.startsWith('/embed/') } }
    }))
    found.push(...violations.map(each => `${frame.url()}: ${each.id}: ${each.nodes.map(node => node.html).slice(0, 3).join(' ')}`))
  }
  return found
}
