// <ketamine-content src="…/v1/topics/what-ketamine-is">: content of the Ketamine Content API in a page, without a frame.
// "#evidence" at the end is one section; "/v1/faqs?theme=safety", "/v1/crisis-resources" and "/v1/search" are a list of
// questions, a card with contacts and the search box.
// What stands in it while nothing is there, or where scripts are off, is up to the page: a link and a number, at best.
(() => {
  if (customElements.get('ketamine-content')) return

  const LEAST_CONTRAST = 4.5
  const GROUNDS = { light: '#ffffff', dark: '#14191b' }
  // The rules of ClinicName: a name is no place for addresses, numbers to call, or claims.
  const CHARACTERS = /^(?=.*\p{L})(?:[\p{L}\p{Nd} &'’.,()+–-]\p{M}{0,2})+$/u
  const ADDRESSES = /www\.|\p{L}{2,}\.\p{L}{2,}|(?:\p{Nd}[ ().+–-]*){5,}/iu
  const CLAIMS = /(?<![\p{L}'’])(?:best|leading|premier|number one|no\. ?1|cures?|cured|proven|guaranteed?|guarantees|effective|safest|miracle|breakthrough|success|works|fast|instant|rapid|painless|fda|approved|free(?! clinic)|discounts?|offers?|deals?|save|sale|prices?|cheap|affordable|percent|book|call|text|visit|buy|order|click|try|start|today|now)(?![\p{L}'’])/iu

  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
:host{all:initial!important;display:block!important;visibility:visible!important;opacity:1!important;position:static!important;transform:none!important;clip-path:none!important;filter:none!important;max-height:none!important;height:auto!important;overflow:visible!important;--_ground:#fff!important;--_ink:#1d2a2e!important;--_soft:#53626a!important;--_line:#ded9cc!important;--_link:#0d5a63!important;--_band:#12484f!important;--_bandink:#f8f4ea!important;--_warm:#b0762a!important;color-scheme:light!important}
:host([data-dark]){--_ground:#14191b!important;--_ink:#e8ebe6!important;--_soft:#a5b3b4!important;--_line:#36444a!important;--_link:#86cdd0!important;--_band:#173f45!important;--_bandink:#f3efe4!important;--_warm:#d9a960!important;color-scheme:dark!important}
*{box-sizing:border-box}
article{background:var(--_ground);color:var(--_ink);border:1px solid var(--_line);border-radius:var(--ketamine-content-radius,10px);padding:1.125rem 1.25rem;font:var(--_size,16px)/1.55 var(--ketamine-content-font,system-ui,sans-serif);overflow-wrap:break-word}
h1,h2,h3,h4,h5,h6{margin:1.25em 0 .35em;font-size:1.0625em;font-weight:600}
.title{margin:0;font-size:1.5em;line-height:1.25;font-weight:600}
p,ul{margin:.6em 0 0}figure{margin:1em 0 0}img{display:block;max-width:100%;height:auto}ul{padding-left:1.25em}
a{color:var(--_link);text-underline-offset:.18em}
:focus-visible{outline:3px solid var(--_warm);outline-offset:2px}
.must{font:var(--_size,16px)/1.5 system-ui,sans-serif}.small.must{font-size:calc(var(--_size,16px)*.875)}
.way{display:block;width:fit-content;min-height:1.75em;font-size:1.125em;font-weight:700}
.box{display:flex;flex-wrap:wrap;gap:.5em}.box>*{min-height:2.75em;padding:.4em .85em;border:1px solid var(--_soft);border-radius:8px;background:var(--_ground);color:var(--_ink);font:inherit}.box input{flex:1 1 12em;min-width:0}.box button{border-color:var(--_link);background:var(--_link);color:var(--_ground);font-weight:600}
label{display:block;margin-top:.6em;font-weight:600}
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

  const channels = color => [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16))
  // The nearest shade that can be read on the ground; the color between two, at so many hundredths of the way.
  const mix = (from, to, step) => '#' + channels(from).map((each, at) => (each + Math.trunc((channels(to)[at] - each) * step / 100)).toString(16).padStart(2, '0')).join('')
  const isLight = ground => luminance(ground) > 0.179
  const readable = (color, ground) => {
    const end = isLight(ground) ? '#000000' : '#ffffff'
    for (let step = 0; step <= 100; step++) if (contrast(mix(color, end, step), ground) >= LEAST_CONTRAST) return mix(color, end, step)
    return end
  }
  const color = text => { const read = '#' + (text ?? '').replace('#', '').toLowerCase(); return /^#[0-9a-f]{6}$/.test(read) ? read : null }

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
  const callable = number => number.replaceAll(' ', '')
  // The ways to reach a service, as links.
  const ways = ({ call, text, textKeyword, tty, chat, url }) => [
    call && element('a', { class: 'way', href: 'tel:' + callable(call) }, 'Call ' + call),
    text && element('a', { class: 'way', href: 'sms:' + callable(text) + (textKeyword ? '?body=' + textKeyword : '') }, `Text ${textKeyword ? textKeyword + ' to ' : ''}${text}`),
    tty && tty !== call && element('a', { class: 'way', href: 'tel:' + callable(tty) }, 'TTY ' + tty),
    ...[...new Set([chat, url])].filter(Boolean).map(href => element('a', { class: 'way', href, rel: 'noopener' }, new URL(href).host.replace('www.', '')))
  ].filter(Boolean)
  const words = text => text.replaceAll('-', ' ').replace(/^./, first => first.toUpperCase())
  const certain = ({ certainty }) => !certainty || certainty === 'not-applicable' ? '' : certainty === 'not-graded' ? ' Not graded.' : ` ${words(certainty)} certainty.`
  const item = (label, text, basis = {}) => text ? element('li', {},
    label && element('strong', {}, label + ': '), text, basis.limit ? ` Limit: ${basis.limit}` : '', certain(basis), basis.asOf ? ` As of ${basis.asOf}.` : '') : null
  const part = (anchor, heading, ...children) => ({ anchor, heading, children })
  const list = (anchor, heading, items) => items.some(Boolean) ? [part(anchor, heading, element('ul', {}, ...items.filter(Boolean)))] : []
  // A benefit's picture holds the harms that balance it; the sentences are its text.
  const figure = risk => element('figure', { part: 'risk' },
    element('figcaption', {},
      element('strong', {}, `${risk.outcome}, ${risk.timeframeText}. `),
      [risk.text.with, risk.text.without, risk.text.positive].filter(Boolean).join(' ') + certain(risk),
      element('p', { class: 'must' }, element('strong', {}, 'Limit: '), risk.limit)),
    risk.picture && element('img', { src: risk.picture, alt: '', loading: 'lazy', referrerpolicy: 'no-referrer' }))
  const frequency = ({ bands, band, note, figures }) => [
    ...(bands.length ? bands.map(each => item(words(each.product), words(each.band))) : [item('Overall', words(band))]),
    item('Note', note), ...figures.map(each => item(words(each.product), each.figure))]
  // The parts of a page, by the anchors that addresses of sections end with.
  const parts = data => [
    ...list('regulatory-status', 'Where it is approved', (data.regulatoryStatus ?? []).map(each => item(`${words(each.product)}, ${each.jurisdiction}`, `${words(each.status)}. ${each.statement}`, each))),
    ...list('evidence', 'What the evidence shows', data.evidence ? [item('', data.evidence.note, data.evidence), ...data.evidence.statements.map(each => item('', each.statement, each))] : []),
    ...list('key-facts', 'In brief', (data.keyFacts ?? []).map(each => item('', each.statement, each))),
    ...list('in-brief', 'In brief', data.whenToGetUrgentHelp ? [item('When to get urgent help', data.whenToGetUrgentHelp), item('How serious', `${words(data.severity)}. ${data.severityNote}`), item('What people notice', data.whatPeopleNotice), item('When it starts, how long it lasts', data.onsetAndDuration), item('What clinics do', data.whatClinicsDo), item('Clinical term', data.clinicalTerm), item('Also called', data.synonyms.join(', '))] : []),
    ...list('frequency', 'How often', data.frequency ? frequency(data.frequency) : []),
    ...(data.risks?.length ? [part('in-numbers', 'In numbers', ...data.risks.map(figure))] : []),
    ...(data.sections ?? []).map(each => part(each.anchor, each.heading, body(each.body))),
    ...list('claims', 'Claims that this puts right', (data.corrects ?? []).map(each => item(words(each.verdict), `“${each.claim}”`))),
    ...(data.definition ? [part('definition', null, body(data.definition)), ...list('names', 'Other names', [item('Also called', data.synonyms.join(', '))])] : []),
    ...list('source', 'Source', [item('', data.citation)]),
    ...(data.type === 'crisis-resources' ? [part('contact', 'How to reach it', ...contact(data))] : [])
  ]
  const contact = each => [...ways(each), element('p', {}, [each.hours, each.note].filter(Boolean).join('. '))]
  const titled = data => data.title ?? data.question ?? data.name ?? data.term
  const reviewed = ({ review: { reviewedBy, lastReviewed }, provenance: { drafting, editedByPerson } = {} }) =>
    (reviewedBy ? `Clinical review by ${reviewedBy.name}${reviewedBy.credentials ? ', ' + reviewedBy.credentials : ''} on ${lastReviewed}. ` : 'No clinical review yet. ') +
    (drafting === 'person' ? 'Written by a person. ' : '') +
    (drafting === 'ai-assisted' ? `Drafted with AI assistance, ${editedByPerson ? 'then edited' : 'and not yet edited'} by a person. ` : '')
  const dated = day => `Last changed on ${day.slice(0, 10)}.`
  const small = (...children) => element('p', { class: 'small must' }, ...children)
  const risky = data => data.riskSummary && element('p', { class: 'risk must' }, element('strong', {}, 'Risks and limits: '), data.riskSummary)
  const urgent = ({ notice, contacts }) => element('aside', { class: 'crisis must', 'aria-label': 'Help in a crisis' },
    element('p', {}, element('strong', {}, notice)),
    element('ul', {}, ...contacts.map(each => element('li', {}, each.name + ': ',
      ...(each.call ? [element('a', { href: 'tel:' + callable(each.call) }, 'call ' + each.call)] : []),
      ...(each.text ? [' or ', element('a', { href: 'sms:' + callable(each.text) + (each.textKeyword ? '?body=' + each.textKeyword : '') }, `text ${each.textKeyword ? each.textKeyword + ' to ' : ''}${each.text}`)] : []),
      ...(!each.call && each.url ? [element('a', { href: each.url, rel: 'noopener' }, each.url)] : [])))))
  // Where contacts are not asked for by country: those of the reader's, or of the US, and those for anybody.
  const near = contacts => {
    const places = contacts.map(each => each.jurisdiction.replace(/-.*/, ''))
    const own = navigator.languages.map(tag => { try { return new Intl.Locale(tag).region } catch { return null } }).find(region => places.includes(region)) ?? 'US'
    return contacts.filter((_, at) => places[at] === own || places[at] === 'WORLD')
  }
  const NOTICE = 'If you may be in danger, or think about ending your life, talk to somebody now.'
  const SEARCH = /\/v1\/search(?:[?#].*)?$/

  class KetamineContent extends HTMLElement {
    static observedAttributes = ['src', 'theme', 'accent', 'ground', 'radius', 'font-size', 'heading-level', 'clinic', 'view']
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
      if (name === 'src' || (name === 'view' && /\/v1\/faqs\?/.test(this.getAttribute('src') ?? ''))) this.refresh()
      else if (['view', 'heading-level', 'clinic'].includes(name)) this.#show()
      else this.#paint()
    }

    /** Asks the server again; what is shown stays until there is something newer. */
    async refresh() {
      const asked = ++this.#asked
      const src = this.getAttribute('src')
      if (!src) return this.#say('No content was named: the attribute src is missing.')
      let failed = null
      const read = async mode => {
        // A list is without its texts, unless it is asked for them.
        const whole = this.getAttribute('view') === 'full' && /\/v1\/faqs\?/.test(src) ? '&view=full' : ''
        const answer = await fetch(src.replace(SEARCH, '/v1/crisis-resources?limit=100') + whole, { cache: mode, credentials: 'omit', referrerPolicy: 'no-referrer', headers: { accept: 'application/json' } })
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
      if (answer?.data?.links || Array.isArray(answer?.data)) {
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
      const chosen = color(this.getAttribute('ground'))
      const dark = chosen ? !isLight(chosen) : theme === 'dark' || (theme !== 'light' && this.#dark.matches)
      const ground = chosen ?? GROUNDS[dark ? 'dark' : 'light']
      const accent = color(this.getAttribute('accent'))
      const inks = dark ? { ink: '#e8ebe6', soft: '#a5b3b4', link: '#86cdd0', warm: '#d9a960' } : { ink: '#1d2a2e', soft: '#53626a', link: '#0d5a63', warm: '#b0762a' }
      if (accent) inks.link = accent
      const radius = this.getAttribute('radius')
      const size = this.getAttribute('font-size')
      this.toggleAttribute('data-dark', dark)
      this.#accent.replaceSync(':host{' +
        (chosen ? `--_ground:${ground}!important;--_line:${mix(ground, readable(inks.ink, ground), 20)}!important;` + Object.entries(inks).map(([name, ink]) => `--_${name}:${readable(ink, ground)}!important`).join(';') : accent ? `--_link:${readable(accent, ground)}!important` : '') +
        (size >= 100 && size <= 150 ? `;--_size:${16 * size / 100}px!important` : '') + '}' +
        (radius && radius >= 0 && radius <= 24 ? `article{border-radius:${+radius}px}` : ''))
    }

    #show() {
      if (!this.#answer) return
      const { data, meta } = this.#answer
      const src = this.getAttribute('src')
      const full = this.getAttribute('view') === 'full'
      const level = Math.min(6, Math.max(1, parseInt(this.getAttribute('heading-level') ?? 2) || 2))
      const heading = (below, attributes, ...children) => element('h' + Math.min(6, level + below), attributes, ...children)
      const section = ({ heading: title, children }) => {
        const made = element('section', { part: 'section' }, title && heading(1, {}, title), ...children)
        for (const link of made.querySelectorAll('a[data-type]')) link.href = page(link.href)
        return made
      }
      const article = element('article')
      const head = title => { article.setAttribute('aria-label', title); article.append(heading(0, { part: 'title', class: 'title' }, title)) }
      const regulatory = element('p', { class: 'regulatory must' }, meta.regulatoryNotice)
      let crisis = meta.crisis
      let url = page(src).replace(/[?#].*/, '')
      if (SEARCH.test(src)) {
        head('Search what is known about ketamine therapy')
        const box = element('input', { id: 'q', name: 'q', type: 'search', maxlength: 200, required: '', autocomplete: 'off' })
        article.append(element('form', { role: 'search', action: url, target: '_blank' },
          element('label', { for: 'q' }, 'What do you want to know?'),
          element('div', { class: 'box' }, box, element('button', {}, 'Search'))), regulatory, small('Answers open on a page of their own, and what you search for is not written down. Every page says whether a clinician has reviewed it.'))
        crisis = { notice: NOTICE, contacts: data.filter(each => each.primary) }
      } else if (!Array.isArray(data)) {
        const anchor = src.split('#')[1]
        const lede = data.summary ?? data.shortAnswer
        url = page(data.links.self)
        head(titled(data))
        article.append(regulatory, ...[lede && element('p', { part: 'summary' }, lede), risky(data)].filter(Boolean))
        const all = parts(data)
        const shown = anchor ? all.filter(each => each.anchor === anchor) : full || !lede ? all : []
        if (anchor && !shown.length) this.#say('This section is not there any more.')
        if (!shown.some(each => each.anchor === 'in-brief') && data.whenToGetUrgentHelp) article.append(element('p', { class: 'must' }, element('strong', {}, 'When to get urgent help: '), data.whenToGetUrgentHelp))
        article.append(...shown.map(section))
      } else if (/\/crisis-resources/.test(src)) {
        head('Help in a crisis')
        for (const each of full || src.includes('jurisdiction=') ? data : near(data)) article.append(section(part('', each.name, ...contact(each))))
        article.append(regulatory)
        crisis = null
      } else {
        head('Questions about ketamine therapy')
        article.append(regulatory)
        for (const each of data) {
          article.append(element('section', { part: 'section' }, heading(1, {}, element('a', { href: page(each.links.self), rel: 'noopener' }, titled(each))),
            ...[(each.summary ?? each.shortAnswer) && element('p', {}, each.summary ?? each.shortAnswer), risky(each)].filter(Boolean),
            ...(full ? parts(each).flatMap(({ heading: title, children }) => [title && element('p', {}, element('strong', {}, title)), ...children]).filter(Boolean) : [])))
        }
        for (const link of article.querySelectorAll('a[data-type]')) link.href = page(link.href)
      }
      if (crisis) article.append(urgent(crisis))
      const all = Array.isArray(data) ? data : [data]
      if (all.length && !SEARCH.test(src)) {
        article.append(small([...new Set(all.map(reviewed))].join(''), dated(all.map(each => each.updatedAt).sort().at(-1)), !Array.isArray(data) && data.asOf ? ` Facts as of ${data.asOf}.` : ''))
      }
      article.append(small('General information, not medical advice. Source: ', element('a', { href: url, rel: 'noopener' }, meta.attribution.text), '.'))
      const clinic = this.getAttribute('clinic')?.trim()
      if (clinic && clinic.length <= 60 && CHARACTERS.test(clinic) && !ADDRESSES.test(clinic) && !CLAIMS.test(clinic)) article.append(small(`Shown by ${clinic}, who did not write it.`))
      this.#place.replaceChildren(article)
    }
  }

  customElements.define('ketamine-content', KetamineContent)
})()
