// Stands between clients and the server, and cuts off pages midway.
import { createServer } from 'node:http'

export const startRelay = target => new Promise(resolve => {
  const count = { asked: 0, cut: 0, away: 0, last: '' }
  let shaky = true
  const listener = createServer(async (asked, answer) => {
    count.asked++
    count.last = asked.url
    try {
      const { host, connection, ...headers } = asked.headers
      const read = await fetch(target + asked.url, { headers })
      const body = Buffer.from(await read.arrayBuffer())
      const kept = ['content-type', 'etag', 'retry-after'].filter(name => read.headers.has(name))
      answer.writeHead(read.status, { ...Object.fromEntries(kept.map(name => [name, read.headers.get(name)])), 'content-length': body.length })
      if (!shaky || Math.random() > 0.3 || !body.length) return answer.end(body)
      count.cut++
      answer.write(body.subarray(0, Math.random() * body.length), () => answer.destroy())
    } catch {
      count.away++
      answer.destroy()
    }
  })
  listener.listen(0, '127.0.0.1', () => resolve({
    base: `http://127.0.0.1:${listener.address().port}`,
    count,
    calm: () => { shaky = false },
    close: () => { listener.close(); listener.closeAllConnections() }
  }))
})
