// Pictures of a running server, to be looked at: node screenshots.mjs [folder]
import { mkdirSync } from 'node:fs'
import { BASE, launch, site, json } from './here.mjs'

const folder = process.argv[2] ?? 'target/screenshots'
mkdirSync(folder, { recursive: true })
const browser = await launch()
const desk = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }
const pictures = [
  ['portal', '/', desk], ['portal-phone', '/', phone], ['page', '/topics/what-ketamine-is', desk], ['page-dark', '/conditions/ptsd', desk, 'dark'],
  ['page-phone', '/faqs/can-i-drive', phone], ['side-effect', '/side-effects/dissociation', desk], ['list', '/faqs', desk], ['search', '/search?q=i+want+to+die', desk], ['builder', '/builder', desk],
  ['card', '/embed/topics/what-ketamine-is', { width: 600, height: 700 }], ['card-dark', '/embed/topics/what-ketamine-is?theme=dark', { width: 600, height: 700 }],
  ['full', '/embed/conditions/ptsd?view=full', { width: 700, height: 900 }], ['questions', '/embed/faqs?theme=safety', { width: 600, height: 900 }]
]
for (const [name, path, viewport, colorScheme = 'light'] of pictures) {
  const page = await browser.newPage({ viewport, colorScheme })
  await page.goto(BASE + path)
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: name !== 'list' })
  await page.close()
}
const [{ html }] = (await json('/v1/embed-code?flavour=element&url=/topics/what-ketamine-is')).data
const host = await site({ '/': html })
const page = await browser.newPage({ viewport: { width: 640, height: 800 } })
await page.goto(host.url, { waitUntil: 'networkidle' })
await page.screenshot({ path: `${folder}/element.png` })
host.close()
await browser.close()
