// Reads one topic and one list with the generated client, as an application would.
import { Configuration, ResponseError, SideEffectsApi, TopicsApi } from './index.js';

declare const process: { argv: string[] };

function expect(truth: boolean, what: string): asserts truth {
  if (!truth) {
    throw new Error(`expected ${what}`);
  }
}

const configuration = new Configuration({ basePath: process.argv[2] });
const topics = new TopicsApi(configuration);

const topic = await topics.getTopic({ slug: 'what-ketamine-is', include: ['references'] });
expect(topic.data.slug === 'what-ketamine-is', 'the topic that was asked for');
expect((topic.data.sections ?? []).length > 0, 'a topic with sections');
expect(topic.data.updatedAt instanceof Date, 'instants as dates');
expect((topic.included.references ?? []).length > 0, 'references that come along');
expect(topic.meta.disclaimer.length > 0, 'a disclaimer to show');
console.log(`${topic.data.title}: ${topic.data.summary}`);

const page = await new SideEffectsApi(configuration).listSideEffects({
  severity: ['serious'],
  fields: ['name', 'severity'],
  sort: ['-name'],
  limit: 2,
  count: 'exact',
});
expect(page.data.length === 2, 'two side effects');
expect((page.page.total ?? 0) >= 2, 'their number');
console.log(`${page.page.total} side effects, such as: ${page.data.map((each) => each.name).join(', ')}`);

const refusal = await topics.getTopic({ slug: 'no-such-topic' }).then(
  () => undefined,
  (error: unknown) => error,
);
expect(refusal instanceof ResponseError && refusal.response.status === 404, '404 for a topic that there is not');
