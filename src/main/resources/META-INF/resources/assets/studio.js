// Warns whoever leaves a page of the studio with text that is not saved. Without this, every button saves or asks.
(() => {
  const form = document.querySelector('form[data-guarded]')
  if (!form) return
  const isChanged = field => {
    if (field.type === 'checkbox') return field.checked !== field.defaultChecked
    if (field.options) return [...field.options].some(each => each.selected !== each.defaultSelected)
    return 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue
  }
  let sent = false
  form.addEventListener('submit', () => { sent = true })
  addEventListener('pageshow', () => { sent = false })
  addEventListener('beforeunload', event => {
    if (!sent && ('unsaved' in form.dataset || [...form.elements].some(isChanged))) event.preventDefault()
  })
})()
