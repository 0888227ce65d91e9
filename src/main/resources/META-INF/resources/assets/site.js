// Suggestions for the search box. Without this, the box works as well.
(() => {
  const box = document.querySelector('[data-suggest]')
  if (!box) return
  const list = document.getElementById('suggestions')
  let waiting, asking

  box.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(async () => {
      const words = box.value.trim()
      if (words.length < 2) return
      asking?.abort()
      asking = new AbortController()
      try {
        const answer = await fetch(box.dataset.suggest + '?q=' + encodeURIComponent(words), { signal: asking.signal })
        if (!answer.ok) return
        const { data } = await answer.json()
        list.replaceChildren(...data.map(each => Object.assign(document.createElement('option'), { value: each.text ?? each.title })))
      } catch {
        // What was typed can be searched for all the same.
      }
    }, 150)
  })
})()
