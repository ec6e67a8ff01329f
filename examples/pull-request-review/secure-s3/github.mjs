// What the job on GitHub does through the API. It runs in the privileged workflow: whatever comes from the pull request is data here.
//
//   node github.mjs hold             takes the status back where the pull request goes to another branch than before
//   node github.mjs admit            refuses artifacts that are missing or too large
//   node github.mjs baseline FILE    writes the baseline as it stands in the pull request
//   node github.mjs publish RESULTS  writes the comment and sets the status
//   node github.mjs scan RESULTS     hands the SARIF to code scanning
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { api, pages, run, variable } from "./api.mjs";
import { body, decide, isOurs, result, results, summary } from "./verdict.mjs";

const BASELINE = "secure-s3/accepted.yaml";
const LABEL = "secure-s3-accepted";
const CONTEXT = "secure-s3";
const LARGEST_ARTIFACT = 20_000_000;
const LARGEST_BASELINE = 1_000_000;

const repository = () => `/repos/${variable("GITHUB_REPOSITORY", /^[\w.-]+\/[\w.-]+$/)}`;
const sha = () => variable("HEAD_SHA", /^[0-9a-f]{40}$/);
const call = api(process.env.GITHUB_API_URL ?? "https://api.github.com", {
  Authorization: `Bearer ${process.env.GITHUB_TOKEN ?? ""}`,
  Accept: "application/vnd.github+json",
  "X-GitHub-Api-Version": "2022-11-28",
});

/** The open pull request from this branch that stands at this commit; null where it has moved on. */
async function pullRequest() {
  const owner = variable("HEAD_OWNER", /^[\w-]+$/);
  const branch = variable("HEAD_BRANCH", /^.+$/);
  const open = await pages(call, `${repository()}/pulls`, { state: "open", head: `${owner}:${branch}` });
  const these = open.filter((each) => each.head.sha === sha());
  if (these.length > 1) {
    const numbers = these.map((each) => `#${each.number}`).join(" and ");
    throw new Error(`${numbers} come from the same branch, and the comparison is of one of them; close the others`);
  }
  return these[0] ?? null;
}

/** Whether the pull request still goes to the branch that it was compared with. */
function isAboutItsBase(pull, directory) {
  return pull.base.ref === result(directory, "base-ref.txt").trimEnd();
}

/** The end of a comment, by which a later run knows what branch it is about. */
function branchMark(pull) {
  return `\n<!-- into ${createHash("sha256").update(pull.base.ref).digest("hex")} -->\n`;
}

async function ownComment(pull) {
  const comments = await pages(call, `${repository()}/issues/${pull.number}/comments`);
  return comments.find((each) => each.user?.login === "github-actions[bot]" && isOurs(each.body ?? ""));
}

async function hold() {
  const pull = await pullRequest();
  const own = pull === null ? undefined : await ownComment(pull);
  // Without a comment there is no status either that could pass for one of the new branch.
  if (own && !own.body.replaceAll("\r\n", "\n").trimEnd().endsWith(branchMark(pull).trim())) {
    await status("pending", "the comparison with the branch that the pull request goes to now is not there yet");
  }
}

async function admit() {
  for (const name of variable("ARTIFACTS", /^[\w-]+( [\w-]+)*$/).split(" ")) {
    const list = await call("GET", `${repository()}/actions/runs/${variable("RUN_ID", /^\d+$/)}/artifacts`, {
      query: { name },
    });
    const size = list.artifacts.map((each) => each.size_in_bytes);
    if (size.length !== 1 || size[0] > LARGEST_ARTIFACT) {
      throw new Error(
        `one artifact ${name} of at most ${LARGEST_ARTIFACT} bytes is expected; there are ${JSON.stringify(size)}`,
      );
    }
  }
}

async function baseline(file) {
  const text = await call("GET", `${repository()}/contents/${BASELINE}`, {
    query: { ref: sha() },
    allowed: [404],
    raw: "application/vnd.github.raw+json",
  });
  if (text !== null && text.length > LARGEST_BASELINE) {
    throw new Error(`${BASELINE} has more than ${LARGEST_BASELINE} characters`);
  }
  writeFileSync(file, text ?? "accepted: []\n");
}

async function status(state, description) {
  await call("POST", `${repository()}/statuses/${sha()}`, {
    body: {
      state,
      description: description.slice(0, 140),
      context: CONTEXT,
      target_url: variable("RUN_URL", /^https:\/\/[\w.:-]+\/[\w./-]+$/),
    },
  });
  console.log(`${state}: ${description}`);
}

async function publish(directory) {
  const pull = await pullRequest();
  if (pull === null) {
    console.log("no open pull request stands at this commit any more");
    return;
  }
  if (process.env.SYNTHESIZED !== "success") {
    await status("error", "the templates were not synthesized");
    return;
  }
  if (process.env.COMPARED !== "success") {
    await status("error", "the templates could not be compared");
    return;
  }
  if (!isAboutItsBase(pull, directory)) {
    await status("error", "compared with a branch that the pull request no longer goes to");
    return;
  }
  const found = results(directory);
  const own = await ownComment(pull);
  const labelled = pull.labels.some((each) => each.name === LABEL);
  const decision = decide(found, labelled, own?.body);
  // First the label, then the comment: what ends in between leaves nothing accepted that nobody has seen.
  if (decision.takeAway) {
    await call("DELETE", `${repository()}/issues/${pull.number}/labels/${LABEL}`, { allowed: [404] });
  }
  const text = { body: body(found, decision, LABEL) + branchMark(pull) };
  if (own) {
    await call("PATCH", `${repository()}/issues/comments/${own.id}`, { body: text });
  } else {
    await call("POST", `${repository()}/issues/${pull.number}/comments`, { body: text });
  }
  await status(decision.passes ? "success" : "failure", summary(found, decision, LABEL));
}

async function scan(directory) {
  const pull = await pullRequest();
  if (pull === null) {
    console.log("no open pull request stands at this commit any more");
    return;
  }
  if (!isAboutItsBase(pull, directory)) {
    console.log("the pull request goes to another branch now");
    return;
  }
  const log = JSON.parse(result(directory, "findings.sarif"));
  for (const each of log.runs) {
    // Code scanning does not read suppressions: it would make an alert of what is accepted.
    each.results = each.results.filter((one) => !one.suppressions?.length);
  }
  await call("POST", `${repository()}/code-scanning/sarifs`, {
    body: {
      commit_sha: sha(),
      ref: `refs/pull/${pull.number}/head`,
      sarif: gzipSync(JSON.stringify(log)).toString("base64"),
    },
  });
}

await run({ hold, admit, baseline, publish, scan });
