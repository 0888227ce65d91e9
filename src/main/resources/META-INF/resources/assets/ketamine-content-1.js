// <ketamine-content src="…/v1/topics/what-ketamine-is">: a document of the Ketamine Content API in a page, without a frame.
// What stands in it while nothing is there, or where scripts are off, is up to the page: a link, at best.
(() => {
  if (customElements.get('ketamine-content')) return

  const LEAST_CONTRAST = 4.5
  const GROUNDS = { light: '#ffffff', dark: '#14191b' }

  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
:host{all:initial!important;display:block!important;visibility:visible!important;opacity:1!important;position:static!important;transform:none!important;clip-path:none!important;filter:none!important;max-height:none!important;height:auto!important;overflow:visible!important;--_ground:#fff!important;--_ink:#1d2a2e!important;--_soft:#53626a!important;--_line:#ded9cc!important;--_link:#0d5a63!important;--_band:#12484f!important;--_bandink:#f8f4ea!important;--_warm:#b0762a!important;color-scheme:light!important}
:host([data-dark]){--_ground:#14191b!important;--_ink:#e8ebe6!important;--_soft:#a5b3b4!important;--_line:#36444a!important;--_link:#86cdd0!important;--_band:#173f45!important;--_bandink:#f3efe4!important;--_warm:#d9a960!important;color-scheme:dark!important}
*{box-sizing:border-box}
article{background:var(--_ground);color:var(--_ink);border:1px solid var(--_line);border-radius:var(--ketamine-content-radius,10px);padding:1.125rem 1.25rem;font:16px/1.55 var(--ketamine-content-font,system-ui,sans-serif);overflow-wrap:break-word}
h2{margin:0;font-size:1.5rem;line-height:1.25;font-weight:600}h3{margin:1.25rem 0 .35rem;font-size:1.0625rem}
p,ul{margin:.6rem 0 0}figure{margin:1rem 0 0}img{display:block;max-width:100%;height:auto}ul{padding-left:1.25rem}
a{color:var(--_link);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--_warm);outline-offset:2px}
.must{font:16px/1.5 system-ui,sans-serif}.small.must{font-size:14px}
.regulatory,.risk{padding-left:.75rem;border-left:3px solid var(--_warm)}
.crisis{margin-top:1rem;padding:.75rem 1rem;background:var(--_band);color:var(--_bandink);border-radius:8px}
.crisis p,.crisis ul{margin:0}.crisis ul{padding:.35rem 0 0;list-style:none}.crisis a{display:inline-block;min-height:1.5rem;color:inherit}
.small{color:var(--_soft)}
.table{container-type:inline-size;overflow-x:auto}table{border-collapse:collapse}th,td{padding:.4rem .6rem;border:1px solid var(--_line);text-align:left}
@container (max-width:34em){table,tbody,tr,td{display:block}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}tr{padding-block:.5rem;border-bottom:2px solid var(--_line)}td{padding:.3rem 0;border:0}td:first-child{font-weight:600}td:empty{display:none}td::before{content:attr(data-label);display:block;color:var(--_soft);font-size:.875em;font-weight:600}}
@media (prefers-reduced-motion:no-preference){article{animation:in .2s}@keyframes in{from{opacity:.4}}}
@media (forced-colors:active){.crisis{border:2px solid}}`)

  const luminance = colour => {
    const [r, g, b] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (a, b) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
    return (light + 0.05) / (dark + 0.05)
  }

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name)
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
    made.append(...children.filter(each => each != null))
    return made
  }

  // What the server renders is safe already: it knows no markup of an author's. Where a page forbids even that
  // (Trusted Types), its words are shown.
  let policy
  try {
    policy = window.trustedTypes ? trustedTypes.createPolicy('ketamine-content', { createHTML: html => html }) : { createHTML: html => html }
  } catch {
    policy = null
  }
  const body = html => {
    const inert = element('template')
    try {
      inert.innerHTML = policy.createHTML(html)
    } catch {
      return element('p', {}, html.replace(/<[^>]*>/g, ' ').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&'))
    }
    // A second lock: whatever the server says, nothing in here runs or leads to anything but a page, a mail or a call.
    for (const each of inert.content.querySelectorAll('*')) {
      if (/^(script|style|link|iframe|frame|object|embed|form|button|input|base|meta|svg|math|template|img|picture|video|audio|source)$/i.test(each.localName)) each.remove()
      for (const { name, value } of [...each.attributes]) {
        if (/^(on|style|id|slot|part)/i.test(name) || (/^(href|src|action|formaction)$/i.test(name) && !/^(https?:|mailto:|tel:|sms:)/i.test(value))) each.removeAttribute(name)
      }
    }
    for (const table of inert.content.querySelectorAll('table')) {
      const around = element('div', { class: 'table', role: 'group', 'aria-label': 'Table', tabindex: 0 })
      // With little room each row is a block, each value under the name of its column.
      const labels = [...table.querySelectorAll('th')].map(each => each.textContent.trim())
      for (const row of table.querySelectorAll('tr')) [...row.querySelectorAll('td')].forEach((each, at) => { each.dataset.label = labels[at] ?? '' })
      table.replaceWith(around)
      around.append(table)
    }
    return inert.content
  }

  const page = href => href.replace('/v1/', '/')

  class KetamineContent extends HTMLElement {
    static observedAttributes = ['src', 'theme', 'accent', 'view']
    #root
    #status
    #place
    #answer = null
    #accent = new CSSStyleSheet()
    #asked = 0
    #dark = matchMedia('(prefers-color-scheme: dark)')
    #look = () => this.#paint()

    connectedCallback() {
      if (!this.#root) {
        this.#root = this.attachShadow({ mode: 'open' })
        this.#root.adoptedStyleSheets = [sheet, this.#accent]
        this.#status = element('p', { role: 'status', 'aria-live': 'polite', class: 'small must' })
        this.#place = element('div', {}, element('slot'))
        this.#root.append(this.#place, this.#status)
      }
      this.#dark.addEventListener('change', this.#look)
      this.#paint()
      this.refresh()
    }

    disconnectedCallback() {
      this.#dark.removeEventListener('change', this.#look)
    }

    attributeChangedCallback(name, before, after) {
      if (!this.#root || before === after) return
      if (name === 'src') this.refresh()
      else if (name === 'view') this.#show()
      else this.#paint()
    }

    /** Asks the server again; what is shown stays until there is something newer. */
    async refresh() {
      const asked = ++this.#asked
      const src = this.getAttribute('src')
      if (!src) return this.#say('No content was named: the attribute src is missing.')
      let failed = null
      const read = async mode => {
        const answer = await fetch(src, { cache: mode, credentials: 'omit', referrerPolicy: 'no-referrer', headers: { accept: 'application/json' } })
        if (!answer.ok) throw Object.assign(new Error(String(answer.status)), { gone: answer.status === 404 || answer.status === 410 })
        return { ...await answer.json(), read: answer.headers.get('date') }
      }
      let answer = null
      try {
        answer = await read('default')
      } catch (error) {
        failed = error
        // What the browser still has is the last good answer.
        if (!error.gone) answer = await read('force-cache').catch(() => null)
      }
      if (asked !== this.#asked) return
      if (failed?.gone) {
        this.#answer = null
        this.#place.replaceChildren(element('slot'))
        return this.#say('This content is not there any more.')
      }
      if (answer?.data?.links) {
        this.#answer = answer
        this.#show()
      }
      this.#say(!failed ? '' : this.#answer ? 'The newest version could not be read. This one may be out of date.' : 'The content could not be read just now.')
      this.dispatchEvent(new CustomEvent(failed ? 'ketamine-content-error' : 'ketamine-content-ready', { bubbles: true }))
    }

    #say(text) {
      this.#status.textContent = text
    }

    #paint() {
      const theme = this.getAttribute('theme')
      const dark = theme === 'dark' || (theme !== 'light' && this.#dark.matches)
      this.toggleAttribute('data-dark', dark)
      const accent = '#' + (this.getAttribute('accent') ?? '').replace('#', '').toLowerCase()
      const readable = /^#[0-9a-f]{6}$/.test(accent) && contrast(accent, GROUNDS[dark ? 'dark' : 'light']) >= LEAST_CONTRAST
      this.#accent.replaceSync(readable ? `:host{--_link:${accent}!important}` : '')
    }

    #show() {
      if (!this.#answer) return
      const { data, meta } = this.#answer
      const full = this.getAttribute('view') === 'full'
      const title = data.title ?? data.question ?? data.name ?? data.term
      const lede = data.summary ?? data.shortAnswer
      const url = page(data.links.self)
      const article = element('article', { 'aria-label': title },
        element('h2', { part: 'title' }, title),
        element('p', { class: 'regulatory must' }, meta.regulatoryNotice),
        lede && element('p', { part: 'summary' }, lede))
      if (data.riskSummary) article.append(element('p', { class: 'risk must' }, element('strong', {}, 'Risks and limits: '), data.riskSummary))
      if (data.whenToGetUrgentHelp) article.append(element('p', { class: 'must' }, element('strong', {}, 'When to get urgent help: '), data.whenToGetUrgentHelp))
      if (data.definition) article.append(element('div', { part: 'section' }, body(data.definition)))
      if (full) {
        // A benefit's picture holds the harms that balance it; the sentences are its text.
        for (const risk of data.risks ?? []) {
          const { with: given, without, positive } = risk.text
          article.append(element('figure', { part: 'risk' },
            element('figcaption', {},
              element('strong', {}, `${risk.outcome}, ${risk.timeframeText}. `),
              [given, without, positive].filter(Boolean).join(' '),
              element('p', { class: 'must' }, element('strong', {}, 'Limit: '), risk.limit)),
            risk.picture && element('img', { src: risk.picture, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' })))
        }
        for (const section of data.sections ?? []) {
          const part = element('section', { part: 'section' }, section.heading && element('h3', {}, section.heading), body(section.body))
          for (const link of part.querySelectorAll('a[data-type]')) link.href = page(link.href)
          article.append(part)
        }
      }
      if (meta.crisis) {
        article.append(element('aside', { class: 'crisis must', 'aria-label': 'Help in a crisis' },
          element('p', {}, element('strong', {}, meta.crisis.notice)),
          element('ul', {}, ...meta.crisis.contacts.map(each => element('li', {}, each.name + ': ',
            ...(each.call ? [element('a', { href: 'tel:' + each.call.replace(/ /g, '') }, 'call ' + each.call)] : []),
            ...(each.text ? [' or ', element('a', { href: 'sms:' + each.text.replace(/ /g, '') + (each.textKeyword ? '?body=' + each.textKeyword : '') }, `text ${each.textKeyword ? each.textKeyword + ' to ' : ''}${each.text}`)] : []),
            ...(!each.call && each.url ? [element('a', { href: each.url, rel: 'noopener' }, each.url)] : []))))))
      }
      const { reviewedBy, lastReviewed } = data.review
      const { drafting, editedByPerson } = data.provenance ?? {}
      article.append(
        element('p', { class: 'small must' },
          reviewedBy ? `Clinical review by ${reviewedBy.name}${reviewedBy.credentials ? ', ' + reviewedBy.credentials : ''} on ${lastReviewed}. ` : 'No clinical review yet. ',
          drafting === 'person' ? 'Written by a person. ' : '',
          drafting === 'ai-assisted' ? `Drafted with AI assistance, ${editedByPerson ? 'then edited' : 'and not yet edited'} by a person. ` : '',
          `Last changed on ${data.updatedAt.slice(0, 10)}.`,
          data.asOf ? ` Facts as of ${data.asOf}.` : ''),
        element('p', { class: 'small must' }, 'General information, not medical advice. Source: ', element('a', { href: url, rel: 'noopener' }, meta.attribution.text), '.'))
      this.#place.replaceChildren(article)
    }
  }

  customElements.define('ketamine-content', KetamineContent)
})()
