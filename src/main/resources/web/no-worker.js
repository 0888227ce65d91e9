// Whoever runs this server has switched off that pages are kept: what was kept before goes.
addEventListener('install', () => skipWaiting())
addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('ketamine-content-')) await caches.delete(name)
  await registration.unregister()
})()))
