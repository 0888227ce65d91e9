import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { ArticleView } from '@/app/article'
import { collections, isCollection, list, read, summaryOf, titleOf, type Collection } from '@/lib/content'

interface Props { params: Promise<{ collection: string, slug: string }> }

export async function generateStaticParams() {
  const pages = await Promise.all((Object.keys(collections) as Collection[]).map(async collection =>
    (await list(collection)).map(({ slug }) => ({ collection, slug }))))
  return pages.flat()
}

async function found({ params }: Props) {
  const { collection, slug } = await params
  const answer = isCollection(collection) ? await read(collection, slug) : undefined
  if (!answer) notFound()
  if (answer.article.slug !== slug) permanentRedirect(`/${collection}/${answer.article.slug}`)
  return answer
}

/** Search engines show the description: it says the risks too. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article } = await found(props)
  const risks = article.riskSummary ? ` Risks and limits: ${article.riskSummary}` : ''
  return { title: titleOf(article), description: summaryOf(article) + risks }
}

export default async function ArticlePage(props: Props) {
  return <ArticleView {...await found(props)} />
}
