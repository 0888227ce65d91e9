import type { NextConfig } from 'next'

const config: NextConfig = {
  cacheComponents: true,
  partialPrefetching: true,
  cacheLife: {
    // Hooks renew pages. Where one is lost, a page is read again after a minute; while the server is away, pages stay for a day.
    content: { stale: 30, revalidate: 60, expire: 86_400 }
  },
  poweredByHeader: false
}

export default config
