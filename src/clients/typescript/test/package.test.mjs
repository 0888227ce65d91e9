import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { createContext, SourceTextModule } from 'node:vm'
import { BASE } from './here.mjs'

const dist = new URL('../dist/', import.meta.url)
const scripts = readdirSync(dist).filter(name => name.endsWith('.js'))

test('the package holds what is used, and nothing else', () => {
  const [{ files }] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  const names = files.map(each => each.path)
  assert.ok(['LICENSE', 'README.md', 'package.json', 'dist/index.js', 'dist/index.d.ts', 'dist/indexeddb.js', 'dist/description.d.ts'].every(each => names.includes(each)), names.join())
  assert.deepEqual(names.filter(each => !/^(LICENSE|README\.md|package\.json|dist\/[a-z]+\.(js|d\.ts))$/.test(each)), [])
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url)))
  assert.deepEqual({ ...dependencies, ...peerDependencies }, {})
})

test('scripts import nothing but one another', () => {
  for (const name of scripts) {
    const imported = [...readFileSync(new URL(name, dist), 'utf8').matchAll(/\bfrom '([^']+)'|\bimport\(?\s*'([^']+)'/g)].map(each => each[1] ?? each[2])
    assert.deepEqual(imported.filter(each => !/^\.\/[a-z]+\.js$/.test(each)), [], name)
  }
})

test('it works where there is little more than fetch, as in React Native', async () => {
  // No URL, URLSearchParams, crypto, DOMException, structuredClone or AbortSignal.any; signals have no reason.
  class Signal { aborted = false; listeners = new Set(); addEventListener(_, one) { this.listeners.add(one) } removeEventListener(_, one) { this.listeners.delete(one) } }
  class Controller { signal = new Signal(); abort() { this.signal.aborted = true; this.signal.listeners.forEach(each => each()) } }
  const poorFetch = (address, { signal, ...request }) => {
    const real = new AbortController()
    signal.addEventListener('abort', () => real.abort())
    return fetch(address, { ...request, signal: real.signal })
  }
  const context = createContext({ fetch: poorFetch, setTimeout, clearTimeout, TextEncoder, AbortController: Controller })
  const modules = new Map()
  const module = name => {
    if (!modules.has(name)) modules.set(name, new SourceTextModule(readFileSync(new URL(name, dist), 'utf8'), { context, identifier: name }))
    return modules.get(name)
  }
  const index = module('index.js')
  await index.link(named => module(named.slice(2)))
  await index.evaluate()
  const { Client, MemoryStore } = index.namespace
  const client = new Client({ base: BASE })
  assert.equal((await client.get('faqs', 'can-i-drive', { fields: ['question'] })).data.question, 'Can I drive afterwards?')
  assert.ok((await client.search({ q: 'drive' })).data.length > 0)
  const result = await client.sync(new MemoryStore(), { types: ['glossary'] })
  assert.ok(result.stored > 0)
  assert.equal(result.verified, false, 'where there is no SHA-256 it says that nothing was compared')
  const stop = new Controller()
  stop.abort()
  await assert.rejects(client.get('topics', 'history', {}, { signal: stop.signal }), { name: 'AbortError' })
})

test('the codes that the types name are codes of the server', async () => {
  const source = readFileSync(new URL('../src/errors.ts', import.meta.url), 'utf8')
  const named = [...source.split('/** The server refused')[0].matchAll(/'([a-z-]+)'/g)].map(each => each[1])
  const { data } = await (await fetch(`${BASE}/v1/problems`)).json()
  assert.ok(named.length > 15)
  assert.deepEqual(named.filter(code => !data.some(each => each.code === code)), [])
})
