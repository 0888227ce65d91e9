import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { extract, setProviderList } from '@extractus/oembed-extractor'
import { BASE, json } from './here.mjs'

const require = createRequire(import.meta.url)
const text = async (path, headers = {}) => (await fetch(BASE + path, { headers })).text()
const documents = async () => {
  const names = []
  for (const { type } of (await json('/v1')).data) {
    for (const { slug } of (await json(`/v1/${type}?limit=100&fields=${type === 'topics' ? 'title' : ''}`.replace(/&fields=$/, ''))).data) names.push(`/${type}/${slug}`)
  }
  return names
}

test('an oEmbed client that is not ours finds and takes what we tell', async () => {
  setProviderList([{ provider_name: 'Ketamine Content API', provider_url: BASE, endpoints: [{ schemes: [BASE + '/*'], url: BASE + '/oembed' }] }])
  const found = await extract(BASE + '/topics/what-ketamine-is', { maxwidth: 500 }, url => fetch(url.replace(/^https:/, new URL(BASE).protocol)))
  assert.equal(found.type, 'rich')
  assert.equal(found.width, 500)
  assert.match(found.html, /<iframe/)
})

test('the Nu HTML checker accepts every kind of page and embed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nu-'))
  try {
    const paths = ['/', '/topics', '/search?q=bladdar', '/builder', '/topics/what-ketamine-is', '/topics/dose-and-session', '/conditions/ptsd', '/side-effects/dissociation',
      '/faqs/can-i-drive', '/references/murrough-2013', '/glossary/racemic', '/crisis-resources/us-988-lifeline', '/embed/topics/what-ketamine-is',
      '/embed/topics/what-ketamine-is?view=full', '/embed/faqs?theme=safety', '/embed/conditions/ptsd/evidence']
    for (const [at, path] of paths.entries()) writeFileSync(join(folder, `${at}.html`), await text(path))
    const jar = join(dirname(require.resolve('vnu-jar/package.json')), 'build/dist/vnu.jar')
    // What is newer than the checker: the native way to tell a frame's height, popovers, and container queries.
    const known = '.*(responsive-embedded-sizing|popover|container-type|@container).*'
    execFileSync('java', ['-jar', jar, '--errors-only', '--filterpattern', known, ...readdirSync(folder).map(each => join(folder, each))], { stdio: 'pipe' })
  } catch (error) {
    assert.fail(String(error.stderr ?? error))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('all structured data is of terms that schema.org has', async () => {
  const folder = mkdtempSync(join(process.cwd(), '.schema-'))
  try {
    const paths = [...await documents(), '/topics', '/faqs', '/glossary']
    const things = []
    for (const path of paths) {
      const answer = await fetch(BASE + path, { headers: { accept: 'application/ld+json' } })
      const data = await answer.json()
      assert.equal(answer.status, 200, JSON.stringify(data))
      things.push(`check<${data['@type']}>(${JSON.stringify(data)}) // ${path}`)
    }
    const types = [...new Set(things.map(each => each.match(/check<(\w+)>/)[1]))]
    writeFileSync(join(folder, 'all.ts'), `import type { ${types.join(', ')}, WithContext } from 'schema-dts'\nfunction check<T extends ${types.join(' | ')}>(data: WithContext<T>) { return data }\n${things.join('\n')}\n`)
    execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022', join(folder, 'all.ts')], { stdio: 'pipe' })
    assert.ok(things.length > 200)
  } catch (error) {
    assert.fail(String(error.stdout ?? error).slice(0, 4000))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
