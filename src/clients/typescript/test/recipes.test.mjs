// Runs what the README shows, as it stands there.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { BASE, launch, site } from './here.mjs'

/** The output of each. */
const EXPECTED = {
  'A document with what must stand beside it': /Call 988 <tel:988>[^]*What are the benefits[^]*Risks and limits: [^]*(No clinical review yet|Clinical review by)[^]*Limit: [^]*off-label[^]*CC BY 4\.0/,
  'A list, page by page': /988[^]*Throat spasm\. It is an emergency\.[^\n]*(No clinical review yet|Clinical review by)[^]*off-label[^]*CC BY 4\.0/,
  'A search, with danger above everything': /^certain:\n.*\n.*988[^]*Risks and limits: [^]*off-label[^]*CC BY 4\.0/,
  'Documents for a clinical code': /988[^]*\(conditions\/[^]*\((topics|glossary)\/[^]*Risks and limits: [^]*CC BY 4\.0/,
  'What went wrong': /A short history of ketamine\n404 document-not-found: .*no-such-topic/,
  'An end to waiting': /^AbortError\n$/,
  'Answers remembered by their tags': /A short history of ketamine \["\\".+\\""\]/,
  'All content offline, in a browser': /^true \d+ history If you may be in danger.* \d{4}-/,
  'A store of your own, in SQLite': /^true 3\d\d\n$/,
  'A snapshot to begin with, and its search': /Can I drive afterwards\? Slow reactions[^]*988/
}

const folder = new URL('../recipes/', import.meta.url)
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const recipes = [...readme.matchAll(/^### (.+)\n[^]*?^```ts( browser)?\n([^]*?)^```/gm)]
  .map(([, title, browser, code], number) => ({ title, browser, code: code.replaceAll('https://content.example', BASE), name: `recipe${number}` }))

before(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  recipes.forEach(({ name, code }) => writeFileSync(new URL(`${name}.ts`, folder), `${code}\nexport {}\n`))
  const compilerOptions = { rootDir: '.', outDir: '.', declaration: false, target: 'es2022', lib: ['es2022', 'dom'] }
  writeFileSync(new URL('tsconfig.json', folder), JSON.stringify({ extends: '../tsconfig.json', compilerOptions, include: ['*.ts'], exclude: [] }))
  execFileSync('npx', ['tsc', '--project', fileURLToPath(folder)], { stdio: 'inherit' })
})

test('every piece of code in the README is a recipe that is run', () => {
  assert.deepEqual(recipes.map(each => each.title), Object.keys(EXPECTED))
  assert.equal(readme.match(/^```ts/gm).length, recipes.length)
})

for (const { title, browser, name } of recipes) {
  test(title, async () => {
    assert.match(browser ? await inBrowser(name) : await inNode(name), EXPECTED[title])
  })
}

const text = values => values.map(each => (typeof each === 'string' ? each : JSON.stringify(each))).join(' ') + '\n'

async function inNode(name) {
  const [log, lines] = [console.log, []]
  console.log = (...values) => lines.push(text(values))
  try {
    await import(new URL(`${name}.js`, folder))
  } finally {
    console.log = log
  }
  return lines.join('')
}

async function inBrowser(name) {
  const imports = { '@ketamine-content/client': '/dist/index.js', '@ketamine-content/client/indexeddb': '/dist/indexeddb.js' }
  const host = await site(path => path === '/'
    ? { type: 'text/html', body: `<!doctype html><title>An app</title><script type="importmap">${JSON.stringify({ imports })}</script>` }
    : path.endsWith('.js') && { type: 'text/javascript', body: readFileSync(new URL(`..${path}`, import.meta.url)) })
  const browser = await launch()
  try {
    const page = await browser.newPage()
    await page.goto(host.base)
    return await page.evaluate(async script => {
      const lines = []
      console.log = (...values) => lines.push(values.join(' ') + '\n')
      await import(script)
      return lines.join('')
    }, `/recipes/${name}.js`)
  } finally {
    await browser.close()
    host.close()
  }
}
