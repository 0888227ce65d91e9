import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { collections, isCollection, list, summaryOf, titleOf } from '@/lib/content'

interface Props { params: Promise<{ collection: string }> }

export const generateStaticParams = () => Object.keys(collections).map(collection => ({ collection }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { collection } = await params
  return isCollection(collection) ? { title: collections[collection] } : {}
}

/** A summary may state a benefit: its risks and limits stand beside it. */
export default async function ListPage({ params }: Props) {
  const { collection } = await params
  if (!isCollection(collection)) notFound()
  return (
    <>
      <h1>{collections[collection]}</h1>
      <ul className="list">
        {(await list(collection)).map(each => (
          <li key={each.id}>
            <a href={`/${collection}/${each.slug}`}>{titleOf(each)}</a>
            <p>{summaryOf(each)}</p>
            {each.riskSummary && <p className="risk"><b>Risks and limits:</b> {each.riskSummary}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
