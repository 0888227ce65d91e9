// Makes each frame <iframe data-ketamine-content> as high as its content. A height is taken only from the frame itself,
// with the nonce that it was given, and within bounds.
(() => {
  const frames = new Map()

  const hello = frame => {
    const nonce = [...crypto.getRandomValues(new Uint8Array(16))].map(each => each.toString(16).padStart(2, '0')).join('')
    frames.set(frame, nonce)
    frame.contentWindow.postMessage({ type: 'ketamine-content:hello', nonce }, '*')
  }

  addEventListener('message', event => {
    const { type, height, nonce } = event.data || {}
    if (type !== 'ketamine-content:height' || !Number.isFinite(height)) return
    for (const [frame, known] of frames) {
      if (frame.contentWindow === event.source && known === nonce) {
        frame.style.height = Math.min(20000, Math.max(100, Math.ceil(height))) + 'px'
      }
    }
  })

  const find = () => {
    for (const frame of document.querySelectorAll('iframe[data-ketamine-content]')) {
      if (frames.has(frame)) continue
      frames.set(frame, null)
      frame.addEventListener('load', () => hello(frame))
      hello(frame)
    }
  }

  find()
  document.addEventListener('DOMContentLoaded', find)
  new MutationObserver(find).observe(document.documentElement, { childList: true, subtree: true })
})()
