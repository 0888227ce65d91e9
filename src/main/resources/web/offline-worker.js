// Keeps the pages that somebody read, for when there is no connection. A page is always asked for anew first; nothing that
// was searched for is kept, and nothing is told to anybody.
const CACHE = 'ketamine-content-1'
const MOST = 60
const scope = new URL(registration.scope)
const at = path => new URL(path, scope).href
const FIRST = ['offline', 'crisis-resources', 'assets/site.css', 'assets/site.js', 'assets/mark.svg'].map(at)
const PRIVATE = ['search', 'studio', 'editorial', 'v1', 'q', 'embed', 'builder', 'docs'].map(at)

addEventListener('install', event => {
  skipWaiting()
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(FIRST)))
})

addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('ketamine-content-') && name !== CACHE) await caches.delete(name)
  await clients.claim()
})()))

const keep = async (request, answer) => {
  const cache = await caches.open(CACHE)
  await cache.put(request.url.split('#')[0], answer)
  const pages = (await cache.keys()).filter(each => !FIRST.includes(each.url))
  for (const old of pages.slice(0, Math.max(0, pages.length - MOST))) await cache.delete(old)
}

const answer = async request => {
  try {
    const fresh = await fetch(request)
    if (fresh.ok && !fresh.redirected && fresh.type === 'basic') keep(request, fresh.clone())
    return fresh
  } catch (failure) {
    const cache = await caches.open(CACHE)
    const kept = await cache.match(request.url.split('#')[0], { ignoreVary: true })
    if (kept) return kept
    if (request.mode === 'navigate') return cache.match(at('offline'), { ignoreVary: true })
    throw failure
  }
}

addEventListener('fetch', event => {
  const { request } = event
  const url = request.url
  if (request.method !== 'GET' || !url.startsWith(scope.href) || url.includes('preview=')) return
  if (PRIVATE.some(each => url === each || url.startsWith(each + '/') || url.startsWith(each + '?'))) {
    // A search is not kept, and still leads somewhere.
    if (request.mode === 'navigate') event.respondWith(fetch(request).catch(async () => (await caches.open(CACHE)).match(at('offline'), { ignoreVary: true })))
    return
  }
  event.respondWith(answer(request))
})
