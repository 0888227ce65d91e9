// Shows the descriptions that the page names, the first one first.
(() => {
  const { delivery, editorial } = document.getElementById('swagger-ui').dataset
  const urls = [{ url: delivery, name: 'Delivery' }]
  if (editorial) urls.push({ url: editorial, name: 'Editorial' })
  window.ui = SwaggerUIBundle({
    urls,
    'urls.primaryName': new URLSearchParams(location.search).get('urls.primaryName') ?? 'Delivery',
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    plugins: [SwaggerUIBundle.plugins.DownloadUrl],
    layout: 'StandaloneLayout'
  })
})()
