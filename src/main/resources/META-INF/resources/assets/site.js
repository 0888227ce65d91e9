// What pages do beyond HTML: suggestions for the search box, large print, reading aloud, and pages without a connection.
// Without this, all that is to be read is there as well.
(() => {
  const make = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  // A combobox with a list of links (WAI-ARIA Authoring Practices, "Editable Combobox With List Autocomplete").
  const suggest = box => {
    const list = make('ul', { id: 'suggestions', hidden: true })
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', 'Suggestions')
    const help = make('div', { hidden: true, className: 'urgent' })
    help.setAttribute('role', 'status')
    box.parentElement.after(help, list)
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' })) box.setAttribute(name, value)
    let waiting, asking, at = -1

    const choose = to => {
      const options = [...list.children]
      at = options.length ? (to + options.length + 1) % (options.length + 1) : -1
      if (at === options.length) at = -1
      options.forEach((each, index) => each.setAttribute('aria-selected', index === at))
      if (at < 0) box.removeAttribute('aria-activedescendant')
      else box.setAttribute('aria-activedescendant', options[at].id)
    }
    const close = () => { list.hidden = true; at = -1; box.setAttribute('aria-expanded', 'false'); box.removeAttribute('aria-activedescendant') }
    const go = option => { location.href = option.dataset.href }

    const words = {
      en: { call: 'call ', or: ' or ', text: 'text ', send: 'text ', keyword: ' to ' },
      es: { call: 'llama al ', or: ' o ', text: 'envía un mensaje al ', send: 'envía ', keyword: ' al ' }
    }
    const contact = (said, { name, call, text, textKeyword, url }) => {
      const item = make('li', {}, name + ': ')
      if (call) item.append(make('a', { className: 'number', href: 'tel:' + call.replaceAll(' ', ''), textContent: said.call + call }))
      if (text) item.append(said.or, make('a', { className: 'number', href: 'sms:' + text.replaceAll(' ', '') + (textKeyword ? '?body=' + textKeyword : ''), textContent: textKeyword ? said.send + textKeyword + said.keyword + text : said.text + text }))
      if (!call && url) item.append(make('a', { href: url, textContent: url }))
      return item
    }
    const show = ({ crisis, data }) => {
      help.hidden = !crisis
      help.replaceChildren()
      if (crisis) {
        help.lang = crisis.lang
        help.replaceChildren(
          make('p', { textContent: crisis.notice }),
          make('ul', {}, ...crisis.contacts.map(each => contact(words[crisis.lang] ?? words.en, each))))
      }
      list.replaceChildren(...data.map(({ text, title, links }, index) => {
        const option = make('li', { id: 'suggestion-' + index }, text)
        if (text !== title) option.append(make('span', { textContent: title }))
        option.setAttribute('role', 'option')
        option.setAttribute('aria-selected', 'false')
        option.dataset.href = links.page
        option.addEventListener('mousedown', event => { event.preventDefault(); go(option) })
        return option
      }))
      list.hidden = data.length === 0
      at = -1
      box.setAttribute('aria-expanded', String(!list.hidden))
      box.removeAttribute('aria-activedescendant')
    }

    box.addEventListener('input', () => {
      clearTimeout(waiting)
      waiting = setTimeout(async () => {
        const words = box.value.trim()
        asking?.abort()
        if (words.length < 2) return close()
        asking = new AbortController()
        try {
          const answer = await fetch(box.dataset.suggest + '?q=' + encodeURIComponent(words), { signal: asking.signal })
          if (answer.ok) show(await answer.json())
        } catch {
          // What was typed can be searched for all the same.
        }
      }, 150)
    })
    box.addEventListener('keydown', event => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        if (list.hidden && list.children.length) { list.hidden = false; box.setAttribute('aria-expanded', 'true') }
        if (!list.hidden) { event.preventDefault(); choose(event.key === 'ArrowDown' ? at + 1 : at < 0 ? list.children.length - 1 : at - 1) }
      } else if (event.key === 'Enter' && at >= 0 && !list.hidden) {
        event.preventDefault()
        go(list.children[at])
      } else if (event.key === 'Escape' && !list.hidden) {
        event.preventDefault()
        close()
      }
    })
    box.addEventListener('blur', () => setTimeout(close, 100))
  }

  // Nothing of it is kept: the next page begins as the reader's browser is set.
  const tools = bar => {
    bar.hidden = false
    const large = bar.querySelector('[data-tool="large"]')
    large.addEventListener('click', () => large.setAttribute('aria-pressed', String(document.documentElement.classList.toggle('large'))))
    const read = bar.querySelector('[data-tool="read"]')
    if (!('speechSynthesis' in window)) return read.remove()
    const stop = () => { speechSynthesis.cancel(); read.setAttribute('aria-pressed', 'false'); read.textContent = 'Read aloud' }
    read.addEventListener('click', () => {
      if (read.getAttribute('aria-pressed') === 'true') return stop()
      const article = bar.closest('article').cloneNode(true)
      article.querySelectorAll('.tools, .contents, .sources, .printed, sup, #sources, .basis a').forEach(each => each.remove())
      // Long texts are cut off by some voices: each block is said by itself.
      const blocks = [...article.querySelectorAll('h1, h2, h3, p, li, th, td, figcaption > *')].map(each => each.textContent.replace(/\s+/g, ' ').trim()).filter(Boolean)
      speechSynthesis.cancel()
      blocks.forEach((block, index) => {
        const said = Object.assign(new SpeechSynthesisUtterance(block), { lang: document.documentElement.lang })
        if (index === blocks.length - 1) said.addEventListener('end', stop)
        speechSynthesis.speak(said)
      })
      read.setAttribute('aria-pressed', 'true')
      read.textContent = 'Stop reading'
    })
    addEventListener('pagehide', stop)
  }

  // The pages that this browser keeps, for whoever has no connection.
  const kept = async list => {
    if (!('caches' in window)) return
    const found = new Map()
    for (const name of (await caches.keys()).filter(each => each.startsWith('ketamine-content-'))) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        const answer = await cache.match(request)
        if (!answer.headers.get('content-type')?.startsWith('text/html') || request.url.endsWith('/offline')) continue
        found.set(request.url, new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('h1')?.textContent ?? request.url)
      }
    }
    list.replaceChildren(...[...found].map(([href, textContent]) => make('li', {}, make('a', { href, textContent }))))
  }

  document.querySelectorAll('[data-suggest]').forEach(suggest)
  document.querySelectorAll('.tools').forEach(tools)
  document.querySelectorAll('#kept').forEach(kept)
  document.querySelectorAll('#site-menu a').forEach(link => link.addEventListener('click', () => document.getElementById('site-menu').hidePopover?.()))

  const worker = document.querySelector('script[data-worker]')?.dataset.worker
  if (worker && 'serviceWorker' in navigator) navigator.serviceWorker.register(worker).catch(() => {})
})()
