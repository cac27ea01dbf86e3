// Renders the dashboard: queries/*.sql by one psql session, charts/*.vl.json by Vega-Lite, all into one page.
//     node build.mjs SCHEMA OUTPUT      (the database: PGHOST, PGDATABASE, PGUSER ... as for psql)
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';

const [schema = 'mot_cua', output = 'dashboard.html'] = process.argv.slice(2);
const here = (name) => new URL(name, import.meta.url);
const read = (name) => readFileSync(here(name), 'utf8');
const named = (folder, suffix) => readdirSync(here(folder)).filter((file) => file.endsWith(suffix)).sort()
  .map((file) => [basename(file, suffix), read(`${folder}/${file}`)]);
const require = createRequire(`${process.cwd()}/`);   // npm's modules may lie elsewhere than these files

// One snapshot for all queries; each answers with one line of JSON.
function rowsOf(queries) {
  const script = ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;',
    ...queries.map(([, sql]) => `SELECT coalesce(jsonb_agg(to_jsonb(q)), '[]') FROM (${sql}) AS q;`), 'COMMIT;'].join('\n');
  const answer = execFileSync('psql', ['-qXAt', '-v', 'ON_ERROR_STOP=1', '-v', `schema=${schema}`, '-f', '-'],
    { input: script, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, PGCLIENTENCODING: 'UTF8' } });
  return answer.trimEnd().split('\n').map((line, i) => [queries[i][0], line]);
}

function compiled(charts) {
  const { compile } = require('vega-lite');
  const config = JSON.parse(read('charts/config.json'));   // colours are the page's: a change to dark needs no new drawing
  return charts.map(([name, text]) => {
    const chart = JSON.parse(text);
    const complain = (message) => { throw new Error(`charts/${name}: ${message}`); };
    const warn = (message) => message.startsWith('Dropping "fit-y"') || complain(message);   // said of every chart with a fixed step
    const logger = { level() { return this; }, error: complain, warn, info() { return this; }, debug() { return this; } };
    return [name, JSON.stringify({ data: chart.data.name, spec: compile(chart, { logger, config }).spec })];
  });
}

// JSON inside <script> must not be able to end it.
const object = (pairs) => `{${pairs.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`.replaceAll('<', '\\u003c');
const hash = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const scripts = { vega: readFileSync(require.resolve('vega/build/vega.min.js'), 'utf8').replaceAll('</script', '<\\/script'), page: read('page.js') };
const parts = {
  // The browser itself keeps the page from asking for anything. Vega makes functions of its expressions: unsafe-eval.
  policy: `default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-eval' ${Object.values(scripts).map(hash).join(' ')}`,
  style: read('page.css'),
  rows: object(rowsOf(named('queries', '.sql'))),
  charts: object(compiled(named('charts', '.vl.json'))),
  ...scripts,
};
mkdirSync(dirname(output), { recursive: true });
writeFileSync(`${output}.new`, read('page.html').replace(/{{(\w+)}}/g, (_, name) => parts[name]));
renameSync(`${output}.new`, output);   // whoever reads it meanwhile reads the old page or the new one, whole
