// Shows each choice at once, and copies. Without this, the button "Show" does the same, and the HTML can be selected.
(() => {
  const form = document.getElementById('builder')
  const mistake = document.getElementById('mistake')
  const preview = document.querySelector('iframe')
  // By flavour: hints have code in them as well.
  const codes = [...document.querySelectorAll('code[data-flavour]')]
  if (!preview) return
  form.querySelector('button').hidden = true
  let asking

  const update = async () => {
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ''))
    asking?.abort()
    asking = new AbortController()
    try {
      const answer = await fetch(form.dataset.code + '?' + chosen, { signal: asking.signal })
      const read = await answer.json()
      mistake.textContent = answer.ok ? '' : read.detail
      if (!answer.ok) return
      preview.src = read.links.frame
      for (const code of codes) {
        const snippet = read.data.find(each => each.flavour === code.dataset.flavour.toLowerCase())
        code.textContent = snippet ? snippet.html : ''
      }
      history.replaceState(null, '', '?' + chosen)
    } catch (error) {
      if (error.name !== 'AbortError') mistake.textContent = 'The server could not be reached.'
    }
  }

  form.addEventListener('change', update)
  form.addEventListener('submit', event => { event.preventDefault(); update() })

  for (const code of codes) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' })
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent)
      button.textContent = 'Copied'
      setTimeout(() => { button.textContent = 'Copy' }, 2000)
    })
    code.parentElement.before(button)
  }
})()
