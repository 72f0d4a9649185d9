// judge.mjs SUITE REPORT EXCEPTIONS: prints a suite's counts from mocha's JSON report, and fails on a failure that is not listed, or on a
// listed one that came less often: then the list, or what it is about, has to be looked at.
import {readFileSync} from 'node:fs';

const [suite, report, exceptions] = process.argv.slice(2);
const {stats, failures} = JSON.parse(readFileSync(report, 'utf8'));
const listed = readFileSync(exceptions, 'utf8').split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => line.split('\t'))
  .filter(([of]) => of === suite)
  .map(([, times, begins]) => ({times: Number(times), begins, seen: 0}));

const unlisted = failures.filter(({title}) => {
  const exception = listed.find(({begins}) => title.startsWith(begins));
  if (exception) exception.seen++;
  return !exception || exception.seen > exception.times;
});
const missing = listed.filter(({times, seen}) => seen < times);

const {tests, passes, pending} = stats;
console.log(`${suite}: ${tests} tests, ${passes} passed, ${failures.length} failed (${failures.length - unlisted.length} listed), ${pending} skipped`);
unlisted.forEach(({fullTitle, err}) => console.log(`  FAILED: ${fullTitle}\n    ${err.message}`));
missing.forEach(({begins, times, seen}) => console.log(`  LISTED ${times} TIMES, FAILED ${seen}: ${begins}`));
process.exit(tests === 0 || unlisted.length > 0 || missing.length > 0 ? 1 : 0);
