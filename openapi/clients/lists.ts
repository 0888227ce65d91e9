// Reads a list with `fields`, `include` and filters with three more clients, as they are generated with no setting, and
// shows what came: strictly typed, and without one `!`.
import { default as axios } from 'axios';
import createFetchClient from 'openapi-fetch';
import type { paths } from './schema.js';
import { createClient } from './hey/client/index.js';
import * as hey from './hey/sdk.gen.js';
import * as orval from './orval.js';

declare const process: { argv: string[] };

const server = process.argv[2] ?? 'http://localhost:8080';

/** What a screen shows of a side effect, whoever read it. */
interface Shown {
  name: string;
  severity: string;
  sources: number;
  contacts: number;
}

function expect(truth: boolean, what: string): asserts truth {
  if (!truth) {
    throw new Error(`expected ${what}`);
  }
}

async function withOpenapiFetch(): Promise<Shown[]> {
  const { data, error } = await createFetchClient<paths>({ baseUrl: server }).GET('/v1/side-effects', {
    params: { query: { severity: ['serious', 'life-threatening'], fields: ['name', 'severity'], include: ['references'], limit: 3 } },
  });
  if (error) {
    throw new Error(`${error.code}: ${error.detail}`);
  }
  const sources = data.included.references?.length ?? 0;
  const contacts = data.meta.crisis?.contacts.length ?? 0;
  return data.data.map((each) => ({ name: each.name ?? '', severity: each.severity ?? '', sources, contacts }));
}

async function withHeyApi(): Promise<Shown[]> {
  const { data } = await hey.listSideEffects({
    client: createClient({ baseUrl: server }),
    query: { severity: ['serious', 'life-threatening'], fields: ['name', 'severity'], include: ['references'], limit: 3 },
    throwOnError: true,
  });
  const sources = data.included.references?.length ?? 0;
  const contacts = data.meta.crisis?.contacts.length ?? 0;
  return data.data.map((each) => ({ name: each.name ?? '', severity: each.severity ?? '', sources, contacts }));
}

async function withOrval(): Promise<Shown[]> {
  const answer = await orval.listSideEffects({
    severity: ['serious', 'life-threatening'], fields: ['name', 'severity'], include: ['references'], limit: 3,
  });
  const { data, included, meta } = answer.data;
  const sources = included.references?.length ?? 0;
  const contacts = meta.crisis?.contacts.length ?? 0;
  return data.map((each) => ({ name: each.name ?? '', severity: each.severity ?? '', sources, contacts }));
}

// The client of orval asks the server that the page is from; a program has none.
axios.defaults.baseURL = server;

const [first, ...others] = await Promise.all([withOpenapiFetch(), withHeyApi(), withOrval()]);
expect(first.length === 3 && first.every((each) => each.name !== '' && each.sources > 0), 'three with names and sources');
expect(others.every((each) => JSON.stringify(each) === JSON.stringify(first)), 'the same with each client');
console.log(first.map((each) => `${each.name} (${each.severity})`).join(', '));
