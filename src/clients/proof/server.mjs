// Starts the packaged server with content of its own, ends it, and starts it again on what it had.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const app = process.env.APP ?? fileURLToPath(new URL('../../../target/quarkus-app', import.meta.url))

export const freePort = async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address()
  taken.close()
  return port
}

/** @param more settings beside the usual ones */
export async function startServer(more = {}) {
  const work = mkdtempSync(join(tmpdir(), 'client-proof-'))
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const settings = {
    'quarkus.http.host': '127.0.0.1',
    'quarkus.http.port': port,
    'ketamine-content.local-database.directory': join(work, 'data'),
    'ketamine-content.snapshots.directory': join(work, 'snapshots'),
    'ketamine-content.access.bootstrap-key': 'make',
    'ketamine-content.access.writes-per-minute': 1_000_000,
    ...more
  }
  const log = join(work, 'log')
  let server
  // Whatever fails here, no server is left behind.
  process.once('exit', () => server?.kill())
  const start = async () => {
    server = spawn('java', [...Object.entries(settings).map(([name, value]) => `-D${name}=${value}`), '-jar', join(app, 'quarkus-run.jar')])
    const out = createWriteStream(log, { flags: 'a' })
    server.stdout.pipe(out)
    server.stderr.pipe(out)
    for (let tries = 0; tries < 960; tries++) {
      if (await fetch(`${base}/q/health/ready`).then(answer => answer.ok, () => false)) return
      if (server.exitCode !== null) break
      await new Promise(done => setTimeout(done, 250))
    }
    throw new Error(`The server did not start:\n${readFileSync(log, 'utf8')}`)
  }
  const end = async () => {
    if (server.exitCode !== null) return
    server.kill()
    await once(server, 'exit')
  }
  await start()
  return {
    base,
    work,
    key: readFileSync(log, 'utf8').match(/kc_[0-9A-Za-z_]+/)[0],
    restart: async () => { await end(); await start() },
    close: async () => { await end(); rmSync(work, { recursive: true, force: true }) }
  }
}
