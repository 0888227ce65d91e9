// Shows each choice at once, and copies. Without this, the button "Show" does the same, and the HTML can be selected.
(() => {
  const form = document.getElementById('builder')
  const part = (page, id) => page.getElementById(id)
  let asking, waiting

  // The server draws each state of the form; what it says takes the place of what is here.
  const update = async () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(form.action + '?' + chosen, { signal: asking.signal, headers: { accept: 'text/html' } })
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
      if (!part(page, 'builder')) throw new Error('no answer')
      const mistaken = part(page, 'mistake').textContent !== ''
      for (const id of ['mistake', 'mended', 'section']) part(document, id).replaceChildren(...part(page, id).childNodes)
      // What was right stays in sight for as long as there is a mistake in the form.
      if (mistaken) return
      part(document, 'result').replaceChildren(...part(page, 'result').childNodes)
      copies()
      history.replaceState(null, '', '?' + chosen)
    } catch (error) {
      if (error.name !== 'AbortError') part(document, 'mistake').textContent = 'The server could not be reached.'
    }
  }

  const copies = () => document.querySelectorAll('code[data-flavour]').forEach(code => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' })
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent)
      button.textContent = 'Copied'
      setTimeout(() => { button.textContent = 'Copy' }, 2000)
    })
    code.parentElement.before(button)
  })

  form.querySelector('button').hidden = true
  form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(update, 200) })
  form.addEventListener('submit', event => { event.preventDefault(); update() })
  copies()
})()
