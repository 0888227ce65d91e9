import { riskGroups, type Risk } from '@ketamine-content/client'
import { summaryOf, titleOf, type Article, type Read } from '@/lib/content'

/** A document with everything that must be shown with it, in an order in which no benefit comes before its limits. */
export function ArticleView({ article, contentVersion, review }: Read) {
  return (
    <article>
      <h1>{titleOf(article)}</h1>
      <p className="lead">{summaryOf(article)}</p>
      {article.riskSummary && <section className="risk"><h2>Risks and limits</h2><p>{article.riskSummary}</p></section>}
      <p className="review">
        {review} Last changed on {article.updatedAt.slice(0, 10)}.{article.asOf && ` Facts as of ${article.asOf}.`}
      </p>
      <Corrections article={article} />
      {article.corrects?.map(({ claim, verdict }) => (
        <p key={claim}><b>{verdict.replace('-', ' ')}:</b> “{claim}”</p>
      ))}
      <Statements article={article} />
      {riskGroups(article.risks ?? []).map(({ risk, balancedBy }) => (
        <section key={risk.id} className="group">
          {[risk, ...balancedBy].map(each => <Numbers key={each.id} risk={each} />)}
          {/* The sentences say what it shows, so it has no text of its own. That of a benefit also draws its harms. */}
          {risk.picture && <img src={`${risk.picture}?atLeast=${contentVersion}`} alt="" loading="lazy" />}
        </section>
      ))}
      {article.sections?.map(({ anchor, heading, body }) => (
        <section key={anchor} id={anchor}>
          {heading && <h2>{heading}</h2>}
          {/* The server's HTML is safe: raw HTML of authors is escaped there. */}
          <div dangerouslySetInnerHTML={{ __html: body }} />
        </section>
      ))}
      <Sources title="Sources" sources={article.references} />
    </article>
  )
}

function Corrections({ article: { errata = [] } }: { article: Article }) {
  return errata.length > 0 && (
    <section>
      <h2>Corrected</h2>
      <ul>{errata.map(({ at, wasWrong, isRight }) => <li key={at + wasWrong}>{at.slice(0, 10)}. Was wrong: {wasWrong} Is right: {isRight}</li>)}</ul>
    </section>
  )
}

/** What is known, with its limit, certainty and sources. */
function Statements({ article }: { article: Article }) {
  const { evidence, regulatoryStatus, keyFacts = [] } = article
  const statements = evidence?.statements ?? keyFacts
  return statements.length > 0 && (
    <section>
      <h2>What is known</h2>
      {evidence && <p>{evidence.note}</p>}
      {regulatoryStatus?.map(each => <p key={each.statement}>{each.statement}</p>)}
      {statements.map(each => (
        <div key={each.statement} className="statement">
          <p>{each.statement}{'limit' in each && <> <b>Limit:</b> {each.limit}</>}</p>
          <Basis {...each} />
        </div>
      ))}
    </section>
  )
}

/** A number of people, both ways round, with its limit. */
function Numbers({ risk }: { risk: Risk }) {
  return (
    <div className={`numbers ${risk.direction}`}>
      <h3>{risk.outcome}, {risk.timeframeText}</h3>
      <p>{[risk.text.with, risk.text.without, risk.text.positive].filter(Boolean).join(' ')} <b>Limit:</b> {risk.limit}</p>
      <Basis {...risk} />
    </div>
  )
}

function Basis({ certainty, certaintySource, asOf, references }: Pick<Risk, 'certainty' | 'certaintySource' | 'references'> & { asOf?: string | null }) {
  return (
    <p className="basis">
      {certainty !== 'not-applicable' && (certainty === 'not-graded' ? 'Certainty not graded. ' : `Certainty: ${certainty.replace('-', ' ')}${certaintySource ? `, as graded in ${certaintySource.reference.title}` : ''}. `)}
      {asOf && `As of ${asOf}. `}
      {references.map(({ slug, title, href }) => <a key={slug} href={href}>{title}</a>)}
    </p>
  )
}

function Sources({ title, sources = [] }: { title: string, sources?: Article['references'] }) {
  return sources.length > 0 && (
    <section>
      <h2>{title}</h2>
      <ol>{sources.map(({ slug, title, href }) => <li key={slug}><a href={href}>{title}</a></li>)}</ol>
    </section>
  )
}
